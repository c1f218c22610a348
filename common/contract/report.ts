import { Type, type Static } from 'typebox'
import { CalendarDate, closed, Time } from './basics.ts'
import { WhyCode } from './counter.ts'

export const Period = Type.Object({
  from: Type.Optional(Type.String({ ...CalendarDate, description: 'First service day; today unless said otherwise' })),
  to: Type.Optional(Type.String({ ...CalendarDate, description: 'Last service day' }))
}, closed)

/** A call that passed over somebody who had come earlier, or that an officer chose. */
export const CallOutOfOrder = Type.Object({
  at: Time, number: Type.String(), counter: Type.Integer(), officer: Type.String(), why: WhyCode,
  chosen: Type.Optional(Type.String({ description: "The officer's reason" })),
  overtook: Type.Integer({ minimum: 0, description: 'Earlier arrivals that could have been called instead' }),
  undone: Type.Optional(Type.Literal(true, { description: 'Taken back; no part of the sums' }))
}, closed)
export type CallOutOfOrder = Static<typeof CallOutOfOrder>

const count = Type.Integer({ minimum: 0 })
/** All calls of one officer that were not taken back, by reason. */
export const OfficerCalls = Type.Object({
  officer: Type.String(),
  calls: count,
  byWhy: Type.Object({ order: count, priority: count, returned: count, appointment: count, helper: count, chosen: count }, closed),
  chosen: count,
  overtook: Type.Integer({ minimum: 0, description: 'Calls that passed somebody over' })
}, closed)
export type OfficerCalls = Static<typeof OfficerCalls>

/** The observer gets the sums and no calls. */
export const OrderReport = Type.Object({ calls: Type.Array(CallOutOfOrder), officers: Type.Array(OfficerCalls) }, closed)
export type OrderReport = Static<typeof OrderReport>
