import type { WhyCode } from './call.ts'
import type { Instant } from './time.ts'
import { comesBefore, joinsAnyway, nextTurn, rightOf, type OrderRules, type Right, type Waiting } from './turn.ts'

export { comesBefore, isPrioritysTurn, type OrderRules, type Waiting } from './turn.ts'

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
  const { own, helped } = linesOf(waiting, desk, rules, now)
  let round = desk.contested
  for (let turn = nextTurn(own, helped, rules, round, now); turn; turn = nextTurn(own, helped, rules, round, now)) {
    const { right, contested } = turn
    const ticket = turn.line.take()
    if (contested) round++
    yield { ticket, why: right ?? (isMain(ticket, desk) ? 'order' : 'helper'), contested }
  }
  return undefined
}

/** Those of a list who follow one another, whoever else waits. */
class Line<T> {
  private readonly tickets: T[] = []
  private taken = 0

  get first (): T | undefined {
    return this.tickets[this.taken]
  }

  add (ticket: T): void {
    this.tickets.push(ticket)
  }

  take (): T {
    return this.tickets[this.taken++] as T
  }

  sort (by: (ticket: T) => number): void {
    this.tickets.sort((a, b) => by(a) - by(b))
  }
}

/** Lines of a desk's own fields, and of those it helps with: in these, whoever is late already does not stand behind whoever is not. */
function linesOf<T extends Waiting> (waiting: readonly T[], desk: Desk, rules: OrderRules, now: Instant): { readonly own: readonly Line<T>[], readonly helped: readonly Line<T>[] } {
  const [own, late, other] = [newLines<T>(), newLines<T>(), newLines<T>()]
  for (const ticket of waiting) {
    if (!isServedAt(ticket, desk)) continue
    const lines = isMain(ticket, desk) ? own : joinsAnyway(ticket, rules, now) ? late : other
    lines[rightOf(ticket, rules, now)].add(ticket)
  }
  for (const { returned, appointment } of [own, late, other]) {
    returned.sort(({ bound }) => bound?.since ?? 0)
    appointment.sort(({ appointment }) => appointment ?? 0)
  }
  return { own: Object.values(own), helped: [...Object.values(late), ...Object.values(other)] }
}

function newLines<T> (): Record<Right, Line<T>> {
  return { returned: new Line(), appointment: new Line(), priority: new Line(), ordinary: new Line() }
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

/** Who competes for the next call: main fields and whoever joins them anyway, or all helper tickets where no main field waits. */
function inFirstPool<T extends Waiting> (left: readonly T[], desk: Desk, rules: OrderRules, now: Instant): (ticket: T) => boolean {
  if (!left.some(ticket => isMain(ticket, desk))) return ticket => isServedAt(ticket, desk)
  return ticket => isMain(ticket, desk) || (isServedAt(ticket, desk) && joinsAnyway(ticket, rules, now))
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
