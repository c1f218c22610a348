import type { Day } from './day.ts'
import type { Actor, Fact, TicketBorn } from './fact.ts'
import { sessionAt } from './hours.ts'
import { sequenceOf, ticketNumber } from './numbering.ts'
import type { Field } from './office.ts'
import { refuse, type Refusal } from './refusal.ts'
import { ok, type Result } from './result.ts'
import { reserveOf } from './sequence.ts'
import { currentDate } from './ticketing.ts'
import { serviceDate, type Instant } from './time.ts'

/** What became of a pre-printed number before it was written down. */
export type PaperState = 'waiting' | 'served' | 'absent'

export interface PaperOutcome { readonly number: string, readonly state: PaperState, readonly priority?: boolean }

/** Pre-printed numbers of a field that were handed out, `from` to `to`, between two times of today. */
export interface PaperBlock {
  readonly field: string
  readonly from: string
  readonly to: string
  readonly since: Instant
  /** Now, unless said otherwise. */
  readonly until?: Instant
  /** Whoever is not named here waits. */
  readonly outcomes?: readonly PaperOutcome[]
}

/** The first and the last number of a field that are printed ahead of time. */
export function reservedNumbers (day: Pick<Day, 'office'>, field: Field): { readonly from: string, readonly to: string } {
  const { from, to } = reserveOf(day.office)
  return { from: ticketNumber(field, from), to: ticketNumber(field, to) }
}

/** The numbers of a field from one to another, both as printed; refused where they are not all of the field's reserve. */
export function paperNumbers (day: Pick<Day, 'office'>, id: string, from: string, to: string): Result<{ readonly field: Field, readonly numbers: readonly string[] }, Refusal> {
  const field = day.office.fields.get(id)
  if (!field) return refuse({ code: 'UNKNOWN_FIELD', field: id })
  const reserve = reserveOf(day.office)
  const isReserved = (number: string) => ticketNumber(field, sequenceOf(number)) === number && reserve.from <= sequenceOf(number) && sequenceOf(number) <= reserve.to
  const count = sequenceOf(to) - sequenceOf(from) + 1
  if (!isReserved(from) || !isReserved(to) || count < 1) return refuse({ code: 'PAPER_NUMBER_RANGE', ...reservedNumbers(day, field) })
  return ok({ field, numbers: Array.from({ length: count }, (_, place) => ticketNumber(field, sequenceOf(from) + place)) })
}

/**
 * Writes down what was handed out while the office's machines stood still: all of it or, where anything is wrong,
 * nothing. Each number gets the place that its holder had; whoever was served or called in vain meanwhile is settled.
 * Doors and quotas are not asked: the paper is in people's hands.
 */
export function registerPaper (day: Day, block: PaperBlock, newId: () => string, by: Actor, at: Instant, wall: Instant = at): Result<readonly Fact[], Refusal> {
  const { since, until = at, outcomes = [] } = block
  const asked = paperNumbers(day, block.field, block.from, block.to)
  if (!asked.ok) return asked
  const { field, numbers } = asked.value
  const date = currentDate(day, wall)
  const isToday = (time: Instant) => Number.isFinite(time) && serviceDate(time, day.office.timeZone) === date
  if (!isToday(since) || !isToday(until) || since > until || until > at) return refuse({ code: 'PAPER_TIMES' })
  const wrong = wrongOutcome(numbers, outcomes)
  if (wrong !== undefined) return refuse({ code: 'PAPER_OUTCOME', number: wrong })
  const onPaper = date === day.serviceDate ? day.onPaper.get(field.id) ?? [] : []
  const used = numbers.find(number => onPaper.includes(sequenceOf(number)))
  if (used !== undefined) return refuse({ code: 'PAPER_NUMBER_USED', number: used })
  const said = new Map(outcomes.map(outcome => [outcome.number, outcome]))
  return ok(numbers.flatMap((number, place) => {
    const { state = 'waiting', priority = false } = said.get(number) ?? {}
    const arrivedAt = Math.round(since + (until - since) * place / Math.max(1, numbers.length - 1))
    return written({ number, priority, state, arrivedAt, field, id: newId() }, day, { by, at, date })
  }))
}

/** The first that was not handed out, or that is said twice. */
function wrongOutcome (numbers: readonly string[], outcomes: readonly PaperOutcome[]): string | undefined {
  return outcomes.find(({ number }, place) => !numbers.includes(number) || outcomes.findIndex(other => other.number === number) !== place)?.number
}

interface Holder { readonly id: string, readonly number: string, readonly field: Field, readonly priority: boolean, readonly state: PaperState, readonly arrivedAt: Instant }

function written ({ id, number, field, priority, state, arrivedAt }: Holder, { office }: Day, { by, at, date }: { readonly by: Actor, readonly at: Instant, readonly date: string }): readonly Fact[] {
  const session = sessionAt(office, arrivedAt)?.from
  const ticket: TicketBorn = {
    id, number, field: field.id, fieldVersion: field.version, purpose: field.purpose, priority, dossiers: 1, paper: true, arrivedAt,
    ...session !== undefined && { session }
  }
  const issued: Fact = { type: 'ticket:issued', at, by, ticket, serviceDate: date }
  return state === 'waiting' ? [issued] : [issued, { type: 'ticket:settled', at, by, ticket: { id, number, field: field.id, priority }, as: state }]
}
