import { describe, expect, it } from 'vitest'
import { evolve, type Day } from '../../server/domain/day.ts'
import type { Fact } from '../../server/domain/fact.ts'
import { openCounter } from '../../server/domain/lease.ts'
import type { Refusal } from '../../server/domain/refusal.ts'
import type { Result } from '../../server/domain/result.ts'
import { hold, returnTicket } from '../../server/domain/sending.ts'
import { callNext, finish } from '../../server/domain/serving.ts'
import { takeTicket } from '../../server/domain/ticketing.ts'
import { instantOn, isoAt, type Instant } from '../../server/domain/time.ts'
import { undo } from '../../server/domain/undoing.ts'
import { officeTurns } from '../../server/features/office-turn.ts'
import type { Store } from '../../server/ports/store.ts'
import { aCounter, aDay, anOffice, anOfficer, at as atCounter, ids, minute, wording } from '../support/builders.ts'

const zone = 'Asia/Ho_Chi_Minh'
const hour = 60 * minute
const on = (date: string, time: string) => instantOn(date, time, zone)
const shown = (at: Instant | undefined) => at === undefined ? undefined : isoAt(at, zone).slice(0, 16)

type Deed = (day: Day, at: Instant, wall: Instant) => Result<readonly Fact[], Refusal>

/** An office in memory, beside a clock that can be set and a stopwatch that cannot. */
function anOfficeAt (date: string, time: string, { closed = false } = {}) {
  const state = { day: aDay({ office: anOffice({ holidays: [] }), rev: 0, lastAt: 0, serviceDate: '', counters: [aCounter(1, { since: on(date, time), ...closed && { state: 'closed' } }), aCounter(2, { since: on(date, time) })] }), wall: on(date, time), stopwatch: 0 }
  const facts: Fact[] = []
  const turn = officeTurns({
    turn: async (_, decide) => {
      const decided = decide(state.day)
      if (!decided.ok) return decided
      facts.push(...decided.value.facts)
      state.day = decided.value.facts.reduce(evolve, state.day)
      return { ok: true, value: { answer: decided.value.answer(state.day), replayed: false } }
    }
  } satisfies Pick<Store, 'turn'>, { now: () => state.wall, elapsed: () => state.stopwatch })
  const newId = ids()
  const does = async (deed: Deed) => {
    const done = await turn('main', (day, at, wall) => {
      const decided = deed(day, at, wall)
      return decided.ok ? { ok: true, value: { facts: decided.value, answer: () => null } } : decided
    })
    return done.ok ? 'ok' : done.error.code
  }
  return {
    state, facts, does,
    passes: (ms: number) => { state.wall += ms; state.stopwatch += ms },
    sets: (wall: Instant) => { state.wall = wall },
    takes: async (field = 'CT') => {
      const said = await does((day, at, wall) => takeTicket(day, { field }, newId(), { by: 'kiosk:k', isAlone: true }, at, wall))
      const last = facts.at(-1)
      return said === 'ok' && last?.type === 'ticket:issued' ? `${last.serviceDate} ${last.ticket.number}` : said
    },
    calls: (counter = 1) => does((day, at) => callNext(day, atCounter(counter, at), { wording, newId })),
    finishes: (counter = 1) => does((day, at) => finish(day, atCounter(counter, at)))
  }
}

describe('midnight', () => {
  it('during a call ends the day: number and counter are closed by rule, at closing time or the last deed', async () => {
    const office = anOfficeAt('2026-11-23', '16:00')
    await office.takes()
    await office.takes()
    await office.calls()
    office.passes(7 * hour + 59 * minute)
    expect(shown(office.state.wall)).toBe('2026-11-23T23:59')
    expect(office.state.day.counters.get(1)?.ticket).toBeDefined()
    office.passes(2 * minute)
    expect(await office.does(() => ({ ok: true, value: [] }))).toBe('ok')
    expect(office.facts.slice(-4).map(fact => [fact.type, shown(fact.at)])).toEqual([
      ['ticket:expired', '2026-11-23T17:00'], ['ticket:expired', '2026-11-23T17:00'], ['counter:changed', '2026-11-23T17:00'], ['counter:changed', '2026-11-23T17:00']
    ])
    expect(await office.finishes()).toBe('COUNTER_CLOSED')
    expect(office.state.day.counters.get(1)).not.toHaveProperty('ticket')
  })

  it('begins every field at 001 again, once', async () => {
    const office = anOfficeAt('2026-11-23', '09:00')
    expect([await office.takes(), await office.takes()]).toEqual(['2026-11-23 1001', '2026-11-23 1002'])
    office.passes(24 * hour)
    expect([await office.takes(), await office.takes(), await office.takes('HT')]).toEqual(['2026-11-24 1001', '2026-11-24 1002', '2026-11-24 2001'])
  })

  it('is the wall\'s: 06:59 and 07:01 are one day, though UTC turns between them', async () => {
    const office = anOfficeAt('2026-11-23', '06:58')
    office.state.day = { ...office.state.day, office: anOffice({ alwaysOpen: true }) }
    office.passes(minute)
    expect(await office.takes()).toBe('2026-11-23 1001')
    office.passes(2 * minute)
    expect([await office.takes(), shown(office.state.wall)]).toEqual(['2026-11-23 1002', '2026-11-23T07:01'])
    expect(office.state.day.tickets.size).toBe(2)
  })

  it('goes by the calendar\'s year on 30 and 31 December and on New Year, not by the week\'s', async () => {
    const office = anOfficeAt('2026-12-30', '09:00')
    const taken = []
    for (let day = 0; day < 3; day++) {
      taken.push(await office.takes())
      office.passes(24 * hour)
    }
    expect(taken).toEqual(['2026-12-30 1001', '2026-12-31 1001', '2027-01-01 1001'])
  })
})

describe('a clock set back two hours', () => {
  it('makes no wait negative, lets nobody in front and gives no number twice', async () => {
    const office = anOfficeAt('2026-11-23', '10:00')
    await office.takes()
    office.sets(on('2026-11-23', '08:00'))
    office.passes(5 * minute)
    expect(await office.takes()).toBe('2026-11-23 1002')
    office.passes(5 * minute)
    await office.calls()
    const [first, second, called] = office.facts
    expect([first?.at, second?.at, called?.at].map(shown)).toEqual(['2026-11-23T10:00', '2026-11-23T10:05', '2026-11-23T10:10'])
    expect(called).toMatchObject({ ticket: { number: '1001' } })
  })

  it('neither stretches nor ends the minute to undo and the time of a hold', async () => {
    const office = anOfficeAt('2026-11-23', '10:00')
    await office.takes()
    await office.calls()
    office.sets(on('2026-11-23', '08:00'))
    office.passes(61_000)
    expect(await office.does((day, at) => undo(day, atCounter(1, at)))).toBe('UNDO_TOO_LATE')
    await office.does((day, at) => hold(day, atCounter(1, at), { reason: 'x', minutes: 10 }))
    const held = office.state.day.tickets.list[0]
    office.passes(9 * minute)
    expect(returnTicket(office.state.day, held!.id, 'x', held!.hold!.until)).toMatchObject({ value: [{ bound: { next: true } }] })
    await office.does((day, at) => returnTicket(day, held!.id, 'x', at))
    expect(office.state.day.tickets.list[0]?.bound?.next).toBe(true)
  })

  it('gives the office\'s time back to the wall once that has caught up', async () => {
    const office = anOfficeAt('2026-11-23', '10:00')
    await office.takes()
    office.sets(on('2026-11-23', '08:00'))
    office.passes(7 * hour)
    await office.takes()
    expect(shown(office.facts.at(-1)?.at)).toBe('2026-11-23T15:00')
  })

  it('over midnight does not open yesterday again', async () => {
    const office = anOfficeAt('2026-11-23', '09:00')
    await office.takes()
    office.passes(24 * hour)
    await office.takes()
    office.sets(on('2026-11-23', '09:30'))
    expect(await office.takes()).toBe('2026-11-24 1002')
  })

  it('from late in the evening ends no day at the office\'s midnight, only at the wall\'s', async () => {
    const office = anOfficeAt('2026-11-23', '16:20')
    await office.takes()
    office.passes(7 * hour + 35 * minute)
    expect(await office.calls()).toBe('ok')
    office.sets(on('2026-11-23', '14:00'))
    office.passes(10 * minute)
    expect(await office.finishes()).toBe('ok')
    expect(shown(office.facts.at(-1)?.at)).toBe('2026-11-24T00:05')
    expect(await office.takes()).toBe('2026-11-23 1002')
    expect(office.facts.map(({ type }) => type)).not.toContain('ticket:expired')
  })

  it('over a start without a stopwatch\'s past begins from the last fact', async () => {
    const office = anOfficeAt('2026-11-23', '08:00')
    office.state.day = { ...office.state.day, lastAt: on('2026-11-23', '10:00'), serviceDate: '2026-11-23' }
    office.state.stopwatch = 50 * hour
    await office.takes()
    office.passes(minute)
    await office.takes()
    expect(office.facts.map(({ at }) => shown(at))).toEqual(['2026-11-23T10:00', '2026-11-23T10:01'])
  })
})

describe('a clock that jumps a day ahead and is put right', () => {
  async function jumped () {
    const office = anOfficeAt('2026-11-23', '09:00', { closed: true })
    await office.takes()
    office.sets(on('2026-11-24', '09:00'))
    await office.does((day, at) => openCounter(day, atCounter(1, at), anOfficer()))
    expect(await office.takes()).toBe('2026-11-24 1001')
    office.passes(10 * minute)
    office.sets(on('2026-11-23', '09:10'))
    return office
  }

  it('goes on with the numbers of the later date, and time goes on too', async () => {
    const office = await jumped()
    office.passes(5 * minute)
    expect(await office.takes()).toBe('2026-11-24 1002')
    office.passes(10 * minute)
    expect(await office.calls()).toBe('ok')
    const { issuedAt = 0, calledAt = 0 } = office.state.day.tickets.list.find(({ state }) => state === 'called') ?? {}
    expect(calledAt - issuedAt).toBe(25 * minute)
  })

  it('opens and closes by the wall meanwhile', async () => {
    const office = await jumped()
    office.sets(on('2026-11-23', '11:20'))
    expect(await office.takes()).toBe('OFFICE_CLOSED')
    office.sets(on('2026-11-23', '13:20'))
    expect(await office.takes()).toBe('2026-11-24 1002')
  })

  it('gives no number twice when the wall reaches that date, and the next day is an ordinary one', async () => {
    const office = await jumped()
    await office.takes()
    office.sets(on('2026-11-24', '08:00'))
    office.state.stopwatch += 23 * hour
    expect(await office.takes()).toBe('2026-11-24 1003')
    office.passes(24 * hour)
    expect(await office.takes()).toBe('2026-11-25 1001')
    expect(shown(office.facts.at(-1)?.at)).toBe('2026-11-25T08:00')
    expect(office.state.day.tickets.list.map(({ serviceDate }) => serviceDate)).toEqual(['2026-11-25'])
  })

  it('leaves the date alone where no number was given out meanwhile', async () => {
    const office = anOfficeAt('2026-11-23', '09:00')
    await office.takes()
    office.sets(on('2026-11-24', '09:00'))
    await office.does(() => ({ ok: true, value: [] }))
    office.sets(on('2026-11-23', '09:10'))
    expect(await office.takes()).toBe('2026-11-23 1002')
  })
})
