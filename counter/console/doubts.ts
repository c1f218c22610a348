import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { ConsoleShot } from '../../common/contract/live.ts'
import type { PrintJobListed } from '../../common/contract/ticket.ts'
import type { Api } from '../../common/ui/api.ts'
import { isComing, Printing, type Slip } from '../../common/ui/printing.ts'

/**
 * The slips of today of which nobody knows whether they came out, and what becomes of those that are printed again here.
 * Asked for when the counter begins, when something is told of a printer, after a reprint, and when one of their numbers
 * comes to a counter or leaves it; never by the clock.
 */
export class Doubts implements ReactiveController {
  listed: readonly PrintJobListed[] = []
  private readonly host: ReactiveControllerHost
  private readonly api: Pick<Api, 'get' | 'post'>
  /** By ticket. */
  private readonly again = new Map<string, Printing>()
  private printers?: ConsoleShot['printers']
  private reprinted?: string
  private atCounters = ''
  private asking = false
  private isStale = false

  constructor (host: ReactiveControllerHost, api: Pick<Api, 'get' | 'post'>) {
    this.host = host
    this.api = api
    host.addController(this)
  }

  hostDisconnected (): void {
    this.printers = undefined
    this.forget(() => true)
  }

  /** Slips that were asked for again here. */
  get slips (): readonly Slip[] {
    return [...this.again.values()].flatMap(({ slip }) => slip ?? [])
  }

  get isSignedOut (): boolean {
    return [...this.again.values()].some(({ isSignedOut }) => isSignedOut)
  }

  /** `reprinted`: the job of the slip that was asked for again for the number at the counter. */
  see (shot: ConsoleShot | undefined, reprinted: string | undefined): void {
    if (!shot?.mine) return
    // The list of printers is another one whenever something was told of them, even the same.
    const atCounters = this.listedAt(shot)
    const isNews = shot.printers !== this.printers || reprinted !== undefined && reprinted !== this.reprinted || atCounters !== this.atCounters
    this.printers = shot.printers
    this.reprinted = reprinted
    this.atCounters = atCounters
    if (!isNews) return
    this.forget(({ slip }) => !slip || !isComing(slip))
    void this.ask()
  }

  private listedAt ({ current, colleagues }: ConsoleShot): string {
    const present = new Set([current?.ticket.id, ...colleagues.map(({ ticket }) => ticket?.id)])
    return this.listed.flatMap(({ ticket }) => ticket !== undefined && present.has(ticket) ? ticket : []).join(' ')
  }

  async print (ticket: Slip['ticket']): Promise<void> {
    const reprinting = this.again.get(ticket.id) ?? new Printing(this.host, this.api)
    this.again.set(ticket.id, reprinting)
    await reprinting.print(ticket)
    await this.ask()
  }

  /** One question at a time; what is told meanwhile is asked once more. */
  private async ask (): Promise<void> {
    this.isStale = true
    if (this.asking) return
    this.asking = true
    while (this.isStale) {
      this.isStale = false
      const answer = await this.api.get<{ readonly items: readonly PrintJobListed[] }>('/print-jobs?state=doubtful')
      if (answer.ok) this.show(answer.value.items)
    }
    this.asking = false
  }

  private show (listed: readonly PrintJobListed[]): void {
    this.listed = listed
    // A slip that was printed again and is in doubt itself is one of the list.
    this.forget(({ slip }) => listed.some(({ job }) => job === slip?.job))
    this.host.requestUpdate()
  }

  private forget (isOver: (reprinting: Printing) => boolean): void {
    for (const [ticket, reprinting] of this.again) {
      if (!isOver(reprinting)) continue
      reprinting.end()
      this.host.removeController(reprinting)
      this.again.delete(ticket)
    }
  }
}
