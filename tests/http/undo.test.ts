import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Json } from '../support/json.ts'
import { openOffice, type Asking, type TestOffice } from '../support/office.ts'

let office: TestOffice
let kiosk: Asking
let officer: Asking
beforeAll(async () => {
  office = await openOffice({ alwaysOpen: true })
  ;[kiosk, officer] = [await office.pair('kiosk'), await office.signIn('quay2')]
  await officer.post('/counters/2/open')
})
afterAll(() => office.close())
// Whoever still waits or is away would be in the next test's way.
beforeEach(async () => {
  office.clock.forward(120_000)
  const admin = await office.signIn('admin')
  for (const { id } of (await admin.get('/tickets')).body.items as Json[]) await admin.post(`/tickets/${id}/cancel`)
})

const take = async () => (await kiosk.post('/tickets', { field: 'HT', slip: false })).body
const at2 = (deed: string, body?: unknown, headers?: Record<string, string>) => officer.post(`/counters/2/${deed}`, body, headers)
const shown = async (id: string) => (await officer.get(`/tickets/${id}`)).body
const counter = async () => ({ ...(await office.store.day('main')).counters.get(2), undoable: undefined })
const mine = async (token: string) => (await office.as({}).get(`/my/${token}`)).body

describe('taking a deed back', () => {
  it.each([
    ['start', {}], ['finish', {}], ['miss', {}], ['hold', { reason: 'x' }], ['transfer', { field: 'CT' }]
  ])('puts number and counter back as they were before %s', async (deed, body) => {
    const { ticket } = await take()
    const call = (await at2('next')).body.call
    const [before, there] = [await shown(ticket.id), await counter()]
    expect((await at2(deed, body)).status).toBe(200)
    const undone = await at2('undo')
    expect(undone).toMatchObject({ status: 200, body: { ticket: { state: 'called', counter: 2 }, call: { id: call.id } } })
    expect(await shown(ticket.id)).toEqual(before)
    expect(await counter()).toEqual(there)
  })

  it('puts a call back into its place in the line', async () => {
    const [first, second] = [await take(), await take()]
    await at2('next')
    const { body } = await at2('undo')
    expect(body).not.toHaveProperty('call')
    expect(body.ticket).toMatchObject({ state: 'waiting', counter: null, calledAt: null })
    expect([(await mine(first.token)).ahead, (await mine(second.token)).ahead]).toEqual([0, 1])
    for (const { ticket } of [first, second]) {
      expect((await at2('next')).body.ticket.number).toBe(ticket.number)
      await at2('finish')
    }
  })

  it('goes back several deeds, one by one', async () => {
    const { ticket } = await take()
    for (const deed of ['next', 'start', 'finish']) await at2(deed)
    const states = []
    for (let deed = 0; deed < 3; deed++) states.push((await at2('undo')).body.ticket.state)
    expect(states).toEqual(['serving', 'called', 'waiting'])
    expect(await shown(ticket.id)).toEqual(ticket)
  })

  it('is possible for a minute', async () => {
    await take()
    await at2('next')
    office.clock.forward(61_000)
    expect((await at2('undo')).body).toMatchObject({ status: 409, code: 'UNDO_TOO_LATE', detail: expect.stringContaining('60 giây') })
  })

  it('is not possible once the number has moved on', async () => {
    const { ticket } = await take()
    await at2('next')
    await at2('miss')
    await officer.post(`/tickets/${ticket.id}/return`)
    expect((await at2('undo')).body.code).toBe('UNDO_TOO_LATE')
  })

  it('happens once when the same request comes twice', async () => {
    await take()
    for (const deed of ['next', 'start']) await at2(deed)
    const key = { 'idempotency-key': 'hoan-tac-01' }
    expect([(await at2('undo', {}, key)).body.ticket.state, (await at2('undo', {}, key)).body.ticket.state]).toEqual(['called', 'called'])
  })
})

describe('the question of a finish that is taken back', () => {
  const finished = async () => {
    const { token } = await take()
    await at2('next')
    await at2('finish')
    return token as string
  }

  it('is not asked any more, and asked anew at the next finish', async () => {
    const token = await finished()
    const first = (await mine(token)).rating.token
    await at2('undo')
    expect(await mine(token)).not.toHaveProperty('rating')
    expect((await office.as({}).post('/ratings', { token: first, level: 5 })).body.code).toBe('TOKEN_EXPIRED')
    await at2('finish')
    expect((await mine(token)).rating.token).not.toBe(first)
    await office.as({}).post('/ratings', { token: (await mine(token)).rating.token, skipped: true })
  })

  it('keeps an answer already given, and the next finish asks nothing', async () => {
    const token = await finished()
    const before = await office.store.ratings.outcomes('main', '2026-11-23')
    expect((await office.as({}).post('/ratings', { token: (await mine(token)).rating.token, level: 4 })).status).toBe(201)
    await at2('undo')
    await at2('finish')
    expect(await mine(token)).not.toHaveProperty('rating')
    expect(await office.store.ratings.on('main', '2026-11-23')).toHaveLength(1)
    expect((await office.store.ratings.outcomes('main', '2026-11-23')).rated).toBe((before.rated ?? 0) + 1)
  })
})
