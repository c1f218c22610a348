import type { PrinterShown } from '../../common/contract/printer.ts'
import type { PrintState } from '../../common/contract/ticket.ts'
import { cannotPrint } from '../../common/ui/printers.ts'
import { paperlessShownMs, ticketShownMs, withoutQuestion } from './shown.ts'
import type { Input, Shown, Step } from './steps.ts'

/** So long after a number was given its kiosk may print it again (server/features/tickets); later the guide does. */
export const reprintMs = 60_000

/** Waiting slips come by themselves: one more would be two papers with one number. */
const isSettled = {
  queued: false, blocked: false, printing: false, printed: true, unconfirmed: true, unknown: true, failed: true
} as const satisfies Record<PrintState, boolean>

/**
 * What the screen has to do with another slip at `now`: offer it, or ask whether there really is none.
 * Once for a number, and only where paper can come: beyond that the guide helps.
 */
export function reprintShown (step: Shown, now: number, printer: PrinterShown | undefined): 'offer' | 'ask' | undefined {
  const { print, printer: at = 'kiosk', reprint, taken: { ticket }, again } = step
  if (again || print === undefined || now - Date.parse(ticket.issuedAt) >= reprintMs) return undefined
  if (reprint) return reprint.at === 'asking' ? 'ask' : undefined
  const isAtDesk = at !== 'kiosk' && (print === 'printed' || print === 'unconfirmed')
  const comes = !printer || !cannotPrint(printer.state) || printer.reliefBy !== undefined
  return isSettled[print] && !isAtDesk && comes ? 'offer' : undefined
}

/** What is said in place of how the paper is doing. */
export function reprintText ({ reprint }: Shown, shown: ReturnType<typeof reprintShown>) {
  if (shown === 'ask') return 'print.again.ask'
  switch (reprint?.at) {
    case 'sending': return 'print.again.sending'
    case 'refused': return 'print.again.refused'
    case 'unsure': return 'print.again.unsure'
    case 'asking':
    case 'sent':
    case undefined: return undefined
  }
}

/** Each of these is another picture to a hand that trembles. */
export function pictureOf (step: Step): string {
  if (step.at === 'hardly') return step.pin === undefined ? 'hardly' : 'hardly pin'
  return step.at === 'ticket' && step.reprint ? `ticket ${step.reprint.at}` : step.at
}

type Reprinting = Extract<Input, { do: 'reprint' | 'keepSlip' | 'printAgain' | 'reprinted' }>

/** Another slip of a shown number; also while help covers it. */
export function reprint (step: Step, input: Reprinting, newKey: () => string): Step {
  if (step.at === 'help') return { ...step, from: reprint(step.from, input, newKey) }
  if (step.at !== 'ticket') return step
  const at = step.reprint?.at
  switch (input.do) {
    case 'reprint': return at === undefined ? { ...step, reprint: { at: 'asking', key: newKey() }, closesAt: Math.max(step.closesAt, input.now + ticketShownMs) } : step
    case 'keepSlip': return at === 'asking' ? withoutQuestion(step) : step
    case 'printAgain': return step.reprint && at === 'asking' ? { ...step, reprint: { ...step.reprint, at: 'sending' } } : step
    case 'reprinted': return answered(step, input)
  }
}

function answered (step: Shown, { key, job, unsure, now }: Extract<Input, { do: 'reprinted' }>): Shown {
  if (step.reprint?.key !== key) return step
  if (job === undefined) return { ...step, reprint: { at: unsure ? 'unsure' : 'refused', key }, closesAt: Math.max(step.closesAt, now + paperlessShownMs) }
  const { printer: _, ...rest } = step
  return { ...rest, print: 'queued', reprint: { at: 'sent', key, job, sentAt: now }, closesAt: Math.max(step.closesAt, now + ticketShownMs) }
}
