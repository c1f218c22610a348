import { Type, type Static } from 'typebox'
import { closed, Id, ServiceDate, Time } from './basics.ts'
import { TicketState } from './ticket.ts'

/*
 * Numbers printed ahead of time, for the hours without electricity or network. Each field has a stretch of its numbers
 * that no kiosk gives out (docs/office-rules.md, rules.paperNumbers).
 */

/** As printed: the field's digit, then the sequence. */
export const PaperNumber = Type.String({ pattern: '^[1-9][0-9]{3,6}$', description: 'As printed on the slip: 1901' })

export const PaperNumbersQuery = Type.Object({ field: Id }, closed)

/** The stretch of a field, and which of it were written down today. */
export const PaperNumbers = Type.Object({
  field: Id, serviceDate: ServiceDate,
  from: PaperNumber, to: PaperNumber,
  used: Type.Array(Type.Object({ number: PaperNumber, ticket: Id, state: TicketState, at: Type.String({ ...Time, description: 'When it was handed out' }) }, closed))
}, closed)
export type PaperNumbers = Static<typeof PaperNumbers>

/** What became of a number before it was written down: served, called in vain, or still waiting. */
export const PaperState = Type.Union([Type.Literal('waiting'), Type.Literal('served'), Type.Literal('absent')])
export type PaperState = Static<typeof PaperState>

export const PaperOutcome = Type.Object({ number: PaperNumber, state: PaperState, priority: Type.Optional(Type.Boolean()) }, closed)
export type PaperOutcome = Static<typeof PaperOutcome>

/** What was handed out during an outage: `from` to `to`, all of them. Whoever `outcomes` does not name waits. */
export const PaperNumbersRequest = Type.Object({
  field: Id, from: PaperNumber, to: PaperNumber,
  since: Type.String({ ...Time, description: 'When the first was handed out; today' }),
  until: Type.Optional(Type.String({ ...Time, description: 'When the last was; now, unless said otherwise' })),
  outcomes: Type.Optional(Type.Array(PaperOutcome, { maxItems: 1000 })),
  check: Type.Optional(Type.Boolean({ description: 'true: says what would be written down, and writes nothing' }))
}, closed)
export type PaperNumbersRequest = Static<typeof PaperNumbersRequest>

/** `at`: when it is taken to have been handed out. `ticket` is absent in the answer to a check. */
export const PaperNumberNoted = Type.Object({ number: PaperNumber, at: Time, state: PaperState, priority: Type.Boolean(), ticket: Type.Optional(Id) }, closed)
export type PaperNumberNoted = Static<typeof PaperNumberNoted>

export const PaperNumbersNoted = Type.Object({ registered: Type.Boolean({ description: 'false: this was a check' }), numbers: Type.Array(PaperNumberNoted) }, closed)
export type PaperNumbersNoted = Static<typeof PaperNumbersNoted>
