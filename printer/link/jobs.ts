import { isBlocking, stateOf, type PrinterState } from '../condition.ts'
import { recorded, unsent, type FinishedSlip, type Outcome, type PrintOptions } from '../outcome.ts'
import { awaitOutcome, type Awaited } from './await.ts'
import { freeing, handOver, tellChanges } from './hand-over.ts'
import { type Voice } from './ladder.ts'
import { type SentJob } from './ledger.ts'
import { type Line } from './line.ts'
import { Link, type LinkParts } from './link.ts'

type Sent = Pick<FinishedSlip, 'job' | 'bytes' | 'processNumber'>

/** Jobs over the kept connection to one printer, one at a time: asked beforehand, handed over, listened for. */
export class LinkedJobs {
  readonly link: Link
  private readonly parts: LinkParts
  private ids: Voice['ids'] = 'untried'
  /**
   * The last job while it was not heard to be worked off: on another connection the printer may still be waiting for the
   * rest of one of its bands. At the start nobody knows what a server that died left it in.
   */
  private unfinished: { readonly line: Line, readonly slip: SentJob['slip'] } | 'of an earlier life' | undefined = 'of an earlier life'
  private readonly lateListeners = new Set<(job: string) => void>()

  constructor (parts: LinkParts) {
    this.parts = parts
    this.link = new Link(parts, { onProcess: (line, id) => { this.confirmed(line, id) }, onFence: line => { this.fenced(line) } })
  }

  onLate (listener: (job: string) => void): () => void {
    this.lateListeners.add(listener)
    return () => { this.lateListeners.delete(listener) }
  }

  /** Never rejects for anything a printer or a network does: that is the outcome. */
  async print (slip: Sent, options: PrintOptions = {}): Promise<Outcome> {
    const line = await this.link.connected(options.signal)
    if (options.signal?.aborted) return unsent('stopping')
    if (!line) return unsent('unreachable', this.link.lastTrouble())
    this.link.isBusy = true
    try {
      const trouble = await this.preflight(line) ?? await recorded(options)
      if (trouble) return trouble
      if (options.signal?.aborted) return unsent('stopping')
      return line === this.link.current() ? await this.send(line, slip, options.signal) : unsent('closed', this.link.lastTrouble())
    } finally {
      this.link.isBusy = false
    }
  }

  /** Fresh answers before the first byte: a printer that cannot print is sent nothing. */
  private async preflight (line: Line): Promise<Outcome | undefined> {
    if (this.parts.profile.confirmation === 'none') return undefined
    const isHeard = !line.isSending && await this.link.askAll(line)
    if (line !== this.link.current()) return unsent('closed', this.link.lastTrouble())
    const state = stateOf(this.link.condition())
    if (isBlocking(state)) return { state: 'blocked', fault: state }
    if (isHeard) return undefined
    if (line.isSending) return unsent('stalled')
    this.link.goneSilent(line)
    return unsent('unreachable', this.link.lastTrouble())
  }

  private async send (line: Line, slip: Sent, signal: AbortSignal | undefined): Promise<Outcome> {
    const voice: Voice = { confirmation: this.parts.profile.confirmation, ids: this.ids }
    const awaited = awaitOutcome(voice, this.parts.times, () => this.health(line))
    void this.deliver(line, slip, awaited)
    void line.talk.ended.then(fault => { awaited.hear({ type: 'ended', fault }) })
    const onAbort = () => { awaited.hear({ type: 'stopped' }) }
    signal?.addEventListener('abort', onAbort)
    const outcome = await awaited.outcome
    signal?.removeEventListener('abort', onAbort)
    this.learn(line, outcome, voice)
    return outcome
  }

  /** Goes on after the outcome is given: a printer without paper takes the rest when it has some, and says so late. */
  private async deliver (line: Line, slip: Sent, awaited: Awaited): Promise<void> {
    const { profile } = this.parts
    const mayWaitForMore = this.unfinished === 'of an earlier life' || (this.unfinished && this.unfinished.line !== line)
    const before = mayWaitForMore ? freeing(profile) : new Uint8Array(0)
    this.unfinished = { line, slip }
    line.isSending = true
    const isWhole = await handOver(line, Buffer.concat([before, slip.bytes]), profile.pace, {
      onLast: () => { line.ledger.add({ slip, awaited }) },
      onPiece: () => { awaited.hear({ type: 'piece' }) }
    })
    line.isSending = false
    if (!isWhole) return
    awaited.hear({ type: 'taken' })
    // The ESC @ at the head of a job cancels GS a on some makes.
    if (line.hearing.speaks()) void line.talk.write(tellChanges)
  }

  /** How a printer that kept silent says it is; undefined when it says nothing and has given no reason for it. */
  private async health (line: Line): Promise<PrinterState | undefined> {
    const isHeard = await this.link.askAll(line)
    const state = stateOf(this.link.condition())
    if (isHeard || isBlocking(state)) return state
    return undefined
  }

  /** What a job taught about the unit, and whether the connection still deserves trust. */
  private learn (line: Line, outcome: Outcome, voice: Voice): void {
    const isWell = !isBlocking(stateOf(this.link.condition()))
    const isUnnamed = outcome.state === 'unconfirmed' && outcome.confirmedBy === 'fence' && voice.ids === this.ids
    if (isUnnamed && isWell) this.ids = voice.ids === 'proven' ? 'untried' : 'never'
    if (outcome.state === 'unknown' && (outcome.fault === 'stalled' || outcome.fault === 'silent')) this.link.goneSilent(line)
  }

  private confirmed (line: Line, id: string): void {
    const jobs = line.ledger.confirmed(id)
    const last = jobs.at(-1)
    if (!last) return
    this.ids = 'proven'
    this.workedOff(last)
    for (const job of jobs) this.onPaper(job)
  }

  private onPaper ({ slip, awaited }: SentJob): void {
    if (awaited.rung() !== 'settled') awaited.hear({ type: 'process' })
    else for (const listener of this.lateListeners) listener(slip.job)
  }

  private fenced (line: Line): void {
    const job = line.ledger.fenced()
    if (!job) return
    this.workedOff(job)
    job.awaited.hear({ type: 'fence' })
  }

  /** The printer has come to the end of what it was sent. */
  private workedOff ({ slip }: SentJob): void {
    if (typeof this.unfinished === 'object' && this.unfinished.slip === slip) this.unfinished = undefined
  }
}
