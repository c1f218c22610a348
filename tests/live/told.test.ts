import { afterAll, beforeAll, expect, it } from 'vitest'
import type { LiveFactType, SignalType, View } from '../../common/contract/live.ts'
import { openOffice, type Asking, type TestOffice } from '../support/office.ts'
import { listen, openScreen, type Screen } from '../support/screen.ts'

/* Who is told what (A1, for every event): a day with every kind of view watching, each by whom it is for. */

const staff = ['floor', 'console'] as const
const hall = ['board', ...staff] as const
/** `here`: the sign and the rating screen of the counter meant; `own`: the ticket's holder. */
const ofTicket = [...hall, 'ticket'] as const
const atCounter = [...ofTicket, 'sign', 'rating'] as const

/** Whom each fact may reach. A new one without a line does not compile. */
const factsFor: Readonly<Record<LiveFactType, readonly View[]>> = {
  'ticket:issued': ofTicket, 'ticket:returned': ofTicket, 'ticket:expired': ofTicket, 'ticket:settled': ofTicket,
  'ticket:called': atCounter, 'ticket:recalled': atCounter, 'ticket:started': atCounter, 'ticket:finished': atCounter, 'ticket:missed': atCounter,
  'ticket:held': atCounter, 'ticket:transferred': atCounter, 'ticket:undone': atCounter, 'ticket:cancelled': atCounter,
  'counter:changed': [...hall, 'kiosk', 'sign', 'rating'],
  'panic:raised': staff, 'panic:accepted': staff, 'panic:ended': staff,
  'setting:changed': [...atCounter, 'kiosk']
}
const signalsFor: Readonly<Record<SignalType, readonly View[]>> = {
  'rating:asked': ['rating'], 'rating:closed': ['rating'], 'queue:changed': ['console'], 'lease:changed': ['console'], 'ticket:changed': ['ticket'],
  'waiting:changed': ['board', 'kiosk', 'floor'], 'break:changed': ['board', 'kiosk'], 'printer:changed': ['kiosk', ...staff],
  'forecast:changed': [...hall, 'kiosk', 'ticket'], 'promise:changed': hall
}
const secret = 'chuyện riêng của công dân'

let office: TestOffice
let officer: Asking
let kiosk: Asking
let guide: Asking
const screens = new Map<string, Screen>()
const tokens: string[] = []
let rating = ''
beforeAll(async () => {
  office = await openOffice({ alwaysOpen: true, forecast: true })
  const port = await listen(office)
  ;[officer, kiosk, guide] = [await office.signIn('quay1'), await office.pair('kiosk'), await office.signIn('huongdan')]
  const supervisor = await office.signIn('giamsat')
  const mine = (await kiosk.post('/tickets', { field: 'CT', procedure: 'CT01', language: 'vi' })).body
  tokens.push(mine.token)
  const watched: readonly (readonly [string, Asking | undefined, object])[] = [
    ['board', await office.pair('board'), { view: 'board' }], ['kiosk', kiosk, { view: 'kiosk' }], ['floor', supervisor, { view: 'floor' }],
    ['sign', await office.pair('sign', 1), { view: 'sign', counter: 1 }], ['sign of another', await office.pair('sign', 2), { view: 'sign', counter: 2 }],
    ['rating', await office.pair('rating', 1), { view: 'rating', counter: 1 }], ['rating of another', await office.pair('rating', 2), { view: 'rating', counter: 2 }],
    ['rating seen by staff', supervisor, { view: 'rating', counter: 1 }],
    ['console', officer, { view: 'console', counter: 1 }], ['console of another', await office.signIn('quay2'), { view: 'console', counter: 2 }],
    ['ticket', undefined, { view: 'ticket', token: mine.token }]
  ]
  for (const [name, who, watch] of watched) {
    const screen = openScreen(port, who)
    expect((await screen.watch(watch as never)).ok, name).toBe(true)
    screens.set(name, screen)
  }
  await livesThroughADay(mine.ticket.id)
  await screens.get('floor')?.heard(({ facts }) => facts.some(({ type }) => type === 'counter:changed' && facts.length > 20))
  await screens.get('rating')?.heard(({ signals }) => signals.some(({ type }) => type === 'rating:closed'))
})
afterAll(async () => {
  for (const screen of screens.values()) screen.close()
  await office.close()
})

async function livesThroughADay (mine: string): Promise<void> {
  const done = async (who: Asking, path: string, body?: object) => {
    office.clock.forward(3_000)
    const { status, body: answer } = await who.post(path, body)
    expect([path, status < 300 ? 'done' : answer]).toEqual([path, 'done'])
    return answer
  }
  const here = (deed: string, body?: object) => done(officer, `/counters/1/${deed}`, body)
  await here('open')
  tokens.push((await done(kiosk, '/tickets', { field: 'CT', priority: true, dossiers: 2 })).token)
  await here('call', { ticket: mine, reason: secret })
  await here('recall')
  await here('start')
  await here('undo')
  await here('start')
  await here('hold', { reason: secret, minutes: 30 })
  await done(guide, `/tickets/${mine}/return`)
  await here('next')
  await here('start')
  await here('panic')
  await done(guide, '/counters/1/panic/accept')
  await here('panic/end')
  await here('finish', { outcome: secret, dossierCode: 'H29.12-261123-0001' })
  rating = (await office.as({}).get(`/my/${tokens[0]}`)).body.rating?.token ?? ''
  await here('next')
  await here('transfer', { field: 'HT' })
  tokens.push((await done(guide, '/tickets', { field: 'CT' })).token)
  const { ticket } = await here('next')
  await here('miss')
  await done(guide, `/tickets/${ticket.id}/cancel`)
  if (rating) await done(office.as({}), '/ratings', { token: rating, level: 5 })
  await here('pause', { reason: 'Họp' })
  await here('resume')
  await here('close')
}

const viewOf = (name: string) => name.split(' ')[0] as View
const each = ['board', 'kiosk', 'floor', 'sign', 'sign of another', 'rating', 'rating of another', 'rating seen by staff', 'console', 'console of another', 'ticket']

it('goes through every fact that a counter makes', () => {
  const types = new Set(screens.get('floor')?.facts.map(({ type }) => type))
  const elsewhere: readonly LiveFactType[] = ['ticket:expired', 'ticket:settled', 'setting:changed']
  expect([...types].sort()).toEqual(Object.keys(factsFor).filter(type => !elsewhere.includes(type as LiveFactType)).sort())
  expect(rating).not.toBe('')
})

it.each(each)('tells only what is for it: %s', name => {
  const { facts, signals } = screens.get(name) as Screen
  expect(facts.filter(({ type }) => !factsFor[type].includes(viewOf(name)))).toEqual([])
  expect(signals.filter(({ type }) => !signalsFor[type].includes(viewOf(name)))).toEqual([])
  if (name === 'sign of another' || name === 'rating of another') expect([facts, signals]).toEqual([[], []])
})

it.each(each)('tells no more than is for it: %s', name => {
  const { facts, signals } = screens.get(name) as Screen
  const all = JSON.stringify([facts, signals])
  for (const token of tokens) expect(all).not.toContain(token)
  if (name !== 'rating' && name !== 'ticket') expect(all).not.toContain(rating)
  if (viewOf(name) === 'floor' || viewOf(name) === 'console') return
  expect(JSON.stringify(facts).match(/"(by|chosen|purpose|procedure|dossiers|overruledBy|paper|undo|panic)":/)).toBeNull()
  expect(all).not.toContain(secret)
  expect(all.match(/dossierCode|H29\.12|holder|session:/)).toBeNull()
})

it('asks for a rating on the citizen\'s screen only', () => {
  const asked = [...screens].filter(([, { signals }]) => signals.some(({ type }) => type === 'rating:asked')).map(([name]) => name)
  expect(asked).toEqual(['rating'])
})
