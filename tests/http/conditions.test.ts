import { afterAll, beforeAll, expect, it } from 'vitest'
import { cellOf, deeds, everybody, type Condition, type Deed } from '../../common/contract/permissions.ts'
import { openOffice, staffPassword, staffPin, type Answer, type Asking, type TestOffice } from '../support/office.ts'
import { listen, openScreen } from '../support/screen.ts'

/* The cells of the table of permissions that say `if`: each asked by somebody for whom it holds, and somebody for whom it does not. */

let office: TestOffice
let port: number
let kiosk: Asking
let officer: Asking
let colleague: Asking
let guide: Asking
let supervisor: Asking
const stranger = () => office.as({})
beforeAll(async () => {
  office = await openOffice({ alwaysOpen: true })
  port = await listen(office)
  ;[kiosk, officer, colleague, guide, supervisor] = [await office.pair('kiosk'), await office.signIn('quay1'), await office.signIn('quay2'), await office.signIn('huongdan'), await office.signIn('giamsat')]
  for (const [who, counter] of [[officer, 1], [colleague, 2]] as const) expect((await who.post(`/counters/${counter}/open`)).status).toBe(200)
})
afterAll(() => office.close())

const take = async (who = kiosk) => {
  // A kiosk gives out one number in two seconds.
  office.clock.forward(10_000)
  const { body } = await who.post('/tickets', { field: 'CT' })
  return body as { readonly ticket: { readonly id: string }, readonly token: string, readonly print: { readonly job: string } }
}
const anotherToken = 'x'.repeat(32)
const said = ({ status, body }: Answer) => body.code === undefined ? status : `${status} ${body.code}`
const watch = async (who: Asking, asked: object) => {
  const screen = openScreen(port, who)
  const answer = await screen.watch(asked as never)
  screen.close()
  return answer.ok ? 'open' : answer.code
}
const remote = async (url: string, who: Asking, remoteAddress: string, headers = {}) => (await office.app.inject({ url, headers: { ...who.headers, ...headers }, remoteAddress })).statusCode
/** Finishes a transaction at counter 1 and returns the rating's token. */
const askedRating = async () => {
  const { token, ticket } = await take()
  await officer.post('/counters/1/call', { ticket: ticket.id, reason: 'cần đánh giá' })
  await officer.post('/counters/1/finish')
  return (await stranger().get(`/my/${token}`)).body.rating.token as string
}

const tests = {
  'see-names if nearby': async () => {
    expect(await remote('/api/v1/session/names', stranger(), '192.168.1.20')).toBe(200)
    expect(await remote('/api/v1/session/names', stranger(), '203.0.113.9')).toBe(403)
  },
  'see-own if token': async () => {
    const { token } = await take()
    for (const who of [stranger(), officer, await office.pair('board')]) {
      expect(said(await who.get(`/my/${token}`))).toBe(200)
      expect(said(await who.get(`/my/${anotherToken}`))).toBe('404 NOT_FOUND')
    }
  },
  'cancel-own if token': async () => {
    const { token, ticket } = await take()
    for (const wrong of [anotherToken, ticket.id.padEnd(32, 'x')]) expect(said(await stranger().post(`/my/${wrong}/cancel`))).toBe('404 NOT_FOUND')
    expect((await stranger().post(`/my/${token}/cancel`)).body.ticket.state).toBe('cancelled')
  },
  'watch-ticket if token': async () => {
    const { token } = await take()
    expect(await watch(stranger(), { view: 'ticket', token })).toBe('open')
    for (const who of [stranger(), supervisor]) expect(await watch(who, { view: 'ticket', token: anotherToken })).toBe('NOT_FOUND')
  },
  'rate if token': async () => {
    const token = await askedRating()
    expect(said(await stranger().post('/ratings', { token: anotherToken, level: 5 }))).toBe('404 NOT_FOUND')
    for (const who of [officer, supervisor, kiosk]) expect(said(await who.post('/ratings', { token, level: 5 }))).toBe('403 NOT_ALLOWED')
    expect(said(await stranger().post('/ratings', { token, level: 5 }))).toBe(201)
    expect(said(await stranger().post('/ratings', { token, level: 1 }))).toBe('409 TOKEN_USED')
  },
  'rate if counter': async () => {
    const token = await askedRating()
    expect(said(await (await office.pair('rating', 2)).post('/ratings', { token, level: 5 }))).toBe('403 NOT_ALLOWED')
    expect(said(await (await office.pair('rating', 1)).post('/ratings', { token, level: 5 }))).toBe(201)
  },
  'overrule if pin': async () => {
    expect((await officer.put('/session/pin', { password: staffPassword, pin: '573829' })).status).toBe(204)
    const overrule = (pin: string) => kiosk.post('/tickets', { field: 'CT', slip: false, overrule: { pin } })
    expect(said(await overrule('573829'))).toBe('403 WRONG_PIN')
    office.clock.forward(10_000)
    expect(said(await overrule(staffPin))).toBe(201)
  },
  'work-counter if lease': async () => {
    await take()
    for (const deed of ['next', 'recall', 'start', 'finish', 'miss', 'close', 'pause', 'undo']) {
      for (const who of [colleague, await office.signIn('quay3')]) expect([deed, said(await who.post(`/counters/1/${deed}`))]).toEqual([deed, '409 NOT_HOLDER'])
    }
    expect(said(await officer.post('/counters/1/next'))).toBe(200)
    await officer.post('/counters/1/finish')
  },
  'raise-panic if lease': async () => {
    expect(said(await colleague.post('/counters/1/panic'))).toBe('409 NOT_HOLDER')
    expect(said(await officer.post('/counters/1/panic'))).toBe(200)
  },
  'accept-panic if colleague': async () => {
    expect(said(await officer.post('/counters/1/panic/accept'))).toBe('403 NOT_ALLOWED')
    expect(said(await colleague.post('/counters/1/panic/accept'))).toBe(200)
  },
  'end-panic if party': async () => {
    for (const who of [await office.signIn('quay3'), guide]) expect(said(await who.post('/counters/1/panic/end'))).toBe('403 NOT_ALLOWED')
    expect(said(await colleague.post('/counters/1/panic/end'))).toBe(200)
    await officer.post('/counters/1/panic')
    expect(said(await supervisor.post('/counters/1/panic/end'))).toBe(200)
  },
  'reprint if fresh': async () => {
    const { ticket } = await take()
    expect(said(await (await office.pair('kiosk')).post(`/tickets/${ticket.id}/print`))).toBe('403 NOT_ALLOWED')
    expect(said(await kiosk.post(`/tickets/${ticket.id}/print`))).toBe(200)
    office.clock.forward(61_000)
    expect(said(await kiosk.post(`/tickets/${ticket.id}/print`))).toBe('409 REPRINT_TOO_LATE')
    expect(said(await guide.post(`/tickets/${ticket.id}/print`))).toBe(200)
  },
  'see-print-jobs if own': async () => {
    const [own, others] = [await take(), await take(guide)]
    for (const part of ['', '/slip.png']) {
      expect((await kiosk.get(`/print-jobs/${own.print.job}${part}`)).status).toBe(200)
      expect(said(await kiosk.get(`/print-jobs/${others.print.job}${part}`))).toBe('403 NOT_ALLOWED')
      expect((await officer.get(`/print-jobs/${own.print.job}${part}`)).status).toBe(200)
    }
  },
  'work-virtual-printer if trial': async () => {
    expect(said(await stranger().get('/printer/knobs'))).toBe('401 SIGN_IN_REQUIRED')
    expect(said(await officer.get('/printer/knobs'))).toBe('403 NOT_ALLOWED')
    const trying = await openOffice({ trial: true })
    // No printer made of software stands in this hall: whoever may ask is told so.
    for (const who of [trying.as({}), await trying.signIn('quay1')]) expect(said(await who.get('/printer/knobs'))).toBe('404 NOT_FOUND')
    await trying.close()
  },
  'read-metrics if machine': async () => {
    expect(await remote('/metrics', stranger(), '127.0.0.1')).toBe(200)
    expect(await remote('/metrics', stranger(), '192.168.1.20')).toBe(401)
    expect(await remote('/metrics', kiosk, '192.168.1.20')).toBe(403)
    expect(await remote('/metrics', stranger(), '127.0.0.1', { forwarded: 'for=192.168.1.20' })).toBe(401)
  },
  'watch-sign if counter': async () => {
    const sign = await office.pair('sign', 1)
    expect([await watch(sign, { view: 'sign', counter: 1 }), await watch(sign, { view: 'sign', counter: 2 })]).toEqual(['open', 'NOT_ALLOWED'])
  },
  'watch-rating if counter': async () => {
    const rating = await office.pair('rating', 1)
    expect([await watch(rating, { view: 'rating', counter: 1 }), await watch(rating, { view: 'rating', counter: 2 })]).toEqual(['open', 'NOT_ALLOWED'])
  }
} satisfies Partial<Record<`${Deed} if ${Condition}`, () => Promise<void>>>

it('has a test for every condition in the table', () => {
  const named = deeds.flatMap(deed => everybody.map(who => cellOf(who, deed)).filter(cell => typeof cell === 'string').map(condition => `${deed} if ${condition}`))
  expect(Object.keys(tests).sort()).toEqual([...new Set(named)].sort())
})

it.each(Object.entries(tests))('%s', async (_name, test) => { await test() })
