import type { ReactiveControllerHost } from 'lit'
import type { ConsoleShot } from '../../common/contract/live.ts'
import type { Problem } from '../../common/contract/problem.ts'
import { Api } from '../../common/ui/api.ts'
import { Acting } from './acting.ts'
import { Doubts } from './doubts.ts'
import { OwnTickets } from './own-tickets.ts'
import { Panicking } from './panicking.ts'
import { PrintingHere } from './reprinting.ts'
import { Returning } from './returning.ts'
import type { Standing } from './standing.ts'

/** Everything that can be set going from one counter, and how far each of it has come. */
export class Hands {
  readonly api = new Api('staff')
  readonly acting: Acting
  readonly returning: Returning
  readonly panicking: Panicking
  readonly reprinting: PrintingHere
  readonly apologising: PrintingHere
  readonly doubts: Doubts
  readonly own: OwnTickets

  constructor (host: ReactiveControllerHost, refresh: () => void) {
    this.acting = new Acting(host, this.api, refresh)
    this.returning = new Returning(host, this.api, refresh)
    this.panicking = new Panicking(host, this.api, refresh)
    this.reprinting = new PrintingHere(host, this.api)
    this.apologising = new PrintingHere(host, this.api, 'apology')
    this.doubts = new Doubts(host, this.api)
    this.own = new OwnTickets(host, this.api)
  }

  /** The office knows this session no more. */
  get isSignedOut (): boolean {
    return [this.acting, this.returning, this.panicking, this.reprinting, this.apologising, this.doubts].some(({ isSignedOut }) => isSignedOut)
  }

  /** What is now known of the counter. */
  see (shot: ConsoleShot | undefined): void {
    for (const hand of [this.acting, this.returning, this.panicking, this.reprinting, this.apologising, this.own]) hand.see(shot)
    this.doubts.see(shot, this.reprinting.slip?.job)
  }

  /** For the screen; `said` puts a "no" into words. */
  standing (said: (problem: Problem | undefined) => string): Omit<Standing, 'hint' | 'told' | 'returned'> {
    const { acting, returning, panicking, reprinting: { slip }, apologising: { slip: apology }, doubts, own } = this
    return {
      pending: acting.pending, refusal: said(acting.problem),
      returning: returning.pending, notReturned: said(returning.problem),
      panicking: panicking.pending, notPanicked: said(panicking.problem),
      slip, notPrinted: said(slip?.problem), apology, notApologised: said(apology?.problem),
      doubts: { listed: doubts.listed, again: doubts.slips.map(slip => ({ slip, refusal: said(slip.problem) })) },
      own: { items: own.items, hasFailed: own.hasFailed, isOpen: own.isOpen }
    }
  }
}
