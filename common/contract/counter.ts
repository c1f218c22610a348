import { Type, type Static } from 'typebox'
import { ByLanguage, closed, Id, Line, Time } from './basics.ts'
import { Ticket } from './ticket.ts'

export const WhyCode = Type.Union([
  Type.Literal('order'), Type.Literal('priority'), Type.Literal('returned'),
  Type.Literal('appointment'), Type.Literal('helper'), Type.Literal('chosen')
])
export const Why = Type.Object({ code: WhyCode, text: ByLanguage }, closed)
export type Why = Static<typeof Why>

/** One call, the same on every screen and in every loudspeaker. */
export const Call = Type.Object({
  id: Id, rev: Type.Integer(), at: Time,
  repeat: Type.Integer({ minimum: 0, description: '0 for the call, 1 and up for each recall' }),
  why: Why, announcement: ByLanguage, sound: ByLanguage
}, closed)
export type Call = Static<typeof Call>

export const Officer = Type.Object({ id: Id, name: Type.String(), title: Type.String() }, closed)
export type Officer = Static<typeof Officer>

export const CounterState = Type.Union([Type.Literal('closed'), Type.Literal('open'), Type.Literal('paused')])
export type CounterState = Static<typeof CounterState>

export const Counter = Type.Object({
  number: Type.Integer(), state: CounterState,
  officer: Type.Optional(Officer),
  reason: Type.Optional(Type.String()),
  ticket: Type.Optional(Type.Object({ id: Id, number: Type.String(), field: Id, priority: Type.Boolean(), state: Type.String() }, closed)),
  main: Type.Array(Id), helper: Type.Array(Id), since: Time
}, closed)
export type Counter = Static<typeof Counter>

export const CounterAnswer = Type.Object({ counter: Counter }, closed)
export const Served = Type.Object({ ticket: Ticket, call: Type.Optional(Call) }, closed)
export type Served = Static<typeof Served>

export const PauseRequest = Type.Object({ reason: Type.Optional(Line(120)) }, closed)
export const FinishRequest = Type.Object({ outcome: Type.Optional(Line(120)) }, closed)
