import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { PNG } from 'pngjs'
import { pictureOf } from '../../printer/encode/picture.ts'
import { isBlack } from '../../printer/encode/bitmap.ts'
import { bundledFonts } from '../../printer/fonts/faces.ts'
import { type Dots } from '../../tests/printer/judge.ts'

const white = 24
const threshold = 160
const shrunk = 5
/** The number is drawn in a group of its own: it is read by itself. */
const numberMark = /<g [^>]*>.*?<\/g>/g
const textMark = /<text x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]*)<\/text>/g

/**
 * What tesseract, with Vietnamese, reads on a slip, spaces as one. What is no text (rules, frames, the QR) and the number
 * are wiped out first; words that stand white on black are so turned black on white.
 * Throws when tesseract or its Vietnamese is not installed.
 */
export async function readSlip (slip: Dots, svg: string): Promise<string> {
  const numbers = svg.match(numberMark) ?? []
  const shapes = pictureOf(svg.replace(numberMark, '').replace(textMark, '').replace('</svg>', `${numbers.join('')}</svg>`), bundledFonts(), threshold)
  const isInk = (x: number, y: number) => (slip.dots[y * slip.width + x] === '1') !== isBlack(shapes, x, y)
  return oneLine(await tesseract(pngOf(slip.width, slip.height, (x, y) => isInk(x, y) ? 1 : 0), ['-l', 'vie', '--psm', '6', '--dpi', '203']))
}

/** The large number, read from the rows where it is drawn; made as small as letters of a page, which tesseract knows. */
export async function readNumber (slip: Dots, svg: string): Promise<string> {
  const [, baseline, size] = /<g transform="translate\([\d.]+ ([\d.]+)\).*?font-size="([\d.]+)"/.exec(svg)?.map(Number) ?? []
  if (baseline === undefined || size === undefined) return ''
  const [top, rows] = [Math.floor(baseline - 0.75 * size), Math.ceil(0.77 * size)]
  const ink = (x: number, y: number) => Array.from({ length: shrunk ** 2 }, (_, i) => slip.dots[(top + shrunk * y + Math.floor(i / shrunk)) * slip.width + shrunk * x + i % shrunk]).filter(dot => dot === '1').length
  const png = pngOf(Math.floor(slip.width / shrunk), Math.ceil(rows / shrunk), (x, y) => ink(x, y) / shrunk ** 2)
  return (await tesseract(png, ['--psm', '7', '-c', 'tessedit_char_whitelist=0123456789'])).trim()
}

async function tesseract (png: Buffer, options: readonly string[]): Promise<string> {
  const run = promisify(execFile)('tesseract', ['stdin', 'stdout', ...options], { env: { ...process.env, OMP_THREAD_LIMIT: '1' } })
  run.child.stdin?.end(png)
  return (await run).stdout
}

/** A picture with white around it; `ink` is 0 for white, 1 for black. */
function pngOf (width: number, height: number, ink: (x: number, y: number) => number): Buffer {
  const png = new PNG({ width: width + 2 * white, height: height + 2 * white })
  png.data.fill(255)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = 4 * ((y + white) * png.width + x + white)
      png.data.fill(Math.round(255 * (1 - ink(x, y))), at, at + 3)
    }
  }
  return PNG.sync.write(png)
}

/** The words drawn on a slip in reading order, without the number: line by line, from the left. */
export function wordsIn (svg: string): string {
  const marks = [...svg.replace(numberMark, '').matchAll(textMark)].map(([, x, y, text]) => ({ x: Number(x), y: Number(y), text: text ?? '' }))
  return oneLine(marks.sort((a, b) => a.y - b.y || a.x - b.x).map(({ text }) => text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))).join(' '))
}

/** Dashes of any length are one sign to a reader. */
function oneLine (text: string): string {
  return text.normalize('NFC').replace(/[–—]/g, '-').replace(/\s+/g, ' ').trim()
}

/** The share of letters that must be changed, added or taken away (Levenshtein) to make `read` what was `written`. */
export function errorRate (written: string, read: string): number {
  const [from, to] = [[...written], [...read]]
  let row = Array.from({ length: to.length + 1 }, (_, i) => i)
  for (const [i, letter] of from.entries()) {
    const next = [i + 1]
    for (const [j, other] of to.entries()) next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)))
    row = next
  }
  return (row.at(-1) ?? 0) / from.length
}
