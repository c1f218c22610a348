import type { ByLanguage } from '../../common/contract/basics.ts'
import type { MyTicket } from '../../common/contract/ticket.ts'
import { phoneTexts } from '../../common/i18n/phone.ts'
import { fill, speaker, type Language } from '../../common/i18n/texts.ts'
import { advice } from '../../common/i18n/why.ts'
import { timeText } from '../../common/ui/moment.ts'

const minuteMs = 60_000

/** Whether somebody who was sent away for a paper is past the time agreed. */
export function isLate ({ ticket: { hold } }: MyTicket, now: Date): boolean {
  return hold !== undefined && now.getTime() > Date.parse(hold.until)
}

/** "còn 1 giờ 5 phút": whole minutes, never more than there are. */
export function countdown (until: string, now: Date, language: Language): string {
  const say = speaker(phoneTexts, language)
  const left = Math.floor((Date.parse(until) - now.getTime()) / minuteMs)
  if (left < 1) return say('left.moment')
  const [hours, minutes] = [Math.floor(left / 60), left % 60]
  if (hours === 0) return say('left.minutes', { minutes })
  return minutes === 0 ? say('left.hours', { hours }) : say('left.both', { hours, minutes })
}

/**
 * What to do now, in the office's words. Known here before the office has said it,
 * and when a time goes by without a word from anybody.
 */
export function todo (mine: MyTicket, now: Date, zone: string): ByLanguage | undefined {
  const { ticket: { state, hold, counter } } = mine
  if (state === 'held' && hold) return said(isLate(mine, now) ? 'late' : 'held', { counter: hold.counter, time: timeText(hold.until, zone) })
  if (mine.advice) return mine.advice
  return state === 'missed' || state === 'cancelled' || state === 'expired' ? said(state, { counter: counter ?? '' }) : undefined
}

function said (key: keyof typeof advice.vi, blanks: Readonly<Record<string, string | number>>): ByLanguage {
  return { vi: fill(advice.vi[key], blanks), en: fill(advice.en[key], blanks) }
}
