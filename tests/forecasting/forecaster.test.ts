import { describe, expect, it } from 'vitest'
import { openCounter } from '../../server/domain/lease.ts'
import { ok } from '../../server/domain/result.ts'
import { callNext, finish } from '../../server/domain/serving.ts'
import { endEarlierDay } from '../../server/domain/ticketing.ts'
import { deskHere } from '../../server/forecasting/desk-here.ts'
import type { Desk } from '../../server/forecasting/desk.ts'
import type { Lesson } from '../../server/forecasting/reckoner.ts'
import { createTeacher } from '../../server/forecasting/teacher.ts'
import type { Store } from '../../server/ports/store.ts'
import { monday9 } from '../storage/support/office.ts'
import { atCounter, decided, issue, office, officers, open, tools } from '../storage/support/turns.ts'
import { aQueue, foretold, minute, revOf, serve, until } from './support.ts'

const dayMs = 24 * 60 * minute

/** Two weeks before, in which every service took so many minutes. */
async function earlierDays (store: Store, serviceMinutes: number): Promise<void> {
  for (let back = 14; back >= 1; back--) {
    const morning = monday9 - back * dayMs
    await store.turn(office, today => decided(ok(endEarlierDay(today, morning))))
    const atOne = (minutes: number, act: Parameters<typeof atCounter>[2]) => atCounter(store, 1, act, morning + minutes * minute)
    await atOne(0, (today, act) => openCounter(today, act, officers[1]!))
    for (let number = 0; number < 6; number++) {
      await issue(store, { at: morning + number * serviceMinutes * minute, procedure: 'ct-sao' })
      await atOne(number * serviceMinutes, (today, act) => callNext(today, act, tools))
      await atOne((number + 1) * serviceMinutes, finish)
    }
  }
  await store.turn(office, today => decided(ok(endEarlierDay(today, monday9))))
}

/** A desk that fails as long as it is told to. */
function aDeskThat (answers: () => Parameters<Parameters<Desk['ask']>[2]>[0] | undefined): Desk {
  const desk = deskHere()
  return { ...desk, ask: (id, scene, answered) => {
    const instead = answers()
    if (instead) answered(instead)
    else desk.ask(id, scene, answered)
  } }
}

describe('an outlook', () => {
  it('is there for everyone who waits and for newcomers, and knows every fact', async () => {
    const { store, forecaster } = await foretold()
    await aQueue(store, 5)
    const first = await forecaster.refresh(office)
    expect(first).toMatchObject({ rev: await revOf(store), at: monday9 })
    expect([...first.tickets.keys()]).toEqual((await store.day(office)).tickets.list.map(({ id }) => id))
    expect([...first.newcomers.keys()]).toEqual(expect.arrayContaining(['CT', 'HT']))
    await serve(store)
    expect(forecaster.outlook(office)).toMatchObject({ rev: await revOf(store) })
    expect(forecaster.outlook(office)?.tickets.size).toBe(4)
  })

  it('gives whole instants in order, none in the past', async () => {
    const { store, forecaster } = await foretold()
    await aQueue(store, 30)
    const { tickets, newcomers, at } = await forecaster.refresh(office)
    const ranges = [...tickets.values(), ...[...newcomers.values()].flatMap(({ ordinary, priority }) => [ordinary, priority])].flatMap(it => it?.range ? [it.range] : [])
    expect(ranges.length).toBeGreaterThan(30)
    for (const { earliest, likely, latest } of ranges) {
      expect([earliest, likely, latest].every(Number.isSafeInteger)).toBe(true)
      expect(earliest).toBeGreaterThanOrEqual(at)
      expect(likely).toBeGreaterThanOrEqual(earliest)
      expect(latest).toBeGreaterThanOrEqual(likely)
    }
  })

  it('comes from what this office measured', async () => {
    const lastOf = async (serviceMinutes: number) => {
      const { store, forecaster } = await foretold({ before: async store => earlierDays(store, serviceMinutes) })
      await Promise.all([open(store, 1), ...Array.from({ length: 8 }, () => issue(store, { procedure: 'ct-sao' }))])
      return ([...(await forecaster.refresh(office)).tickets.values()].at(-1)?.range?.likely ?? 0) - monday9
    }
    const [quick, slow] = [await lastOf(3), await lastOf(25)]
    expect(slow).toBeGreaterThan(2 * quick)
  })

  it('is renewed by the clock alone, and is none when nobody renews it', async () => {
    const { store, forecaster, at } = await foretold({ beatMs: 20 })
    await aQueue(store, 2)
    await forecaster.refresh(office)
    at(1)
    await until(() => forecaster.outlook(office)?.at === monday9 + minute)
    await forecaster.stop()
    at(3)
    expect(forecaster.outlook(office)).toBeDefined()
    at(3.1)
    expect(forecaster.outlook(office)).toBeUndefined()
  })

  it('is none while the clock stands before the moment it was made', async () => {
    const { store, forecaster, at } = await foretold()
    await aQueue(store, 1)
    await forecaster.refresh(office)
    expect(forecaster.outlook(office)).toBeDefined()
    at(-60)
    expect(forecaster.outlook(office)).toBeUndefined()
    at(1)
    expect(forecaster.outlook(office)).toBeDefined()
  })

  it('is not made for a closed office in which nobody waits, and is there when doors open', async () => {
    const { store, forecaster, at } = await foretold({ hours: true, beatMs: 10 })
    at(-180)
    await new Promise(resolve => setTimeout(resolve, 60))
    expect(forecaster.work().outlooks).toBe(0)
    at(-119)
    await until(() => forecaster.work().outlooks > 0)
    expect(await revOf(store)).toBe(0)
  })

  it('learns anew on the next service day', async () => {
    const lessons: string[] = []
    const desk = deskHere()
    const { store, forecaster, at } = await foretold({ desk: { ...desk, tell: lesson => {
      if (lesson.kind !== 'today') lessons.push(lesson.kind)
      desk.tell(lesson)
    } } })
    await aQueue(store, 1)
    await forecaster.refresh(office)
    await serve(store)
    expect(lessons).toEqual(['office'])
    at(24 * 60)
    const { rev } = await forecaster.refresh(office)
    expect(lessons).toEqual(['office', 'office', 'earlier'])
    expect(rev).toBe(await revOf(store))
  })
})

describe('trouble', () => {
  it('leaves the newest outlook and is logged; the next fact tries again', async () => {
    let fails = false
    const { store, forecaster, logged } = await foretold({ desk: aDeskThat(() => fails ? { error: 'division by nobody' } : undefined) })
    await aQueue(store, 2)
    const first = await forecaster.refresh(office)
    fails = true
    expect(await issue(store)).toMatchObject({ ok: true })
    expect(forecaster.outlook(office)).toEqual(first)
    expect(logged).toEqual(['no forecast'])
    await expect(forecaster.refresh(office)).rejects.toThrow('division by nobody')
    fails = false
    await issue(store)
    expect(forecaster.outlook(office)).toMatchObject({ rev: await revOf(store) })
    expect(forecaster.work()).toMatchObject({ failures: 2 })
  })

  it('with history costs the experience and not the forecast', async () => {
    const { store, logged, forecaster } = await foretold({ before: async (store, { connections }) => {
      await earlierDays(store, 5)
      await connections.writing.exec('ALTER TABLE forecast RENAME TO elsewhere')
    } })
    await aQueue(store, 3)
    expect((await forecaster.refresh(office)).tickets.size).toBe(3)
    expect(logged).toEqual(Array(14).fill('no forecast'))
  })

  it('with one day of history costs that day; the newest are told first', async () => {
    const { store } = await foretold({ before: async store => earlierDays(store, 5) })
    const torn = '2026-11-21'
    const legs: Store['history']['legs'] = async (id, from, to) => {
      if (from === torn) throw new Error('torn page')
      return store.history.legs(id, from, to)
    }
    const [told, errors]: [Lesson[], unknown[]] = [[], []]
    const desk: Desk = { ...deskHere(), tell: lesson => { told.push(lesson) } }
    await createTeacher({ ...store.history, legs }, desk, error => { errors.push(error) }).teach({ office: (await store.day(office)).office, today: '2026-11-23' })
    const dates = told.flatMap(lesson => lesson.kind === 'earlier' ? [lesson.legs[0]?.serviceDate ?? ''] : [])
    expect(dates).toHaveLength(13)
    expect(dates).toEqual(dates.toSorted().reverse())
    expect(dates).not.toContain(torn)
    expect(told.at(-1)?.kind).toBe('today')
    expect(errors).toMatchObject([{ message: 'torn page' }])
  })

  it('with a listener stays with that listener', async () => {
    const { store, forecaster, logged } = await foretold()
    const heard: number[] = []
    forecaster.onOutlook(() => { throw new Error('deaf') })
    const quiet = forecaster.onOutlook((_, { rev }) => { heard.push(rev) })
    await forecaster.refresh(office)
    await issue(store)
    expect(heard.at(-1)).toBe(await revOf(store))
    expect(logged).toContain('a listener to forecasts failed')
    quiet()
    await issue(store)
    expect(heard.at(-1)).toBe(await revOf(store) - 1)
  })

  it('ends those who wait for an outlook when it is stopped', async () => {
    const { store, forecaster } = await foretold({ desk: aDeskThat(() => ({ lost: true })) })
    await aQueue(store, 1)
    const never = forecaster.refresh(office)
    const told = expect(never).rejects.toThrow('stopped')
    await until(() => forecaster.work().outlooks === 0)
    await forecaster.stop()
    await told
    await expect(forecaster.refresh(office)).rejects.toThrow('stopped')
  })
})
