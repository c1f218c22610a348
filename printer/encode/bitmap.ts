/** A picture of dots: each row is `widthBytes` bytes, most significant bit leftmost, 1 is black. */
export interface Bitmap {
  readonly widthDots: number
  readonly widthBytes: number
  readonly heightDots: number
  readonly rows: Uint8Array
}

/** White paper. */
export function blankBitmap (widthDots: number, heightDots: number): Bitmap {
  const widthBytes = Math.ceil(widthDots / 8)
  return { widthDots, widthBytes, heightDots, rows: new Uint8Array(widthBytes * heightDots) }
}

/**
 * RGBA pixels to dots by one threshold (0–255, of the mean of red, green and blue). Never dithered:
 * 96 of 100 dithered pictures contained bytes that printers obey as commands (PRINTING, measured).
 */
export function thresholded (rgba: Uint8Array, widthDots: number, heightDots: number, threshold: number): Bitmap {
  const bitmap = blankBitmap(widthDots, heightDots)
  const limit = 3 * threshold
  for (let y = 0, pixel = 0; y < heightDots; y++) {
    const row = y * bitmap.widthBytes
    for (let x = 0; x < widthDots; x++, pixel += 4) {
      const light = rgba[pixel]! + rgba[pixel + 1]! + rgba[pixel + 2]!
      if (light < limit) bitmap.rows[row + (x >> 3)]! |= 0x80 >> (x & 7)
    }
  }
  return bitmap
}

/** How many dots are black. */
export function inkOf (bitmap: Bitmap): number {
  let ink = 0
  for (const byte of bitmap.rows) for (let rest = byte; rest; rest &= rest - 1) ink++
  return ink
}

export function isBlack (bitmap: Bitmap, x: number, y: number): boolean {
  return ((bitmap.rows[y * bitmap.widthBytes + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0
}
