import { type Bitmap } from '../encode/bitmap.ts'

/** A roll longer than a citizen is tall: what is printed past it is lost, so that nonsense cannot fill the memory. */
const mostRows = 20_000
/** White below the print that reaches the tear bar of a printer without a blade. */
const tearRows = 60

/** The strip of paper under the head, from the last cut on. */
export interface VirtualPaper {
  add (row: Uint8Array): void
  /** What hangs out of the printer; undefined while nothing is printed on it. */
  hanging (): Bitmap | undefined
  /** How tall that is; 0: nothing. */
  hangingRows (): number
  /** Whether the print hangs out far enough to be torn off whole. */
  isFedOut (): boolean
  /** Takes it away: the same as `hanging` for the last time. */
  tearOff (): Bitmap | undefined
}

export function createVirtualPaper (widthDots: number): VirtualPaper {
  const widthBytes = Math.ceil(widthDots / 8)
  let rows: Uint8Array[] = []
  let inkedRows = 0
  const hanging = () => inkedRows > 0 ? { widthDots, widthBytes, heightDots: rows.length, rows: Buffer.concat(rows) } : undefined
  return {
    add (row) {
      if (rows.length >= mostRows) return
      rows.push(row)
      if (row.some(byte => byte !== 0)) inkedRows = rows.length
    },
    hanging,
    hangingRows: () => inkedRows > 0 ? rows.length : 0,
    isFedOut: () => rows.length - inkedRows >= tearRows,
    tearOff () {
      const torn = hanging()
      rows = []
      inkedRows = 0
      return torn
    }
  }
}
