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

/** What a ticket's place among others rests on. */
export type Right = 'returned' | 'appointment' | 'priority' | 'ordinary'

/** Whoever stands first in a line, as far as the choice between lines cares. */
export type First = Pick<Waiting, 'priority' | 'place' | 'bound' | 'appointment'>

interface LineOf<T> { readonly first: T | undefined }

/** Out of which line somebody is called. */
export interface Turn<L> {
  readonly line: L
  /** Both classes waited and the policy chose between them. */
  readonly contested: boolean
  /** Only where somebody who came earlier is passed over. */
  readonly right?: 'returned' | 'appointment' | 'priority'
}

/**
 * The decision itself, between those who stand first in their lines. The forecast runs this same one forward.
 *
 * @param own lines of a desk's main fields and of whoever is bound to it
 * @param helped lines of its helper fields
 * @param round calls made at the desk while both classes waited
 */
export function nextTurn<T extends First, L extends LineOf<T>> (own: readonly L[], helped: readonly L[], rules: OrderRules, round: number, now: Instant): Turn<L> | undefined {
  let returned: L | undefined
  let appointment: L | undefined
  let priority: L | undefined
  let ordinary: L | undefined
  let isOwnEmpty = true
  for (let place = 0; place < own.length + helped.length; place++) {
    const isOwn = place < own.length
    const line = (isOwn ? own[place] : helped[place - own.length]) as L
    if (!line.first) continue
    if (isOwn) isOwnEmpty = false
    else if (!isOwnEmpty && !joinsAnyway(line.first, rules, now)) continue
    switch (rightOf(line.first, rules, now)) {
      case 'returned': returned = sooner(returned, line, cameBack); break
      case 'appointment': appointment = sooner(appointment, line, isExpected); break
      case 'priority': priority = sooner(priority, line, arrived); break
      case 'ordinary': ordinary = sooner(ordinary, line, arrived)
    }
  }
  if (returned) return { line: returned, right: 'returned', contested: false }
  if (appointment) return { line: appointment, ...!isBeforeAll(appointment, priority, ordinary) && { right: 'appointment' }, contested: false }
  if (!priority || !ordinary) return (priority ?? ordinary) && { line: (priority ?? ordinary) as L, contested: false }
  if (!priorityTurn(rules.rules.policy, round, priority.first as T, ordinary.first as T)) return { line: ordinary, contested: true }
  return { line: priority, ...!isBeforeAll(priority, ordinary) && { right: 'priority' }, contested: true }
}

const cameBack = ({ bound }: First): Instant => bound?.since ?? 0
const isExpected = ({ appointment }: First): Instant => appointment ?? 0
const arrived = ({ place }: First): Instant => place.at

/** The line whose first is sooner; of equals the one with the earlier place. */
function sooner<L extends LineOf<First>> (best: L | undefined, line: L, at: (first: First) => Instant): L {
  if (!best?.first || !line.first) return line
  const [a, b] = [at(line.first), at(best.first)]
  return a < b || (a === b && comesBefore(line.first.place, best.first.place)) ? line : best
}

function priorityTurn (policy: OrderPolicy, round: number, priority: First, ordinary: First): boolean {
  switch (policy.kind) {
    case 'strict': return true
    case 'ratio': return isPrioritysTurn(policy, round)
    case 'ageing': return priority.place.at - policy.headStartMinutes * minuteMs <= ordinary.place.at
  }
}

export function rightOf ({ bound, appointment, priority }: First, { rules }: OrderRules, now: Instant): Right {
  if (bound?.next) return 'returned'
  if (appointment !== undefined && now >= appointment - (rules.booking?.earlyMinutes ?? 0) * minuteMs) return 'appointment'
  return priority ? 'priority' : 'ordinary'
}

/** Of a helper field, but back from where it was sent away, or waiting too long already. */
export function joinsAnyway ({ bound, place }: First, { rules, promiseMinutes }: OrderRules, now: Instant): boolean {
  return bound?.next === true || now - place.at > (rules.helperAfterMinutes ?? promiseMinutes) * minuteMs
}

/** Whether a place in the ratio's round is a priority ticket's: `priority` of them, then `ordinary` others. */
export function isPrioritysTurn ({ priority, ordinary }: Extract<OrderPolicy, { kind: 'ratio' }>, round: number): boolean {
  return round % (priority + ordinary) < priority
}

/** Whoever was first anyway is called in order, whatever right he had. */
function isBeforeAll ({ first }: LineOf<First>, ...others: readonly (LineOf<First> | undefined)[]): boolean {
  return others.every(other => !first || !other?.first || comesBefore(first.place, other.first.place))
}

export function comesBefore (a: Waiting['place'], b: Waiting['place']): boolean {
  return a.at < b.at || (a.at === b.at && a.rev < b.rev)
}
