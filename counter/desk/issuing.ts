import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { CheckInRequest } from '../../common/contract/booking.ts'
import type { Problem } from '../../common/contract/problem.ts'
import type { TicketTaken } from '../../common/contract/ticket.ts'
import { newKey, type Answer, type Api } from '../../common/ui/api.ts'
import { officeClock } from '../../common/ui/clock.ts'
import { Printing } from '../../common/ui/printing.ts'
import { requestOf, type Wish } from './wish.ts'

/** A number that was given out here. */
export interface Given {
  readonly taken: TicketTaken
  /** From a booking; `before`: it had its number already. */
  readonly booked?: { readonly before: boolean }
}

/** `asking`: it will hardly be called today, which is asked about once. */
export type Stage =
  | { readonly at: 'choosing' | 'asking' | 'sending' }
  | { readonly at: 'refused', readonly problem: Problem }
  | { readonly at: 'given', readonly given: Given }

/** A number made longer ago than this was not made by this answer. */
const freshMs = 10_000

/** Gives numbers out, one at a time, and follows the paper of the latest. */
export class Issuing implements ReactiveController {
  stage: Stage = { at: 'choosing' }
  readonly printing: Printing
  private readonly host: ReactiveControllerHost
  private readonly api: Pick<Api, 'get' | 'post'>
  /** One wish, one key: what is sent again is the same number. */
  private key?: string

  constructor (host: ReactiveControllerHost, api: Pick<Api, 'get' | 'post'>) {
    this.host = host
    this.api = api
    this.printing = new Printing(host, api)
    host.addController(this)
  }

  hostDisconnected (): void { this.again() }

  get isSignedOut (): boolean {
    return this.printing.isSignedOut || this.stage.at === 'refused' && this.stage.problem.code === 'SIGN_IN_REQUIRED'
  }

  /** Another wish: what was said of the one before no longer holds. */
  again (): void {
    if (this.stage.at === 'sending') return
    this.key = undefined
    this.printing.end()
    this.go({ at: 'choosing' })
  }

  /** Answers whether a number was given. */
  async take (wish: Wish, isHardly: boolean): Promise<Given | undefined> {
    const request = requestOf(wish)
    if (!request || this.stage.at === 'sending' || this.stage.at === 'given') return undefined
    if (isHardly && this.stage.at === 'choosing') return this.go({ at: 'asking' })
    this.key ??= newKey()
    return this.send(this.api.post<TicketTaken>('/tickets', request, { key: this.key }), taken => ({ taken }))
  }

  /** The booking itself is the key: asked for twice, it is the same number. */
  async checkIn (asked: CheckInRequest): Promise<Given | undefined> {
    if (this.stage.at === 'sending') return undefined
    this.again()
    return this.send(this.api.post<TicketTaken>('/bookings/check-in', asked), taken => ({ taken, booked: { before: officeClock.now().getTime() - Date.parse(taken.ticket.issuedAt) > freshMs } }))
  }

  private async send (asked: Answer<TicketTaken>, givenOf: (taken: TicketTaken) => Given): Promise<Given | undefined> {
    this.go({ at: 'sending' })
    const answer = await asked
    if (!answer.ok) return this.refused(answer.error)
    const given = givenOf(answer.value)
    const { taken: { ticket, print }, booked } = given
    this.key = undefined
    this.go({ at: 'given', given })
    if (print && !booked?.before) this.printing.watch(ticket, print)
    return given
  }

  private refused (problem: Problem): undefined {
    // Only where nobody knows whether the office heard it must the same be sent again.
    if (problem.status !== 0) this.key = undefined
    return this.go({ at: 'refused', problem })
  }

  private go (stage: Stage): undefined {
    this.stage = stage
    this.host.requestUpdate()
  }
}
