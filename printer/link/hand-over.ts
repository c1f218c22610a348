import { type PrinterProfile } from '../profiles/profiles.ts'
import { type Line } from './line.ts'

/** As much as a slow printer takes in a moment: small enough to notice when it stops taking. */
const usualPieceBytes = 4096
/** The questions behind the cut stay together, so that no answer can come before the last piece is on its way. */
const leastLastBytes = 64
const initialise = [0x1b, 0x40]
/** GS a: from now on it tells every change of its condition by itself. */
export const tellChanges = Uint8Array.of(0x1d, 0x61, 0xff)

/**
 * What frees a printer that was left in the middle of a picture: white for the rest of one band, then a fresh start.
 * A printer that waits for nothing takes no notice of NULs (PRINTING §2.5).
 */
export function freeing ({ paper, mostBandRows }: PrinterProfile): Uint8Array {
  const band = Math.ceil(paper.widthDots / 8) * mostBandRows
  return Uint8Array.from([...new Uint8Array(band), ...initialise])
}

export function piecesOf (bytes: Uint8Array, size: number = usualPieceBytes): Uint8Array[] {
  const pieces: Uint8Array[] = []
  for (let at = 0; at < bytes.length;) {
    const left = bytes.length - at
    const length = left <= size ? left : Math.max(1, Math.min(size, left - leastLastBytes))
    pieces.push(bytes.subarray(at, at + length))
    at += length
  }
  return pieces
}

export interface HandOver {
  /** The last piece is about to go. */
  readonly onLast: () => void
  /** A piece was taken. */
  readonly onPiece: () => void
}

/** Hands bytes over piece by piece, each after the one before was taken. False when the connection ended before the last was. */
export async function handOver (line: Line, bytes: Uint8Array, pace: PrinterProfile['pace'], { onLast, onPiece }: HandOver): Promise<boolean> {
  const pieces = piecesOf(bytes, pace?.bytes)
  for (const [i, piece] of pieces.entries()) {
    if (i > 0 && pace) await new Promise(resolve => { setTimeout(resolve, pace.pauseMs) })
    if (i === pieces.length - 1) onLast()
    if (!await line.talk.write(piece)) return false
    line.pieces++
    onPiece()
  }
  return true
}
