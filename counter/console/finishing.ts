import type { ReactiveControllerHost } from 'lit'
import type { ConsoleShot } from '../../common/contract/live.ts'
import type { Acting } from './acting.ts'
import type { Drafts } from './asking.ts'
import { finishOf, freshFinish, type FinishDraft } from './finish-draft.ts'
import type { OwnWay } from './preferences.ts'
import { WrapUp } from './wrap-up.ts'

/** A double Enter opens the strip and sends nothing, in whichever window: so long it is at least to be seen. */
const lookMs = 300

interface FinishingHost extends ReactiveControllerHost { readonly drafts: Drafts }

/** The end of a number: what is said of it, and what comes after it by itself. */
export class Finishing {
  /** The strip of outcomes is unfolded. */
  isOpen = false
  readonly wrapUp: WrapUp
  private openedAt = -Infinity
  private readonly host: FinishingHost
  private readonly acting: Acting
  private readonly way: OwnWay

  constructor (host: FinishingHost, acting: Acting, way: OwnWay, callNext: () => void) {
    this.host = host
    this.acting = acting
    this.way = way
    this.wrapUp = new WrapUp(host, callNext)
  }

  /** About the number at the counter; whoever is asked each time starts with the outcome used last. */
  draft ({ current, mine }: Pick<ConsoleShot, 'current' | 'mine'>): FinishDraft | undefined {
    if (!current || !mine) return undefined
    const { id } = current.ticket
    const { finish } = this.host.drafts
    const { askOutcome, lastOutcome } = this.way.now
    return finish?.ticket === id ? finish : freshFinish(id, askOutcome ? lastOutcome : undefined)
  }

  unfold (): void {
    this.isOpen = true
    this.openedAt = performance.now()
  }

  fold (): void { this.isOpen = false }

  /** Whoever answers has seen the question. */
  say (draft: FinishDraft): void {
    this.openedAt = -Infinity
    this.host.drafts.finish = draft
  }

  /** Asks first where the officer wants to be asked, or where what was typed is no dossier's code: then false. */
  async finish (shot: ConsoleShot): Promise<boolean> {
    if (this.isOpen && performance.now() - this.openedAt < lookMs) return false
    const draft = this.draft(shot)
    const wish = draft && finishOf(draft)
    if (!wish || (this.way.now.askOutcome && !this.isOpen)) {
      this.unfold()
      return false
    }
    if (!await this.acting.act(shot, 'finish', wish)) return true
    this.fold()
    delete this.host.drafts.finish
    if (wish.outcome !== undefined) this.way.change({ lastOutcome: wish.outcome })
    const { autoNext, wrapUpSeconds } = this.way.now
    if (autoNext) this.wrapUp.start(wrapUpSeconds, draft.ticket)
    return true
  }
}
