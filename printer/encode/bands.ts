import { type Bitmap } from './bitmap.ts'

/** Paper to feed, or a stretch of rows to print; `marginBytes` are cut off at both sides, so the band stays centred. */
export type Strip =
  | { readonly type: 'blank', readonly rows: number }
  | { readonly type: 'band', readonly top: number, readonly rows: number, readonly marginBytes: number, readonly widthBytes: number, readonly dots: Uint8Array }

/** Cheap printers corrupt taller bands (PRINTING §2.5). */
export const mostBandRows = 256
/** A shorter white stretch costs less inside a band than a command of its own. */
const leastBlankRows = 4

/**
 * Cuts a bitmap into bands of at most 256 rows with the white rows between them left out, each band cropped to its ink
 * by the same number of bytes left and right, and made safe: what the strips hold is exactly what is sent.
 */
export function stripsOf (bitmap: Bitmap): Strip[] {
  const strips: Strip[] = []
  for (const stretch of stretchesOf(bitmap)) {
    if (stretch.isBlank) { strips.push({ type: 'blank', rows: stretch.rows }); continue }
    for (let done = 0; done < stretch.rows; done += mostBandRows) {
      strips.push(bandOf(bitmap, stretch.top + done, Math.min(mostBandRows, stretch.rows - done)))
    }
  }
  return strips
}

interface Stretch { top: number, rows: number, isBlank: boolean }

function stretchesOf (bitmap: Bitmap): Stretch[] {
  const stretches: Stretch[] = []
  for (let y = 0; y < bitmap.heightDots; y++) {
    const isBlank = isBlankRow(bitmap, y)
    const last = stretches.at(-1)
    if (last?.isBlank === isBlank) last.rows++
    else stretches.push({ top: y, rows: 1, isBlank })
  }
  return joined(stretches)
}

/** Takes short white stretches into the ink around them. */
function joined (stretches: readonly Stretch[]): Stretch[] {
  const kept: Stretch[] = []
  for (const stretch of stretches) {
    const last = kept.at(-1)
    const isInk = !stretch.isBlank || stretch.rows < leastBlankRows
    if (last && !last.isBlank && isInk) last.rows += stretch.rows
    else kept.push({ ...stretch, isBlank: !isInk })
  }
  return kept
}

function isBlankRow (bitmap: Bitmap, y: number): boolean {
  const from = y * bitmap.widthBytes
  for (let i = from; i < from + bitmap.widthBytes; i++) if (bitmap.rows[i] !== 0) return false
  return true
}

function bandOf (bitmap: Bitmap, top: number, rows: number): Strip {
  const marginBytes = marginOf(bitmap, top, rows)
  const widthBytes = bitmap.widthBytes - 2 * marginBytes
  const dots = new Uint8Array(widthBytes * rows)
  for (let y = 0; y < rows; y++) {
    const from = (top + y) * bitmap.widthBytes + marginBytes
    dots.set(bitmap.rows.subarray(from, from + widthBytes), y * widthBytes)
  }
  return { type: 'band', top, rows, marginBytes, widthBytes, dots: harmless(dots) }
}

/** White bytes that every row of a band has at both ends. A band keeps at least one byte of width. */
function marginOf (bitmap: Bitmap, top: number, rows: number): number {
  let margin = (bitmap.widthBytes - 1) >> 1
  for (let y = top; y < top + rows; y++) {
    const from = y * bitmap.widthBytes
    const isWhite = (i: number) => bitmap.rows[from + i] === 0 && bitmap.rows[from + bitmap.widthBytes - 1 - i] === 0
    for (let i = 0; i < margin; i++) if (!isWhite(i)) margin = i
  }
  return margin
}

const dle = 0x10
const realTime = new Set([0x04, 0x05, 0x14])
/** DLE with the next dot blackened too: invisible on paper, no command. */
const dleThickened = 0x18

/**
 * A printer obeys DLE EOT, DLE ENQ and DLE DC4 even inside a picture, and DLE ENQ 2 empties its buffer.
 * Changes `dots` in place and returns it.
 */
export function harmless (dots: Uint8Array): Uint8Array {
  for (let i = 0; i + 1 < dots.length; i++) {
    if (dots[i] === dle && realTime.has(dots[i + 1]!)) dots[i] = dleThickened
  }
  return dots
}

/** The strips as the picture they make on paper of that width. */
export function bitmapOf (strips: readonly Strip[], widthDots: number): Bitmap {
  const widthBytes = Math.ceil(widthDots / 8)
  const heightDots = strips.reduce((sum, strip) => sum + strip.rows, 0)
  const rows = new Uint8Array(widthBytes * heightDots)
  let top = 0
  for (const strip of strips) {
    for (let y = 0; strip.type === 'band' && y < strip.rows; y++) {
      rows.set(strip.dots.subarray(y * strip.widthBytes, (y + 1) * strip.widthBytes), (top + y) * widthBytes + strip.marginBytes)
    }
    top += strip.rows
  }
  return { widthDots, widthBytes, heightDots, rows }
}
