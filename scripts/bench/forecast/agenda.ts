import type { Instant } from '../../../server/domain/time.ts'

/** Until then; or, where `orNews`, until somebody tells of something, whichever comes first. */
export interface Wait { readonly until: Instant, readonly orNews?: true }

/** Somebody's doings: between two waits everything happens at once. */
export type Doings = Generator<Wait, void, undefined>

interface Sleeper { readonly doings: Doings, readonly at: Instant, readonly order: number, readonly wakesForNews: boolean }

/** The clock of a simulated day: it jumps from one happening to the next, in order of time, then of asking. */
export class Agenda {
  now: Instant
  /** The next to wake stands last. */
  private sleepers: Sleeper[] = []
  private asked = 0

  constructor (now: Instant) {
    this.now = now
  }

  begin (doings: Doings): void {
    const { value: wait, done } = doings.next()
    if (done !== true) this.sleep(doings, wait)
  }

  /** Wakes everybody who waits for news, after whatever else happens now. */
  tell (): void {
    for (const sleeper of this.sleepers.filter(({ wakesForNews }) => wakesForNews)) {
      this.sleepers.splice(this.sleepers.indexOf(sleeper), 1)
      this.sleep(sleeper.doings, { until: this.now })
    }
  }

  /** When something happens next, if nobody tells of anything before. */
  next (): Instant | undefined {
    return this.sleepers.at(-1)?.at
  }

  /** Lives on until that time, or until nobody has anything left to do. */
  runUntil (end: Instant): void {
    for (let first = this.sleepers.at(-1); first && first.at <= end; first = this.sleepers.at(-1)) {
      this.sleepers.pop()
      this.now = first.at
      this.begin(first.doings)
    }
    this.now = end
  }

  private sleep (doings: Doings, { until, orNews }: Wait): void {
    const sleeper: Sleeper = { doings, at: Math.max(this.now, Math.round(until)), order: ++this.asked, wakesForNews: orNews ?? false }
    const place = this.sleepers.findLastIndex(other => other.at > sleeper.at || (other.at === sleeper.at && other.order > sleeper.order))
    this.sleepers.splice(place + 1, 0, sleeper)
  }
}
