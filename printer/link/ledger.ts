import { processId } from '../encode/compose.ts'
import { type FinishedSlip } from '../outcome.ts'
import { type Awaited } from './await.ts'

/** A job whose last bytes went over a connection, and that the printer has not yet said to be on paper. */
export interface SentJob {
  readonly slip: Pick<FinishedSlip, 'job' | 'processNumber'>
  readonly awaited: Awaited
}

/** What went over one connection, in order, and is still to be heard of. */
export interface Ledger {
  add (job: SentJob): void
  /**
   * Takes out the jobs this identifier confirms, the one it names last. It speaks for those before it that were worked off
   * (answers that pile up are dropped but for the last); the others are given up: a printer on a serial line that was
   * switched off and on has lost them, and names the next job on the same connection.
   */
  confirmed (id: string): readonly SentJob[]
  /** The job whose GS r 1 this answer is for: they are answered in order. */
  fenced (): SentJob | undefined
  /** Some of it may still come out. */
  isOpen (): boolean
}

/** More jobs than that without a word, and the oldest is not worth remembering. */
const mostJobs = 50

export function createLedger (): Ledger {
  let jobs: readonly SentJob[] = []
  let fences: readonly SentJob[] = []
  const workedOff = new WeakSet<SentJob>()
  return {
    add (job) {
      jobs = [...jobs, job].slice(-mostJobs)
      fences = [...fences, job].slice(-mostJobs)
    },
    confirmed (id) {
      const at = jobs.findLastIndex(({ slip }) => processId(slip.processNumber) === id)
      const named = jobs[at]
      if (!named) return []
      const before = jobs.slice(0, at).filter(job => workedOff.has(job))
      jobs = jobs.slice(at + 1)
      // Its own GS r 1 may still be answered; those of the jobs before it no more.
      fences = fences.slice(Math.max(0, fences.indexOf(named)))
      return [...before, named]
    },
    fenced () {
      const [first, ...rest] = fences
      fences = rest
      if (first) workedOff.add(first)
      return first
    },
    isOpen: () => jobs.length > 0
  }
}
