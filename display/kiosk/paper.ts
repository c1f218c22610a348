import type { KioskShot } from '../../common/contract/live.ts'
import type { PrinterShown } from '../../common/contract/printer.ts'
import type { PrintState } from '../../common/contract/ticket.ts'
import { cannotPrint, withPrinter } from '../../common/ui/printers.ts'

/** A slip that takes longer than this is not waited for. */
const slowMs = 7000

/** What is known of a slip on its way to paper. */
export interface PaperKnown {
  /** Absent: nobody asked for paper. */
  readonly print?: PrintState
  /** The printer its job is at: another than the kiosk's own once it was taken over. */
  readonly at?: string
  /** How long it has been waited for, {@link waitedMs}. */
  readonly ageMs: number
  /** The kiosk's own. */
  readonly printer?: PrinterShown
}

/** `mendedAt`: since when it prints again, where this kiosk was told that it could not. */
export interface OwnPrinter extends PrinterShown { readonly mendedAt?: number }

/** The kiosk's own printer among those it is told of. */
export function ownPrinter (printers: readonly OwnPrinter[] | undefined): OwnPrinter | undefined {
  return printers?.find(({ printer }) => printer === 'kiosk')
}

/** A kiosk's view after a printer changed, with the moment its own one prints again. */
export function withChanged (shot: KioskShot, changed: PrinterShown, now: number): KioskShot {
  const before = ownPrinter(shot.printers)
  const after = withPrinter(shot, changed)
  if (changed.printer !== 'kiosk' || cannotPrint(changed.state)) return after
  const mendedAt = before && cannotPrint(before.state) ? now : before?.mendedAt
  if (mendedAt === undefined) return after
  return { ...after, printers: after.printers.map(printer => printer.printer === 'kiosk' ? { ...printer, mendedAt } : printer) }
}

/** Time during which the printer could not print says nothing about how fast it is. */
export function waitedMs (since: number, now: number, printer: OwnPrinter | undefined): number {
  return now - Math.max(since, printer?.mendedAt ?? since)
}

/** What may honestly be said of the paper. A printer that is known not to print is not waited for. */
export function paperText ({ print, at = 'kiosk', ageMs, printer }: PaperKnown) {
  if (print === undefined) return 'print.none'
  if (at !== 'kiosk') return elsewhere[print]
  switch (print) {
    case 'printed': return 'print.printed'
    case 'unconfirmed': return 'print.unconfirmed'
    case 'unknown':
    case 'failed': return 'print.trouble'
    case 'queued':
    case 'blocked': return printer?.reliefBy === undefined ? onItsWay(ageMs, printer) : 'print.desk'
    case 'printing': return onItsWay(ageMs, printer)
  }
}

/** Taken over by the printer at the guide's desk. */
const elsewhere = {
  queued: 'print.desk', blocked: 'print.desk', printing: 'print.desk', printed: 'print.desk.printed',
  unconfirmed: 'print.desk.printed', unknown: 'print.trouble', failed: 'print.trouble'
} as const satisfies Record<PrintState, string>

function onItsWay (ageMs: number, printer: PrinterShown | undefined) {
  if (printer && cannotPrint(printer.state)) return `print.${printer.state}` as `print.${Trouble}`
  return ageMs > slowMs ? 'print.slow' : 'print.printing'
}

type Trouble = Exclude<PrinterShown['state'], 'ready' | 'paper-low'>

/** Whether the paper comes, so that the screen may close soon; otherwise somebody has to read, remember or go elsewhere. */
export function isPaperComing (known: PaperKnown): boolean {
  const said = paperText(known)
  return said === 'print.printing' || said === 'print.printed'
}

/** The number has to be remembered, or may have to be. */
export function isPaperInTrouble (known: PaperKnown): boolean {
  return !isPaperComing(known) && !paperText(known).startsWith('print.desk')
}

/** What is said before a number is taken, of a printer that does not print; undefined when it does. */
export function printerText (printer: PrinterShown | undefined) {
  if (!printer || !cannotPrint(printer.state)) return undefined
  return printer.reliefBy === undefined ? `printer.${printer.state}` as `printer.${Trouble}` : 'printer.desk'
}

/** What is said of the list of papers on its way. */
export function listText (known: PaperKnown) {
  const said = paperText(known)
  switch (said) {
    case 'print.printing':
    case 'print.slow': return 'checklist.printing'
    case 'print.printed': return 'checklist.printed'
    case 'print.unconfirmed': return 'checklist.unconfirmed'
    case 'print.desk':
    case 'print.desk.printed': return 'checklist.desk'
    case 'print.none':
    case 'print.trouble':
    case 'print.paper-out':
    case 'print.cover-open':
    case 'print.fault':
    case 'print.unreachable': return 'checklist.trouble'
  }
}
