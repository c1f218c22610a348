import { Type, type Static } from 'typebox'
import { Pin } from './access.ts'
import { ByLanguage, closed, Id, ServiceDate, SlipLanguage, Time } from './basics.ts'

export const Purpose = Type.Union([Type.Literal('submit'), Type.Literal('collect'), Type.Literal('supplement'), Type.Literal('ask')])
export type Purpose = Static<typeof Purpose>

export const TicketState = Type.Union([
  Type.Literal('waiting'), Type.Literal('called'), Type.Literal('serving'), Type.Literal('held'),
  Type.Literal('missed'), Type.Literal('done'), Type.Literal('cancelled'), Type.Literal('expired')
])
export type TicketState = Static<typeof TicketState>

/** A further service on the same number. */
export const Service = Type.Object({ field: Id, procedure: Type.Optional(Id) }, closed)
export type Service = Static<typeof Service>

/** Sent away for a paper; the number comes back to this counter until then. */
export const Hold = Type.Object({ until: Time, counter: Type.Integer(), reason: Type.Optional(Type.String({ description: 'For staff only' })) }, closed)
export type Hold = Static<typeof Hold>

/** Counters that this leg is meant for; `next`: before everyone else there. */
export const Bound = Type.Object({ counters: Type.Array(Type.Integer()), next: Type.Boolean() }, closed)
export type Bound = Static<typeof Bound>

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
  leg: Type.Integer({ minimum: 1 }),
  hold: Type.Optional(Hold),
  bound: Type.Optional(Bound),
  more: Type.Optional(Type.Array(Service, { description: 'Services still to come on this number, in order' })),
  back: Type.Optional(Type.Integer({ description: 'The counter it goes back to after this leg' })),
  appointment: Type.Optional(Time),
  overruledBy: Type.Optional(Type.String({ description: 'For staff only: who let the kiosk give it out although it will hardly be called that day, `staff:ID`' })),
  paper: Type.Optional(Type.Boolean({ description: 'For staff only: a pre-printed number, handed out during an outage' }))
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
  more: Type.Optional(Type.Array(Service, { maxItems: 4, description: 'Further services on the same number, served one after the other' })),
  language: Type.Optional(SlipLanguage),
  slip: Type.Optional(Type.Boolean({ description: 'false: no paper' })),
  overrule: Type.Optional(Type.Object({ pin: Pin }, { ...closed, description: 'At a kiosk: a guide or supervisor gives out a number that will hardly be served today' }))
}, closed)
export type TicketRequest = Static<typeof TicketRequest>

/** Times of the call: 10 %, 50 %, 90 %. */
export const Forecast = Type.Object({
  earliest: Time, likely: Time, latest: Time,
  closes: Type.Optional(Type.String({ ...Time, description: 'Where the office closes before `latest`: when' }))
}, closed)
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

export const SlipKind = Type.Enum(['ticket', 'checklist', 'return', 'apology', 'paper-number', 'test'])
export type SlipKind = Static<typeof SlipKind>

/** A print job among those of a day. */
export const PrintJobListed = Type.Object({
  ...PrintJob.properties,
  number: Type.String({ description: 'Empty where the slip bears none' }), ticket: Type.Optional(Id), kind: SlipKind,
  at: Time
}, closed)
export type PrintJobListed = Static<typeof PrintJobListed>

/** Said to whoever holds a number that waits. */
const lateToday = {
  hardlyToday: Type.Optional(Type.Boolean({ description: 'While it waits: it may not be called today' })),
  closes: Type.Optional(Type.String({ ...Time, description: 'With `hardlyToday`: when the office closes' }))
}

export const TicketTaken = Type.Object({
  ticket: Ticket,
  ahead: Type.Integer({ minimum: 0 }),
  forecast: Type.Union([Forecast, Type.Null()]),
  ...lateToday,
  token: Type.String(),
  url: Type.String(),
  print: Type.Union([Print, Type.Null()])
}, closed)
export type TicketTaken = Static<typeof TicketTaken>

/** What staff tell the holder of a waiting number. */
export const TicketTurn = Type.Object({
  ahead: Type.Union([Type.Integer({ minimum: 0 }), Type.Null()]),
  forecast: Type.Union([Forecast, Type.Null()]),
  ...lateToday,
  counters: Type.Array(Type.Integer(), { description: 'Where this number may be called' }),
  promise: Type.Optional(Type.Object({ by: Time, broken: Type.Boolean() }, { ...closed, description: 'While it waits: until when the office promised to call it' }))
}, closed)
export type TicketTurn = Static<typeof TicketTurn>

export const MyTicket = Type.Object({
  ticket: Ticket,
  ahead: Type.Union([Type.Integer({ minimum: 0 }), Type.Null()]),
  forecast: Type.Union([Forecast, Type.Null()]),
  ...lateToday,
  counters: Type.Array(Type.Integer(), { description: 'Where this number may be called' }),
  served: Type.Optional(Type.Boolean({ description: 'While it waits: one of them stands open' })),
  promise: Type.Optional(Type.Object({ by: Time, broken: Type.Boolean() }, { ...closed, description: 'While it waits: until when the office promised to call it' })),
  overtakenBy: Type.Array(Type.Object({ number: Type.String(), why: ByLanguage }, closed)),
  advice: Type.Optional(Type.Object(ByLanguage.properties, { ...closed, description: 'What to do now, where the number is held, missed, cancelled or expired' })),
  rating: Type.Optional(Type.Object({ token: Type.String(), until: Time, solemn: Type.Boolean(), officer: Type.Object({ name: Type.String(), title: Type.String() }, closed) }, closed))
}, closed)
export type MyTicket = Static<typeof MyTicket>
