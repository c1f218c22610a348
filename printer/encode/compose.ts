import { ThermalPrinter, type types } from 'node-thermal-printer'
import { type PrinterProfile } from '../profiles/profiles.ts'
import { type Align, type Strip } from './bands.ts'

const initialise = [0x1b, 0x40]
/** ESC a: what a printer starts with is `left`. */
const aligned = { left: [0x1b, 0x61, 0], centre: [0x1b, 0x61, 1] } as const satisfies Record<Align, readonly number[]>
const mostFeedDots = 255
/** Cycle of the identifiers a job asks to be confirmed by: four digits. */
export const processNumbers = 9999

/** The ESC/POS bytes of one job: picture, cut, and after the cut what the printer can be asked about it. */
export function composeJob (strips: readonly Strip[], profile: PrinterProfile, processNumber: number): Uint8Array {
  // A composer without an interface: its own execute() reports success for bytes nobody printed. A fresh one for
  // every job, since it never empties its buffer. The types want an interface and declare an enum that is not there.
  const composer = new ThermalPrinter({ type: 'epson' as types } as ConstructorParameters<typeof ThermalPrinter>[0])
  const append = (bytes: readonly number[] | Uint8Array) => { composer.append(Buffer.from(bytes)) }
  append([...initialise, ...(profile.blankRows === 'feed' ? motionUnits(profile.paper.dpi) : [])])
  let align: Align = 'left'
  for (const strip of strips) {
    if (strip.type === 'blank') { append(blank(strip.rows, profile)); continue }
    if (strip.align !== align) append(aligned[align = strip.align])
    append(rasterHeader(strip.widthBytes, strip.rows))
    append(strip.dots)
  }
  append(endOf(profile))
  append(questions(profile, processNumber))
  return new Uint8Array(composer.getBuffer())
}

/** GS P: one vertical unit is one dot. An Epson starts with half dots, which would halve every white stretch. */
function motionUnits (dpi: number): number[] {
  return [0x1d, 0x50, dpi, dpi]
}

function blank (rows: number, profile: PrinterProfile): number[] {
  if (profile.blankRows === 'raster') return blankRaster(rows, profile.mostBandRows)
  const feeds: number[] = []
  for (let left = rows; left > 0; left -= mostFeedDots) feeds.push(0x1b, 0x4a, Math.min(left, mostFeedDots))
  return feeds
}

function blankRaster (rows: number, mostRows: number): number[] {
  const bands: number[] = []
  for (let left = rows; left > 0; left -= mostRows) {
    const height = Math.min(left, mostRows)
    bands.push(...rasterHeader(1, height), ...new Array<number>(height).fill(0))
  }
  return bands
}

/** GS v 0 */
function rasterHeader (widthBytes: number, rows: number): number[] {
  return [0x1d, 0x76, 0x30, 0, widthBytes & 0xff, widthBytes >> 8, rows & 0xff, rows >> 8]
}

function endOf ({ end }: PrinterProfile): number[] {
  return end.type === 'cutter' ? [0x1d, 0x56, 66, end.feedDots] : [0x1b, 0x64, end.feedLines]
}

/** `0001` … `9999` */
export function processId (processNumber: number): string {
  return String(((processNumber - 1) % processNumbers + processNumbers) % processNumbers + 1).padStart(4, '0')
}

/** What a printer is asked behind a job, or behind nothing at all: an answer says that it has come so far. */
export function questions ({ confirmation }: PrinterProfile, processNumber: number): readonly number[] {
  switch (confirmation) {
    case 'probe': return [...processRequest(processNumber), ...fence]
    case 'fence': return fence
    case 'status': case 'none': return []
  }
}

/** GS ( H function 48: answered with the identifier when everything before it is on paper. */
function processRequest (processNumber: number): number[] {
  return [0x1d, 0x28, 0x48, 6, 0, 0x30, 0x30, ...Buffer.from(processId(processNumber), 'latin1')]
}

/** GS r 1: the state of the paper, answered in turn, so not before what was sent before it. */
const fence = [0x1d, 0x72, 1] as const
