import { Type, type Static, type TSchema } from 'typebox'

/** Wire shapes forbid what they do not name: an unknown field is a mistake to be told, not ignored. */
export const closed = { additionalProperties: false } as const

export const Id = Type.String({ minLength: 1, maxLength: 64, pattern: '^[A-Za-z0-9_-]+$' })
/** ISO 8601 with offset. */
export const Time = Type.String({ format: 'date-time' })
export const ServiceDate = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
/** A date as somebody asks for it: one that the calendar has. */
export const CalendarDate = Type.String({ format: 'date' })
const printable = '[^\\u0000-\\u001f\\u007f-\\u009f]*'
/** A line a person typed: no control characters. */
export const Line = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: `^${printable}$` })
/** A line that must say something: blanks give no reason. */
export const Reason = (minLength: number, maxLength: number) => Type.String({ minLength, maxLength, pattern: `^(?=\\s*\\S.{${minLength - 1}})${printable}$` })
/** `vi`, `en`, or the name of one of the office's own text files for slips. */
export const SlipLanguage = Type.String({ maxLength: 32, pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' })

export const ByLanguage = Type.Object({ vi: Type.String(), en: Type.String() }, closed)
export type ByLanguage = Static<typeof ByLanguage>

export const List = <Item extends TSchema>(item: Item) => Type.Object({ items: Type.Array(item), next: Type.Optional(Type.String()) }, closed)
