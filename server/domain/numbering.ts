import type { Day } from './day.ts'
import type { Field } from './office.ts'
import type { ServiceDate } from './time.ts'

/**
 * The number a citizen sees: the field's digit, then the sequence padded to three.
 * Past 999 it grows a digit (1999, then 11000); it never wraps.
 */
export function ticketNumber (field: Pick<Field, 'digit'>, sequence: number): string {
  return `${field.digit}${String(sequence).padStart(3, '0')}`
}

/** The sequence inside a number that {@link ticketNumber} made. */
export function sequenceOf (number: string): number {
  return Number(number.slice(1))
}

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
