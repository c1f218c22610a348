import { expect, it } from 'vitest'
import { sceneOf } from '../../server/domain/forecast/scene.ts'
import { deskHere } from '../../server/forecasting/desk-here.ts'
import type { Answer } from '../../server/forecasting/desk.ts'
import { deskApart } from '../../server/forecasting/thread.ts'
import { mondayDate, monday9 } from '../storage/support/office.ts'
import { issue, office } from '../storage/support/turns.ts'
import { aQueue, foretold, minute, revOf, serve, until } from './support.ts'

const quiet = { error: () => undefined }

it('reckons in a thread of its own what it reckons here', async () => {
  const { store } = await foretold()
  await aQueue(store, 20)
  await serve(store)
  const day = await store.day(office)
  const answers = [deskApart(quiet), deskHere()].map(async desk => {
    desk.open()
    desk.tell({ kind: 'office', office: day.office })
    desk.tell({ kind: 'today', office, legs: await store.history.legs(office, mondayDate, mondayDate) })
    const answer = await new Promise<Answer>(resolve => desk.ask(office, sceneOf(day, monday9 + minute), resolve))
    await desk.stop()
    return 'outlook' in answer ? answer.outlook : answer
  })
  const [apart, here] = await Promise.all(answers)
  expect(apart).toEqual(here)
  expect(apart).toMatchObject({ rev: day.rev, at: monday9 + minute, tickets: { size: 19 } })
})

it('follows the facts by itself, holding up none of them', async () => {
  const { store, forecaster } = await foretold({ desk: deskApart(quiet, { gapMs: 50 }) })
  await aQueue(store, 3)
  await until(async () => forecaster.outlook(office)?.rev === await revOf(store))
  await issue(store)
  await until(async () => forecaster.outlook(office)?.rev === await revOf(store))
  expect(forecaster.outlook(office)?.tickets.size).toBe(4)
})

it('makes few outlooks of many facts, and the last one knows them all', async () => {
  const { store, forecaster } = await foretold({ desk: deskApart(quiet) })
  await forecaster.refresh(office)
  const before = forecaster.work().outlooks
  for (let group = 0; group < 20; group++) await Promise.all(Array.from({ length: 10 }, () => issue(store)))
  await until(async () => forecaster.outlook(office)?.rev === await revOf(store))
  expect(await revOf(store)).toBe(200)
  expect(forecaster.work().outlooks - before).toBeLessThanOrEqual(4)
})

it('comes back when its thread dies, and tells', async () => {
  const errors: string[] = []
  const desk = deskApart({ error: (_detail, message) => { errors.push(message) } }, { gapMs: 20 })
  const { store, forecaster } = await foretold({ desk })
  await aQueue(store, 2)
  const { rev } = await forecaster.refresh(office)
  const first = desk.worker()
  await first?.terminate()
  expect(forecaster.outlook(office)).toMatchObject({ rev })
  expect(await issue(store)).toMatchObject({ ok: true })
  await until(async () => forecaster.outlook(office)?.rev === await revOf(store))
  expect(desk.worker()).not.toBe(first)
  expect(errors).toEqual(['the forecast\'s thread ended; another takes its place'])
})

it('takes a thread that is silent for too long for dead', async () => {
  const errors: string[] = []
  const desk = deskApart({ error: (_detail, message) => { errors.push(message) } }, { longestMs: 0, gapMs: 20 })
  const { store } = await foretold({ desk })
  await aQueue(store, 2)
  await until(() => errors.length > 0)
  expect(await issue(store)).toMatchObject({ ok: true })
})

it('waits ever longer before it begins a thread that keeps dying', async () => {
  const desk = deskApart(quiet)
  const dies = async () => {
    const begun = performance.now()
    await until(() => desk.open() !== undefined)
    await desk.worker()?.terminate()
    return performance.now() - begun
  }
  const pauses = [await dies(), await dies(), await dies()]
  await desk.stop()
  expect(pauses[1]).toBeGreaterThan(450)
  expect(pauses[2]).toBeGreaterThan(950)
})

it('leaves nothing running when it is stopped', async () => {
  const desk = deskApart(quiet, { gapMs: 20 })
  const { store, forecaster, logged } = await foretold({ desk, beatMs: 20 })
  await aQueue(store, 2)
  await forecaster.refresh(office)
  const thread = desk.worker()
  const { outlooks } = forecaster.work()
  await forecaster.stop()
  expect([thread?.threadId, desk.worker(), desk.open()]).toEqual([-1, undefined, undefined])
  await issue(store)
  await new Promise(resolve => setTimeout(resolve, 100))
  expect(forecaster.work().outlooks).toBe(outlooks)
  expect(logged).toEqual([])
})
