import { type Bitmap } from '../encode/bitmap.ts'
import { type Command } from './commands.ts'

/** A roll longer than a citizen is tall: what is printed past it is lost, so that nonsense cannot fill the memory. */
const mostRows = 20_000
const lineDots = 30
const dpi = 203
/** What an Epson starts with: half a dot. GS P changes it. */
const startUnit = 406

/** The strip of paper under the head: takes commands, becomes a bitmap when it is torn off. */
export interface VirtualPaper {
  take (command: Command): void
  /** The paper since the last cut, or undefined when nothing was printed on it. */
  tearOff (): Bitmap | undefined
}

export function createVirtualPaper (widthDots: number): VirtualPaper {
  const widthBytes = Math.ceil(widthDots / 8)
  let rows: Uint8Array[] = []
  let hasInk = false
  let align: 'left' | 'centre' | 'right' = 'left'
  let unit = startUnit
  const blank = new Uint8Array(widthBytes)
  const add = (row: Uint8Array) => { if (rows.length < mostRows) rows.push(row) }
  const feed = (dots: number) => { for (let i = 0; i < dots; i++) add(blank) }
  const inDots = (units: number) => Math.floor(units * dpi / unit)

  const print = (raster: Extract<Command, { type: 'raster' }>) => {
    hasInk ||= raster.dots.some(byte => byte !== 0)
    for (let y = 0; y < raster.rows; y++) add(placed(raster.dots.subarray(y * raster.widthBytes, (y + 1) * raster.widthBytes), widthBytes, align))
  }

  return {
    take (command) {
      if (command.type === 'initialise') { align = 'left'; unit = startUnit }
      if (command.type === 'align') align = command.to
      if (command.type === 'units') unit = command.vertical || startUnit
      if (command.type === 'feedDots') feed(inDots(command.dots))
      if (command.type === 'feedLines') feed(command.lines * lineDots)
      if (command.type === 'cut') feed(inDots(command.feed))
      if (command.type === 'raster') print(command)
    },
    tearOff () {
      const torn = hasInk ? { widthDots, widthBytes, heightDots: rows.length, rows: Buffer.concat(rows) } : undefined
      rows = []
      hasInk = false
      return torn
    }
  }
}

/** A row of a picture on the paper's width; what is too wide is cut off on the right, as a printer does. */
function placed (row: Uint8Array, widthBytes: number, align: 'left' | 'centre' | 'right'): Uint8Array {
  const spare = Math.max(0, widthBytes - row.length)
  const left = { left: 0, centre: spare >> 1, right: spare }[align]
  const paper = new Uint8Array(widthBytes)
  paper.set(row.subarray(0, widthBytes), left)
  return paper
}
