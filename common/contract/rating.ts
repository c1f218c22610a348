import { Type, type Static } from 'typebox'
import { closed, Line } from './basics.ts'

export const Level = Type.Union([Type.Literal(1), Type.Literal(2), Type.Literal(3), Type.Literal(4), Type.Literal(5)])
export type Level = Static<typeof Level>

export const RatingGiven = Type.Object({
  token: Type.String({ minLength: 16, maxLength: 64 }),
  level: Level,
  handling: Type.Optional(Level),
  reasons: Type.Optional(Type.Array(Line(80), { maxItems: 10, uniqueItems: true })),
  comment: Type.Optional(Line(500))
}, closed)
export const RatingSkipped = Type.Object({ token: Type.String({ minLength: 16, maxLength: 64 }), skipped: Type.Literal(true) }, closed)
export const RatingRequest = Type.Union([RatingGiven, RatingSkipped])
export type RatingRequest = Static<typeof RatingRequest>
export const RatingThanks = Type.Object({ outcome: Type.Union([Type.Literal('rated'), Type.Literal('skipped')]) }, closed)
