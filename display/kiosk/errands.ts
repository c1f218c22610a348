import type { CheckInRequest } from '../../common/contract/booking.ts'
import type { SlipAsked, SlipRequest } from '../../common/contract/printer.ts'
import type { MyTicket, Print, PrintJob, TicketTaken } from '../../common/contract/ticket.ts'
import type { Api, Answer } from '../../common/ui/api.ts'
import { language } from '../../common/ui/language.ts'
import type { Confirming } from './steps.ts'
import { requestOf } from './wish.ts'

const againMs = 1000

/** What the kiosk asks of the office for whoever stands at it. */
export class Errands {
  private readonly api: Api
  constructor (api: Api) { this.api = api }

  /** `pin`: a guide's, for a number that will hardly be served today. */
  take (wish: Confirming, pin?: string): Answer<TicketTaken> {
    const request = { ...requestOf(wish, language.current), ...pin !== undefined && { overrule: { pin } } }
    return this.patiently(() => this.api.post<TicketTaken>('/tickets', request, { key: wish.key }))
  }

  /** The booking itself is the key: asked for twice, at two kiosks or tomorrow, it is the same ticket. */
  checkIn (asked: CheckInRequest): Answer<TicketTaken> {
    return this.patiently(() => this.api.post<TicketTaken>('/bookings/check-in', asked))
  }

  mine (token: string): Answer<MyTicket> { return this.api.get(`/my/${token}`) }

  printAgain (ticket: string, key: string): Answer<{ readonly print: Print }> {
    return this.patiently(() => this.api.post(`/tickets/${ticket}/print`, undefined, { key }))
  }

  list (procedure: string, key: string): Answer<SlipAsked> {
    return this.api.post('/slips', { kind: 'checklist', procedure, language: language.current } satisfies SlipRequest, { key })
  }

  /** How far a slip has come, every second for as long as `isAwaited`. */
  async watchPaper (job: string, isAwaited: () => boolean, tell: (job: PrintJob) => void): Promise<void> {
    while (isAwaited()) {
      await pause(againMs)
      const asked = await this.api.get<PrintJob>(`/print-jobs/${job}`)
      if (asked.ok) tell(asked.value)
    }
  }

  /** A lost answer is asked for once more, in the same way: it is the same ticket, or the same slip. */
  private async patiently <Value> (ask: () => Answer<Value>): Answer<Value> {
    const answer = await ask()
    if (answer.ok || answer.error.code !== 'NO_CONNECTION') return answer
    await pause(againMs)
    return ask()
  }
}

const pause = (ms: number) => new Promise<void>(resolve => { setTimeout(resolve, ms) })
