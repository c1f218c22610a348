import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { verifySqlite } from '../../server/storage/sqlite/verify.ts'
import { openOffice, type Asking, type TestOffice } from '../support/office.ts'
import { aDayOfCommands, aModel } from './commands.ts'

const fields = ['CT', 'HT', 'DD', 'BT', 'KD', 'CA', 'XD', 'TQ', 'HD']
const counters = [1, 2, 3, 4]

let office: TestOffice
let kiosk: Asking
let officers: readonly Asking[]
beforeEach(async () => {
  office = await openOffice({ alwaysOpen: true })
  kiosk = await office.pair('kiosk')
  officers = await Promise.all(counters.map(counter => office.signIn(`quay${counter}`)))
  await Promise.all(officers.map((officer, place) => officer.post(`/counters/${place + 1}/open`)))
})
afterEach(async () => {
  expect(await verifySqlite(office.file)).toEqual([])
  await office.close()
})

const issue = (amount: number) => Promise.all(Array.from({ length: amount }, async (_, place) => (await kiosk.post('/tickets', { field: fields[place % fields.length], priority: place % 5 === 0 })).body.ticket.id as string))
const next = (counter: number, headers?: Record<string, string>) => (officers[counter - 1] as Asking).post(`/counters/${counter}/next`, undefined, headers)

describe('officers at the same instant (L3)', () => {
  it('all counters call at once, round after round: no ticket at two counters, none skipped', async () => {
    const issued = await issue(90)
    const called: string[] = []
    for (let round = 0; round < 90 && called.length < issued.length; round++) {
      const answers = await Promise.all(counters.map(counter => next(counter)))
      for (const { status, body } of answers) {
        if (status === 200) called.push(body.ticket.id)
        else expect(body.code).toBe('NOBODY_WAITING')
      }
      await Promise.all(counters.map(counter => (officers[counter - 1] as Asking).post(`/counters/${counter}/finish`)))
    }
    expect(new Set(called).size).toBe(called.length)
    expect([...called].sort()).toEqual([...issued].sort())
  })

  it('a double click calls one ticket: the second is told that the counter is busy', async () => {
    await issue(18)
    for (const keys of [[], ['click-number-1', 'click-number-2']]) {
      const answers = await Promise.all([0, 1].map(click => next(1, keys[click] === undefined ? {} : { 'idempotency-key': keys[click] })))
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
      expect(answers.find(({ status }) => status === 409)?.body.code).toBe('COUNTER_BUSY')
      await officers[0]?.post('/counters/1/finish')
    }
  })

  it('a double click under one key is one call, told twice', async () => {
    await issue(9)
    const answers = await Promise.all(Array.from({ length: 5 }, () => next(2, { 'idempotency-key': 'the-same-click' })))
    expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(200))
    expect(new Set(answers.map(({ body }) => `${body.ticket.id} ${body.call.id}`)).size).toBe(1)
    const log = await office.store.factsAfter('main', 0, 1000)
    expect(log.filter(({ type }) => type === 'ticket:called')).toHaveLength(1)
  })

  it('of one officer in two browsers one holds the counter; taking over keeps the ticket', async () => {
    await issue(9)
    const second = await office.signIn('quay1')
    const [first, other] = await Promise.all([next(1), second.post('/counters/1/next')])
    expect([first.status, other.status, other.body.code]).toEqual([200, 409, 'NOT_HOLDER'])
    expect((await second.post('/counters/1/take-over')).body.counter.ticket.id).toBe(first.body.ticket.id)
    const both = await Promise.all([officers[0]?.post('/counters/1/finish'), second.post('/counters/1/finish')])
    expect(both.map(answer => answer?.status)).toEqual([409, 200])
  })

  it('all lay hands on one closed counter: one gets it', async () => {
    await officers[0]?.post('/counters/1/close')
    const answers = await Promise.all(officers.map(officer => officer.post('/counters/1/open')))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409])
  })
})

describe('any sequence of deeds', () => {
  it('ends as a simple model of a queue says, and every answer on the way is the model\'s', async () => {
    await fc.assert(fc.asyncProperty(aDayOfCommands(fields, counters), async commands => {
      const fresh = await openOffice({ alwaysOpen: true })
      const hall = { kiosk: await fresh.pair('kiosk'), officers: await Promise.all(counters.map(counter => fresh.signIn(`quay${counter}`))) }
      const { body } = await hall.kiosk.get('/counters')
      try {
        await fc.asyncModelRun(() => ({ model: aModel(body.items), real: hall }), commands)
        expect(await verifySqlite(fresh.file)).toEqual([])
      } finally {
        await fresh.close()
      }
    }), { numRuns: 12, seed: 7 })
  }, 60_000)

  it('by all at once leaves every ticket in one place', async () => {
    const acts = fc.array(fc.record({ counter: fc.constantFrom(...counters), deed: fc.constantFrom('next', 'next', 'start', 'finish', 'finish', 'miss', 'recall', 'close', 'open'), issue: fc.boolean() }), { minLength: 20, maxLength: 60 })
    for (const batch of fc.sample(acts, { numRuns: 15, seed: 11 })) {
      await Promise.all(batch.flatMap(({ counter, deed, issue: takes }, place) => [
        (officers[counter - 1] as Asking).post(`/counters/${counter}/${deed}`),
        ...takes ? [kiosk.post('/tickets', { field: fields[place % fields.length] })] : []
      ]))
      await agree()
    }
  })
})

/** What the tickets say and what the counters say is the same. */
async function agree (): Promise<void> {
  const tickets = (await officers[0]?.get('/tickets'))?.body.items as { id: string, state: string, counter: number | null }[]
  const atCounters = tickets.filter(({ state }) => state === 'called' || state === 'serving').map(({ id, counter }) => `${counter}: ${id}`)
  const present = ((await kiosk.get('/counters')).body.items as { number: number, ticket?: { id: string } }[]).flatMap(({ number, ticket }) => ticket ? [`${number}: ${ticket.id}`] : [])
  expect(atCounters.sort()).toEqual(present.sort())
  expect(new Set(present.map(one => one.split(' ')[1])).size).toBe(present.length)
}
