import { type Bitmap } from '../encode/bitmap.ts'
import { createReceiveBuffer } from './buffer.ts'
import { answer, newClient, tell, type Client } from './client.ts'
import { type Command } from './commands.ts'
import { createEar, type RealTime } from './ear.ts'
import { Interpreter, type Step } from './interpreter.ts'
import { oneRowLess, startKnobs, turned, type Knobs } from './knobs.ts'
import { Mechanism, type Timers } from './mechanism.ts'
import { createVirtualPaper, type VirtualPaper } from './paper.ts'
import { isOffline, realTimeStatus, type How } from './status.ts'

/** One connection as the printer sees it. */
export interface Line {
  /** At most `room` bytes at a time: a printer has no place for more. */
  receive (bytes: Uint8Array): void
  /** The client has gone; what it sent before is still printed. */
  end (): void
}

/** What a look at the printer shows. */
export interface VirtualState {
  readonly isOnline: boolean
  readonly fault: 'none' | 'cutter'
  /** Received and not yet printed. */
  readonly waitingBytes: number
  /** Rows of the sheet that is coming out; 0: none. */
  readonly hangingRows: number
  readonly widthDots: number
}

export interface MachineParts {
  readonly widthDots: number
  readonly timers: Timers
  readonly knobs: Partial<Knobs>
  readonly onSheet: (bitmap: Bitmap, complete: boolean) => void
  /** Told after anything may have changed: knobs, room in the buffer, the printer's state. */
  readonly onChange: () => void
}

const cutRows = 60
const well = { isCutterStuck: false, isInterrupted: false }

/** The printer without its network: bytes come in by lines, paper and answers go out. */
export class Machine {
  private readonly parts: MachineParts
  private how: How
  private readonly clients = new Set<Client>()
  private readonly paper: VirtualPaper
  private readonly buffer = createReceiveBuffer<Client>()
  private readonly interpreter: Interpreter<Client>
  private readonly mechanism: Mechanism<Step<Client>>

  constructor (parts: MachineParts) {
    const { widthDots, timers, knobs } = parts
    this.parts = parts
    this.how = { ...turned(startKnobs, knobs), ...well }
    this.paper = createVirtualPaper(widthDots)
    this.interpreter = new Interpreter({
      buffer: this.buffer, widthDots,
      isBroken: client => client?.hasEnded === true && this.how.brokenOff === 'forgets',
      printsProcess: () => this.how.processId === 'printed'
    })
    this.mechanism = new Mechanism({
      timers, mayBegin: () => this.isOnline(), next: () => this.interpreter.next(), costMs: step => this.costMs(step), perform: step => this.perform(step), onDue: () => { this.goOn() }
    })
  }

  knobs (): Knobs {
    const { isCutterStuck: _stuck, isInterrupted: _interrupted, ...knobs } = this.how
    return knobs
  }

  state (): VirtualState {
    return {
      isOnline: this.isOnline(), fault: this.how.isCutterStuck ? 'cutter' : 'none',
      waitingBytes: this.buffer.size(), hangingRows: this.paper.hangingRows(), widthDots: this.parts.widthDots
    }
  }

  /** The sheet that is coming out, as far as it is printed. */
  hanging (): Bitmap | undefined { return this.paper.hanging() }

  /** How many bytes it takes now. */
  room (): number {
    return this.how.power === 'on' ? Math.max(0, this.how.bufferBytes - this.buffer.size()) : 0
  }

  set (change: Partial<Knobs>): void {
    if (change.power === 'off' && this.how.power === 'on') this.losePower()
    if (change.cover === 'open' && this.how.cover === 'closed') this.interrupt()
    const knobs = turned(this.knobs(), change)
    const { isCutterStuck, isInterrupted } = this.how
    this.become({ ...knobs, isCutterStuck: isCutterStuck && knobs.cutter !== 'ok', isInterrupted: isInterrupted && knobs.cover === 'open' })
    this.goOn()
  }

  connect (say: (bytes: Uint8Array) => void): Line {
    const client = newClient(say)
    this.clients.add(client)
    let bytes: Uint8Array
    let kept = 0
    const keep = (upTo: number) => { this.buffer.push(bytes.subarray(kept, upTo), client); kept = upTo }
    const ear = createEar((command, upTo) => { keep(upTo); this.hear(command, client) })
    return {
      receive: arrived => {
        if (!this.clients.has(client)) return
        bytes = arrived
        kept = 0
        ear(arrived)
        keep(arrived.length)
        this.goOn()
      },
      end: () => {
        client.hasEnded = true
        this.clients.delete(client)
        this.goOn()
      }
    }
  }

  private isOnline (): boolean { return this.how.power === 'on' && !isOffline(this.how) }

  /** Goes on with whatever can be done now. */
  private goOn (): void {
    this.mechanism.run()
    this.parts.onChange()
  }

  private become (how: How): void {
    const before = this.how
    this.how = how
    tell(this.clients, before, how)
  }

  private costMs (step: Step<Client>): number {
    const { rowsPerSecond } = this.how
    if (step.type === 'obey' || rowsPerSecond <= 0) return 0
    return (step.type === 'cut' ? cutRows : 1) * 1000 / rowsPerSecond
  }

  private perform (step: Step<Client>): boolean {
    switch (step.type) {
      case 'row': this.printRow(step.dots); return true
      case 'cut': return this.cut()
      case 'obey': this.obey(step.command, step.from); return true
    }
  }

  private printRow (dots: Uint8Array): void {
    this.paper.add(dots)
    if (this.how.rowsLeft !== null) this.become({ ...this.how, ...oneRowLess(this.how) })
  }

  private cut (): boolean {
    const isStuck = this.how.cutter === 'jammed'
    if (isStuck) this.become({ ...this.how, isCutterStuck: true })
    else this.tearOff(true)
    return !isStuck
  }

  private obey (command: Command, client: Client | undefined): void {
    // Where there is no blade, a person tears the paper off where a job ends, or at the latest where the next begins.
    if (command.type === 'initialise') this.tearOff(this.paper.isFedOut())
    if (command.type === 'process' || (command.type === 'statusQuery' && command.which === 1)) this.tearOff(true)
    if (client && !client.hasEnded) answer(client, command, this.how)
  }

  private tearOff (complete: boolean): void {
    const torn = this.paper.tearOff()
    if (torn) this.parts.onSheet(torn, complete)
  }

  private hear (command: RealTime, client: Client): void {
    if (command.type === 'recover') return this.recover(command.how)
    const status = realTimeStatus(command.which, this.how)
    if (status !== undefined && this.how.realTimeStatus) client.say(Uint8Array.of(status))
  }

  /** DLE ENQ means something only while there is an error to recover from. */
  private recover (from: 'resume' | 'clear'): void {
    const { isCutterStuck, cutter } = this.how
    if (!isCutterStuck) return
    if (from === 'clear') this.forgetJobs()
    this.become({ ...this.how, isCutterStuck: false, cutter: cutter === 'freed' ? 'ok' : cutter })
  }

  private forgetJobs (): void {
    this.buffer.clear()
    this.interpreter.reset()
    this.mechanism.drop()
  }

  /** An opened cover spoils the row being printed; it is printed again when the cover is closed. */
  private interrupt (): void {
    const step = this.mechanism.hold()
    if (step?.type === 'row') this.printRow(step.dots)
    this.how = { ...this.how, isInterrupted: step !== undefined }
  }

  private losePower (): void {
    this.forgetJobs()
    this.clients.clear()
    this.how = { ...this.how, ...well }
    this.tearOff(false)
  }
}
