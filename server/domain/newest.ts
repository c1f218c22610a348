import type { OrderPolicy } from './office.ts'
import type { ClassCounts, OpenTickets } from './open-tickets.ts'
import { isPrioritysTurn, type Desk, type OrderRules, type Waiting } from './order.ts'
import type { Instant } from './time.ts'

/**
 * Whether the place of the ticket issued last can be told from counts alone: nobody has a right of his own
 * (bound to a counter, an appointment, a place by re-entry), and the policy looks at classes, not at arrivals.
 */
export function isTold (tickets: OpenTickets, { rules }: OrderRules): boolean {
  return rules.policy.kind !== 'ageing' && tickets.outOfLine === 0
}

/**
 * The place of the ticket issued last, in a main field of the desk, where {@link isTold}: everybody else is before it in
 * its class. Only helper tickets that waited too long are looked for, and those stand first in the list.
 */
export function placeOfNewest (ticket: Waiting, tickets: OpenTickets, desk: Desk, { rules, promiseMinutes }: OrderRules, now: Instant): number {
  const pool = { priority: 0, ordinary: 0 }
  for (const field of desk.main) {
    const { priority, ordinary } = tickets.waitingIn(field)
    pool.priority += priority
    pool.ordinary += ordinary
  }
  const lateMs = (rules.helperAfterMinutes ?? promiseMinutes) * 60_000
  for (const other of tickets.list) {
    if (now - other.place.at <= lateMs) break
    if (other.state === 'waiting' && desk.helper.includes(other.field)) pool[other.priority ? 'priority' : 'ordinary']++
  }
  return callsBeforeLast(pool, desk.contested, rules.policy, ticket.priority)
}

/** Calls made from a pool before the last one of a class. */
function callsBeforeLast (pool: ClassCounts, contested: number, policy: OrderPolicy, ofPriority: boolean): number {
  const last = (ofPriority ? pool.priority : pool.ordinary) - 1
  let [priority, ordinary, round] = [0, 0, contested]
  for (;;) {
    const both = priority < pool.priority && ordinary < pool.ordinary
    const takesPriority = both ? policy.kind !== 'ratio' || isPrioritysTurn(policy, round) : priority < pool.priority
    if (takesPriority === ofPriority && (ofPriority ? priority : ordinary) === last) return priority + ordinary
    if (takesPriority) priority++
    else ordinary++
    if (both) round++
  }
}
