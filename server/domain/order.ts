import type { WhyCode } from './call.ts'
import type { Counter } from './counter.ts'
import type { CounterDuty, OrderPolicy } from './office.ts'
import type { ClassCounts, OpenTickets } from './open-tickets.ts'
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
 * How many tickets {@link callOrder} would call before one that waits, counted in one pass instead of walked:
 * slips and phones ask this on every change. Undefined when the counter cannot serve it.
 */
export function placeOf<T extends Waiting> (ticket: T, waiting: readonly T[], duty: CounterDuty, contested: number, rules: Rules, now: Instant): number | undefined {
  const first: Counting = { priority: 0, ordinary: 0 }
  const second: Counting = { priority: 0, ordinary: 0 }
  const isFirst = inFirstPool(waiting, duty, rules, now)
  let mine: { readonly pool: Counting, readonly before: number } | undefined
  for (const other of waiting) {
    const pool = isFirst(other) ? first : duty.helper.includes(other.field) ? second : undefined
    if (!pool) continue
    const kind = other.priority ? 'priority' : 'ordinary'
    if (other === ticket) mine = { pool, before: pool[kind] }
    pool[kind]++
  }
  if (!mine) return undefined
  if (mine.pool === first) return callsFrom(first, contested, rules, { isPriority: ticket.priority, before: mine.before }).calls
  const { calls, round } = callsFrom(first, contested, rules)
  return calls + callsFrom(second, round, rules, { isPriority: ticket.priority, before: mine.before }).calls
}

interface Counting { priority: number, ordinary: number }

/**
 * {@link placeOf} for the ticket that was issued last, in a main field of the counter: everybody else is before it in
 * its class, so counts are enough. Only helper tickets late by the promise are looked for, and those stand first in the list.
 */
export function placeOfNewest (ticket: Waiting, tickets: OpenTickets, duty: CounterDuty, contested: number, rules: Rules, now: Instant): number {
  const pool: Counting = { priority: 0, ordinary: 0 }
  for (const field of duty.main) {
    const { priority, ordinary } = tickets.waitingIn(field)
    pool.priority += priority
    pool.ordinary += ordinary
  }
  for (const other of tickets.list) {
    if (now - other.issuedAt <= rules.promiseMinutes * 60_000) break
    if (other.state === 'waiting' && duty.helper.includes(other.field)) pool[other.priority ? 'priority' : 'ordinary']++
  }
  return callsFrom(pool, contested, rules, { isPriority: ticket.priority, before: (ticket.priority ? pool.priority : pool.ordinary) - 1 }).calls
}

/** Calls made from a pool until the turn of the ticket with so many of its class before it (without one: until it is empty), and the round then. */
function callsFrom (pool: ClassCounts, contested: number, rules: Rules, mine?: { readonly isPriority: boolean, readonly before: number }): { calls: number, round: number } {
  // Where only one class waits, nobody takes turns.
  if (mine && (mine.isPriority ? pool.ordinary : pool.priority) === 0) return { calls: mine.before, round: contested }
  let priority = 0
  let ordinary = 0
  let round = contested
  while (priority < pool.priority || ordinary < pool.ordinary) {
    const both = priority < pool.priority && ordinary < pool.ordinary
    const takesPriority = both ? priorityTurn(rules.policy, round) : priority < pool.priority
    if (mine && takesPriority === mine.isPriority && mine.before === (takesPriority ? priority : ordinary)) break
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
  return waiting.filter(inFirstPool(waiting, duty, rules, now))
}

/** Who competes for the next call: main fields and late helper tickets, or all helper tickets where no main field waits. */
function inFirstPool<T extends Waiting> (waiting: readonly T[], duty: CounterDuty, rules: Rules, now: Instant): (ticket: T) => boolean {
  const isMain = (ticket: T) => duty.main.includes(ticket.field)
  const helps = (ticket: T) => duty.helper.includes(ticket.field)
  if (!waiting.some(isMain)) return helps
  const isLate = (ticket: T) => now - ticket.issuedAt > rules.promiseMinutes * 60_000
  return ticket => isMain(ticket) || (helps(ticket) && isLate(ticket))
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
