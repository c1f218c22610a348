import type { ConsoleShot, Queue } from '../../common/contract/live.ts'
import { situation, type Deed } from './deeds.ts'
import { Doing } from './doing.ts'

/** Deeds at one's own counter. */
export class Acting extends Doing<Deed> {
  private queueThen?: Queue

  /** What is now known of the counter. Something new there ends the doubt and the last complaint. */
  see (shot: ConsoleShot | undefined): void {
    const wasPending = this.pending !== undefined
    if (this.saw(situation(shot)) && !wasPending) this.refusal.end()
    if (this.problem?.code === 'NOBODY_WAITING' && this.isSomebodyHere(shot)) this.refusal.end()
  }

  act (shot: ConsoleShot, deed: Deed): Promise<boolean> {
    this.queueThen = shot.queue
    return this.do(deed, `/counters/${shot.counter.number}/${deed}`, situation(shot))
  }

  /** In another queue than that of the refused deed: that one may have been wrong. */
  private isSomebodyHere (shot: ConsoleShot | undefined): boolean {
    return shot !== undefined && shot.queue !== this.queueThen && shot.queue.waiting > 0
  }
}
