import { Type, type Static } from 'typebox'

/** RFC 9457, with the code that programs act on and a text for the person. */
export const Problem = Type.Object({
  type: Type.String(), title: Type.String(), status: Type.Integer(), detail: Type.String(), code: Type.String(),
  errors: Type.Optional(Type.Array(Type.Object({ path: Type.String(), message: Type.String() }, { additionalProperties: false })))
}, { additionalProperties: false })
export type Problem = Static<typeof Problem>
