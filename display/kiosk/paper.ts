import type { PrinterState } from '../../common/contract/live.ts'
import type { PrintState } from '../../common/contract/ticket.ts'

/** A slip that takes longer than this is not waited for. */
const slowMs = 7000

/** What may honestly be said of the paper. A printer that is known not to answer is not waited for. */
export function paperText (print: PrintState | undefined, ageMs: number, printer: PrinterState = 'ready') {
  if (print === undefined) return 'print.none'
  if (printer === 'unreachable' && print !== 'printed') return 'print.away'
  switch (print) {
    case 'printed': return 'print.printed'
    case 'unconfirmed': return 'print.unconfirmed'
    case 'queued':
    case 'printing': return ageMs > slowMs ? 'print.trouble' : 'print.printing'
    case 'blocked':
    case 'unknown':
    case 'failed': return 'print.trouble'
  }
}

/** The number has to be remembered, or may have to be. */
export function isPaperInTrouble (...known: Parameters<typeof paperText>): boolean {
  const said = paperText(...known)
  return said !== 'print.printing' && said !== 'print.printed'
}
