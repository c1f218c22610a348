import { describe, expect, it } from 'vitest'
import type { Fact } from '../../server/domain/fact.ts'
import { instantOn, wallClock, type Instant } from '../../server/domain/time.ts'
import { Agenda, type Doings } from '../../scripts/bench/forecast/agenda.ts'
import { baselines, type Standing } from '../../scripts/bench/forecast/baselines.ts'
import { Memory } from '../../scripts/bench/forecast/memory.ts'
import { officeOf, scenarios, type Scenario } from '../../scripts/bench/forecast/scenarios.ts'
import { baselineMae, scoreOf, slipMs, type Scored } from '../../scripts/bench/forecast/score.ts'
import { simulate } from '../../scripts/bench/forecast/simulate.ts'
import { table } from '../../scripts/bench/forecast/table.ts'
import { workDays } from '../../scripts/bench/forecast/work-day.ts'
import { readBenchWish } from '../../scripts/bench/wish.ts'
import { readSimulatedOffice } from '../../scripts/day/office-file.ts'
import { aCounter, aDay, aTicket, anOffice, minute } from '../support/builders.ts'

const file = await readSimulatedOffice()
const medium = scenarios.find(({ name }) => name === 'medium') as Scenario
const days = 8

async function lived (scenario: Scenario, seed = 5): Promise<{ readonly facts: readonly Fact[], readonly leftOpen: number }> {
  const office = await officeOf(scenario)
  const facts: Fact[] = []
  let leftOpen = 0
  for (const { hall } of simulate({ file, office, visitors: scenario.visitors, days, seed }, { witness: (_, fact) => facts.push(fact) })) leftOpen = hall.day.tickets.size
  return { facts, leftOpen }
}

const count = (facts: readonly Fact[], type: Fact['type']) => facts.filter(fact => fact.type === type).length
const minutesOn = (at: Instant) => wallClock(at, 'Asia/Ho_Chi_Minh').minutes

describe.each(scenarios)('a simulated day: $name', scenario => {
  it('loses nobody: whoever took a number is served, gives it up, or is still there when the day ends', async () => {
    const { facts, leftOpen } = await lived(scenario)
    const taken = count(facts, 'ticket:issued')
    expect(taken).toBeGreaterThan(days * scenario.visitors * 0.8)
    expect(taken).toBe(count(facts, 'ticket:finished') + count(facts, 'ticket:cancelled') + count(facts, 'ticket:expired') + leftOpen)
    expect(count(facts, 'ticket:finished')).toBeGreaterThan(taken * 0.7)
    const called = count(facts, 'ticket:called')
    expect(called).toBe(count(facts, 'ticket:finished') + count(facts, 'ticket:missed') + count(facts, 'ticket:held') + count(facts, 'ticket:transferred'))
  })

  it('calls nobody before opening, over lunch or after closing, but finishes whoever sits there', async () => {
    const { facts } = await lived(scenario)
    const calledAt = facts.filter(({ type }) => type === 'ticket:called').map(({ at }) => minutesOn(at))
    const working = (time: number) => (7.5 * 60 <= time && time < 11.5 * 60) || (13.5 * 60 <= time && time < 17 * 60)
    expect(calledAt.filter(time => !working(time))).toEqual([])
    expect(facts.filter(({ type, at }) => type === 'ticket:finished' && minutesOn(at) >= 11.5 * 60 && minutesOn(at) < 13 * 60).length).toBeGreaterThan(0)
  })

  it('has people of every kind: missed, called again, sent away and back, sent on, gone home', async () => {
    const { facts } = await lived(scenario)
    for (const type of ['ticket:missed', 'ticket:recalled', 'ticket:held', 'ticket:returned', 'ticket:transferred', 'ticket:cancelled'] as const) expect(count(facts, type), type).toBeGreaterThan(0)
    expect(facts.some(fact => fact.type === 'counter:changed' && fact.state === 'paused')).toBe(true)
  })
})

it('lives through the same days for the same seed, and others for another', async () => {
  const facts = (await lived(medium)).facts
  expect((await lived(medium)).facts).toEqual(facts)
  expect((await lived(medium, 6)).facts).not.toEqual(facts)
})

it('wakes sleepers in order of time, then of asking, and whoever waits for news when there are any', () => {
  const agenda = new Agenda(0)
  const heard: string[] = []
  const says = function * (word: string, until: number, orNews = false): Doings {
    yield { until, ...orNews && { orNews } }
    heard.push(`${word} ${agenda.now}`)
  }
  const tells = function * (): Doings {
    yield { until: 4 }
    agenda.tell()
  }
  for (const doings of [says('late', 9), says('b', 5), says('c', 5), says('idle', 100, true), tells(), says('never', 11)]) agenda.begin(doings)
  expect(agenda.next()).toBe(4)
  agenda.runUntil(10)
  expect(heard).toEqual(['idle 4', 'b 5', 'c 5', 'late 9'])
  expect(agenda.now).toBe(10)
})

it('remembers legs as the database does: one for each stretch, the last call of each, and how it ended', async () => {
  const memory = new Memory()
  const ended: Record<string, number> = {}
  let facts = 0
  for (const { day } of simulate({ file, office: await officeOf(medium), visitors: 80, days: 2, seed: 5 }, { witness: (before, fact, after) => {
    memory.note(before, fact, after)
    if (['ticket:issued', 'ticket:transferred'].includes(fact.type)) facts++
  } })) void day
  const legs = [...memory.on('2026-10-19'), ...memory.on('2026-10-20')]
  for (const { end } of legs) ended[end] = (ended[end] ?? 0) + 1
  expect(legs).toHaveLength(facts)
  expect(ended['done']).toBeGreaterThan(100)
  expect(legs.filter(({ end, endedAt, calledAt }) => end === 'done' && (endedAt === undefined || calledAt === undefined || calledAt > endedAt))).toEqual([])
  expect(memory.before('2026-10-20').legs).toEqual(memory.on('2026-10-19'))
})

const at = instantOn('2026-11-23', '09:00', 'Asia/Ho_Chi_Minh')
const scored = (calledAfter: number, more: Partial<Scored> = {}): Scored => ({
  at, atIssue: true, range: { earliest: at + 10 * minute, likely: at + 20 * minute, latest: at + 40 * minute }, today: 1,
  baselines: { constant: at + 25 * minute, position: at, elapsed: at }, field: 'CT', priority: false, ahead: 2, sessions: [], calledAt: at + calledAfter * minute, ...more
})

it('scores by the calls that came', () => {
  const some = [scored(10), scored(20), scored(40), scored(50), scored(5)]
  expect(scoreOf(some)).toEqual({ forecasts: 5, coverage: 3 / 5, early: 1 / 5, late: 1 / 5, mae: (10 + 0 + 20 + 30 + 15) / 5, bias: (-10 + 0 + 20 + 30 - 15) / 5, width: 30 })
  expect(baselineMae(some, 'constant')).toBe((15 + 5 + 15 + 25 + 20) / 5)
})

it('finds a slip in any bound, beyond the clock that passed', () => {
  const range = { earliest: 100, likely: 200, latest: 300 }
  expect(slipMs(range, { earliest: 150, likely: 200, latest: 340 }, 50)).toBe(0)
  expect(slipMs(range, { ...range, latest: 360 }, 50)).toBe(10)
  expect(slipMs(range, { earliest: 90, likely: 190, latest: 290 }, 50)).toBe(-60)
})

describe('the simple estimators', () => {
  const [{ sessions }] = workDays(anOffice(), '2026-11-23', 1) as [ReturnType<typeof workDays>[number]]
  const served = aTicket('1001', { state: 'serving', counter: 1, calledAt: at - 4 * minute })
  const waiting = aTicket('1004')
  const standing = (more: Partial<Standing> = {}): Standing => ({
    day: aDay({ tickets: [served, waiting], counters: [aCounter(1, { ticket: served.id }), aCounter(2, { state: 'closed' }), aCounter(3)] }),
    at, ticket: waiting, ahead: 3, measured: { minutesIn: () => 10, minutesEachAhead: 4 }, sessions, ...more
  })
  const inMinutes = (name: keyof typeof baselines, more?: Partial<Standing>) => (baselines[name](standing(more)) - (more?.at ?? at)) / minute

  it('take the people ahead by a constant, by the mean over the counters open, and less what is already done', () => {
    expect(inMinutes('constant')).toBe(12)
    expect(inMinutes('position')).toBe(40)
    expect(inMinutes('elapsed')).toBe(36)
  })

  it('know when the office opens and when it has lunch', () => {
    const wall = (time: string) => instantOn('2026-11-23', time, 'Asia/Ho_Chi_Minh')
    expect(inMinutes('constant', { at: wall('07:10') })).toBe(20 + 12)
    expect(inMinutes('constant', { at: wall('11:20') })).toBe(12 + 120)
    expect(inMinutes('constant', { at: wall('12:00') })).toBe(90 + 12)
  })
})

describe('what is typed after npm run bench', () => {
  const read = (typed: string) => readBenchWish(typed.split(' ').filter(word => word !== ''), ['tickets', 'forecast'])

  it('names benches, or a replay of the forecast', () => {
    expect(read('')).toEqual({ names: [], forecast: {} })
    expect(read('tickets forecast')).toEqual({ names: ['tickets', 'forecast'], forecast: {} })
    expect(read('forecast --replay a.csv.gz --train b.csv.gz')).toEqual({ names: ['forecast'], forecast: { replay: 'a.csv.gz', train: 'b.csv.gz' } })
  })

  it.each([
    ['printing', /No such bench: printing\. There are: tickets, forecast/], ['forecast --days 3', /Unknown option '--days'/], ['forecast --replay', /argument missing/],
    ['--replay a.csv.gz', /for the forecast alone/], ['tickets --replay a.csv.gz', /for the forecast alone/], ['forecast --train b.csv.gz', /name the tickets to score/]
  ])('refuses %s with a sentence', (typed, sentence) => {
    expect(() => read(typed)).toThrow(sentence)
  })
})

it('sets figures under one another', () => {
  expect(table(['', 'n'], [['ward', '5'], ['x', '12']])).toBe('       n\nward   5\nx     12')
})
