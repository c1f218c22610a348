import type { Field } from '../../common/contract/office.ts'
import type { TicketTaken } from '../../common/contract/ticket.ts'
import type { Printed, Shown, Step, Taken } from './steps.ts'

export const ticketShownMs = 12_000
/** Without paper the number is to be remembered, or photographed by somebody who first has to find their phone. */
export const paperlessShownMs = 25_000
/** From the news that a slip is printed. */
export const takeSlipMs = 6_000
/** An answer that is repeated at once is the same touch; one older than this was given before. */
const justNowMs = 20_000

/** Also after the person has gone elsewhere: the ticket exists, so its number must be seen. */
export function shown (step: Step, { taken, now, field, booked, again }: Taken): Step {
  if (step.at === 'ticket') return step
  return {
    at: 'ticket', taken, field: field ?? nameless(taken), shownAt: now, closesAt: now + (again ? paperlessShownMs : ticketShownMs),
    ...booked && { booked }, ...again && { again },
    // Of a slip that was printed then, nothing is to be taken now.
    ...taken.print && !again && { print: taken.print.state }
  }
}

/** The booking had its number before: at another kiosk, or this morning. */
export function isGivenBefore ({ ticket }: TicketTaken, now: number): boolean {
  return now - Date.parse(ticket.issuedAt) > justNowMs
}

const nameless = ({ ticket }: TicketTaken): Field => ({
  id: ticket.field, digit: Number(ticket.number[0]) || 9, name: { vi: '', en: '' }, kioskLabel: { vi: '', en: '' },
  purpose: ticket.purpose, waiting: 0, served: true, open: true, opensAt: null, counters: [], bookable: false
})

/** The job of the paper that is waited for: the latest. */
export const jobOf = ({ reprint, taken }: Shown): string | undefined => reprint?.job ?? taken.print?.job
/** When that paper was asked for. */
export const paperSince = ({ reprint, shownAt }: Shown): number => reprint?.sentAt ?? shownAt
export function withoutQuestion ({ reprint: _, ...step }: Shown): Shown { return step }

/** How far the slip of a shown number has come. */
export function printed (step: Shown, { job: { state, printer }, now }: Printed): Shown {
  const isNews = state === 'printed' && step.print !== 'printed'
  // Paper that came late is still to be taken: time to read that, and to reach for it.
  return { ...isNews && step.reprint?.at === 'asking' ? withoutQuestion(step) : step, print: state, printer, ...isNews && { closesAt: Math.max(step.closesAt, now + takeSlipMs) } }
}

/** The screen stays as long as somebody needs who goes without paper. Said again, it changes nothing. */
export function remember (step: Step): Step {
  if (step.at !== 'ticket' || step.closesAt >= paperSince(step) + paperlessShownMs) return step
  return { ...step, closesAt: paperSince(step) + paperlessShownMs }
}

/**
 * What a booked time means for the number it became. The office keeps the time with the number
 * only as long as it counts: whoever comes too late for it waits like everyone.
 */
export function meaningOf ({ ticket: { appointment } }: TicketTaken, now: number): 'early' | 'inTime' | 'late' {
  if (appointment === undefined) return 'late'
  return now < Date.parse(appointment) ? 'early' : 'inTime'
}
