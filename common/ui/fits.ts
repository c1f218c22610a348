import type { Static, TSchema } from 'typebox'
import { Value } from 'typebox/value'

/** Whether the office would take it: by the very schema it checks with itself. */
export function fits<Schema extends TSchema> (schema: Schema, value: unknown): value is Static<Schema> {
  return Value.Check(schema, value)
}
