import { crc32, deflateSync } from 'node:zlib'
import { type Bitmap } from './bitmap.ts'

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)

/** A bitmap as a one-bit grey PNG: a few kB, and two orders faster than a true-colour encoder on a picture of dots. */
export function pngOf (bitmap: Bitmap): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(bitmap.widthDots, 0)
  header.writeUInt32BE(bitmap.heightDots, 4)
  header[8] = 1 // bits a sample; the rest stays 0: grey, deflate, filter by row, not interlaced
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(scanLines(bitmap))), chunk('IEND', Buffer.alloc(0))])
}

/** Rows with their filter byte (0, none); PNG's 1 is white, ours is black. */
function scanLines ({ widthBytes, heightDots, rows }: Bitmap): Buffer {
  const lines = Buffer.alloc((widthBytes + 1) * heightDots)
  for (let y = 0; y < heightDots; y++) {
    for (let x = 0; x < widthBytes; x++) lines[y * (widthBytes + 1) + 1 + x] = ~rows[y * widthBytes + x]! & 0xff
  }
  return lines
}

function chunk (type: string, body: Buffer): Buffer {
  const whole = Buffer.alloc(body.length + 12)
  whole.writeUInt32BE(body.length, 0)
  whole.write(type, 4, 'latin1')
  body.copy(whole, 8)
  whole.writeUInt32BE(crc32(whole.subarray(4, -4)), whole.length - 4)
  return whole
}
