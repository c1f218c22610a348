import { type Knobs } from './knobs.ts'

/** How the printer is, beyond what its knobs say. */
export interface Ailments {
  /** The blade stuck in a cut, and nobody has told the printer to go on. */
  readonly isCutterStuck: boolean
  /** The cover was opened while something was being printed. */
  readonly isInterrupted: boolean
}

/** The printer at one moment. */
export type How = Knobs & Ailments

export function isOffline ({ paper, cover, feedHeld, isCutterStuck }: How): boolean {
  return paper === 'out' || cover === 'open' || feedHeld || isCutterStuck
}

const bits = (...pairs: readonly (readonly [boolean, number])[]) => pairs.reduce((byte, [is, bit]) => is ? byte | bit : byte, 0)
const isLow = ({ paper }: How) => paper !== 'ok'
const isOut = ({ paper }: How) => paper === 'out'
/** It would go on if it were told to. */
const isWaiting = ({ isCutterStuck, cutter }: How) => isCutterStuck && cutter === 'freed'

/** What DLE EOT 1, 2, 3 and 4 are answered; undefined for any other. */
export function realTimeStatus (which: number, how: How): number | undefined {
  const isOpen = how.cover === 'open'
  switch (which) {
    case 1: return 0x12 | bits([isOffline(how), 0x08], [isWaiting(how), 0x20], [how.feedHeld, 0x40])
    case 2: return 0x12 | bits([isOpen, 0x04], [how.feedHeld, 0x08], [isOut(how), 0x20], [how.isCutterStuck || how.isInterrupted, 0x40])
    case 3: return 0x12 | bits([how.isCutterStuck, 0x08], [how.isInterrupted, 0x40])
    case 4: return 0x12 | bits([isLow(how), 0x0c], [isOut(how), 0x60])
    default: return undefined
  }
}

/** The four bytes of pushed status (GS a). */
export function autoStatus (how: How): Uint8Array {
  return Uint8Array.of(
    0x10 | bits([isOffline(how), 0x08], [how.cover === 'open', 0x20], [how.feedHeld, 0x40]),
    bits([isWaiting(how), 0x01], [how.feedHeld, 0x02], [how.isCutterStuck, 0x08], [how.isInterrupted, 0x40]),
    bits([isLow(how), 0x03], [isOut(how), 0x0c]),
    0x0f)
}

/** Whether a client that asked for the classes in `mask` is told of this change: 02 and 40 on- and offline and its button, 04 errors, 08 paper. */
export function concerns (mask: number, before: Uint8Array, after: Uint8Array): boolean {
  const differs = (index: number) => before[index] !== after[index]
  return (differs(0) && (mask & 0x42) !== 0) || (differs(1) && (mask & 0x04) !== 0) || (differs(2) && (mask & 0x08) !== 0)
}

/** GS r 1. Its bits for the end of paper are never sent: the question is not obeyed then. */
export function queuedPaperStatus (how: How): number {
  return bits([isLow(how), 0x03])
}

/** The causes of GS ( H function 49, each a byte of 40 to 7F whose meaning is the maker's. */
export function offlineCauses (how: How): Uint8Array {
  return Uint8Array.of(0x40 | bits([how.cover === 'open', 0x04], [isOut(how), 0x20], [how.isCutterStuck, 0x08]))
}
