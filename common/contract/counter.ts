import { Type, type Static } from 'typebox'
import { ByLanguage, closed, Id, Line, Reason, Time } from './basics.ts'
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

export const Deed = Type.Union([
  Type.Literal('next'), Type.Literal('call'), Type.Literal('start'), Type.Literal('finish'), Type.Literal('miss'), Type.Literal('hold'), Type.Literal('transfer')
])
export type Deed = Static<typeof Deed>
/** The latest deed at a counter and the number it was done to, as long as it can be taken back. */
export const Undoable = Type.Object({ deed: Deed, number: Type.String(), until: Time }, closed)
export type Undoable = Static<typeof Undoable>

/** An officer calls colleagues for help. */
export const Panic = Type.Object({
  since: Time,
  acceptedBy: Type.Optional(Type.Object({ name: Type.String(), counter: Type.Optional(Type.Integer()) }, closed))
}, closed)
export type Panic = Static<typeof Panic>

export const Counter = Type.Object({
  number: Type.Integer(), state: CounterState,
  officer: Type.Optional(Officer),
  reason: Type.Optional(Type.String()),
  ticket: Type.Optional(Type.Object({ id: Id, number: Type.String(), field: Id, priority: Type.Boolean(), state: Type.String() }, closed)),
  main: Type.Array(Id), helper: Type.Array(Id), since: Time,
  undo: Type.Optional(Type.Object(Undoable.properties, { ...closed, description: 'For staff only' })),
  panic: Type.Optional(Type.Object(Panic.properties, { ...closed, description: 'For staff only' }))
}, closed)
export type Counter = Static<typeof Counter>

export const CounterAnswer = Type.Object({ counter: Counter }, closed)
export const Served = Type.Object({ ticket: Ticket, call: Type.Optional(Call) }, closed)
export type Served = Static<typeof Served>

/** Which ticket is meant: the deed is refused (TICKET_CHANGED) where another one, or none, is at the counter. */
const meant = { ticket: Type.Optional(Type.String({ ...Id, description: 'The ticket that is meant; refused where it is not the one at the counter' })) }
export const DeedRequest = Type.Object(meant, closed)
export type DeedRequest = Static<typeof DeedRequest>

export const PauseRequest = Type.Object({ reason: Type.Optional(Line(120)) }, closed)
export type PauseRequest = Static<typeof PauseRequest>
export const HoldRequest = Type.Object({
  reason: Reason(1, 200),
  minutes: Type.Optional(Type.Integer({ minimum: 1, maximum: 480, description: "The office's own number of minutes, unless said otherwise" })),
  slip: Type.Optional(Type.Boolean({ description: 'false: no return slip' })),
  ...meant
}, closed)
export type HoldRequest = Static<typeof HoldRequest>
const back = Type.Optional(Type.Boolean({ description: 'The citizen comes back to this counter afterwards' }))
export const TransferRequest = Type.Union([
  Type.Object({ field: Id, back, ...meant }, closed),
  Type.Object({ counter: Type.Integer({ minimum: 1, maximum: 999 }), back, ...meant }, closed)
])
export type TransferRequest = Static<typeof TransferRequest>
export const CallRequest = Type.Object({ ticket: Id, reason: Reason(3, 200) }, closed)
export type CallRequest = Static<typeof CallRequest>
export const DossierCode = Type.String({ minLength: 1, maxLength: 40, pattern: '^[A-Za-z0-9./-]+$', description: 'For staff only; no citizen and no board ever sees it' })
export const FinishRequest = Type.Object({
  outcome: Type.Optional(Type.String({ ...Line(120), description: "One of the office's (GET /office) by its id, or the officer's own words" })),
  dossierCode: Type.Optional(DossierCode),
  ...meant
}, closed)
export type FinishRequest = Static<typeof FinishRequest>

/** A stretch of service that a counter has done with today: ended, or sent on. */
export const ServedHere = Type.Object({
  id: Id, number: Type.String(), field: Id, procedure: Type.Union([Id, Type.Null()]), priority: Type.Boolean(), leg: Type.Integer({ minimum: 1 }),
  calledAt: Type.Union([Time, Type.Null()]), startedAt: Type.Union([Time, Type.Null()]), endedAt: Time,
  end: Type.Union([Type.Literal('done'), Type.Literal('sent')], { description: 'sent: on to another counter or its next service' }),
  officer: Type.Optional(Type.String({ description: 'The name of whoever is credited' })),
  outcome: Type.Optional(Type.String()), dossierCode: Type.Optional(Type.String())
}, closed)
export type ServedHere = Static<typeof ServedHere>
