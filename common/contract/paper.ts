import { Type, type Static } from 'typebox'
import { closed, Time } from './basics.ts'

/** A slip that came out of the printer made of software. */
export const PaperSheet = Type.Object({
  id: Type.Integer(), at: Time, widthDots: Type.Integer(), heightDots: Type.Integer(),
  complete: Type.Boolean({ description: 'false: the power went, or its job broke off, before it was finished' })
}, closed)
export type PaperSheet = Static<typeof PaperSheet>

const knobs = {
  power: Type.Enum(['on', 'off']),
  paper: Type.Enum(['ok', 'low', 'out']),
  cover: Type.Enum(['closed', 'open']),
  cutter: Type.Enum(['ok', 'jammed', 'freed']),
  feedHeld: Type.Boolean({ description: 'Its feed button is held' }),
  rowsPerSecond: Type.Integer({ minimum: 0, maximum: 10_000, description: '0: at once; 1200 is 150 mm a second' }),
  bytesPerSecond: Type.Integer({ minimum: 0, maximum: 10_000_000, description: '0: as fast as they come' }),
  network: Type.Enum(['ok', 'silent']),
  processId: Type.Enum(['answered', 'ignored', 'printed'])
}
/** What a trainer may turn on the printer made of software. */
export const PrinterKnobs = Type.Object(knobs, closed)
export type PrinterKnobs = Static<typeof PrinterKnobs>
export const PrinterTurn = Type.Partial(PrinterKnobs, closed)
export type PrinterTurn = Static<typeof PrinterTurn>

/** The printer made of software at one moment. `hangingRows`: how far a slip has come out that is not cut off yet. */
export const PrinterPanel = Type.Object({
  knobs: PrinterKnobs,
  state: Type.Object({ isOnline: Type.Boolean(), fault: Type.Enum(['none', 'cutter']), waitingBytes: Type.Integer(), hangingRows: Type.Integer(), widthDots: Type.Integer() }, closed)
}, closed)
export type PrinterPanel = Static<typeof PrinterPanel>
