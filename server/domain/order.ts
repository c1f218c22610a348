import type { WhyCode } from './call.ts'
import type { OrderPolicy, Rules as OfficeRules } from './office.ts'
import type { Ticket } from './ticket.ts'
import type { Instant } from './time.ts'

const minuteMs = 60_000

/** A waiting ticket, as far as the order cares. */
export type Waiting = Pick<Ticket, 'id' | 'field' | 'priority' | 'place' | 'bound' | 'appointment'>

export interface OrderRules {
  readonly promiseMinutes: number
  readonly rules: Pick<OfficeRules, 'policy' | 'helperAfterMinutes' | 'booking'>
}

/** One counter, or several that serve the same taken as one. */
export interface Desk {
  readonly numbers: readonly number[]
  readonly main: readonly string[]
  readonly helper: readonly string[]
  /** Calls made here today while both classes waited. */
  readonly contested: number
}

export interface Choice<T extends Waiting> {
  readonly ticket: T
  readonly why: WhyCode
  /** Both classes waited and the policy chose between them: this call takes a place in the ratio's round. */
  readonly contested: boolean
}

/**
 * Which waiting ticket a desk calls next, why that one, and how many it passes over who came earlier and could have
 * been called here instead.
 *
 * Those who come back in time to the counter that sent them away go first; then appointments whose time has come.
 * Among the others main fields come before helper fields, which join when no main-field ticket waits; a helper ticket
 * that has waited too long joins at once. The policy chooses the class, and first arrival the ticket.
 *
 * Never undefined while a ticket waits that the desk may serve; first come, first served inside a class. What an ordinary
 * ticket of a main field may meet while it waits, beside those with a right of their own:
 * - `strict` no bound;
 * - `ratio p:n` at most `p` priority calls before each `n` ordinary ones at a counter, the unfinished round counted as one;
 * - `ageing` only by priority tickets that came within the head start after it: once that has passed, nobody new.
 *
 * @param waiting what may be called here ({@link callable}), in order of place
 */
export function pick<T extends Waiting> (waiting: readonly T[], desk: Desk, rules: OrderRules, now: Instant): Choice<T> & { readonly overtook: number } | undefined {
  const next = calls(waiting, desk, rules, now).next().value
  return next && { ...next, overtook: overtaken(next.ticket, waiting, desk, rules, now) }
}

/** How many who came earlier could have been called here instead: a chosen ticket need not be one of them. */
export function overtaken<T extends Waiting> (ticket: T, waiting: readonly T[], desk: Desk, rules: OrderRules, now: Instant): number {
  const isCompetitor = inFirstPool(waiting, desk, rules, now)
  return waiting.filter(other => comesBefore(other.place, ticket.place) && isCompetitor(other)).length
}

/** The tickets that `pick` would choose one after the other if nobody else came, each with its reason; at most `limit`. */
export function callOrder<T extends Waiting> (waiting: readonly T[], desk: Desk, rules: OrderRules, now: Instant, limit = Infinity): Choice<T>[] {
  const order: Choice<T>[] = []
  for (const choice of calls(waiting, desk, rules, now)) {
    if (order.length >= limit) break
    order.push(choice)
  }
  return order
}

/** How many tickets would be called before one that waits. Undefined when the desk cannot serve it. */
export function placeOf<T extends Waiting> (ticket: T, waiting: readonly T[], desk: Desk, rules: OrderRules, now: Instant): number | undefined {
  let before = 0
  for (const choice of calls(waiting, desk, rules, now)) {
    if (choice.ticket === ticket) return before
    before++
  }
  return undefined
}

/** The calls to come, in linear time: every slip and phone asks for its place among them. */
function * calls<T extends Waiting> (waiting: readonly T[], desk: Desk, rules: OrderRules, now: Instant): Generator<Choice<T>, undefined> {
  const left = new Set(waiting.filter(ticket => isServedAt(ticket, desk)))
  let round = desk.contested
  while (left.size > 0) {
    const pool = [...left].filter(inFirstPool([...left], desk, rules, now))
    let mainLeft = pool.filter(ticket => isMain(ticket, desk)).length
    // When the last main-field ticket is called, everybody may be helped: the next round of the loop pools anew.
    const isOver = mainLeft > 0 ? () => mainLeft === 0 : () => left.size === 0
    const lines = linesOf(pool, rules, now)
    while (!isOver()) {
      const choice = nextOf(lines, desk, rules.rules.policy, round)
      yield choice
      left.delete(choice.ticket)
      if (choice.contested) round++
      if (isMain(choice.ticket, desk)) mainLeft--
    }
  }
  return undefined
}

/** The classes of a pool, each in its own order; calls take from the front. */
interface Lines<T> {
  readonly returned: T[]
  readonly appointments: T[]
  readonly priority: T[]
  readonly ordinary: T[]
}

function linesOf<T extends Waiting> (pool: readonly T[], { rules }: OrderRules, now: Instant): Lines<T> {
  const lines: Lines<T> = { returned: [], appointments: [], priority: [], ordinary: [] }
  const isDue = ({ appointment }: T) => appointment !== undefined && now >= appointment - (rules.booking?.earlyMinutes ?? 0) * minuteMs
  for (const ticket of pool) {
    if (ticket.bound?.next) lines.returned.push(ticket)
    else if (isDue(ticket)) lines.appointments.push(ticket)
    else if (ticket.priority) lines.priority.push(ticket)
    else lines.ordinary.push(ticket)
  }
  lines.returned.sort((a, b) => (a.bound?.since ?? 0) - (b.bound?.since ?? 0))
  lines.appointments.sort((a, b) => (a.appointment ?? 0) - (b.appointment ?? 0))
  for (const line of Object.values(lines) as T[][]) line.reverse() // taking from the end of an array is cheap
  return lines
}

/** Takes the next ticket out of its line. At least one line has somebody. */
function nextOf<T extends Waiting> (lines: Lines<T>, desk: Desk, policy: OrderPolicy, round: number): Choice<T> {
  const returned = lines.returned.pop()
  if (returned) return { ticket: returned, why: 'returned', contested: false }
  const due = lines.appointments.pop()
  const priority = lines.priority.at(-1)
  const ordinary = lines.ordinary.at(-1)
  if (due) return { ticket: due, why: isBeforeAll(due, [priority, ordinary]) ? inTurn(due, desk) : 'appointment', contested: false }
  const contested = priority !== undefined && ordinary !== undefined
  if (contested ? priorityTurn(policy, round, priority, ordinary) : priority !== undefined) {
    const ticket = lines.priority.pop() as T
    return { ticket, why: isBeforeAll(ticket, [ordinary]) ? inTurn(ticket, desk) : 'priority', contested }
  }
  const ticket = lines.ordinary.pop() as T
  return { ticket, why: inTurn(ticket, desk), contested }
}

function priorityTurn (policy: OrderPolicy, round: number, priority: Waiting, ordinary: Waiting): boolean {
  switch (policy.kind) {
    case 'strict': return true
    case 'ratio': return isPrioritysTurn(policy, round)
    case 'ageing': return priority.place.at - policy.headStartMinutes * minuteMs <= ordinary.place.at
  }
}

/** Whether a place in the ratio's round is a priority ticket's: `priority` of them, then `ordinary` others. */
export function isPrioritysTurn ({ priority, ordinary }: Extract<OrderPolicy, { kind: 'ratio' }>, round: number): boolean {
  return round % (priority + ordinary) < priority
}

/** Whoever was first anyway is called in order, whatever right he had. */
function isBeforeAll (ticket: Waiting, others: readonly (Waiting | undefined)[]): boolean {
  return others.every(other => other === undefined || comesBefore(ticket.place, other.place))
}

function inTurn (ticket: Waiting, desk: Desk): WhyCode {
  return isMain(ticket, desk) ? 'order' : 'helper'
}

export function comesBefore (a: Waiting['place'], b: Waiting['place']): boolean {
  return a.at < b.at || (a.at === b.at && a.rev < b.rev)
}

/** A ticket sent to one of these counters is theirs whatever its field. */
function isMain ({ bound, field }: Waiting, desk: Desk): boolean {
  return desk.main.includes(field) || isBoundTo(bound, desk)
}

function isBoundTo (bound: Waiting['bound'], desk: Pick<Desk, 'numbers'>): boolean {
  return bound !== undefined && bound.counters.some(number => desk.numbers.includes(number))
}

function isServedAt (ticket: Waiting, desk: Desk): boolean {
  return isMain(ticket, desk) || desk.helper.includes(ticket.field)
}

/** Who competes for the next call: main fields and late helper tickets, or all helper tickets where no main field waits. */
function inFirstPool<T extends Waiting> (left: readonly T[], desk: Desk, { rules, promiseMinutes }: OrderRules, now: Instant): (ticket: T) => boolean {
  if (!left.some(ticket => isMain(ticket, desk))) return ticket => isServedAt(ticket, desk)
  const lateMs = (rules.helperAfterMinutes ?? promiseMinutes) * minuteMs
  return ticket => isMain(ticket, desk) || (isServedAt(ticket, desk) && (ticket.bound?.next === true || now - ticket.place.at > lateMs))
}

/**
 * The tickets a desk may call at all: not those meant for other counters, as long as one of them stands open.
 * When none does, they go back to everyone who serves their field.
 */
export function callable<T extends Waiting> (waiting: readonly T[], desk: Pick<Desk, 'numbers'>, isOpen: (counter: number) => boolean): readonly T[] {
  return waiting.every(({ bound }) => bound === undefined)
    ? waiting
    : waiting.filter(({ bound }) => bound === undefined || isBoundTo(bound, desk) || !bound.counters.some(isOpen))
}
