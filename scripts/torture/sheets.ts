import { PNG } from 'pngjs'

/**
 * The print on a sheet, row by row: equal rows, equal numbers. White rows are left out, and a row that follows its like:
 * an opened cover has the printer repeat one.
 */
export type Print = readonly number[]

/** Reads pictures of sheets and of slips alike, with a decoder that had no part in making them. */
export function createReader (): (png: Uint8Array) => Print {
  const known = new Map<string, number>()
  return png => {
    const { width, height, data } = PNG.sync.read(Buffer.from(png))
    const print: number[] = []
    for (let y = 0; y < height; y++) {
      const row = rowOf(data, width, y)
      if (row === undefined) continue
      const number = known.get(row) ?? known.size
      known.set(row, number)
      if (print.at(-1) !== number) print.push(number)
    }
    return print
  }
}

/** The black dots of a row as text; undefined when there are none. */
function rowOf (data: Buffer, width: number, y: number): string | undefined {
  const bytes = Buffer.alloc(Math.ceil(width / 8))
  for (let x = 0; x < width; x++) if (data[4 * (y * width + x)] === 0) bytes[x >> 3]! |= 0x80 >> (x & 7)
  return bytes.some(byte => byte !== 0) ? bytes.toString('latin1') : undefined
}

/** What was to be printed, one entry a job. */
export interface WantedSlip { readonly job: string, readonly ticket: string, readonly print: Print }

export interface FinishedSheet { readonly print: Print, readonly complete: boolean }

export interface OnPaper {
  /** Jobs that stand whole on a sheet the printer finished, once for each time, in the order in which they came out. */
  readonly whole: readonly string[]
  /** Tickets of which some row came out more often than their jobs have it. */
  readonly tooOften: ReadonlySet<string>
  /** Tickets of which anything was seen that is theirs alone. */
  readonly seen: ReadonlySet<string>
}

/** Finds slips on sheets that may be torn, or hold the end of one slip above the next. */
export function readSheets (slips: readonly WantedSlip[], sheets: readonly FinishedSheet[]): OnPaper {
  const owners = ownersOf(slips)
  const allowed = countRows(slips, owners)
  const found = countRows(sheets, owners)
  const tickets = (isWanted: (row: number, times: number) => boolean) =>
    new Set([...found].flatMap(([row, times]) => isWanted(row, times) ? [owners.get(row) ?? ''] : []))
  const byTicket = new Map<string, readonly WantedSlip[]>()
  for (const slip of slips) byTicket.set(slip.ticket, [...byTicket.get(slip.ticket) ?? [], slip])
  const whole = sheets.flatMap(({ print, complete }) => {
    const here = new Set(print.flatMap(row => owners.get(row) ?? []))
    const candidates = complete ? [...here].flatMap(ticket => byTicket.get(ticket) ?? []) : []
    return candidates.flatMap(slip => placesOf(slip.print, print).map(place => ({ job: slip.job, place }))).sort((a, b) => a.place - b.place).map(({ job }) => job)
  })
  return { whole, tooOften: tickets((row, times) => times > (allowed.get(row) ?? 0)), seen: tickets(() => true) }
}

/** Row → the only ticket that has it. */
function ownersOf (slips: readonly WantedSlip[]): ReadonlyMap<number, string> {
  const owners = new Map<number, string>()
  const shared = new Set<number>()
  for (const { ticket, print } of slips) {
    for (const row of print) {
      if ((owners.get(row) ?? ticket) !== ticket) shared.add(row)
      owners.set(row, ticket)
    }
  }
  for (const row of shared) owners.delete(row)
  return owners
}

function countRows (prints: readonly { readonly print: Print }[], owners: ReadonlyMap<number, string>): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (const { print } of prints) for (const row of print) if (owners.has(row)) counts.set(row, (counts.get(row) ?? 0) + 1)
  return counts
}

function placesOf (slip: Print, sheet: Print): number[] {
  const places: number[] = []
  for (let place = 0; place + slip.length <= sheet.length; place++) if (slip.every((row, at) => sheet[place + at] === row)) places.push(place)
  return places
}
