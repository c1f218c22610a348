import generic58 from './generic-58.json' with { type: 'json' }
import generic80 from './generic-80.json' with { type: 'json' }

/** What must be known of a make of printer to print well on it. */
export interface PrinterProfile {
  readonly name: string
  readonly paper: { readonly widthDots: number, readonly dpi: number }
  /** Lightness (0–255) below which a rendered pixel becomes a black dot. */
  readonly threshold: number
  /**
   * How white rows are passed over: `feed` sets motion units to one dot (GS P) and feeds (ESC J), since Epson's own
   * unit is half a dot; `raster` sends them as a one-byte-wide white picture, which printers without GS P count right too.
   */
  readonly blankRows: 'feed' | 'raster'
  /** `cutter`: GS V 66 with `feedDots` of white before the blade. `tear`: no blade, `feedLines` lines to the tear bar. */
  readonly end: { readonly type: 'cutter', readonly feedDots: number } | { readonly type: 'tear', readonly feedLines: number }
  /** Whether to ask for GS ( H after the job. A printer that does not know it stays silent: the job is then `unconfirmed`. */
  readonly confirms: boolean
}

export const defaultProfile = 'generic-80'

const profiles: ReadonlyMap<string, PrinterProfile> = new Map([generic80, generic58].map(read => [read.name, checked(read)]))

export const profileNames: readonly string[] = [...profiles.keys()]

export function profileNamed (name: string): PrinterProfile | undefined {
  return profiles.get(name)
}

/** The shape as the compiler wants it; a wrong value in a JSON file throws when the office starts, not when it prints. */
function checked (read: typeof generic80 | typeof generic58): PrinterProfile {
  const { name, paper, threshold, blankRows, end, confirms } = read
  const wrong = (what: string) => new Error(`Printer profile ${name}: ${what} is wrong`)
  if (!(paper.widthDots >= 128 && paper.widthDots <= 1024 && paper.dpi >= 150)) throw wrong('paper')
  if (!(threshold > 0 && threshold < 256)) throw wrong('threshold')
  if (blankRows !== 'feed' && blankRows !== 'raster') throw wrong('blankRows')
  return { name, paper, threshold, blankRows, end: checkedEnd(end, wrong), confirms }
}

function checkedEnd (end: { type: string, feedDots?: number, feedLines?: number }, wrong: (what: string) => Error): PrinterProfile['end'] {
  if (end.type === 'cutter' && isByte(end.feedDots)) return { type: 'cutter', feedDots: end.feedDots }
  if (end.type === 'tear' && isByte(end.feedLines)) return { type: 'tear', feedLines: end.feedLines }
  throw wrong('end')
}

function isByte (value: number | undefined): value is number {
  return value !== undefined && Number.isInteger(value) && value >= 0 && value < 256
}
