import type { Day } from './day.ts'
import type { Field, Office, PaperReserve } from './office.ts'
import type { ServiceDate } from './time.ts'

/** Printed ahead of time for an outage, unless the office has settled other sequences. */
export const defaultReserve: PaperReserve = { from: 901, to: 949 }

export function reserveOf ({ rules }: Pick<Office, 'rules'>): PaperReserve {
  return rules.paperNumbers ?? defaultReserve
}

/**
 * The sequence that a field gives out next on `date`: above all it has given, here and, before this database was put
 * back from a copy, elsewhere. Paper with those numbers is still in people's hands. What is printed ahead of time for
 * an outage is passed over, and so is what was handed out of it before the office settled another stretch.
 */
export function nextSequence (day: Day, field: Pick<Field, 'id' | 'digit'>, date: ServiceDate): number {
  const { from, to } = reserveOf(day.office)
  const onPaper = date === day.serviceDate ? day.onPaper.get(field.id) ?? [] : []
  let next = lastSequence(day, field, date) + 1
  while ((from <= next && next <= to) || onPaper.includes(next)) next++
  return next
}

/** The last sequence of a field on `date`, given out here or elsewhere; 0 before the first. */
export function lastSequence (day: Day, field: Pick<Field, 'id' | 'digit'>, date: ServiceDate): number {
  const here = date === day.serviceDate ? day.sequences.get(field.id) ?? 0 : 0
  return Math.max(here, day.givenElsewhere?.get(elsewhereKey(date, field.digit)) ?? 0)
}

/** How {@link Day.givenElsewhere} is asked. */
export function elsewhereKey (date: ServiceDate, digit: number): string {
  return `${date} ${digit}`
}
