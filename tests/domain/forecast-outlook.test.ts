import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { experienceOf, withToday, type Experience } from '../../server/domain/forecast/experience.ts'
import { outlookOf } from '../../server/domain/forecast/outlook.ts'
import type { PastLeg } from '../../server/domain/forecast/past.ts'
import { meanOf } from '../../server/domain/forecast/spread.ts'
import { sceneOf } from '../../server/domain/forecast/scene.ts'
import type { OrderPolicy } from '../../server/domain/office.ts'
import type { Counter } from '../../server/domain/counter.ts'
import { addDays, instantOn } from '../../server/domain/time.ts'
import { aCounter, aDay, anOffice, aTicket, minute, now, someRules } from '../support/builders.ts'
import { certain } from '../support/forecasts.ts'
import { policies } from './random-claims.ts'
import { play, randomDays } from './random-days.ts'

const tickets = Array.from({ length: 9 }, (_, place) => aTicket(`10${10 + place}`, { priority: place % 4 === 3 }))
const scene = sceneOf(aDay({ tickets, counters: [aCounter(1), aCounter(2)] }), now)
const usual = experienceOf(anOffice(), [])
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** Services of some earlier days, one after the other, as long as they say, by counter 1. */
function services (minutes: readonly number[], more: (place: number) => Partial<PastLeg> = () => ({})): PastLeg[] {
  const usualLength = minutes[1] ?? 0
  return minutes.map((length, place) => {
    const serviceDate = addDays('2026-11-02', Math.floor(place / 20))
    const calledAt = instantOn(serviceDate, '07:30', 'Asia/Ho_Chi_Minh') + (place % 20) * (usualLength + 1) * minute
    return {
      serviceDate, field: 'CT', purpose: 'submit', priority: false, dossiers: 1, leg: 1, waitingSince: calledAt - 20 * minute, counter: 1,
      calledAt, startedAt: calledAt, endedAt: calledAt + length * minute, end: 'done', ...more(place)
    }
  })
}

const likely = (experience: Experience, of = scene) => [...outlookOf(of, experience).tickets.values()].map(({ range }) => ((range?.likely ?? NaN) - now) / minute)

describe('an outlook', () => {
  it('is the same for the same moment, and survives the way to another thread', () => {
    expect(outlookOf(scene, usual)).toEqual(outlookOf(scene, usual))
    expect(outlookOf(structuredClone(scene), structuredClone(usual))).toEqual(outlookOf(scene, usual))
    expect(outlookOf(scene, usual, { seed: 2 })).not.toEqual(outlookOf(scene, usual))
  })

  it('lists everybody whom a counter will serve, in ranges that are in order and never past', () => {
    fc.assert(fc.property(fc.constantFrom(...policies).chain(randomDays), random => {
      const last = play(random).steps.at(-1)
      if (!last) return
      const { tickets, newcomers } = outlookOf(sceneOf(last.after, last.at), experienceOf(random.office, []), { runs: 20 })
      const all = [...tickets.values(), ...[...newcomers.values()].flatMap(({ ordinary, priority }) => [ordinary, priority])]
      for (const prospect of all) {
        if (!prospect) continue
        const { range, today } = prospect
        const { earliest, likely, latest } = range ?? { earliest: last.at, likely: last.at, latest: last.at }
        expect(last.at <= earliest && earliest <= likely && likely <= latest && latest < Infinity).toBe(true)
        expect(0 <= today && today <= 1).toBe(true)
      }
    }), { numRuns: 60 })
  })

  it('is told sooner for a field once one more counter serves it', () => {
    const certainly = certain({ CT: 10, HT: 10, DD: 10 })
    const fewer = sceneOf(aDay({ tickets, counters: [aCounter(1)] }), now)
    const [one, two] = [likely(certainly, fewer), likely(certainly)]
    expect(two.every((minutes, place) => minutes <= (one[place] ?? 0))).toBe(true)
    expect(mean(two)).toBeLessThan(mean(one))
  })

  it('makes ordinary tickets wait for priority ones that are yet to come', () => {
    const under = (policy: OrderPolicy, perHalfHour: number) => {
      const office = anOffice({ rules: someRules({ policy }), duties: new Map([[1, { number: 1, main: ['CT'], helper: [] }]]) })
      const ordinary = Array.from({ length: 8 }, (_, place) => aTicket(`10${10 + place}`))
      const rates = new Map([['CT priority', new Float64Array(48).fill(perHalfHour)]])
      const experience = certain({ CT: 5 }, office)
      const { tickets } = outlookOf(sceneOf(aDay({ office, tickets: ordinary, counters: [aCounter(1)] }), now), { ...experience, demand: { ...experience.demand, rates } })
      return ((tickets.get('tk_1017')?.range?.likely ?? 0) - now) / minute
    }
    expect(under({ kind: 'ratio', priority: 1, ordinary: 1 }, 0)).toBe(35)
    expect(under({ kind: 'ratio', priority: 1, ordinary: 1 }, 3)).toBeGreaterThan(45)
    expect(under({ kind: 'strict' }, 3)).toBeGreaterThan(60)
    expect(under({ kind: 'ageing', headStartMinutes: 0 }, 3)).toBe(35)
  })
})

describe('what an office measured', () => {
  it('tells how long turns take, the more surely the more there were', () => {
    const [none, few, many] = [[], Array<number>(5).fill(4), Array<number>(200).fill(4)].map(lengths => mean(likely(experienceOf(anOffice(), services(lengths)))))
    expect(few).toBeLessThan(none ?? 0)
    expect(many).toBeLessThan(few ?? 0)
  })

  it('knows that heaps of dossiers take longer', () => {
    const experience = experienceOf(anOffice(), services(Array.from({ length: 200 }, (_, place) => place % 5 === 0 ? 20 : 5), place => ({ dossiers: place % 5 === 0 ? 4 : 1 })))
    expect(experience.turns.dossierPower).toBeCloseTo(1, 1)
  })

  it('believes no nonsense', () => {
    const odd = services([5, 5, ...[-30, 700, 9000, 0, NaN].flatMap(length => Array<number>(5).fill(length))])
    const experience = experienceOf(anOffice(), [...services(Array<number>(100).fill(5)), ...odd])
    expect(mean(likely(experience))).toBeCloseTo(mean(likely(experienceOf(anOffice(), services(Array<number>(100).fill(5))))), -0.5)
  })

  it('does not stumble over a procedure of no minutes, also where today alone has measured it', () => {
    const office = anOffice()
    const procedures = new Map([...office.procedures].map(([id, procedure]) => [id, { ...procedure, field: 'CT', meanMinutes: 0 }]))
    const experience = experienceOf({ ...office, procedures }, [])
    const today = services([5, 5, 5], () => ({ serviceDate: '2026-11-23', procedure: 'HT03', calledAt: now - 30 * minute, endedAt: now - 20 * minute }))
    expect(likely(withToday(experience, today, now)).every(Number.isFinite)).toBe(true)
  })

  it('lets today’s pace speak, and only today’s', () => {
    const experience = experienceOf(anOffice(), services(Array<number>(200).fill(5)))
    const today = (length: number) => services(Array<number>(6).fill(length)).map((leg, place) => {
      const calledAt = now - (70 - 10 * place) * minute
      return { ...leg, serviceDate: '2026-11-23', waitingSince: calledAt - 5 * minute, calledAt, startedAt: calledAt, endedAt: calledAt + length * minute }
    })
    const [slow, ordinary, quick] = [9, 5, 2].map(length => mean(likely(withToday(experience, today(length), now))))
    expect(slow).toBeGreaterThan((ordinary ?? 0) * 1.1)
    expect(quick).toBeLessThan((ordinary ?? 0) * 0.95)
    expect(withToday(experience, services([9, 9, 9]), now).today?.pace.log).toBe(0)
  })
})

describe('a counter at which nobody sits', () => {
  const clock = (time: string) => instantOn('2026-11-23', time, 'Asia/Ho_Chi_Minh')
  const office = anOffice({ duties: new Map([[1, { number: 1, main: ['CT'], helper: ['HT'] }]]) })
  const rangeOf = (counters: readonly Counter[], time: string, experience = experienceOf(office, [])) =>
    outlookOf(sceneOf(aDay({ office, tickets: [aTicket('1001')], counters }), clock(time)), experience).tickets.get('tk_1001')?.range ?? { earliest: 0, latest: 0 }

  it('may open again soon, or after lunch, once it was closed in a session', () => {
    const { earliest, latest } = rangeOf([aCounter(1, { state: 'closed', since: clock('08:20') })], '08:30')
    expect(earliest).toBeLessThan(clock('09:00'))
    expect(latest).toBeGreaterThan(clock('13:30'))
  })

  it('is still expected an hour after the doors opened, in each field of an office where nobody has opened', () => {
    const { newcomers } = outlookOf(sceneOf(aDay({ counters: [] }), clock('08:30')), usual)
    expect(newcomers.size).toBe(3)
    for (const { ordinary } of newcomers.values()) {
      expect(ordinary?.range?.earliest).toBeLessThan(clock('09:00'))
      expect(ordinary?.range?.latest).toBeGreaterThan(clock('11:00'))
    }
  })

  it('comes back from lunch at no exact minute, foretold hours before', () => {
    const gone = { ...usual, demand: { ...usual.demand, rates: new Map() }, flow: { ...usual.flow, reopening: { ...usual.flow.reopening, share: 0 } } }
    const { earliest, latest } = rangeOf([aCounter(1, { state: 'closed', since: clock('08:20') })], '08:30', gone)
    expect(earliest).toBeGreaterThan(clock('13:30') - 1)
    expect(latest - earliest).toBeGreaterThanOrEqual(10 * minute)
    expect(latest).toBeLessThan(clock('14:00'))
  })

  it('is reckoned with as often as those came back who were gone for long while people waited', () => {
    const leg = (serviceDate: string, called: string, waited: number): PastLeg => {
      const calledAt = instantOn(serviceDate, called, 'Asia/Ho_Chi_Minh')
      return { serviceDate, field: 'CT', purpose: 'submit', priority: false, dossiers: 1, leg: 1, waitingSince: calledAt - waited * minute, counter: 1, calledAt, startedAt: calledAt, endedAt: calledAt + 5 * minute, end: 'done' }
    }
    const days = Array.from({ length: 30 }, (_, place) => addDays('2026-10-05', place))
    const learnt = (second: string) => experienceOf(office, days.flatMap(day => [leg(day, '08:00', 5), leg(day, second, 300)])).flow.reopening
    expect(learnt('09:00').share).toBeGreaterThan(0.8)
    expect(learnt('13:45').share).toBeLessThan(0.2)
    expect(meanOf(learnt('09:00').after) / minute).toBeGreaterThan(48)
    expect(experienceOf(office, []).flow.reopening.share).toBe(0.5)
  })
})

describe('a free counter', () => {
  it('calls the first in line within minutes that nobody knows exactly', () => {
    const free = aDay({ tickets: [aTicket('1001', { issuedAt: now })], counters: [aCounter(1)] })
    const { earliest, latest } = outlookOf(sceneOf(free, now), usual).tickets.get('tk_1001')?.range ?? { earliest: 0, latest: 0 }
    expect(latest - earliest).toBeGreaterThan(1.5 * minute)
    expect(latest - now).toBeLessThan(10 * minute)
    const several = Array.from({ length: 4 }, (_, place) => ({ number: place + 1, main: ['CT'], helper: [] }))
    const four = aDay({ office: anOffice({ duties: new Map(several.map(duty => [duty.number, duty])) }), counters: several.map(({ number }) => aCounter(number)) })
    const told = outlookOf(sceneOf(four, now), usual).newcomers.get('CT')?.ordinary?.range
    expect((told?.latest ?? 0) - (told?.earliest ?? 0)).toBeGreaterThan(1.5 * minute)
  })

  it('is known by how long people waited before a counter at which nobody waited', () => {
    const calls = (reaction: number) => services(Array<number>(200).fill(3)).map(leg => ({ ...leg, waitingSince: (leg.calledAt ?? 0) - reaction * minute }))
    const [quick, slow] = [0.1, 0.9].map(reaction => meanOf(experienceOf(anOffice(), calls(reaction)).flow.reaction))
    expect(slow).toBeGreaterThan((quick ?? 0) * 3)
  })
})

describe('the counters an office usually opens', () => {
  const at = (date: string, time: string) => instantOn(date, time, 'Asia/Ho_Chi_Minh')
  const leg = (serviceDate: string, field: string, counter: number, called: string): PastLeg => ({
    serviceDate, field, purpose: 'submit', priority: false, dossiers: 1, leg: 1, waitingSince: at(serviceDate, '07:10'), counter,
    calledAt: at(serviceDate, called), startedAt: at(serviceDate, called), endedAt: at(serviceDate, called) + 5 * minute, end: 'done'
  })
  const days = Array.from({ length: 20 }, (_, place) => addDays('2026-11-02', place))

  it('are those that called somebody, where anybody came for what they serve first', () => {
    const legs = days.flatMap(day => [leg(day, 'CT', 1, '07:30'), leg(day, 'HT', 1, '07:40')])
    const presence = experienceOf(anOffice(), legs).flow.presence.get('07:30')
    expect(presence?.get(1)).toBeGreaterThan(0.9)
    expect(presence?.get(2)).toBeLessThan(0.2)
    expect(presence?.get(3)).toBeGreaterThan(0.9)
  })

  it('are expected as late as they usually come', () => {
    const legs = days.map(day => leg(day, 'CT', 1, '08:15'))
    const office = anOffice({ duties: new Map([[1, { number: 1, main: ['CT'], helper: [] }]]) })
    const closed = aCounter(1, { state: 'closed', since: now - 15 * 60 * minute })
    const before = sceneOf(aDay({ office, tickets: [aTicket('1001')], counters: [closed] }), at('2026-11-23', '07:20'))
    const { range } = outlookOf(before, experienceOf(office, legs)).tickets.get('tk_1001') ?? {}
    expect(range?.likely).toBeGreaterThan(at('2026-11-23', '08:00'))
  })
})
