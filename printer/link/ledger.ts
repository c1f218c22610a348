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
  /** Takes out every job this identifier confirms: it speaks for all that came before it too. */
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
  return {
    add (job) {
      jobs = [...jobs, job].slice(-mostJobs)
      fences = [...fences, job].slice(-mostJobs)
    },
    confirmed (id) {
      const last = jobs.findLastIndex(({ slip }) => processId(slip.processNumber) === id)
      const done = jobs.slice(0, last + 1)
      jobs = jobs.slice(last + 1)
      return done
    },
    fenced () {
      const [first, ...rest] = fences
      fences = rest
      return first
    },
    isOpen: () => jobs.length > 0
  }
}
