import { expect, it } from 'vitest'
import { deskApart } from '../../server/forecasting/thread.ts'
import { issue, office } from '../storage/support/turns.ts'
import { aQueue, foretold, revOf, serve, until } from './support.ts'

const quiet = { error: () => undefined }

it('reckons in a thread of its own what it reckons here', async () => {
  const [apart, here] = [await foretold({ reckon: 'apart' }), await foretold()]
  const shapes = []
  for (const { store, forecaster } of [apart, here]) {
    await aQueue(store, 20)
    await serve(store)
    const { rev, at, tickets, newcomers } = await forecaster.refresh(office)
    shapes.push({ rev, at, tickets: [...tickets.values()], newcomers })
  }
  expect(shapes[0]).toEqual(shapes[1])
  expect(shapes[0]).toMatchObject({ rev: await revOf(apart.store) })
  expect(shapes[0]?.tickets).toHaveLength(19)
})

it('follows the facts by itself, holding up none of them', async () => {
  const { store, forecaster } = await foretold({ reckon: 'apart', rhythm: { gapMs: 50 } })
  await aQueue(store, 3)
  await until(async () => forecaster.outlook(office)?.rev === await revOf(store))
  await issue(store)
  await until(async () => forecaster.outlook(office)?.rev === await revOf(store))
  expect(forecaster.outlook(office)?.tickets.size).toBe(4)
})

it('makes few outlooks of many facts, and the last one knows them all', async () => {
  const { store, forecaster } = await foretold({ reckon: 'apart' })
  await forecaster.refresh(office)
  const before = forecaster.work().outlooks
  for (let group = 0; group < 20; group++) await Promise.all(Array.from({ length: 10 }, () => issue(store)))
  await until(async () => forecaster.outlook(office)?.rev === await revOf(store))
  expect(await revOf(store)).toBe(200)
  expect(forecaster.work().outlooks - before).toBeLessThanOrEqual(4)
})

it('comes back when its thread dies, and tells', async () => {
  const errors: string[] = []
  const desk = deskApart({ error: (_detail, message) => { errors.push(message) } })
  const { store, forecaster } = await foretold({ reckon: desk, rhythm: { gapMs: 20 } })
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
  const desk = deskApart({ error: (_detail, message) => { errors.push(message) } }, { longestMs: 0 })
  const { store } = await foretold({ reckon: desk, rhythm: { gapMs: 20 } })
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
  const desk = deskApart(quiet)
  const { store, forecaster, logged } = await foretold({ reckon: desk, rhythm: { gapMs: 20, beatMs: 20 } })
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
