import { adapterTimes, type AdapterTimes } from '../transports/adapter.ts'

/** How long a printer is waited for, and how often it is asked (PRINTING §4.5). */
export interface LinkTimes extends AdapterTimes {
  /** From the last progress of a job to asking the printer what became of it. A slip takes half a second to two. */
  readonly confirmMs: number
  /** How far the mechanism may lag behind what the printer has taken. */
  readonly settleMs: number
  /** One answer to DLE EOT; each question is put twice. */
  readonly statusMs: number
  /** Between two questions to a printer that has nothing to do. */
  readonly heartbeatMs: number
  /**
   * Pauses before connecting again, after the first, second … failure in a row; the last one repeats. Short: a try costs next
   * to nothing on the hall's own network (or one small process for a cable), and who has mended a printer looks at it at once.
   */
  readonly backoffMs: readonly number[]
}

export const linkTimes: LinkTimes = {
  ...adapterTimes, confirmMs: 15_000, settleMs: 2000, statusMs: 1000, heartbeatMs: 10_000, backoffMs: [1000, 2000, 3000, 5000]
}
