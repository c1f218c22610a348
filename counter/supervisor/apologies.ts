import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { ForecastReport } from '../../common/contract/forecast.ts'
import type { FloorShot } from '../../common/contract/live.ts'
import type { Api } from '../../common/ui/api.ts'
import { Printing, type Slip } from '../../common/ui/printing.ts'

/** What became of a slip that was asked for, and why it was not printed. */
export interface Said { readonly slip: Slip, readonly refusal: string }

/** Slips that say sorry, asked for here, and how many the office has asked for today. */
export class Apologies implements ReactiveController {
  /** Absent until it is known, and for those who may not know it. */
  today?: number
  private readonly host: ReactiveControllerHost
  private readonly api: Pick<Api, 'get' | 'post'>
  private readonly mayCount: () => boolean
  /** By ticket. */
  private readonly asked = new Map<string, Printing>()
  private countedAt?: string

  /** @param mayCount whether whoever looks may read the report that counts them */
  constructor (host: ReactiveControllerHost, api: Pick<Api, 'get' | 'post'>, mayCount: () => boolean) {
    this.host = host
    this.api = api
    this.mayCount = mayCount
    host.addController(this)
  }

  hostDisconnected (): void {
    for (const ticket of this.asked.keys()) this.forget(ticket)
    this.countedAt = undefined
  }

  get isSignedOut (): boolean { return [...this.asked.values()].some(({ isSignedOut }) => isSignedOut) }

  slipOf (ticket: string): Slip | undefined { return this.asked.get(ticket)?.slip }

  /** A number that no longer waits needs no words any more; others may have said sorry meanwhile, so the count is asked for anew. */
  see (shot: FloorShot | undefined): void {
    if (!shot?.promise) return
    const late = new Set(shot.promise.broken.map(({ id }) => id))
    for (const ticket of this.asked.keys()) if (!late.has(ticket)) this.forget(ticket)
    const state = `${shot.at.slice(0, 10)} ${shot.promise.brokenToday} ${[...late].join()}`
    if (state === this.countedAt) return
    this.countedAt = state
    void this.count(shot)
  }

  async print (shot: FloorShot, ticket: Slip['ticket']): Promise<void> {
    const printing = this.asked.get(ticket.id) ?? new Printing(this.host, this.api, 'apology')
    this.asked.set(ticket.id, printing)
    await printing.print(ticket)
    await this.count(shot)
  }

  private async count ({ at }: FloorShot): Promise<void> {
    if (!this.mayCount()) return
    const today = at.slice(0, 10)
    const report = await this.api.get<ForecastReport>(`/reports/forecast?from=${today}&to=${today}`)
    if (!report.ok) return
    this.today = report.value.promise.apologies
    this.host.requestUpdate()
  }

  private forget (ticket: string): void {
    const printing = this.asked.get(ticket)
    if (!printing) return
    printing.end()
    this.host.removeController(printing)
    this.asked.delete(ticket)
  }
}
