import { Type, type Static } from 'typebox'
import { ByLanguage, closed, Id, ServiceDate, SlipLanguage, Time } from './basics.ts'

export const Purpose = Type.Union([Type.Literal('submit'), Type.Literal('collect'), Type.Literal('supplement'), Type.Literal('ask')])
export type Purpose = Static<typeof Purpose>

export const TicketState = Type.Union([
  Type.Literal('waiting'), Type.Literal('called'), Type.Literal('serving'), Type.Literal('held'),
  Type.Literal('missed'), Type.Literal('done'), Type.Literal('cancelled'), Type.Literal('expired')
])
export type TicketState = Static<typeof TicketState>

export const Ticket = Type.Object({
  id: Id,
  number: Type.String({ description: "The field's digit, then the sequence padded to three: 1001 … 1999, then 11000" }),
  field: Id,
  procedure: Type.Union([Id, Type.Null()]),
  purpose: Purpose,
  priority: Type.Boolean(),
  dossiers: Type.Integer({ minimum: 1 }),
  state: TicketState,
  serviceDate: ServiceDate,
  issuedAt: Time,
  calledAt: Type.Union([Time, Type.Null()]),
  startedAt: Type.Union([Time, Type.Null()]),
  endedAt: Type.Union([Time, Type.Null()]),
  counter: Type.Union([Type.Integer(), Type.Null()]),
  leg: Type.Integer({ minimum: 1 })
}, closed)
export type Ticket = Static<typeof Ticket>

/** What boards and facts say of a ticket. */
export const TicketNamed = Type.Object({ id: Id, number: Type.String(), field: Id, priority: Type.Boolean() }, closed)
export type TicketNamed = Static<typeof TicketNamed>

export const TicketRequest = Type.Object({
  field: Id,
  procedure: Type.Optional(Id),
  purpose: Type.Optional(Purpose),
  priority: Type.Optional(Type.Boolean()),
  priorityClass: Type.Optional(Type.String({ ...Id, description: 'Counted per day, never kept with the ticket' })),
  dossiers: Type.Optional(Type.Integer({ minimum: 1, maximum: 999 })),
  language: Type.Optional(SlipLanguage),
  slip: Type.Optional(Type.Boolean({ description: 'false: no paper' }))
}, closed)
export type TicketRequest = Static<typeof TicketRequest>

/** Times of the call: 10 %, 50 %, 90 %. */
export const Forecast = Type.Object({ earliest: Time, likely: Time, latest: Time }, closed)
export type Forecast = Static<typeof Forecast>

export const PrintState = Type.Union([
  Type.Literal('queued'), Type.Literal('printing'), Type.Literal('printed'), Type.Literal('unconfirmed'),
  Type.Literal('blocked'), Type.Literal('unknown'), Type.Literal('failed')
])
export type PrintState = Static<typeof PrintState>

export const Print = Type.Object({ job: Id, state: PrintState }, closed)
export type Print = Static<typeof Print>

export const PrintJob = Type.Object({
  job: Id, state: PrintState, printer: Type.String(), tries: Type.Integer(),
  error: Type.Optional(Type.String()),
  confirmedBy: Type.Optional(Type.String({ description: 'How it is known: process-id, file; of an unconfirmed one how far: fence, status, sent' }))
}, closed)
export type PrintJob = Static<typeof PrintJob>

export const TicketTaken = Type.Object({
  ticket: Ticket,
  ahead: Type.Integer({ minimum: 0 }),
  forecast: Type.Union([Forecast, Type.Null()]),
  token: Type.String(),
  url: Type.String(),
  print: Type.Union([Print, Type.Null()])
}, closed)
export type TicketTaken = Static<typeof TicketTaken>

export const MyTicket = Type.Object({
  ticket: Ticket,
  ahead: Type.Union([Type.Integer({ minimum: 0 }), Type.Null()]),
  forecast: Type.Union([Forecast, Type.Null()]),
  counters: Type.Array(Type.Integer(), { description: 'Where this number may be called' }),
  overtakenBy: Type.Array(Type.Object({ number: Type.String(), why: ByLanguage }, closed)),
  rating: Type.Optional(Type.Object({ token: Type.String(), until: Time, solemn: Type.Boolean(), officer: Type.Object({ name: Type.String(), title: Type.String() }, closed) }, closed))
}, closed)
export type MyTicket = Static<typeof MyTicket>
