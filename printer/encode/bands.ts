import { type PrinterProfile } from '../profiles/profiles.ts'
import { type Bitmap } from './bitmap.ts'

export type Align = 'left' | 'centre'

/** Paper to feed, or a stretch of rows to print: cropped to its ink on the right (`left`), or by the same at both sides (`centre`). */
export type Strip =
  | { readonly type: 'blank', readonly rows: number }
  | { readonly type: 'band', readonly top: number, readonly rows: number, readonly align: Align, readonly widthBytes: number, readonly dots: Uint8Array }

type Cutting = Pick<PrinterProfile, 'mostBandRows' | 'blankRows'>

/** Fewer white rows than this are never a command of their own: the head would stop inside a line of text. */
const leastBlankRows = 3
const rasterHeaderBytes = 8
const feedBytes = 3
const alignBytes = 3

/**
 * Cuts a bitmap into bands of at most so many rows with the white rows between them left out where that saves bytes, each
 * band cropped to its ink, and made safe: what the strips hold is exactly what is sent.
 */
export function stripsOf (bitmap: Bitmap, cutting: Cutting): Strip[] {
  const strips: Strip[] = []
  for (const stretch of joined(stretchesOf(bitmap), bitmap, cutting)) {
    if (stretch.isBlank) { strips.push({ type: 'blank', rows: stretch.rows }); continue }
    const bands = Math.ceil(stretch.rows / cutting.mostBandRows)
    for (let band = 0; band < bands; band++) {
      const top = stretch.top + band * cutting.mostBandRows
      strips.push(bandOf(bitmap, top, Math.min(cutting.mostBandRows, stretch.top + stretch.rows - top)))
    }
  }
  return strips
}

/** White bytes at both ends of every row. */
interface Margins { readonly left: number, readonly right: number }

/** Rows that are all white, or none of them. */
interface Stretch { readonly top: number, readonly rows: number, readonly isBlank: boolean, readonly margins: Margins }

function stretchesOf (bitmap: Bitmap): Stretch[] {
  const stretches: Stretch[] = []
  for (let y = 0; y < bitmap.heightDots; y++) {
    const margins = marginsOf(bitmap, y)
    const isBlank = margins.left === bitmap.widthBytes
    const last = stretches.at(-1)
    if (last?.isBlank === isBlank) stretches[stretches.length - 1] = { ...last, rows: last.rows + 1, margins: narrower(last.margins, margins) }
    else stretches.push({ top: y, rows: 1, isBlank, margins })
  }
  return stretches
}

/** Takes white stretches into the ink around them where a band of its own for what follows would cost more. */
function joined (stretches: readonly Stretch[], { widthBytes }: Bitmap, cutting: Cutting): Stretch[] {
  const kept: Stretch[] = []
  for (const stretch of stretches) {
    const [before, blank] = [kept.at(-2), kept.at(-1)]
    if (!before || !blank?.isBlank) { kept.push(stretch); continue }
    const margins = narrower(before.margins, stretch.margins)
    const bytes = (rows: number, of: Margins) => rows * cropped(of, widthBytes).widthBytes
    const together = bytes(before.rows + blank.rows + stretch.rows, margins)
    const apart = bytes(before.rows, before.margins) + blankBytes(blank.rows, cutting) + alignBytes + rasterHeaderBytes + bytes(stretch.rows, stretch.margins)
    if (blank.rows >= leastBlankRows && apart < together) { kept.push(stretch); continue }
    kept.splice(-2, 2, { top: before.top, rows: before.rows + blank.rows + stretch.rows, isBlank: false, margins })
  }
  return kept
}

function blankBytes (rows: number, { blankRows }: Cutting): number {
  return blankRows === 'feed' ? feedBytes : rasterHeaderBytes + rows
}

function bandOf (bitmap: Bitmap, top: number, rows: number): Strip {
  const margins = Array.from({ length: rows }, (_, y) => marginsOf(bitmap, top + y)).reduce(narrower)
  const { align, left, widthBytes } = cropped(margins, bitmap.widthBytes)
  const dots = new Uint8Array(widthBytes * rows)
  for (let y = 0; y < rows; y++) {
    const from = (top + y) * bitmap.widthBytes + left
    dots.set(bitmap.rows.subarray(from, from + widthBytes), y * widthBytes)
  }
  return { type: 'band', top, rows, align, widthBytes, dots: harmless(dots) }
}

/** What is left of a row of so many bytes: aligned so that it is shortest, and never nothing. */
function cropped ({ left, right }: Margins, all: number): { readonly align: Align, readonly left: number, readonly widthBytes: number } {
  const margin = Math.min(left, right, (all - 1) >> 1)
  const toTheRight = Math.max(1, all - right)
  return toTheRight < all - 2 * margin ? { align: 'left', left: 0, widthBytes: toTheRight } : { align: 'centre', left: margin, widthBytes: all - 2 * margin }
}

function marginsOf ({ rows, widthBytes }: Bitmap, y: number): Margins {
  const row = rows.subarray(y * widthBytes, (y + 1) * widthBytes)
  const left = row.findIndex(byte => byte !== 0)
  return left < 0 ? { left: widthBytes, right: widthBytes } : { left, right: widthBytes - 1 - row.findLastIndex(byte => byte !== 0) }
}

function narrower (a: Margins, b: Margins): Margins {
  return { left: Math.min(a.left, b.left), right: Math.min(a.right, b.right) }
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
      const left = strip.align === 'left' ? 0 : (widthBytes - strip.widthBytes) >> 1
      rows.set(strip.dots.subarray(y * strip.widthBytes, (y + 1) * strip.widthBytes), (top + y) * widthBytes + left)
    }
    top += strip.rows
  }
  return { widthDots, widthBytes, heightDots, rows }
}
