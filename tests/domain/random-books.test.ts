import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evolve, type Day } from '../../server/domain/day.ts'
import { callableAt, deskOf, together } from '../../server/domain/desk.ts'
import { isTold, placeOfNewest } from '../../server/domain/newest.ts'
import { sequenceOf } from '../../server/domain/numbering.ts'
import { OpenTickets } from '../../server/domain/open-tickets.ts'
import { callOrder, comesBefore, pick, placeOf, type Choice, type Desk } from '../../server/domain/order.ts'
import { ticketAt } from '../../server/domain/serving.ts'
import { isAtCounter, type Ticket } from '../../server/domain/ticket.ts'
import { promisedBy, promiseTo } from '../../server/domain/promise.ts'
import { reserveOf } from '../../server/domain/sequence.ts'
import { undo, undoableAt } from '../../server/domain/undoing.ts'
import { after, at as atCounter } from '../support/builders.ts'
import { always, policies } from './random-claims.ts'
import { play, randomDays } from './random-days.ts'

const bare = ({ rev: _, lastAt: __, ...day }: Day) => day
/** As before a deed but for the list of deeds, which holds the latest five only. */
function thingsOf (day: Day) {
  return { ...bare(day), counters: [...day.counters.values()].map(({ undoable: _, ...counter }) => counter) }
}

describe.each(policies)('whatever the day, under %s', policy => {
  it('takes every deed back exactly, the moment after', () => {
    always(policy, ({ steps }) => {
      for (const { before, after: day, facts, at } of steps) {
        const done = facts.at(-1)
        if (!done || !('counter' in done) || done.counter === undefined || !undoableAt(day, day.counters.get(done.counter)!, at)) continue
        if (day.counters.get(done.counter)?.undoable?.at(-1)?.rev !== day.rev) continue
        expect(thingsOf(after(day, undo(day, atCounter(done.counter, at))))).toEqual(thingsOf(before))
      }
    })
  })

  it('puts number and counter back as they were before the deed, whatever others did meanwhile', () => {
    always(policy, ({ start, facts }) => {
      const days = facts.reduce((days, fact) => [...days, evolve(days.at(-1) as Day, fact)], [start])
      facts.forEach((fact, place) => {
        if (fact.type !== 'ticket:undone') return
        const [before, now] = [days[place] as Day, days[place + 1] as Day]
        const deed = before.counters.get(fact.counter)?.undoable?.at(-1)
        const then = days[(deed?.rev ?? 0) - 1] as Day
        const { id } = fact.ticket
        expect(now.tickets.get(id)).toEqual(then.tickets.get(id))
        expect(now.tickets.get(id)?.state).toBe(fact.to)
        expect(now.counters.get(fact.counter)?.ticket).toBe(then.counters.get(fact.counter)?.ticket)
        expect(now.counters.get(fact.counter)?.contested).toBe(then.counters.get(fact.counter)?.contested)
        expect(now.tickets.without(id).list).toEqual(before.tickets.without(id).list)
      })
    })
  })

  it('has at most one ticket at a counter, and none where nobody sits', () => {
    always(policy, ({ steps }) => {
      for (const { after: day } of steps) {
        for (const counter of day.counters.values()) {
          const here = day.tickets.list.filter(ticket => isAtCounter(ticket) && ticket.counter === counter.number)
          expect(here.map(({ id }) => id)).toEqual(counter.ticket === undefined ? [] : [counter.ticket])
          expect(ticketAt(day, counter)).toBe(here[0])
          if (counter.state !== 'open') expect(here).toEqual([])
        }
      }
    })
  })

  it('tells every ticket its place in the order of calls, which is that of one call after the other', () => {
    always(policy, ({ steps, office }) => {
      for (const { after: day, at } of steps.filter((_, place) => place % 8 === 7)) {
        const desks = [...[...day.counters.values()].map(counter => deskOf(day, counter)), together(day, 'CT')]
        for (const desk of desks) {
          const waiting = callableAt(day, desk)
          const order = callOrder(waiting, desk, office, at)
          expect(order.map(({ ticket }) => ticket.id)).toEqual(oneByOne(waiting, desk, day, at).map(({ ticket }) => ticket.id))
          expect(order.map(({ ticket }) => placeOf(ticket, waiting, desk, office, at))).toEqual(order.map((_, place) => place))
        }
      }
    })
  })

  it('tells the newest ticket its place by counts where it says it can', () => {
    always(policy, ({ steps, office }) => {
      for (const { after: day, at } of steps) {
        const newest = day.tickets.list.at(-1)
        if (newest?.state !== 'waiting' || !isTold(day.tickets, office)) continue
        const desk = together(day, newest.field)
        if (desk.main.includes(newest.field)) expect(placeOfNewest(newest, day.tickets, desk, office, at)).toBe(placeOf(newest, callableAt(day, desk), desk, office, at))
      }
    })
  })

  it('keeps open tickets in order of place, and counts them right', () => {
    always(policy, ({ steps }) => {
      for (const { after: { tickets } } of steps) {
        tickets.list.forEach((ticket, place) => {
          const next = tickets.list[place + 1]
          if (next) expect(comesBefore(ticket.place, next.place)).toBe(true)
        })
        expect({ ...tickets }).toEqual({ ...OpenTickets.of(tickets.list) })
      }
    })
  })

  it('comes to the same day when all facts are told again from the log', () => {
    always(policy, ({ start, facts, steps }) => {
      const told = (JSON.parse(JSON.stringify(facts)) as typeof facts).reduce(evolve, start)
      expect(told).toEqual(steps.at(-1)?.after)
    })
  })

  it('never lets time run back, and nobody waits a negative time', () => {
    always(policy, ({ start, facts, steps }) => {
      facts.reduce((latest, fact) => {
        expect(fact.at).toBeGreaterThanOrEqual(latest)
        return fact.at
      }, start.lastAt)
      for (const { after: { tickets } } of steps) {
        for (const { issuedAt, calledAt = issuedAt, startedAt = calledAt, endedAt = startedAt } of tickets.list) {
          expect([issuedAt, calledAt, startedAt, endedAt].toSorted((a, b) => a - b)).toEqual([issuedAt, calledAt, startedAt, endedAt])
        }
      }
    })
  })

  it('gives each field numbers without a gap but for those kept for paper on each service day, and no number twice', () => {
    always(policy, ({ office, facts }) => {
      const { from, to } = reserveOf(office)
      const [given, all] = [new Map<string, number>(), new Set<string>()]
      for (const fact of facts) {
        if (fact.type !== 'ticket:issued') continue
        const { number, field, paper } = fact.ticket
        const sequence = sequenceOf(number)
        expect(all).not.toContain(`${fact.serviceDate} ${number}`)
        all.add(`${fact.serviceDate} ${number}`)
        expect(from <= sequence && sequence <= to).toBe(paper === true)
        if (paper) continue
        const next = (given.get(`${fact.serviceDate} ${field}`) ?? 0) + 1
        expect(sequence).toBe(next === from ? to + 1 : next)
        given.set(`${fact.serviceDate} ${field}`, sequence)
      }
    })
  })

  it('lets paper wait where its holder came, in order of number, and never in the future', () => {
    always(policy, ({ steps }) => {
      for (const { facts, after: day, at } of steps) {
        const written = facts.flatMap(fact => fact.type === 'ticket:issued' && fact.ticket.paper ? [fact.ticket] : [])
        for (const [place, { id, arrivedAt = Infinity }] of written.entries()) {
          expect(arrivedAt).toBeLessThanOrEqual(at)
          expect(arrivedAt).toBeGreaterThanOrEqual(written[place - 1]?.arrivedAt ?? 0)
          const open = day.tickets.get(id)
          if (open) expect(open).toMatchObject({ issuedAt: arrivedAt, place: { at: arrivedAt }, paper: true })
          if (open?.state === 'waiting') expect(promiseTo(day.office, open)).toBe(promisedBy(day.office, arrivedAt))
        }
      }
    })
  })
})

describe('whatever the day, deeds in a row', () => {
  it('are all taken back, the last first', () => {
    const deeds = fc.array(fc.record({ kind: fc.constant('work' as const), seconds: fc.constant(0), who: fc.constant(0), how: fc.nat(5_000) }), { minLength: 1, maxLength: 5 })
    fc.assert(fc.property(randomDays('ratio'), deeds, (random, wishes) => {
      const end = play(random).steps.at(-1)?.after
      if (!end || end.counters.get(1)?.state !== 'open') return
      const { steps } = play({ office: random.office, wishes }, end)
      let day = steps.at(-1)?.after ?? end
      const took = (day.counters.get(1)?.undoable ?? []).filter(({ rev }) => rev > end.rev)
      for (const _ of took) day = after(day, undo(day, atCounter(1, day.lastAt)))
      const recalled = steps.some(({ facts }) => facts.some(({ type }) => type === 'ticket:recalled' || type === 'ticket:expired' || type === 'counter:changed'))
      if (!recalled) expect(thingsOf(day)).toEqual(thingsOf(end))
    }), { numRuns: 60 })
  })
})

/** One call after the other, each decided anew. */
function oneByOne (waiting: readonly Ticket[], desk: Desk, day: Day, at: number): Choice<Ticket>[] {
  const next = pick(waiting, desk, day.office, at)
  return next ? [next, ...oneByOne(waiting.filter(ticket => ticket !== next.ticket), { ...desk, contested: desk.contested + Number(next.contested) }, day, at)] : []
}
