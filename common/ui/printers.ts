import type { PrinterShown, PrinterState } from '../contract/printer.ts'

/** No slip comes out of a printer in these states: the number is to be remembered, or another printer prints it. */
export function cannotPrint (state: PrinterState): boolean {
  return state !== 'ready' && state !== 'paper-low'
}

/** The printers of a view, after one of them changed. */
export function printersWith (printers: readonly PrinterShown[], { printer, state, label, detail, reliefBy }: PrinterShown): readonly PrinterShown[] {
  const shown: PrinterShown = { printer, state, ...label !== undefined && { label }, ...detail !== undefined && { detail }, ...reliefBy !== undefined && { reliefBy } }
  return [...printers.filter(other => other.printer !== printer), shown].sort((a, b) => b.printer.localeCompare(a.printer))
}

/** A view that also shows the state of the kiosk's own printer, after one of them changed. */
export function withPrinter<Shot extends { readonly printer: PrinterState, readonly printers: readonly PrinterShown[] }> (shot: Shot, told: PrinterShown): Shot {
  return { ...shot, printer: told.printer === 'kiosk' ? told.state : shot.printer, printers: printersWith(shot.printers, told) }
}
