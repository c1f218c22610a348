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
 * The place of each waiting ticket in {@link callOrder}, without walking through it pick by pick:
 * phones and slips ask this on every change. Tickets that the counter cannot serve have none.
 */
export function places<T extends Waiting> (waiting: readonly T[], duty: CounterDuty, contested: number, rules: Rules, now: Instant): ReadonlyMap<string, number> {
  const first = poolOf(waiting, duty, rules, now)
  const firstIds = new Set(first.map(ticket => ticket.id))
  const second = waiting.filter(ticket => duty.helper.includes(ticket.field) && !firstIds.has(ticket.id))
  const order: string[] = []
  const round = layOut(first, contested, rules, order)
  layOut(second, round, rules, order)
  return new Map(order.map((id, place) => [id, place]))
}

/** Appends one pool in the order its classes take turns; returns the round it ends in. */
function layOut<T extends Waiting> (pool: readonly T[], contested: number, rules: Rules, order: string[]): number {
  const priority = pool.filter(ticket => ticket.priority)
  const ordinary = pool.filter(ticket => !ticket.priority)
  let p = 0
  let o = 0
  let round = contested
  while (p < priority.length || o < ordinary.length) {
    const both = p < priority.length && o < ordinary.length
    const fromPriority = both ? priorityTurn(rules.policy, round) : p < priority.length
    order.push((fromPriority ? priority[p++] as T : ordinary[o++] as T).id)
    if (both) round++
  }
  return round
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
