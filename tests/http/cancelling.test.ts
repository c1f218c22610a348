import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openOffice, type Asking, type TestOffice } from '../support/office.ts'

let office: TestOffice
let kiosk: Asking
let officer: Asking
beforeAll(async () => {
  office = await openOffice()
  ;[kiosk, officer] = [await office.pair('kiosk'), await office.signIn('quay2')]
  await officer.post('/counters/2/open')
})
afterAll(() => office.close())

const take = async () => (await kiosk.post('/tickets', { field: 'HT', slip: false })).body
const giveUp = (token: string) => office.as({}).post(`/my/${token}/cancel`)

describe('a citizen who gives the number up', () => {
  it('needs nothing but the token, and is told what to do should it be needed after all', async () => {
    const [mine, next] = [await take(), await take()]
    const { status, body } = await giveUp(mine.token)
    expect(status).toBe(200)
    expect(body).toMatchObject({ ticket: { state: 'cancelled' }, ahead: null, advice: { vi: expect.stringContaining('mời Ông/Bà lấy số mới') } })
    expect((await office.as({}).get(`/my/${next.token}`)).body.ahead).toBe(0)
    expect((await office.store.factsAfter('main', 0, 1000)).at(-1)).toMatchObject({ type: 'ticket:cancelled', by: 'holder' })
  })

  it('may touch twice', async () => {
    const { token } = await take()
    expect([await giveUp(token), await giveUp(token)].map(({ status, body }) => [status, body.ticket.state])).toEqual([[200, 'cancelled'], [200, 'cancelled']])
    expect((await office.store.factsAfter('main', 0, 1000)).filter(({ type }) => type === 'ticket:cancelled')).toHaveLength(2)
  })

  it('leaves the counter free when it was called', async () => {
    while ((await officer.post('/counters/2/next')).status === 200) await officer.post('/counters/2/finish')
    const { token } = await take()
    await officer.post('/counters/2/next')
    await giveUp(token)
    expect((await officer.post('/counters/2/next')).body.code).toBe('NOBODY_WAITING')
    expect((await officer.post('/counters/2/undo')).body.code).toBe('UNDO_TOO_LATE')
  })

  it('cannot take a finished visit back, nor another\'s number', async () => {
    const { token } = await take()
    await officer.post('/counters/2/next')
    await officer.post('/counters/2/finish')
    expect((await giveUp(token)).body).toMatchObject({ status: 409, code: 'WRONG_STATE' })
    expect((await giveUp('A'.repeat(24))).status).toBe(404)
    expect((await giveUp('short')).status).toBe(400)
  })
})

describe('staff', () => {
  it('give a number up for a citizen: guide, officer and administrator, nobody else', async () => {
    for (const username of ['huongdan', 'quay3', 'admin']) {
      const { ticket } = await take()
      expect((await (await office.signIn(username)).post(`/tickets/${ticket.id}/cancel`)).body.ticket).toMatchObject({ number: ticket.number, state: 'cancelled', endedAt: expect.any(String) })
    }
    const { ticket } = await take()
    for (const who of [await office.signIn('giamsat'), await office.signIn('mttq'), kiosk]) expect((await who.post(`/tickets/${ticket.id}/cancel`)).status).toBe(403)
    expect((await office.as({}).post(`/tickets/${ticket.id}/cancel`)).status).toBe(401)
  })

  it('cannot give up what is over, or never was', async () => {
    const [guide, { ticket }] = [await office.signIn('huongdan'), await take()]
    const path = `/tickets/${ticket.id}/cancel`
    const key = { 'idempotency-key': 'huy-so-0001' }
    const [first, again] = [await guide.post(path, {}, key), await guide.post(path, {}, key)]
    expect(again.body).toEqual(first.body)
    expect((await guide.post(path)).body.code).toBe('NOT_FOUND')
    expect((await guide.post('/tickets/tk_nobody/cancel')).body.code).toBe('NOT_FOUND')
  })
})
