import epsonTmM30 from './epson-tm-m30.json' with { type: 'json' }
import epsonTmT82 from './epson-tm-t82.json' with { type: 'json' }
import epsonTmT88 from './epson-tm-t88.json' with { type: 'json' }
import generic58 from './generic-58.json' with { type: 'json' }
import generic58Mute from './generic-58-mute.json' with { type: 'json' }
import generic58Status from './generic-58-status.json' with { type: 'json' }
import generic80 from './generic-80.json' with { type: 'json' }
import generic80Mute from './generic-80-mute.json' with { type: 'json' }
import generic80Status from './generic-80-status.json' with { type: 'json' }
import rongta80 from './rongta-80.json' with { type: 'json' }
import starEscpos80 from './star-escpos-80.json' with { type: 'json' }
import xprinter58 from './xprinter-58.json' with { type: 'json' }
import xprinter80 from './xprinter-80.json' with { type: 'json' }
import zjiang58 from './zjiang-58.json' with { type: 'json' }
import { checkedProfile } from './check.ts'

/** What must be known of a make of printer to print well on it. */
export interface PrinterProfile {
  readonly name: string
  /** Makes and models it is for, as written on the printer: what a clerk chooses by. */
  readonly label: string
  /** Where its figures come from: a manual, a measurement, or caution. */
  readonly source: string
  readonly paper: { readonly widthDots: number, readonly dpi: number }
  /** Lightness (0–255) below which a rendered pixel becomes a black dot. */
  readonly threshold: number
  /** Rows of one picture at most; cheap printers corrupt taller ones (PRINTING §2.5). */
  readonly mostBandRows: number
  /**
   * How white rows are passed over: `feed` sets motion units to one dot (GS P) and feeds (ESC J), since Epson's own
   * unit is half a dot; `raster` sends them as a one-byte-wide white picture, which printers without GS P count right too.
   */
  readonly blankRows: 'feed' | 'raster'
  /** `cutter`: GS V 66 with `feedDots` of white before the blade. `tear`: no blade, `feedLines` lines to the tear bar. */
  readonly end: { readonly type: 'cutter', readonly feedDots: number } | { readonly type: 'tear', readonly feedLines: number }
  /** At most so many bytes at once, with a pause after them, for printers that lose what comes too fast. Absent: as fast as it takes them. */
  readonly pace?: { readonly bytes: number, readonly pauseMs: number }
  /**
   * What it can say. `probe`: asked for GS ( H and for GS r 1 after each job, and believed only when it answers;
   * `fence`: GS r 1 only, since GS ( H would be printed as letters; `status`: DLE EOT only; `none`: it cannot answer at all.
   */
  readonly confirmation: 'probe' | 'fence' | 'status' | 'none'
}

export const defaultProfile = 'generic-80'

/** The general ones first, then by make. */
const read: readonly unknown[] = [
  generic80, generic58, generic80Status, generic58Status, generic80Mute, generic58Mute,
  epsonTmT82, epsonTmT88, epsonTmM30, xprinter80, xprinter58, rongta80, zjiang58, starEscpos80
]

const profiles: ReadonlyMap<string, PrinterProfile> = new Map(read.map(checkedProfile).map(profile => [profile.name, profile]))

export const profileNames: readonly string[] = [...profiles.keys()]

export function profileNamed (name: string): PrinterProfile | undefined {
  return profiles.get(name)
}
