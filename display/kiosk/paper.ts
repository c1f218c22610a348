import type { PrintState } from '../../common/contract/ticket.ts'

/** A slip that takes longer than this is not waited for. */
const slowMs = 7000

/** What may honestly be said of the paper. */
export function paperText (print: PrintState | undefined, ageMs: number) {
  switch (print) {
    case undefined: return 'print.none'
    case 'printed': return 'print.printed'
    case 'unconfirmed': return 'print.unconfirmed'
    case 'queued':
    case 'printing': return ageMs > slowMs ? 'print.trouble' : 'print.printing'
    case 'blocked':
    case 'unknown':
    case 'failed': return 'print.trouble'
  }
}
