import type { PrinterShown, PrinterState } from '../../common/contract/printer.ts'
import type { PrinterStatus, SlipPrinter } from '../ports/slip-printer.ts'

/** A printer as one kind of view may see it: citizens need its state, staff also what to look for. */
export function shownPrinter ({ name, state, label, detail, reliefBy }: PrinterStatus, forStaff: boolean): PrinterShown {
  return { printer: name, state, ...forStaff && { label, ...detail !== undefined && { detail } }, ...reliefBy !== undefined && { reliefBy } }
}

/** What a snapshot says of the printers: all of them, and in one word the kiosk's. */
export function shownPrinters ({ printers, kiosk }: Pick<SlipPrinter, 'printers' | 'kiosk'>, forStaff: boolean): { readonly printer: PrinterState, readonly printers: readonly PrinterShown[] } {
  const all = printers()
  return { printer: all.find(({ name }) => name === kiosk)?.state ?? 'unreachable', printers: all.map(status => shownPrinter(status, forStaff)) }
}
