import { isBlocking, stateOf, unheard, type Condition } from '../condition.ts'
import { wordsOf } from '../outcome.ts'
import { type PrinterProfile } from '../profiles/profiles.ts'
import { type PrinterAdapter } from '../transports/adapter.ts'
import { moveConnection, pauseMs, type Connection, type ConnectionEvent } from './connection.ts'
import { converse } from './conversation.ts'
import { tellChanges } from './hand-over.ts'
import { createHearing } from './hearing.ts'
import { createLedger } from './ledger.ts'
import { type Line } from './line.ts'
import { type LinkTimes } from './times.ts'

export interface LinkParts {
  readonly profile: PrinterProfile
  readonly times: LinkTimes
  /** A fresh adapter, not yet open. */
  readonly adapter: () => Promise<PrinterAdapter>
}

/** What jobs need to hear from the link they go over. */
export interface LinkEars {
  onProcess (line: Line, id: string): void
  onFence (line: Line): void
}

/** A stalled printer that says why is waited for through so many unanswered heartbeats: somebody is fetching paper. */
const mostUnanswered = 30

/** The kept connection to one printer: made, listened to, asked how it is, made again. Knows nothing of jobs. */
export class Link {
  /** A job is under way: the printer is left in peace, its answers belong to the job. */
  isBusy = false
  private readonly parts: LinkParts
  private readonly ears: LinkEars
  private connection: Connection = { state: 'unwanted' }
  private line: Line | undefined
  private unanswered = 0
  private piecesSeen = 0
  private trouble: string | undefined
  private told: Condition = unheard
  private timer: NodeJS.Timeout | undefined
  private readonly listeners = new Set<(condition: Condition) => void>()
  private readonly waiters = new Set<() => void>()

  constructor (parts: LinkParts, ears: LinkEars) {
    this.parts = parts
    this.ears = ears
  }

  condition (): Condition {
    return this.told
  }

  onCondition (listener: (condition: Condition) => void): () => void {
    this.listeners.add(listener)
    return () => { this.listeners.delete(listener) }
  }

  /** The standing connection, if any. */
  current (): Line | undefined {
    return this.connection.state === 'up' ? this.line : undefined
  }

  /** Why there is none. */
  lastTrouble (): string | undefined {
    return this.trouble
  }

  want (): void {
    this.move('want')
  }

  /** Resolves with the connection, or without one when an attempt failed, none is near, or the waiting was ended. */
  async connected (signal?: AbortSignal): Promise<Line | undefined> {
    this.want()
    if (!signal?.aborted && this.isNearlyUp()) await this.attempt(signal)
    return this.current()
  }

  /** Asks everything this printer answers; false when it fell silent. People are told once, after the last answer. */
  async askAll (line: Line): Promise<boolean> {
    return this.heard(line, await line.hearing.askAll())
  }

  /** No answer: gone, unless it has said why it stands still and its buffer is full of a job that may yet come out. */
  goneSilent (line: Line): void {
    const isExcused = isBlocking(stateOf(this.told)) && (line.isSending || line.ledger.isOpen())
    if (isExcused && ++this.unanswered < mostUnanswered) return
    this.drop(line, 'no answer to status questions')
  }

  async stop (): Promise<void> {
    const line = this.line
    this.line = undefined
    this.move('stop')
    this.tell({ ...this.told, reachable: false })
    await line?.talk.close()
  }

  private move (event: ConnectionEvent): void {
    const { connection, deed } = moveConnection(this.connection, event)
    this.connection = connection
    if (deed === 'nothing') return
    clearTimeout(this.timer)
    if (deed === 'open') { void this.open(); return }
    if (deed === 'rest' && connection.state === 'resting') this.timer = setTimeout(() => { this.move('rested') }, this.pauseMs(connection.failures))
    this.wakeWaiters()
  }

  private pauseMs (failures: number): number {
    return pauseMs(failures, this.parts.times.backoffMs)
  }

  private async open (): Promise<void> {
    const line = await this.newLine()
    if (!line) return
    this.line = line
    void line.talk.ended.then(fault => {
      if (line === this.line) this.lost(fault ? wordsOf(fault) : 'the printer closed the connection', fault !== undefined)
    })
    const refused = await line.talk.open()
    if (refused) { this.drop(line, wordsOf(refused)); return }
    const speaks = this.parts.profile.confirmation !== 'none'
    if (speaks && !await line.hearing.learn()) { this.drop(line, 'no answer to status questions'); return }
    if (line === this.line) this.up(line)
  }

  /** A connection not yet open; none when the transport itself could not be made. */
  private async newLine (): Promise<Line | undefined> {
    try {
      const adapter = await this.parts.adapter()
      if (this.connection.state === 'opening') return this.lineOver(adapter)
      adapter.close()
    } catch (error) {
      this.lost(wordsOf(error), true)
    }
    return undefined
  }

  private lineOver (adapter: PrinterAdapter): Line {
    const talk = converse(adapter, {
      onPush: bytes => {
        line.hearing.pushed(bytes)
        if (line === this.current()) this.tell(line.hearing.condition())
      },
      onProcess: id => { this.ears.onProcess(line, id) },
      onFence: () => { this.ears.onFence(line) }
    }, this.parts.times.statusMs)
    const line: Line = { talk, hearing: createHearing(talk), ledger: createLedger(), isSending: false, pieces: 0 }
    return line
  }

  private up (line: Line): void {
    this.trouble = undefined
    this.unanswered = 0
    this.piecesSeen = 0
    this.move('up')
    this.tell(line.hearing.condition())
    this.wakeWaiters()
    if (!line.hearing.speaks()) return
    void line.talk.write(tellChanges)
    this.timer = setInterval(() => { void this.beat(line) }, this.parts.times.heartbeatMs)
  }

  /** Gives up a connection; another one is made after a pause. */
  private drop (line: Line, why: string): void {
    if (line !== this.line) return
    this.lost(why, true)
    void line.talk.close()
  }

  /** `isSudden`: not the polite goodbye most printers say to an idle connection; people are told of that when it stays away. */
  private lost (why: string, isSudden: boolean): void {
    const wasUp = this.connection.state === 'up'
    this.line = undefined
    this.trouble = why
    this.move('down')
    if (!wasUp || isSudden || this.isBusy) this.tell({ ...this.told, reachable: false })
  }

  private async beat (line: Line): Promise<void> {
    if (line.isSending) { this.checkProgress(line); return }
    if (this.isBusy) return
    const isHeard = await line.hearing.check(!isBlocking(stateOf(this.told)))
    if (!this.heard(line, isHeard) && !this.isBusy) this.goneSilent(line)
  }

  private heard (line: Line, isHeard: boolean): boolean {
    if (!isHeard || line !== this.line) return false
    this.unanswered = 0
    this.tell(line.hearing.condition())
    return true
  }

  /** A job given up as stalled goes on while the printer has a reason to stand still; without one the connection is dead. */
  private checkProgress (line: Line): void {
    if (line.pieces === this.piecesSeen && !this.isBusy) this.goneSilent(line)
    this.piecesSeen = line.pieces
  }

  private isNearlyUp (): boolean {
    const { state } = this.connection
    return state === 'opening' || (state === 'resting' && this.pauseMs(this.connection.failures) <= this.parts.times.connectMs)
  }

  private attempt (signal: AbortSignal | undefined): Promise<void> {
    return new Promise(resolve => {
      const done = () => {
        this.waiters.delete(done)
        signal?.removeEventListener('abort', done)
        resolve()
      }
      this.waiters.add(done)
      signal?.addEventListener('abort', done)
    })
  }

  private wakeWaiters (): void {
    for (const wake of [...this.waiters]) wake()
  }

  private tell (condition: Condition): void {
    if (JSON.stringify(condition) === JSON.stringify(this.told)) return
    this.told = condition
    for (const listener of this.listeners) listener(condition)
  }
}
