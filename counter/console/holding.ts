import type { HoldTerms } from '../../common/contract/live.ts'

/** What an officer has chosen and typed so far, before somebody is sent away for a paper. */
export interface HoldDraft {
  /** The ticket it is about: for another one it starts anew. */
  readonly ticket: string
  readonly chips: readonly string[]
  readonly words: string
  /** `other`: as typed in `otherMinutes`. */
  readonly minutes: number | 'other'
  readonly otherMinutes: string
  readonly slip: boolean
}

export const longestReason = 200
const longestMinutes = 480
const usualMinutes = [15, 30, 60]

export function freshHold (ticket: string, { minutes }: HoldTerms): HoldDraft {
  return { ticket, chips: [], words: '', minutes, otherMinutes: '', slip: true }
}

/** The usual ones, and the office's own where it is another. */
export function minuteChoices ({ minutes }: HoldTerms): number[] {
  return [...new Set([...usualMinutes, minutes])].sort((a, b) => a - b)
}

/** The minutes meant, or undefined where what was typed is no number of them. */
export function minutesOf ({ minutes, otherMinutes }: HoldDraft): number | undefined {
  if (minutes !== 'other') return minutes
  const typed = /^\d{1,3}$/.test(otherMinutes.trim()) ? Number(otherMinutes) : 0
  return typed >= 1 && typed <= longestMinutes ? typed : undefined
}

/** What the office is told, and prints for the citizen. */
export function reasonOf ({ chips, words }: Pick<HoldDraft, 'chips' | 'words'>): string {
  return [...chips, words.trim()].filter(part => part !== '').join('; ')
}

export interface ReturnTime {
  readonly until: Date
  /** A break lies between, and does not count. */
  readonly isOverBreak: boolean
  /** Cut off by the end of the day. */
  readonly isCut: boolean
}

/** Until when the number is kept, as the office will reckon it (server: `afterBreaks`); what it answers is what holds. */
export function returnTime (minutes: number, now: Date, { breaks, last }: HoldTerms): ReturnTime {
  const start = now.getTime()
  const wished = start + minutes * 60_000
  const end = breaks.reduce((end, { from, until }) => {
    const away = Math.max(start, Date.parse(from))
    return end > away && away < Date.parse(until) ? end + Date.parse(until) - away : end
  }, wished)
  // A snapshot of yesterday knows nothing of today's end.
  const lastMs = Date.parse(last) > start ? Date.parse(last) : Infinity
  return { until: new Date(Math.min(end, lastMs)), isOverBreak: end > wished, isCut: end > lastMs }
}
