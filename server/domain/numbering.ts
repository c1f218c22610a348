import type { Field } from './office.ts'

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
