import type { PrinterProfile } from './profiles.ts'

type Fields = Readonly<Record<string, unknown>>

/** A profile as it was read from its file. Throws what is wrong with it, when the office starts and not when it prints. */
export function checkedProfile (read: unknown): PrinterProfile {
  const fields = fieldsOf(read)
  const name = text(fields.name)
  if (!name) throw new Error('A printer profile has no name')
  const take = <Value>(field: string, check: (value: unknown) => Value | undefined): Value => {
    const value = check(fields[field])
    if (value === undefined) throw new Error(`Printer profile ${name}: ${field} is wrong`)
    return value
  }
  return {
    name,
    label: take('label', text),
    source: take('source', text),
    paper: take('paper', paperOf),
    threshold: take('threshold', whole(1, 255)),
    mostBandRows: take('mostBandRows', whole(8, 2303)),
    blankRows: take('blankRows', oneOf('feed', 'raster')),
    end: take('end', endOf),
    ...(fields.pace === undefined ? {} : { pace: take('pace', paceOf) }),
    confirmation: take('confirmation', oneOf('probe', 'fence', 'status', 'none'))
  }
}

function fieldsOf (value: unknown): Fields {
  return typeof value === 'object' && value !== null ? value as Fields : {}
}

function text (value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}

function whole (least: number, most: number) {
  return (value: unknown): number | undefined => typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most ? value : undefined
}

function oneOf<Value extends string> (...values: readonly Value[]) {
  return (value: unknown): Value | undefined => values.find(known => known === value)
}

const byte = whole(0, 255)

function paperOf (value: unknown): PrinterProfile['paper'] | undefined {
  const { widthDots, dpi } = fieldsOf(value)
  const paper = { widthDots: whole(128, 1024)(widthDots), dpi: whole(150, 600)(dpi) }
  return paper.widthDots && paper.dpi ? { widthDots: paper.widthDots, dpi: paper.dpi } : undefined
}

function endOf (value: unknown): PrinterProfile['end'] | undefined {
  const { type, ...rest } = fieldsOf(value)
  const [feedDots, feedLines] = [byte(rest.feedDots), byte(rest.feedLines)]
  if (type === 'cutter' && feedDots !== undefined) return { type, feedDots }
  return type === 'tear' && feedLines !== undefined ? { type, feedLines } : undefined
}

function paceOf (value: unknown): PrinterProfile['pace'] | undefined {
  const pace = fieldsOf(value)
  const [bytes, pauseMs] = [whole(64, 65_536)(pace.bytes), whole(1, 1000)(pace.pauseMs)]
  return bytes && pauseMs ? { bytes, pauseMs } : undefined
}
