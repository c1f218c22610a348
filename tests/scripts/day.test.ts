import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readSimulatedOffice } from '../../scripts/day/office-file.ts'
import { passesFor, type Passes } from '../../scripts/day/passes.ts'
import { planDay } from '../../scripts/day/plan.ts'
import { playDay } from '../../scripts/day/play.ts'
import type { Counts } from '../../scripts/day/tally.ts'
import { adminPassword, program, signIn, staffPassword, startServer, type RunningServer } from '../support/server.ts'

const office = await readSimulatedOffice()
const onMonday = { MOISO_NOW: '2026-11-23T07:00:00+07:00' }
const clean = { refused: 0, errors: 0, refusals: {} }
let data: string
let server: RunningServer
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'moiso-day-'))
  server = await startServer(data, onMonday)
})
afterEach(async () => {
  await server.kill('SIGTERM')
  await rm(data, { recursive: true, force: true })
})

const passes = (more = {}): Promise<Passes> => passesFor(server.url, { adminPassword, staffPassword, accounts: office.accounts, ...more })
interface Stored { readonly number: string, readonly state: string, readonly field: string }
const tickets = async (): Promise<Stored[]> => (await (await signIn(server.url, 'giamsat')).get('/tickets')).body.items
const counters = async (): Promise<string[]> => (await program(server.url).get('/counters')).body.items.map(({ state }: { state: string }) => state)

/** A network on which deeds arrive and many answers do not. */
async function losingEveryThirdAnswer (to: () => string): Promise<{ readonly url: string, readonly close: () => void }> {
  let asked = 0
  const lossy = createServer((asking, answering) => {
    const isLost = ++asked % 3 === 0
    const onward = request(new URL(asking.url ?? '/', to()), { method: asking.method, headers: asking.headers }, answer => {
      if (isLost) answer.resume().on('end', () => answering.destroy())
      else answer.pipe(answering.writeHead(answer.statusCode ?? 502, answer.headers))
    })
    asking.pipe(onward.on('error', () => answering.destroy()))
  }).listen(0, '127.0.0.1')
  await once(lossy, 'listening')
  return { url: `http://127.0.0.1:${(lossy.address() as AddressInfo).port}`, close: () => { lossy.close(); lossy.closeAllConnections() } }
}

/** How often each type of fact stands in the log. */
async function facts (): Promise<Record<string, number>> {
  const supervisor = await signIn(server.url, 'giamsat')
  const counted: Record<string, number> = {}
  for (let after: string | undefined = '0'; after !== undefined;) {
    const { body }: { body: { items: { type: string }[], next?: string } } = await supervisor.get(`/facts?after=${after}`)
    for (const { type } of body.items) counted[type] = (counted[type] ?? 0) + 1
    after = body.next
  }
  return counted
}

async function expectTold (counts: Counts): Promise<void> {
  const stored = await tickets()
  expect(stored.filter(({ state }) => state === 'done')).toHaveLength(counts.finished)
  expect(stored.filter(({ state }) => state === 'missed')).toHaveLength(counts.missed)
  expect(stored).toHaveLength(counts.issued)
  for (const field of new Set(stored.map(({ field }) => field))) {
    const sequence = stored.filter(ticket => ticket.field === field).map(({ number }) => Number(number.slice(1))).sort((a, b) => a - b)
    expect(sequence, field).toEqual(sequence.map((_, place) => place + 1))
  }
  expect(await facts()).toMatchObject({
    'ticket:issued': counts.issued, 'ticket:called': counts.called, 'ticket:finished': counts.finished, ...counts.missed > 0 && { 'ticket:missed': counts.missed }
  })
}

it('a day of forty: everyone gets a number and is done or missed at the end, counters are closed, the log agrees', async () => {
  const day = planDay(office, { seed: 4, visitors: 40 })
  const counts = await playDay(day, { url: server.url, passes: await passes(), speed: 'max' }).done
  const opinions = (kind: string) => day.visitors.filter(({ noShow, opinion }) => !noShow && opinion.kind === kind).length
  const absent = day.visitors.filter(({ noShow }) => noShow).length
  expect(counts).toEqual({ ...clean, issued: 40, called: 40, finished: 40 - absent, missed: absent, rated: opinions('rated'), skipped: opinions('skipped'), retried: 0 })
  expect(absent).toBeGreaterThan(0)
  await expectTold(counts)
  expect(await facts()).toMatchObject({ 'ticket:recalled': day.visitors.filter(({ noShow, recalled }) => noShow || recalled).length })
  expect(new Set(await counters())).toEqual(new Set(['closed']))
})

it('kill -9 and a restart in the middle double nothing and lose nothing', async () => {
  const day = planDay(office, { seed: 5, visitors: 120 })
  const playing = playDay(day, { url: () => server.url, passes: await passes({ staffPassword: undefined }), speed: 'max' })
  for (const issued of [30, 80]) {
    while (playing.counts.issued < issued) await new Promise(resolve => setTimeout(resolve, 2))
    await server.kill('SIGKILL')
    server = await startServer(data, onMonday)
  }
  const counts = await playing.done
  expect(counts).toMatchObject({ ...clean, issued: 120, called: 120 })
  expect(counts.retried).toBeGreaterThan(0)
  expect(counts.finished + counts.missed).toBe(120)
  await expectTold(counts)
})

it('an answer lost after the deed is asked for again, and the deed is done once', async () => {
  const lossy = await losingEveryThirdAnswer(() => server.url)
  const counts = await playDay(planDay(office, { seed: 9, visitors: 40 }), { url: lossy.url, passes: await passes(), speed: 'max' }).done
  lossy.close()
  expect(counts).toMatchObject({ ...clean, issued: 40, called: 40 })
  expect(counts.retried).toBeGreaterThan(40)
  await expectTold(counts)
})

it('a day that is stopped leaves closed counters and nobody half served', async () => {
  const playing = playDay(planDay(office, { seed: 6, visitors: 200 }), { url: server.url, passes: await passes(), speed: 2000, watching: 'floor', slips: false })
  while (playing.counts.called < 6) await new Promise(resolve => setTimeout(resolve, 5))
  const counts = await playing.stop()
  expect(counts).toMatchObject(clean)
  expect(counts.issued).toBeLessThan(200)
  expect(new Set(await counters())).toEqual(new Set(['closed']))
  expect(counts.called).toBe(counts.finished + counts.missed)
  expect((await tickets()).filter(({ state }) => state === 'called' || state === 'serving')).toEqual([])
})

it('hands a counter to a person who takes it over, and serves strangers', async () => {
  const playing = playDay(planDay(office, { seed: 7, visitors: 60 }), { url: server.url, passes: await passes(), speed: 12_000 })
  while ((await counters())[2] !== 'open') await new Promise(resolve => setTimeout(resolve, 5))
  const person = await signIn(server.url, 'quay3')
  expect((await person.post('/counters/3/take-over')).status).toBe(200)
  expect((await (await signIn(server.url, 'huongdan')).post('/tickets', { field: 'CT' })).status).toBe(201)
  expect(await playing.done).toMatchObject({ ...clean, issued: 60 })
  expect(await counters()).toEqual(['closed', 'closed', 'open', 'closed'])
  expect((await tickets()).filter(({ state, field }) => state === 'waiting' && !['DD', 'XD'].includes(field))).toEqual([])
})

it('gives up a server that does not come back', async () => {
  const playing = playDay(planDay(office, { seed: 8, visitors: 500 }), { url: server.url, passes: await passes(), speed: 'max', patienceSeconds: 0.5 })
  while (playing.counts.issued < 20) await new Promise(resolve => setTimeout(resolve, 2))
  await server.kill('SIGKILL')
  expect((await playing.done).errors).toBeGreaterThan(0)
})
