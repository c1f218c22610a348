import jsqr from 'jsqr'
import npos from 'npos'

/** Dots as 0 and 1, row by row. */
export interface Dots { readonly width: number, readonly height: number, readonly dots: string }

/** A job as npos, an ESC/POS reader we did not write, understands it: its dots, and every command by name. */
export interface Judged extends Dots { readonly commands: readonly string[] }

/** Decodes a whole job for paper of `width` dots. Throws where npos finds no command: a stray byte. */
export async function judge (bytes: Uint8Array, width: number): Promise<Judged> {
  const raw = Buffer.from(bytes)
  const { tree, error } = await npos.parser().parse(raw)
  if (error) throw new Error(`npos: ${JSON.stringify(error)}`)
  const covered = tree.reduce((end, node) => startOf(node) === end ? end + node.length : end, 0)
  if (covered !== raw.length) throw new Error(`stray bytes at ${covered}`)
  let dots = ''
  let isCentred = false
  for (const node of tree) {
    if (node.fn === 'a') isCentred = raw[node.offset + 2] === 1
    if (node.fn === 'v0') dots += band(raw, startOf(node), width, isCentred)
    if (node.fn === 'J') dots += '0'.repeat(raw[node.offset + 2]! * width)
  }
  return { width, height: dots.length / width, dots, commands: tree.map(({ ascii, fn }) => `${ascii} ${fn}`) }
}

const rasterHeader = 8

/** npos gives the place of a band's dots, but the length of the whole command. */
function startOf ({ fn, offset }: { fn?: string, offset: number }): number {
  return fn === 'v0' ? offset - rasterHeader : offset
}

function band (raw: Buffer, offset: number, width: number, isCentred: boolean): string {
  const picture = npos.codecs.raster.decode(raw, [{ offset }])
  const left = isCentred ? (width - picture.width) / 2 : 0
  const rows = Array.from({ length: picture.height }, (_, y) => {
    const row = Array.from({ length: picture.width }, (_, x) => picture.getPixel(x, y) === 0 ? '1' : '0').join('')
    return '0'.repeat(left) + row + '0'.repeat(width - left - picture.width)
  })
  return rows.join('')
}

/** The QR code among the dots, as jsqr reads it: its text and the square it fills. */
export function findCode ({ width, height, dots }: Dots): { readonly text: string, readonly box: readonly [number, number, number, number] } | undefined {
  const rgba = new Uint8ClampedArray(width * height * 4)
  for (let i = 0; i < width * height; i++) rgba.fill(dots[i] === '1' ? 0 : 255, 4 * i, 4 * i + 3).fill(255, 4 * i + 3, 4 * i + 4)
  const found = (jsqr as unknown as typeof jsqr.default)(rgba, width, height)
  if (!found) return undefined
  const { topLeftCorner, bottomRightCorner } = found.location
  const box = [topLeftCorner.x, topLeftCorner.y, bottomRightCorner.x, bottomRightCorner.y].map(Math.round) as [number, number, number, number]
  return { text: found.data, box }
}

export function readCode (dots: Dots): string | undefined {
  return findCode(dots)?.text
}
