import { Type, type Static } from 'typebox'
import { ByLanguage, closed, Id, Time } from './basics.ts'
import { Purpose } from './ticket.ts'

export const PriorityClass = Type.Object({ id: Id, name: ByLanguage }, closed)

/** What the office is doing: between two sessions of a day it has its break, and those who wait keep their place. */
export const Moment = Type.Object({
  kind: Type.Union([Type.Literal('working'), Type.Literal('break'), Type.Literal('closed')]),
  until: Type.Optional(Time)
}, closed)
export type Moment = Static<typeof Moment>

/** How a transaction may have ended; officers choose from these, or write their own. */
export const Outcome = Type.Object({ id: Id, name: ByLanguage }, closed)
export type Outcome = Static<typeof Outcome>

export const Office = Type.Object({
  id: Id, name: ByLanguage, phone: Type.Optional(Type.String()), timeZone: Type.String(),
  open: Type.Boolean({ description: 'Numbers are being given out now' }),
  opensAt: Type.Union([Time, Type.Null()]),
  closesAt: Type.Union([Time, Type.Null()]),
  moment: Moment,
  carried: Type.Integer({ minimum: 0, description: 'Waiting numbers that keep their place over the break' }),
  bookable: Type.Boolean({ description: 'Times can be booked' }),
  bookUrl: Type.Optional(Type.String({ description: 'Where citizens book on their own phones; absent where phones cannot reach it, or nothing can be booked' })),
  onPhones: Type.Boolean({ description: "Citizens' own phones can reach the pages of this office" }),
  wifi: Type.Optional(Type.String({ description: 'The guest network they reach them through' })),
  trial: Type.Boolean(), promiseMinutes: Type.Integer(),
  priorityClasses: Type.Array(PriorityClass),
  lowRatingReasons: Type.Array(ByLanguage),
  outcomes: Type.Array(Outcome)
}, closed)
export type Office = Static<typeof Office>

export const Field = Type.Object({
  id: Id, digit: Type.Integer({ minimum: 1, maximum: 9 }), name: ByLanguage, kioskLabel: ByLanguage, purpose: Purpose,
  waiting: Type.Integer({ minimum: 0 }),
  served: Type.Boolean({ description: 'A counter that serves it stands open now' }),
  open: Type.Boolean(), opensAt: Type.Union([Time, Type.Null()]),
  counters: Type.Array(Type.Integer()),
  bookable: Type.Boolean({ description: 'Times can be booked' }),
  quotaLeft: Type.Optional(Type.Integer({ minimum: 0, description: 'Numbers left in this session, where they are limited' })),
  asksDossiers: Type.Optional(Type.Boolean({ description: 'Ask how many dossiers the citizen brings' })),
  notice: Type.Optional(Type.Object(ByLanguage.properties, { ...closed, description: 'To be said before a number is taken; only while it applies' }))
}, closed)
export type Field = Static<typeof Field>

/** Handed over at the end of a transaction. */
export const Letter = Type.Enum(['congratulation', 'condolence', 'thanks'])
export type Letter = Static<typeof Letter>

export const Procedure = Type.Object({
  id: Id, field: Id, name: ByLanguage, kioskLabel: ByLanguage, purpose: Purpose,
  papers: Type.Array(Type.String()), fee: Type.Union([Type.String(), Type.Null()]),
  resultTime: Type.Union([Type.String(), Type.Null()]), solemn: Type.Boolean(),
  letter: Type.Optional(Letter), needsReview: Type.Boolean()
}, closed)
export type Procedure = Static<typeof Procedure>

/** Something the office publishes: the board shows it as a card. */
export const Notice = Type.Object({ id: Id, kind: Type.String(), title: Type.String(), lines: Type.Array(Type.String()) }, closed)
export type Notice = Static<typeof Notice>
