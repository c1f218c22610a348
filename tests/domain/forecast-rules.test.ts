import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evolve, waitingTickets, type Day } from '../../server/domain/day.ts'
import type { FactOf } from '../../server/domain/fact.ts'
import { castOf } from '../../server/domain/forecast/cast.ts'
import { outlookOf } from '../../server/domain/forecast/outlook.ts'
import { Forward } from '../../server/domain/forecast/run-forward.ts'
import { sceneOf } from '../../server/domain/forecast/scene.ts'
import { callNext, finish } from '../../server/domain/serving.ts'
import { takeTicket } from '../../server/domain/ticketing.ts'
import { isAtCounter, type Ticket } from '../../server/domain/ticket.ts'
import type { Instant } from '../../server/domain/time.ts'
import { aCounter, aDay, after, anOffice, anOfficer, aTicket, at as atCounter, ids, minute, now, someRules, wording } from '../support/builders.ts'
import { certain } from '../support/forecasts.ts'
import { policies } from './random-claims.ts'
import { play, randomDays, type RandomDay } from './random-days.ts'

const tools = { wording, newId: ids() }
const lengths: Record<string, number> = { CT: 7 * minute, HT: 11 * minute, DD: 13.5 * minute }
const minutes = Object.fromEntries(Object.entries(lengths).map(([field, ms]) => [field, ms / minute]))

/** A random day's hall: everybody where he is, every counter open, nobody away who might come back at any time. */
function hallOf (random: RandomDay): { readonly day: Day, readonly at: Instant } {
  const office = { ...random.office, alwaysOpen: true, procedures: new Map() }
  const { steps } = play({ office, wishes: random.wishes.filter(({ kind }) => kind !== 'night' && kind !== 'clock') })
  let day = steps.at(-1)?.after ?? aDay({ office })
  const at = steps.at(-1)?.at ?? now
  for (const { id, state } of day.tickets.list) if (state === 'held' || state === 'missed') day = { ...day, tickets: day.tickets.without(id) }
  for (const { number, ticket } of day.counters.values()) {
    day = evolve(day, { type: 'counter:changed', at, by: 'staff:p', counter: number, state: 'open', officer: anOfficer(), holder: `holder-${number}` })
    const present = ticket === undefined ? undefined : day.tickets.get(ticket)
    // Whoever has been there longer than anybody takes goes on by chance: let him go now.
    if (present?.calledAt !== undefined && at - present.calledAt >= (lengths[present.field] ?? 0)) day = after(day, finish(day, atCounter(number, at)))
  }
  return { day, at }
}

/** Lives on by the real rules, every turn as long as its field's, until nobody waits: ticket → its next call. */
function livedOn (day: Day, begin: Instant): ReadonlyMap<string, Instant> {
  const calls = new Map<string, Instant>()
  const order = [...day.office.duties.keys()]
  const endOf = ({ field, calledAt = begin }: Ticket) => calledAt + (lengths[field] ?? 0)
  const free = new Set(order.filter(number => day.counters.get(number)?.ticket === undefined))
  let pressing = new Set(free)
  for (let at = begin; ;) {
    for (const number of order.filter(number => pressing.has(number))) {
      const called = callNext(day, atCounter(number, at), tools)
      if (!called.ok) continue
      const { id } = (called.value[0] as FactOf<'ticket:called'>).ticket
      if (!calls.has(id)) calls.set(id, at)
      day = after(day, called)
      free.delete(number)
    }
    const serving = day.tickets.list.filter(isAtCounter).sort((a, b) => endOf(a) - endOf(b))
    const [first] = serving
    if (!first) return calls
    at = endOf(first)
    pressing = new Set()
    const before = new Set(waitingTickets(day).map(({ id }) => id))
    for (const ticket of serving.filter(other => endOf(other) === at)) {
      day = after(day, finish(day, atCounter(ticket.counter ?? 0, at)))
      pressing.add(ticket.counter ?? 0)
    }
    const idle = new Set(free)
    for (const ticket of waitingTickets(day).filter(({ id }) => !before.has(id))) {
      const woken = wakes(day, ticket, order.filter(number => idle.has(number)))
      if (woken === undefined) continue
      idle.delete(woken)
      pressing.add(woken)
    }
    for (const number of pressing) free.add(number)
  }
}

/** Of idle counters the one looks up whose own it is, or else one that helps. */
function wakes ({ office }: Day, { field, bound }: Ticket, idle: readonly number[]): number | undefined {
  const own = idle.find(number => bound ? bound.counters.includes(number) : office.duties.get(number)?.main.includes(field))
  return own ?? (bound ? undefined : idle.find(number => office.duties.get(number)?.helper.includes(field)))
}

describe.each(policies)('under %s', policy => {
  it('foretells what the rules themselves do, call by call', () => {
    fc.assert(fc.property(randomDays(policy), random => {
      const { day, at } = hallOf(random)
      const { tickets } = outlookOf(sceneOf(day, at), certain(minutes, day.office), { runs: 1 })
      const lived = livedOn(day, at)
      expect(Object.fromEntries(waitingTickets(day).map(({ id }) => [id, tickets.get(id)?.range?.likely])))
        .toEqual(Object.fromEntries(waitingTickets(day).map(({ id }) => [id, lived.get(id)])))
    }), { numRuns: 150 })
  })

  it('foretells for a newcomer what his number will meet, at one counter', () => {
    fc.assert(fc.property(rules(policy), line, fc.boolean(), fc.nat(3), (office, people, priority, contested) => {
      const day = aDay({ office, tickets: people, counters: [aCounter(1, { contested })] })
      const experience = certain(minutes, office)
      const told = outlookOf(sceneOf(day, now), experience, { runs: 1 }).newcomers.get('CT')?.[priority ? 'priority' : 'ordinary']
      const taken = after(day, takeTicket(day, { field: 'CT', priority }, 'new', { by: 'kiosk:k', isAlone: true }, now))
      expect(told?.range?.likely).toBe(outlookOf(sceneOf(taken, now), experience, { runs: 1 }).tickets.get('new')?.range?.likely)
    }))
  })

  it('lets newcomers change nobody', () => {
    fc.assert(fc.property(randomDays(policy), random => {
      const { day, at } = hallOf(random)
      const [scene, experience] = [sceneOf(day, at), certain(minutes, day.office)]
      const cast = castOf(scene, experience)
      const asked = new Forward(scene, cast, experience)
      const unasked = new Forward(scene, { ...castOf(scene, experience), newcomers: [], asked: scene.waiting.length }, experience)
      for (const run of [1, 2]) {
        asked.once(run)
        unasked.once(run)
        expect([...asked.calledAt.subarray(0, scene.waiting.length)]).toEqual([...unasked.calledAt])
      }
    }), { numRuns: 60 })
  })

  it('calls nobody earlier for one more who came before him in his class', () => {
    fc.assert(fc.property(rules(policy), line, fc.nat(20), (office, people, where) => {
      const likely = (tickets: readonly Ticket[]) => outlookOf(sceneOf(aDay({ office, tickets, counters: [aCounter(1)] }), now), certain(minutes, office), { runs: 1 }).tickets
      const last = people.at(-1)
      if (!last) return
      const one = aTicket('1099', { issuedAt: last.issuedAt - 500 * (where + 1), priority: last.priority })
      const [without, withOne] = [likely(people), likely([...people, one])]
      expect(withOne.get(last.id)?.range?.likely).toBeGreaterThanOrEqual(without.get(last.id)?.range?.likely ?? Infinity)
    }))
  })
})

const rules = (policy: (typeof policies)[number]) => fc.constantFrom(1, 2, 3).map(turns => anOffice({
  duties: new Map([[1, { number: 1, main: ['CT', 'HT'], helper: [] }]]), procedures: new Map(),
  rules: someRules({ policy: policy === 'strict' ? { kind: policy } : policy === 'ratio' ? { kind: policy, priority: 1, ordinary: turns } : { kind: policy, headStartMinutes: 5 * turns } })
}))

const line = fc.array(fc.record({ field: fc.constantFrom('1', '2'), priority: fc.boolean(), gap: fc.integer({ min: 1, max: 120 }) }), { maxLength: 12 }).map(people => {
  let issuedAt = now - 30 * minute
  return people.map(({ field, priority, gap }, place) => aTicket(`${field}0${10 + place}`, { priority, issuedAt: issuedAt += gap * 1000 }))
})
