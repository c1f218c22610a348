import type { PrinterShown, PrinterState } from '../contract/printer.ts'

/** No slip comes out of a printer in these states: the number is to be remembered, or another printer prints it. */
export function cannotPrint (state: PrinterState): boolean {
  return state !== 'ready' && state !== 'paper-low'
}

/** A view that shows printers, after one of them changed. `printer` is the state of the kiosk's own. */
export function withPrinter<Shot extends { readonly printer: PrinterState, readonly printers: readonly PrinterShown[] }> (shot: Shot, { printer, state, label, detail, reliefBy }: PrinterShown): Shot {
  const shown: PrinterShown = { printer, state, ...label !== undefined && { label }, ...detail !== undefined && { detail }, ...reliefBy !== undefined && { reliefBy } }
  const others = shot.printers.filter(other => other.printer !== printer)
  return { ...shot, printer: printer === 'kiosk' ? state : shot.printer, printers: [...others, shown].sort((a, b) => b.printer.localeCompare(a.printer)) }
}
