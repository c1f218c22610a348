import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evolve, waitingTickets, type Day } from '../../server/domain/day.ts'
import { callableAt, deskOf, together } from '../../server/domain/desk.ts'
import type { FactOf } from '../../server/domain/fact.ts'
import { isTold, placeOfNewest } from '../../server/domain/newest.ts'
import { sequenceOf } from '../../server/domain/numbering.ts'
import { OpenTickets } from '../../server/domain/open-tickets.ts'
import { callOrder, comesBefore, pick, placeOf, type Choice, type Desk } from '../../server/domain/order.ts'
import { callNext, finish, ticketAt } from '../../server/domain/serving.ts'
import { isAtCounter, type Ticket } from '../../server/domain/ticket.ts'
import { undo, undoableAt } from '../../server/domain/undoing.ts'
import { after, at as atCounter, ids, minute, wording } from '../support/builders.ts'
import { play, randomDays, type Played, type PolicyKind, type Step } from './random-days.ts'

const tools = { wording, newId: ids() }
const policies: readonly PolicyKind[] = ['strict', 'ratio', 'ageing']

/** Holds a claim against random days of an office with that policy. */
function always (policy: PolicyKind, claim: (played: Played) => void): void {
  fc.assert(fc.property(randomDays(policy), day => claim(play(day))), { numRuns: 40 })
}

const isOpen = (day: Day, counter: number) => day.counters.get(counter)?.state === 'open'

/** Whom a counter may call, said once more and from the outside. */
function eligible (day: Day, counter: number): Ticket[] {
  const { main = [], helper = [] } = day.office.duties.get(counter) ?? {}
  return waitingTickets(day).filter(({ field, bound }) => {
    const isMeantElsewhere = bound?.counters.some(other => isOpen(day, other)) === true && !bound.counters.includes(counter)
    return !isMeantElsewhere && ([...main, ...helper].includes(field) || bound?.counters.includes(counter))
  })
}

/** Without a right of its own at that moment: it stands in the line of its class. */
function isPlain ({ bound, appointment }: Ticket, day: Day, at: number): boolean {
  return bound === undefined && (appointment === undefined || at < appointment - (day.office.rules.booking?.earlyMinutes ?? 0) * minute)
}

const isMainAt = (day: Day, counter: number, ticket: Ticket) => day.office.duties.get(counter)?.main.includes(ticket.field) === true

interface Called { readonly step: Step, readonly fact: FactOf<'ticket:called'>, readonly ticket: Ticket }

/** The calls that the office chose, each with the ticket as it waited. */
function nextCalls ({ steps }: Played): Called[] {
  return steps.flatMap(step => step.facts.flatMap(fact => {
    const ticket = fact.type === 'ticket:called' && fact.chosen === undefined ? step.before.tickets.get(fact.ticket.id) : undefined
    return ticket ? [{ step, fact: fact as FactOf<'ticket:called'>, ticket }] : []
  }))
}

const bare = ({ rev: _, lastAt: __, ...day }: Day) => day
/** As before a deed but for the list of deeds, which holds the latest five only. */
function thingsOf (day: Day) {
  return { ...bare(day), counters: [...day.counters.values()].map(({ undoable: _, ...counter }) => counter) }
}

describe('the random days', () => {
  it('hold every kind of fact, refusal and deed taken back', () => {
    const seen = new Map<string, number>()
    const note = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1)
    for (const policy of policies) {
      for (const day of fc.sample(randomDays(policy), { numRuns: 60, seed: 23 })) {
        for (const { facts, refused } of play(day).steps) {
          if (refused) note(refused.code)
          for (const fact of facts) {
            note(fact.type)
            if (fact.type === 'ticket:undone') note(`undone ${fact.deed}`)
            if (fact.type === 'ticket:called') note(fact.call.why.code)
            if (fact.type === 'ticket:returned') note(fact.bound?.next ? 'in time' : 'late')
            if (fact.type === 'ticket:transferred' && fact.to.back !== undefined) note('and back')
          }
        }
      }
    }
    const expected = [
      'ticket:issued', 'ticket:called', 'ticket:recalled', 'ticket:started', 'ticket:finished', 'ticket:missed', 'ticket:held', 'ticket:returned', 'ticket:transferred',
      'ticket:cancelled', 'ticket:undone', 'ticket:expired', 'counter:changed', 'undone next', 'undone call', 'undone start', 'undone finish', 'undone miss', 'undone hold', 'undone transfer',
      'order', 'priority', 'returned', 'appointment', 'helper', 'chosen', 'in time', 'late', 'and back', 'UNDO_TOO_LATE', 'SAME_PLACE', 'NOBODY_WAITING', 'TOO_MANY_DOSSIERS', 'OFFICE_CLOSED'
    ]
    expect(expected.filter(what => (seen.get(what) ?? 0) < 5).map(what => `${what} ${seen.get(what)}`)).toEqual([])
  })
})

describe.each(policies)('whatever the day, under %s', policy => {
  it('lets nobody wait whom a counter may serve while that counter calls nobody', () => {
    always(policy, ({ steps }) => {
      for (const { after: day, at } of steps) {
        for (const counter of day.counters.values()) {
          if (counter.state !== 'open' || counter.ticket !== undefined) continue
          const called = callNext(day, atCounter(counter.number, at), tools)
          const may = eligible(day, counter.number).map(({ id }) => id)
          expect(called.ok).toBe(may.length > 0)
          if (called.ok) expect(may).toContain((called.value[0] as FactOf<'ticket:called'>).ticket.id)
        }
      }
    })
  })

  it('empties the hall if only the counters go on calling', () => {
    always(policy, ({ steps }) => {
      const last = steps.at(-1)
      if (!last) return
      let day = last.after
      for (const { number } of [...day.counters.values()].filter(({ state }) => state === 'open')) {
        const act = atCounter(number, last.at)
        const legs = day.tickets.list.reduce((sum, { more = [], back }) => sum + 1 + more.length + Number(back !== undefined), 0)
        for (let calls = 0; calls <= legs; calls++) {
          if (day.counters.get(number)?.ticket !== undefined) day = after(day, finish(day, act))
          if (eligible(day, number).length === 0) break
          day = after(day, callNext(day, act, tools))
        }
        expect(eligible(day, number)).toEqual([])
      }
    })
  })

  it('serves first come, first served inside a class', () => {
    always(policy, played => {
      for (const { step: { before, at }, fact, ticket } of nextCalls(played)) {
        if (!isPlain(ticket, before, at)) continue
        const earlier = eligible(before, fact.counter).filter(other =>
          other.field === ticket.field && other.priority === ticket.priority && isPlain(other, before, at) && comesBefore(other.place, ticket.place))
        expect(earlier).toEqual([])
      }
    })
  })

  it('calls whoever came back in time before everyone else at that counter', () => {
    always(policy, played => {
      for (const { step: { before }, fact, ticket } of nextCalls(played)) {
        for (const { bound } of waitingTickets(before)) {
          if (bound?.next && bound.counters.includes(fact.counter)) expect(ticket.bound?.next && ticket.bound.since <= bound.since).toBe(true)
        }
      }
    })
  })

  it('lets a held number come back to its counter in time, and otherwise by the rule of re-entry', () => {
    always(policy, ({ office, steps }) => {
      for (const { before, after: day, facts, at } of steps) {
        for (const fact of facts) {
          if (fact.type !== 'ticket:returned') continue
          const was = before.tickets.get(fact.ticket.id) as Ticket
          const is = day.tickets.get(fact.ticket.id) as Ticket
          if (was.hold && at <= was.hold.until) {
            expect(is).toMatchObject({ state: 'waiting', place: was.place, bound: { counters: [was.hold.counter], next: true } })
            continue
          }
          expect(is.bound?.next ?? false).toBe(false)
          expect(is.appointment).toBeUndefined()
          const line = waitingTickets(before).filter(other => other.field === is.field && other.priority === is.priority && !other.bound?.next && other.appointment === undefined)
          const { reentry } = office.rules
          const nth = reentry.kind === 'after' ? line[reentry.numbers - 1] : undefined
          if (!nth) expect(line.every(other => comesBefore(other.place, is.place))).toBe(true)
          else {
            expect(comesBefore(is.place, was.place)).toBe(false)
            expect(comesBefore(nth.place, is.place)).toBe(true)
            // Behind the n-th, those who re-entered just there, and nobody who came later than his own arrival.
            for (const other of line) if (comesBefore(nth.place, other.place) && comesBefore(other.place, is.place)) expect(other.place.at).toBeLessThanOrEqual(Math.max(nth.place.at, was.place.at))
          }
        }
      }
    })
  })

  it('keeps first arrival and place through every transfer', () => {
    always(policy, ({ steps }) => {
      for (const { before, after: day, facts } of steps) {
        for (const fact of facts) {
          if (fact.type !== 'ticket:transferred') continue
          const { issuedAt, place, leg } = before.tickets.get(fact.ticket.id) as Ticket
          expect(day.tickets.get(fact.ticket.id)).toMatchObject({ issuedAt, place, leg: leg + 1, state: 'waiting' })
        }
      }
    })
  })

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

  it('gives each field numbers without a gap on each service day, and no number twice', () => {
    always(policy, ({ facts }) => {
      const given = new Map<string, number>()
      for (const fact of facts) {
        if (fact.type !== 'ticket:issued') continue
        const key = `${fact.serviceDate} ${fact.ticket.field}`
        expect(sequenceOf(fact.ticket.number)).toBe((given.get(key) ?? 0) + 1)
        given.set(key, sequenceOf(fact.ticket.number))
      }
    })
  })
})

describe('whatever the day, the bound that each policy promises', () => {
  it('under strict: no ordinary ticket of a main field goes before a priority one', () => {
    always('strict', played => {
      for (const { step: { before, at }, fact, ticket } of nextCalls(played)) {
        if (ticket.priority || !isPlain(ticket, before, at)) continue
        expect(eligible(before, fact.counter).filter(other => other.priority && isMainAt(before, fact.counter, other))).toEqual([])
      }
    })
  })

  it('under a ratio p:n: at most p priority calls before each n ordinary ones while an ordinary ticket waits', () => {
    always('ratio', played => {
      const { policy } = played.office.rules
      if (policy.kind !== 'ratio') return
      for (const { calls, waited } of contestedCalls(played)) {
        for (const { movedRev } of waited) {
          const seen = calls.filter(({ rev }) => rev > movedRev)
          const ordinary = seen.filter(({ priority }) => !priority).length
          expect(seen.length - ordinary).toBeLessThanOrEqual(policy.priority * (Math.floor(ordinary / policy.ordinary) + 1))
        }
      }
    })
  })

  it('under ageing: an ordinary ticket is overtaken only by priority tickets that came within the head start', () => {
    always('ageing', played => {
      const { policy } = played.office.rules
      if (policy.kind !== 'ageing') return
      for (const { step: { before, at }, fact, ticket } of nextCalls(played)) {
        if (!isPlain(ticket, before, at)) continue
        const passed = eligible(before, fact.counter).filter(other => isMainAt(before, fact.counter, other) && isPlain(other, before, at) && comesBefore(other.place, ticket.place))
        for (const other of passed) {
          expect([ticket.priority, other.priority]).toEqual([true, false])
          expect(ticket.place.at - other.place.at).toBeLessThanOrEqual(policy.headStartMinutes * minute)
        }
        const kept = eligible(before, fact.counter).filter(other => !ticket.priority && other.priority && isMainAt(before, fact.counter, other) && isPlain(other, before, at))
        for (const other of kept) expect(other.place.at - policy.headStartMinutes * minute).toBeGreaterThan(ticket.place.at)
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

interface Contested { readonly rev: number, readonly priority: boolean }

/** At each priority call of a counter: its contested calls so far that were not taken back, and the ordinary tickets of its main fields that went on waiting. */
function contestedCalls ({ start, facts }: Played): { readonly calls: readonly Contested[], readonly waited: readonly Ticket[] }[] {
  const calls = new Map<number, Contested[]>()
  const found: { calls: readonly Contested[], waited: Ticket[] }[] = []
  let day = start
  for (const fact of facts) {
    if (fact.type === 'ticket:issued' && fact.serviceDate !== day.serviceDate) calls.clear()
    if (fact.type === 'ticket:undone' && (fact.deed === 'next' || fact.deed === 'call')) {
      const undone = day.counters.get(fact.counter)?.undoable?.at(-1)?.rev
      calls.set(fact.counter, (calls.get(fact.counter) ?? []).filter(({ rev }) => rev !== undone))
    }
    if (fact.type === 'ticket:called' && fact.contested) {
      const here = [...calls.get(fact.counter) ?? [], { rev: day.rev + 1, priority: fact.ticket.priority }]
      calls.set(fact.counter, here)
      if (fact.ticket.priority) {
        found.push({ calls: here, waited: eligible(day, fact.counter).filter(ticket => !ticket.priority && isMainAt(day, fact.counter, ticket) && isPlain(ticket, day, fact.at)) })
      }
    } else if (fact.type === 'ticket:called' && fact.ticket.priority && fact.chosen === undefined && isPlain(day.tickets.get(fact.ticket.id) as Ticket, day, fact.at)) {
      // Whoever waits as an ordinary main-field ticket makes every call of the other class a contested one.
      expect(eligible(day, fact.counter).filter(ticket => !ticket.priority && isMainAt(day, fact.counter, ticket) && isPlain(ticket, day, fact.at))).toEqual([])
    }
    day = evolve(day, fact)
  }
  return found
}

