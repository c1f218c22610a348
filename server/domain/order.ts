import type { WhyCode } from './call.ts'
import type { Counter } from './counter.ts'
import type { CounterDuty, OrderPolicy } from './office.ts'
import type { Ticket } from './ticket.ts'
import type { Instant } from './time.ts'

/** A waiting ticket, as far as the order cares. */
export type Waiting = Pick<Ticket, 'id' | 'field' | 'priority' | 'issuedAt'>

export interface Rules {
  readonly policy: OrderPolicy
  readonly promiseMinutes: number
}

export interface Choice<T extends Waiting> {
  readonly ticket: T
  readonly why: WhyCode
  /** Both classes waited: this call takes a place in the ratio's round. */
  readonly contested: boolean
}

/**
 * Which waiting ticket a counter calls next, and why that one.
 *
 * Main fields come first. Helper fields join when no main-field ticket waits; a helper ticket that has
 * waited past the promise joins at once. Among those, the policy chooses the class and first arrival the ticket.
 * Never undefined while a ticket waits that the counter may serve; first come first served inside a class.
 *
 * @param waiting in order of first arrival
 * @param contested calls made here today while both classes waited ({@link Counter.contested})
 */
export function pick<T extends Waiting> (waiting: readonly T[], duty: CounterDuty, contested: number, rules: Rules, now: Instant): Choice<T> | undefined {
  const pool = poolOf(waiting, duty, rules, now)
  const priority = pool.find(ticket => ticket.priority)
  const ordinary = pool.find(ticket => !ticket.priority)
  const ticket = priority && ordinary ? (priorityTurn(rules.policy, contested) ? priority : ordinary) : priority ?? ordinary
  if (!ticket) return undefined
  return { ticket, why: reason(ticket, pool, duty), contested: Boolean(priority && ordinary) }
}

/** The tickets that `pick` would choose one after the other if nobody else came, each with its reason; at most `limit`. */
export function callOrder<T extends Waiting> (waiting: readonly T[], duty: CounterDuty, contested: number, rules: Rules, now: Instant, limit = Infinity): Choice<T>[] {
  const order: Choice<T>[] = []
  let left = waiting
  let round = contested
  for (let next = pick(left, duty, round, rules, now); next && order.length < limit; next = pick(left, duty, round, rules, now)) {
    const called = next.ticket
    order.push(next)
    left = left.filter(ticket => ticket !== called)
    if (next.contested) round++
  }
  return order
}

/**
 * How many tickets {@link callOrder} would call before one that waits, counted without walking through it:
 * slips and phones ask this on every change. Undefined when the counter cannot serve it.
 */
export function placeOf<T extends Waiting> (ticket: T, waiting: readonly T[], duty: CounterDuty, contested: number, rules: Rules, now: Instant): number | undefined {
  const first = poolOf(waiting, duty, rules, now)
  const inFirst = first.indexOf(ticket)
  if (inFirst >= 0) return callsBefore(first, inFirst, contested, rules).calls
  const { calls, round } = callsBefore(first, first.length, contested, rules)
  const second = waiting.filter(other => duty.helper.includes(other.field) && !first.includes(other))
  const inSecond = second.indexOf(ticket)
  return inSecond < 0 ? undefined : calls + callsBefore(second, inSecond, round, rules).calls
}

/** Calls made from a pool before the ticket at `index` has its turn (before it is empty, where there is none there), and the round then. */
function callsBefore (pool: readonly Waiting[], index: number, contested: number, rules: Rules): { calls: number, round: number } {
  const mine = pool[index]
  const totals = { priority: pool.filter(ticket => ticket.priority).length, ordinary: 0 }
  totals.ordinary = pool.length - totals.priority
  const mineAt = mine && pool.slice(0, index).filter(ticket => ticket.priority === mine.priority).length
  let priority = 0
  let ordinary = 0
  let round = contested
  while (priority < totals.priority || ordinary < totals.ordinary) {
    const both = priority < totals.priority && ordinary < totals.ordinary
    const takesPriority = both ? priorityTurn(rules.policy, round) : priority < totals.priority
    if (mine && takesPriority === mine.priority && mineAt === (takesPriority ? priority : ordinary)) break
    if (takesPriority) priority++
    else ordinary++
    if (both) round++
  }
  return { calls: priority + ordinary, round }
}

/**
 * The counters that can serve a field, taken together as one: those that have it as a main field,
 * or, where none is there, those that help with it. Their other main fields compete as they would at the counter.
 */
export function together (field: string, counters: readonly Counter[], duties: ReadonlyMap<number, CounterDuty>): { duty: CounterDuty, contested: number } {
  const standing = counters.filter(counter => counter.state !== 'closed')
  const able = ableCounters(field, standing, duties) ?? ableCounters(field, counters, duties) ?? []
  const main = new Set(able.flatMap(({ number }) => duties.get(number)?.main ?? []))
  const helper = new Set(able.flatMap(({ number }) => duties.get(number)?.helper ?? []))
  return {
    duty: { number: 0, main: [...main], helper: [...helper].filter(id => !main.has(id)) },
    contested: able.reduce((sum, counter) => sum + counter.contested, 0)
  }
}

function ableCounters (field: string, counters: readonly Counter[], duties: ReadonlyMap<number, CounterDuty>): Counter[] | undefined {
  const main = counters.filter(({ number }) => duties.get(number)?.main.includes(field))
  const able = main.length > 0 ? main : counters.filter(({ number }) => duties.get(number)?.helper.includes(field))
  return able.length > 0 ? able : undefined
}

function poolOf<T extends Waiting> (waiting: readonly T[], duty: CounterDuty, rules: Rules, now: Instant): readonly T[] {
  const isMain = (ticket: T) => duty.main.includes(ticket.field)
  const helps = (ticket: T) => duty.helper.includes(ticket.field)
  if (!waiting.some(isMain)) return waiting.filter(helps)
  const isLate = (ticket: T) => now - ticket.issuedAt > rules.promiseMinutes * 60_000
  return waiting.filter(ticket => isMain(ticket) || (helps(ticket) && isLate(ticket)))
}

function priorityTurn (policy: OrderPolicy, contested: number): boolean {
  switch (policy.kind) {
    case 'strict': return true
    case 'ratio': return contested % (policy.priority + policy.ordinary) < policy.priority
  }
}

function reason<T extends Waiting> (ticket: T, pool: readonly T[], duty: CounterDuty): WhyCode {
  // The pool is in order of arrival: whoever stands before the ticket is overtaken.
  if (ticket.priority && pool[0] !== ticket) return 'priority'
  return duty.main.includes(ticket.field) ? 'order' : 'helper'
}
