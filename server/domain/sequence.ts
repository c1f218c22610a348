import type { Day } from './day.ts'
import type { Field } from './office.ts'
import type { ServiceDate } from './time.ts'

/**
 * The sequence that a field gives out next on `date`: above all it has given, here and, before this database was put
 * back from a copy, elsewhere. Paper with those numbers is still in people's hands.
 */
export function nextSequence (day: Day, field: Pick<Field, 'id' | 'digit'>, date: ServiceDate): number {
  const here = date === day.serviceDate ? day.sequences.get(field.id) ?? 0 : 0
  return Math.max(here, day.givenElsewhere?.get(elsewhereKey(date, field.digit)) ?? 0) + 1
}

/** How {@link Day.givenElsewhere} is asked. */
export function elsewhereKey (date: ServiceDate, digit: number): string {
  return `${date} ${digit}`
}
