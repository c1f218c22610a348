import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minutesOf } from '../../server/domain/time.ts'
import { seededDice } from '../../scripts/day/dice.ts'
import { readSimulatedOffice } from '../../scripts/day/office-file.ts'
import { planDay, type Visitor } from '../../scripts/day/plan.ts'

const office = await readSimulatedOffice()
const aSeed = fc.integer({ min: 0, max: 2 ** 31 })
const many = planDay(office, { seed: 7, visitors: 20_000 }).visitors
const share = (which: (visitor: Visitor) => boolean, of = many) => of.filter(which).length / of.length
const inWindow = ({ ticketAt }: Visitor) => office.office.hours.sessions.some(({ ticketsFrom, ticketsTo }) => minutesOf(ticketsFrom) <= ticketAt && ticketAt < minutesOf(ticketsTo))

/** Four standard errors of a share: a fair die fails this once in sixteen thousand times, and the seed is fixed. */
function expectShare (found: number, wanted: number, of = many.length): void {
  expect(Math.abs(found - wanted)).toBeLessThanOrEqual(4 * Math.sqrt(wanted * (1 - wanted) / of))
}

it('plans the same day for the same seed, and another for another', () => {
  fc.assert(fc.property(aSeed, seed => {
    expect(planDay(office, { seed, visitors: 30 })).toEqual(planDay(office, { seed, visitors: 30 }))
    expect(planDay(office, { seed: seed + 1, visitors: 30 })).not.toEqual(planDay(office, { seed, visitors: 30 }))
  }), { numRuns: 30 })
})

it('brings as many as are wished, or the office\'s usual number by its weekday', () => {
  fc.assert(fc.property(aSeed, fc.nat(300), (seed, visitors) => { expect(planDay(office, { seed, visitors }).visitors).toHaveLength(visitors) }), { numRuns: 30 })
  expect(planDay(office, { seed: 1 }).visitors).toHaveLength(80)
  expect(planDay(office, { seed: 1, weekday: 'mon' }).visitors).toHaveLength(104)
})

it('lets nobody take a number outside the windows; whoever comes early waits at the door', () => {
  fc.assert(fc.property(aSeed, fc.constantFrom('mon', 'satMorning', undefined), (seed, weekday) => {
    const { visitors } = planDay(office, { seed, visitors: 200, ...weekday && { weekday } })
    expect(visitors.filter(visitor => !inWindow(visitor))).toEqual([])
    expect(visitors.filter(({ arrivesAt, ticketAt }) => arrivesAt > ticketAt)).toEqual([])
    expect(visitors.map(({ ticketAt }) => ticketAt)).toEqual(visitors.map(({ ticketAt }) => ticketAt).sort((a, b) => a - b))
    const early = visitors.filter(visitor => visitor.ticketAt > visitor.arrivesAt)
    expect(early.every(({ ticketAt }) => office.office.hours.sessions.some(({ ticketsFrom }) => minutesOf(ticketsFrom) === ticketAt))).toBe(true)
  }), { numRuns: 30 })
})

it('brings people by the half-hour weights', () => {
  for (const [time, weight] of Object.entries(office.arrivalHalfHourWeights)) {
    const from = minutesOf(time)
    expectShare(share(({ arrivesAt }) => from <= arrivesAt && arrivesAt < from + 30), weight)
  }
})

it('brings nobody after noon on a Saturday', () => {
  expect(planDay(office, { seed: 3, visitors: 500, weekday: 'satMorning' }).visitors.filter(({ ticketAt }) => ticketAt >= 13 * 60 + 30)).toEqual([])
})

describe('keeps the office\'s shares', () => {
  const { simulation, fields } = office

  it.each(fields.map(({ id, shareOfArrivals }) => [id, shareOfArrivals] as const))('of field %s', (id, wanted) => {
    expectShare(share(({ field }) => field === id), wanted)
  })
  it('of priority, absence and second calls', () => {
    expectShare(share(({ priority }) => priority), simulation.priority)
    expectShare(share(({ noShow }) => noShow), simulation.noShow)
    expectShare(share(({ recalled }) => recalled), simulation.recalledOnce)
    expect(many.every(({ priority, priorityClass }) => priority === (priorityClass !== undefined))).toBe(true)
  })
  it('of ratings and their levels, with reasons for low ones only', () => {
    const rated = many.flatMap(({ opinion }) => opinion.kind === 'rated' ? [opinion] : [])
    expectShare(rated.length / many.length, simulation.ratingResponse)
    for (const [level, wanted] of Object.entries(simulation.ratingLevels)) {
      expectShare(rated.filter(opinion => opinion.level === Number(level)).length / rated.length, wanted, rated.length)
    }
    expect(rated.filter(({ level, reasons }) => level > 2 && reasons.length > 0)).toEqual([])
    expect(rated.some(({ reasons }) => reasons.length > 0)).toBe(true)
    expect(share(({ opinion }) => opinion.kind === 'skipped')).toBeGreaterThan(0.1)
  })
  it('of procedures: each in its own field', () => {
    const fieldOf = new Map(office.procedures.map(({ id, field }) => [id, field]))
    expect(many.filter(({ procedure, field }) => procedure === undefined || fieldOf.get(procedure) !== field)).toEqual([])
  })
})

it('serves for as long as the procedure takes, in mean and spread', () => {
  for (const { id, meanMinutes, cv } of office.procedures) {
    const minutes = many.filter(({ procedure }) => procedure === id).map(({ serviceMinutes }) => serviceMinutes)
    if (minutes.length < 500) continue
    const mean = minutes.reduce((sum, each) => sum + each, 0) / minutes.length
    expect(Math.abs(mean - meanMinutes), id).toBeLessThanOrEqual(4 * cv * meanMinutes / Math.sqrt(minutes.length))
  }
})

it('throws lognormal dice: the right mean, the right spread, never a negative time', () => {
  const dice = seededDice(11)
  const thrown = Array.from({ length: 50_000 }, () => dice.lognormal(12, 0.5))
  const mean = thrown.reduce((sum, each) => sum + each, 0) / thrown.length
  const spread = Math.sqrt(thrown.reduce((sum, each) => sum + (each - mean) ** 2, 0) / thrown.length)
  expect(mean).toBeCloseTo(12, 0)
  expect(spread / mean).toBeCloseTo(0.5, 1)
  expect(Math.min(...thrown)).toBeGreaterThan(0)
})
