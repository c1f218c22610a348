import { type ReceiveBuffer } from './buffer.ts'
import { takeCommand, type Command } from './commands.ts'
import { createLayout } from './layout.ts'

/** What the mechanism does next: one row of paper, a cut, or a command that takes effect when all before it is done. */
export type Step<From> =
  | { readonly type: 'row', readonly dots: Uint8Array }
  | { readonly type: 'cut' }
  | { readonly type: 'obey', readonly command: Command, readonly from: From | undefined }

export interface InterpreterParts<From> {
  readonly buffer: ReceiveBuffer<From>
  readonly widthDots: number
  /** Whether a connection has ended and what it left unfinished is to be forgotten. */
  readonly isBroken: (from: From | undefined) => boolean
  /** Whether process IDs are unknown here, and so print as letters. */
  readonly printsProcess: () => boolean
}

/** The rest of a command that is still coming, and the connection it comes by. */
interface Body<From> { readonly command: Command, readonly left: number, readonly from: From | undefined }

/** A picture kept for later is at most this; larger ones are read and lost. */
const mostStoredBytes = 4 << 20

/** Reads commands and turns them into steps, in order and no further ahead than the mechanism needs. */
export class Interpreter<From> {
  private readonly parts: InterpreterParts<From>
  private layout
  private body: Body<From> | undefined
  private stored: Uint8Array[] = []
  private ready: Step<From>[] = []

  constructor (parts: InterpreterParts<From>) {
    this.parts = parts
    this.layout = createLayout(parts.widthDots)
  }

  /** Reads on in the buffer as far as one step needs; undefined while it must wait for bytes. */
  next (): Step<From> | undefined {
    while (this.ready.length === 0 && (this.body ? this.readBody(this.body) : this.readCommand())) { /* until there is something to do */ }
    return this.ready.shift()
  }

  /** As when switched on. */
  reset (): void {
    this.layout = createLayout(this.parts.widthDots)
    this.body = undefined
    this.stored = []
    this.ready = []
  }

  private readCommand (): boolean {
    const { buffer, printsProcess } = this.parts
    const taken = takeCommand(buffer.waiting().subarray(0, this.reach()))
    if (!taken) return this.giveUp()
    const from = buffer.from(taken.length - 1)
    const bytes = buffer.take(taken.length)
    if (taken.command.type === 'process' && printsProcess()) this.printLetters(bytes)
    else this.begin(taken.command, from)
    return true
  }

  /** Takes the next whole piece of a body: a row of a picture, or whatever is there of what is only skipped. */
  private readBody ({ command, left, from }: Body<From>): boolean {
    const { buffer, isBroken } = this.parts
    if (isBroken(from) && buffer.from(0) !== from) { this.body = undefined; return true }
    const isPicture = command.type === 'picture' || command.type === 'store'
    const piece = Math.min(left, isPicture ? command.widthBytes : Math.max(1, this.reach()))
    if (piece > this.reach()) return this.giveUp()
    this.body = left > piece ? { command, left: left - piece, from: buffer.from(piece - 1) } : undefined
    const bytes = buffer.take(piece)
    if (command.type === 'picture') this.print([this.layout.placed(bytes)])
    if (command.type === 'store' && command.body <= mostStoredBytes) this.stored.push(bytes)
    return true
  }

  /** Bytes that may be read together: what an ended connection left unfinished does not go on in the next one. */
  private reach (): number {
    const { buffer, isBroken } = this.parts
    return isBroken(buffer.from(0)) ? buffer.run() : buffer.size()
  }

  /** Nothing whole is there: either more will come, or what an ended connection left is thrown away. */
  private giveUp (): boolean {
    const { buffer, isBroken } = this.parts
    if (!isBroken(buffer.from(0))) return false
    buffer.take(buffer.run())
    this.body = undefined
    return true
  }

  private begin (command: Command, from: From | undefined): void {
    if ('body' in command && command.body > 0) this.body = { command, left: command.body, from }
    switch (command.type) {
      case 'letter': this.print(this.layout.letter()); break
      case 'align': case 'units': case 'feedDots': case 'feedLines': this.print(this.layout.obey(command)); break
      case 'cut': this.print(this.layout.obey(command)); this.ready.push({ type: 'cut' }); break
      case 'picture': this.print(this.layout.endLine()); break
      case 'store': this.stored = []; break
      case 'printStored': this.printStored(); break
      case 'initialise': this.layout = createLayout(this.parts.widthDots); this.ready.push({ type: 'obey', command, from }); break
      case 'process': case 'offlineResponse': case 'autoStatus': case 'statusQuery': case 'identity': this.ready.push({ type: 'obey', command, from }); break
      case 'ignored': break
    }
  }

  private print (rows: readonly Uint8Array[]): void {
    for (const dots of rows) this.ready.push({ type: 'row', dots })
  }

  private printStored (): void {
    this.print([...this.layout.endLine(), ...this.stored.map(this.layout.placed)])
    this.stored = []
  }

  private printLetters (bytes: Uint8Array): void {
    for (const byte of bytes) if (byte >= 0x20) this.print(this.layout.letter())
  }
}
