import type { MyTicket } from '../../common/contract/ticket.ts'
import { phoneTexts } from '../../common/i18n/phone.ts'
import { speaker, type Language } from '../../common/i18n/texts.ts'
import { timeText } from '../../common/ui/moment.ts'

/** What the tab says, for a phone that is showing another page. */
export function titleOf ({ ticket, ahead, counters }: MyTicket, language: Language, zone: string): string {
  const say = speaker(phoneTexts, language)
  const { number } = ticket
  if (ticket.state === 'missed') return say('title.missed', { number })
  if (ticket.state === 'held' && ticket.hold) return say('title.held', { time: timeText(ticket.hold.until, zone), number })
  if (ticket.state === 'called') return say('title.called', { counter: ticket.counter ?? counters[0] ?? '', number })
  if (ticket.state !== 'waiting' || ahead === null) return say('title.other', { number })
  return ahead === 0 ? say('title.next', { number }) : say('title.waiting', { ahead, number })
}

/**
 * A call or a recall, also when the page was not looked at in between. Only a later one is new:
 * after a recall the office goes on to tell the time of the first call.
 */
export function isNewCall (before: MyTicket | undefined, mine: MyTicket): boolean {
  return before !== undefined && mine.ticket.state === 'called' && calledMs(mine) > calledMs(before)
}

/** Called and not seen: a phone in a pocket may still bring its holder back in time. */
export function isNewlyMissed (before: MyTicket | undefined, mine: MyTicket): boolean {
  return before !== undefined && before.ticket.state !== 'missed' && mine.ticket.state === 'missed'
}

const calledMs = ({ ticket }: MyTicket): number => ticket.calledAt === null ? 0 : Date.parse(ticket.calledAt)

/** Where the browser allows it; many do only after a first touch. */
export function vibrate (): void {
  try { navigator.vibrate?.([400, 150, 400, 150, 400]) } catch { /* a phone that may not is still a phone */ }
}
