import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evolve, waitingTickets } from '../../server/domain/day.ts'
import type { FactOf } from '../../server/domain/fact.ts'
import { comesBefore } from '../../server/domain/order.ts'
import { callNext, finish } from '../../server/domain/serving.ts'
import type { Ticket } from '../../server/domain/ticket.ts'
import { after, at as atCounter, ids, minute, wording } from '../support/builders.ts'
import { always, eligible, isMainAt, isPlain, nextCalls, policies } from './random-claims.ts'
import { play, randomDays, type Played } from './random-days.ts'

const tools = { wording, newId: ids() }

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
            if (fact.type === 'ticket:issued' && fact.ticket.paper) note('paper')
            if (fact.type === 'ticket:returned') note(fact.bound?.next ? 'in time' : 'late')
            if (fact.type === 'ticket:transferred' && fact.to.back !== undefined) note('and back')
          }
        }
      }
    }
    const expected = [
      'ticket:issued', 'ticket:called', 'ticket:recalled', 'ticket:started', 'ticket:finished', 'ticket:missed', 'ticket:held', 'ticket:returned', 'ticket:transferred',
      'ticket:cancelled', 'ticket:settled', 'ticket:undone', 'ticket:expired', 'counter:changed', 'undone next', 'undone call', 'undone start', 'undone finish', 'undone miss', 'undone hold', 'undone transfer',
      'order', 'priority', 'returned', 'appointment', 'helper', 'chosen', 'in time', 'late', 'and back', 'paper', 'UNDO_TOO_LATE', 'SAME_PLACE', 'NOBODY_WAITING', 'TOO_MANY_DOSSIERS', 'OFFICE_CLOSED', 'PAPER_NUMBER_USED'
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

