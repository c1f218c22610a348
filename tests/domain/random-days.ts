import fc from 'fast-check'
import { evolve, waitingTickets, type Day } from '../../server/domain/day.ts'
import type { Counter } from '../../server/domain/counter.ts'
import type { Fact } from '../../server/domain/fact.ts'
import { openCounter, closeCounter, pause, resume } from '../../server/domain/lease.ts'
import { officeTime } from '../../server/domain/office-time.ts'
import type { BulkRule, CounterDuty, Office, OrderPolicy, ReentryRule } from '../../server/domain/office.ts'
import type { Refusal } from '../../server/domain/refusal.ts'
import type { Result } from '../../server/domain/result.ts'
import { cancelTicket, hold, returnTicket, transfer } from '../../server/domain/sending.ts'
import { callChosen, callNext, finish, miss, recall, start, ticketAt } from '../../server/domain/serving.ts'
import { ticketNumber } from '../../server/domain/numbering.ts'
import { registerPaper } from '../../server/domain/paper-numbers.ts'
import { reserveOf } from '../../server/domain/sequence.ts'
import { currentDate, endEarlierDay, takeTicket } from '../../server/domain/ticketing.ts'
import { addDays, instantOn, wallClock, type Instant } from '../../server/domain/time.ts'
import { undo } from '../../server/domain/undoing.ts'
import { aCounter, aDay, aField, anOffice, anOfficer, at as atCounter, ids, minute, now, someRules, wording } from '../support/builders.ts'

/** What somebody wishes; numbers are read against what there is at that moment, so that any row of wishes makes a day. */
export interface Wish {
  readonly kind: 'arrive' | 'work' | 'lease' | 'return' | 'cancel' | 'undo' | 'pass' | 'night' | 'clock' | 'paper'
  /** Since the wish before. */
  readonly seconds: number
  readonly who: number
  readonly how: number
}

/** One wish and what came of it. `before` is the day once an earlier service day has ended. */
export interface Step {
  readonly at: Instant
  readonly wall: Instant
  readonly before: Day
  readonly facts: readonly Fact[]
  readonly refused?: Refusal
  readonly after: Day
}

export interface Played { readonly office: Office, readonly start: Day, readonly steps: readonly Step[], readonly facts: readonly Fact[] }

export type PolicyKind = OrderPolicy['kind']

const policies: { readonly [Kind in PolicyKind]: fc.Arbitrary<OrderPolicy> } = {
  strict: fc.constant({ kind: 'strict' }),
  ratio: fc.record({ kind: fc.constant('ratio'), priority: fc.integer({ min: 1, max: 3 }), ordinary: fc.integer({ min: 1, max: 3 }) }),
  ageing: fc.record({ kind: fc.constant('ageing'), headStartMinutes: fc.constantFrom(0, 2, 10, 30) })
}

const reentries: fc.Arbitrary<ReentryRule> = fc.oneof(
  fc.constant<ReentryRule>({ kind: 'end' }), fc.record({ kind: fc.constant('after' as const), numbers: fc.integer({ min: 1, max: 3 }) }))

const fieldIds = ['CT', 'HT', 'DD']
const someFields = (minLength: number) => fc.shuffledSubarray(fieldIds, { minLength })
const duties: fc.Arbitrary<readonly CounterDuty[]> = fc.array(fc.record({ main: someFields(1), helper: someFields(0) }), { minLength: 2, maxLength: 4 })
  .map(all => all.map(({ main, helper }, place) => ({ number: place + 1, main, helper: helper.filter(field => !main.includes(field)) })))

const bulks = fc.option(fc.record<BulkRule>({ from: fc.constant(5), counters: fc.constantFrom([], [1], [1, 2]), cap: fc.constant(10) }), { nil: undefined })

function offices (policy: PolicyKind): fc.Arbitrary<Office> {
  return fc.record({
    policy: policies[policy], reentry: reentries, duties, bulk: bulks, helperAfter: fc.constantFrom(undefined, 0, 5), quota: fc.constantFrom(undefined, 3), reserve: fc.constantFrom(undefined, { from: 3, to: 8 }),
    alwaysOpen: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) })
  }).map(({ policy, reentry, duties, bulk, helperAfter, quota, reserve, alwaysOpen }) => anOffice({
    alwaysOpen, duties: new Map(duties.map(duty => [duty.number, duty])),
    fields: new Map([aField('CT', 1), aField('HT', 2), aField('DD', 3, { ...quota !== undefined && { quota } })].map(field => [field.id, field])),
    rules: someRules({
      policy, reentry, holdMinutes: 10, ...helperAfter !== undefined && { helperAfterMinutes: helperAfter }, ...bulk && { bulk }, ...reserve && { paperNumbers: reserve },
      booking: { fields: fieldIds, slotMinutes: 10, perSlot: 2, daysAhead: 7, earlyMinutes: 5, lateMinutes: 10 }
    })
  }))
}

const kinds: fc.Arbitrary<Wish['kind']> = fc.oneof(...([
  ['arrive', 30], ['work', 50], ['lease', 3], ['return', 8], ['cancel', 2], ['undo', 12], ['pass', 3], ['night', 1], ['clock', 1], ['paper', 2]
] as const).map(([kind, weight]) => ({ weight, arbitrary: fc.constant(kind) })))

export const wishes: fc.Arbitrary<readonly Wish[]> = fc.array(
  fc.record({ kind: kinds, seconds: fc.nat(90), who: fc.nat(60), how: fc.nat(5_000) }), { minLength: 20, maxLength: 120, size: 'max' })

export interface RandomDay { readonly office: Office, readonly wishes: readonly Wish[] }

/** Days (some of them several) of an office with such a policy. */
export function randomDays (policy: PolicyKind): fc.Arbitrary<RandomDay> {
  return fc.record({ office: offices(policy), wishes })
}

/** Lives through a random day, through nothing but the rules' own decisions. */
export function play ({ office, wishes }: RandomDay, from?: Day): Played {
  const counters = [...office.duties.keys()].map(number => aCounter(number))
  const first = from ?? aDay({ office, counters, rev: 0, lastAt: now, serviceDate: '' })
  const makes = ids()
  const steps: Step[] = []
  let [day, wall, stopwatch, lastFact] = [first, now, 0, 0]
  for (const wish of wishes) {
    const passed = passedMs(wish)
    stopwatch += passed
    wall = wallAfter(wish, wall + passed, office)
    const at = officeTime(day, wall, stopwatch - lastFact)
    const ended = endEarlierDay(day, wall)
    const before = ended.reduce(evolve, day)
    const decided = decide(before, wish, at, wall, makes)
    // As in the office's turn: a refusal leaves nothing, not even the end of the day before.
    const facts = decided?.ok ? [...ended, ...decided.value] : []
    if (facts.length > 0) lastFact = stopwatch
    day = facts.reduce(evolve, day)
    steps.push({ at, wall, before, facts, ...decided && !decided.ok && { refused: decided.error }, after: day })
  }
  return { office, start: first, steps, facts: steps.flatMap(step => step.facts) }
}

function passedMs ({ kind, seconds, how }: Wish): number {
  return kind === 'pass' ? (how % 45) * minute : seconds * 1000
}

function wallAfter ({ kind, how }: Wish, wall: Instant, { timeZone }: Office): Instant {
  if (kind === 'night') return instantOn(addDays(wallClock(wall, timeZone).date, 1), '08:00', timeZone)
  return kind === 'clock' ? wall + ([-120, -3, 3, 24 * 60][how % 4] ?? 0) * minute : wall
}

type Decision = Result<readonly Fact[], Refusal> | undefined

function decide (day: Day, { kind, who, how }: Wish, at: Instant, wall: Instant, newId: () => string): Decision {
  const counters = [...day.counters.values()]
  const counter = counters[who % counters.length]
  switch (kind) {
    case 'arrive': return arrive(day, how, at, wall, newId)
    case 'work': return counter && work(day, counter, how, at, newId)
    case 'lease': return counter && lease(day, counter, how, at)
    case 'return': return someone(day.tickets.list.filter(({ state }) => state === 'held' || state === 'missed'), who, id => returnTicket(day, id, 'staff:guide', at))
    case 'cancel': return someone(day.tickets.list, who, id => cancelTicket(day, id, 'system', at))
    case 'undo': return undoSomewhere(day, who, at)
    case 'paper': return outage(day, who, how, at, wall, newId)
    case 'pass': case 'night': case 'clock': return { ok: true, value: [] }
  }
}

function someone<T extends { readonly id: string }> (among: readonly T[], who: number, then: (id: string) => Decision): Decision {
  const ticket = among[who % among.length]
  return ticket && then(ticket.id)
}

/** Where somebody has just done something, if anywhere. */
function undoSomewhere (day: Day, who: number, at: Instant): Decision {
  const counters = [...day.counters.values()].filter(({ undoable, state }) => undoable && state === 'open')
  const counter = counters[who % counters.length]
  return counter && undo(day, atCounter(counter.number, at))
}

function arrive (day: Day, how: number, at: Instant, wall: Instant, newId: () => string): Decision {
  const [field = 'CT', another = 'HT'] = [fieldIds[how % 3], fieldIds[(how >> 2) % 3]]
  return takeTicket(day, {
    field, priority: how % 5 < 2, dossiers: how % 11 === 0 ? 5 + how % 7 : 1,
    ...how % 7 === 0 && { more: [{ field: another }] }, ...how % 13 === 0 && { appointment: wall + (how % 30 - 15) * minute }
  }, newId(), { by: 'kiosk:k', isAlone: how % 2 === 0 }, at, wall)
}

/** Afterwards a block of paper numbers is written down, the next ones or, now and then, some that were already. */
function outage (day: Day, who: number, how: number, at: Instant, wall: Instant, newId: () => string): Decision {
  const field = aField(fieldIds[how % 3] ?? 'CT', 1 + how % 3)
  const { from, to } = reserveOf(day.office)
  const used = day.serviceDate === currentDate(day, wall) ? day.onPaper.get(field.id)?.length ?? 0 : 0
  const first = how % 4 === 0 ? from : from + used
  const last = Math.min(to, first + who % 4)
  const outcomes = Array.from({ length: Math.max(0, last - first + 1) }, (_, place) => ({
    number: ticketNumber(field, first + place), state: (['waiting', 'served', 'absent', 'waiting'] as const)[(how + place) % 4] ?? 'waiting', priority: (how + place) % 5 === 0
  }))
  const since = at - (how % 90) * minute
  const block = { field: field.id, from: ticketNumber(field, first), to: ticketNumber(field, last), since, ...who % 2 === 0 && { until: Math.round((since + at) / 2) } }
  return registerPaper(day, { ...block, outcomes }, newId, 'staff:guide', at, wall)
}

function lease (day: Day, { number, state }: Counter, how: number, at: Instant): Decision {
  const act = atCounter(number, at)
  if (state === 'closed') return openCounter(day, act, anOfficer(`p_${number}`))
  if (state === 'paused') return resume(day, act)
  return how % 2 === 0 ? pause(day, act, 'họp') : closeCounter(day, act)
}

/** What an officer may do next, the commonest oftenest. */
function work (day: Day, counter: Counter, how: number, at: Instant, newId: () => string): Decision {
  const act = atCounter(counter.number, at)
  const tools = { wording, newId }
  if (counter.state !== 'open') return lease(day, counter, how, at)
  const present = ticketAt(day, counter)
  const next = () => callNext(day, act, tools)
  const chosen = () => someone(waitingTickets(day), how, ticket => callChosen(day, act, { ticket, reason: 'người già yếu' }, tools))
  const away = [() => hold(day, act, { reason: 'thiếu bản chính', ...how % 2 === 0 && { minutes: 1 + how % 20 } }), () => transfer(day, act, onward(day, how))]
  const deeds = !present
    ? [next, next, next, next, chosen]
    : present.state === 'called'
      ? [() => start(day, act), () => start(day, act), () => start(day, act), () => recall(day, act, tools), () => miss(day, act), () => finish(day, act), ...away]
      : [() => finish(day, act), () => finish(day, act), ...away]
  return deeds[Math.floor(how / 7) % deeds.length]?.()
}

function onward (day: Day, how: number): Parameters<typeof transfer>[2] {
  const back = how % 3 === 0 ? { back: true } : {}
  return how % 2 === 0 ? { field: fieldIds[how % 3] ?? 'CT', ...back } : { counter: 1 + how % day.counters.size, ...back }
}
