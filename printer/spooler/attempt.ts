import { wordsOf, type FinishedSlip, type Outcome } from '../outcome.ts'
import { type Printer } from '../printers.ts'
import { type JobChange, type JobState, type PrintJob } from './job.ts'
import { type Ledger, type SpoolerLog } from './ledger.ts'

export interface AttemptParts {
  readonly printer: Printer
  readonly ledger: Pick<Ledger, 'mark'>
  readonly log: SpoolerLog
  readonly signal: AbortSignal
}

export interface Attempted {
  readonly outcome: Outcome
  /** States the job's row can be in now; none when another printer has taken the job. */
  readonly from: readonly JobState[]
}

/** Sends one slip, once it is on disk that it is being printed. Never rejects. */
export async function attempt (job: PrintJob, slip: FinishedSlip, tries: number, { printer, ledger, log, signal }: AttemptParts): Promise<Attempted> {
  // A start whose commit seemed to fail may have been kept all the same.
  let from: readonly JobState[] = [job.state, 'printing']
  const beforeFirstByte = async () => {
    const isStored = await ledger.mark(job, job.state, 'start', { tries })
    from = isStored ? ['printing'] : []
    return isStored
  }
  try {
    return { outcome: await printer.print(slip, { beforeFirstByte, signal }), from }
  } catch (error) {
    // A printer never rejects; if one does after all, bytes may have gone.
    log.error({ job: job.id, err: error }, 'a printer failed unexpectedly')
    return { outcome: { state: from.length === 1 ? 'unknown' : 'unsent', fault: 'broken', detail: wordsOf(error) }, from }
  }
}

/** An outcome as columns of the job's row. */
export function columnsOf (outcome: Outcome): Pick<JobChange, 'error' | 'confirmedBy'> {
  return 'confirmedBy' in outcome ? { confirmedBy: outcome.confirmedBy } : { error: faultOf(outcome) }
}

export function faultOf (outcome: Exclude<Outcome, { confirmedBy: unknown }>): string {
  return 'detail' in outcome && outcome.detail ? `${outcome.fault}: ${outcome.detail}` : outcome.fault
}

/** Whether an outcome says something about the printer, not about this house. */
export function isOfPrinter (outcome: Outcome): boolean {
  return !('fault' in outcome) || outcome.fault !== 'stopping' && outcome.fault !== 'not-recorded'
}
