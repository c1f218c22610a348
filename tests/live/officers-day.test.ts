import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ConsoleShot, Signal } from '../../common/contract/live.ts'
import { openOffice, type Asking, type TestOffice } from '../support/office.ts'
import { listen, openScreen, type Screen } from '../support/screen.ts'

const minute = 60_000

let office: TestOffice
let port: number
let kiosk: Asking
let one: Asking
let two: Asking
const screens: Screen[] = []
beforeEach(async () => {
  office = await openOffice({ alwaysOpen: true })
  port = await listen(office)
  ;[kiosk, one, two] = [await office.pair('kiosk'), await office.signIn('quay1'), await office.signIn('quay2')]
  await Promise.all([one.post('/counters/1/open'), two.post('/counters/2/open')])
})
afterEach(() => {
  screens.splice(0).forEach(screen => screen.close())
  return office.close()
})

const open = (who?: Asking) => {
  const screen = openScreen(port, who)
  screens.push(screen)
  return screen
}
async function console2 (who: Asking): Promise<ConsoleShot> {
  const answer = await open(who).watch({ view: 'console', counter: 2 })
  if (!answer.ok || !('snapshot' in answer)) throw new Error(JSON.stringify(answer))
  return answer.snapshot
}
/** Somebody is called and served at counter 2, after so many minutes, for so many. */
async function visit (waits: number, lasts: number, deed: 'finish' | 'miss' = 'finish'): Promise<void> {
  await kiosk.post('/tickets', { field: 'HT', slip: false })
  office.clock.forward(waits * minute)
  await two.post('/counters/2/next')
  if (deed === 'finish') await two.post('/counters/2/start')
  office.clock.forward(lasts * minute)
  await two.post(`/counters/2/${deed}`)
}

describe('a call for help', () => {
  it('is told to consoles and the floor, in a chain without a gap, and to no screen of the hall', async () => {
    const { body: { token } } = await kiosk.post('/tickets', { field: 'HT', slip: false })
    const supervisor = await office.signIn('giamsat')
    const staff = [open(two), open(supervisor)]
    const hall = [open(await office.pair('board')), open(kiosk), open(await office.pair('sign', 1)), open(await office.pair('rating', 1)), open()]
    const shots = await Promise.all([
      staff[0]!.watch({ view: 'console', counter: 2 }), staff[1]!.watch({ view: 'floor' }),
      hall[0]!.watch({ view: 'board' }), hall[1]!.watch({ view: 'kiosk' }), hall[2]!.watch({ view: 'sign', counter: 1 }), hall[3]!.watch({ view: 'rating', counter: 1 }), hall[4]!.watch({ view: 'ticket', token })
    ])
    expect(shots.every(({ ok }) => ok)).toBe(true)
    await one.post('/counters/1/panic')
    await two.post('/counters/1/panic/accept')
    await one.post('/counters/1/panic/end')
    // What everybody hears comes last.
    await one.post('/counters/1/pause', { reason: 'họp' })
    for (const screen of staff) {
      await screen.heard(({ facts }) => facts.length === 4)
      expect(screen.facts.map(({ type }) => type)).toEqual(['panic:raised', 'panic:accepted', 'panic:ended', 'counter:changed'])
      expect(screen.facts[1]).toMatchObject({ counter: 1, acceptedBy: { name: 'Cán bộ mẫu 2', counter: 2 }, by: 'staff:p_quay2' })
    }
    for (const screen of hall.slice(0, 4)) await screen.heard(({ facts }) => facts.length > 0)
    for (const [place, screen] of hall.entries()) {
      expect(screen.facts.map(({ type }) => type)).toEqual(place < 4 ? ['counter:changed'] : [])
      if (screen.facts[0]) expect(screen.facts[0].prev).toBe(screen.facts[0].rev - 4)
      expect(JSON.stringify(screen.signals)).not.toContain('panic')
    }
  })

  it('stands in the snapshot of staff, and in no other', async () => {
    await one.post('/counters/1/panic')
    await two.post('/counters/1/panic/accept')
    expect((await console2(two)).colleagues.find(({ number }) => number === 1)?.panic).toMatchObject({ acceptedBy: { counter: 2 } })
    expect(JSON.stringify(await open(await office.signIn('giamsat')).watch({ view: 'floor' }))).toContain('"panic"')
    for (const [who, view] of [[await office.pair('board'), 'board'], [kiosk, 'kiosk']] as const) expect(JSON.stringify(await open(who).watch({ view }))).not.toContain('panic')
    for (const view of ['sign', 'rating'] as const) expect(JSON.stringify(await open(await office.pair(view, 1)).watch({ view, counter: 1 }))).not.toContain('panic')
  })

  it('is caught up by a console that comes back', async () => {
    const { epoch, rev } = await console2(two)
    await one.post('/counters/1/panic')
    expect(await open(two).watch({ view: 'console', counter: 2, after: { epoch, rev } })).toMatchObject({ ok: true, facts: [{ type: 'panic:raised', counter: 1 }] })
  })
})

describe('what a counter did today', () => {
  const today = (screen: Screen) => screen.signals.flatMap(signal => signal.type === 'queue:changed' ? [signal.today] : []).at(-1)

  it('is counted as it happens, taken back with a deed, and the same after a restart', async () => {
    const screen = open(two)
    await screen.watch({ view: 'console', counter: 2 })
    expect((await console2(two)).today).toEqual({ served: 0, missed: 0 })
    await visit(5, 4)
    await visit(45, 8)
    await visit(1, 1, 'miss')
    await screen.heard(() => today(screen)?.missed === 1)
    expect(today(screen)).toEqual({ served: 2, missed: 1, meanMinutes: 6, promiseKept: 0.5 })
    await kiosk.post('/tickets', { field: 'HT', slip: false, more: [{ field: 'CT' }] })
    await two.post('/counters/2/next')
    office.clock.forward(3 * minute)
    await two.post('/counters/2/finish')
    await screen.heard(() => today(screen)?.served === 3)
    expect(today(screen)).toEqual({ served: 3, missed: 1, meanMinutes: 5, promiseKept: 0.67 })
    await two.post('/counters/2/undo')
    await screen.heard(() => today(screen)?.served === 2)
    await two.post('/counters/2/transfer', { counter: 1 })
    await screen.heard(() => today(screen)?.served === 3)
    // Somebody sent on without a start was not served for any length of time.
    expect(today(screen)).toEqual({ served: 3, missed: 1, meanMinutes: 6, promiseKept: 0.67 })
    expect((await console2(two)).today).toEqual(today(screen))
    const { recallToday } = await import('../../server/live/today.ts')
    const day = await office.store.day('main')
    expect((await recallToday(office.store, day, office.clock.now(), () => undefined)).of(day, 2, office.clock.now())).toEqual(today(screen))
    expect((await console2(two)).today.served).toBe((await two.get('/counters/2/tickets')).body.items.length)
    office.clock.forward(24 * 60 * minute)
    expect((await console2(await office.signIn('quay2'))).today).toMatchObject({ served: 0 })
    await kiosk.post('/tickets', { field: 'HT', slip: false })
    expect((await console2(await office.signIn('quay2'))).today).toEqual({ served: 0, missed: 0 })
  })
})

describe('a lease', () => {
  it('is still the holder\'s after ten minutes asleep, and everybody else reads since when nothing was heard', async () => {
    const slept = open(two)
    const shot = await slept.watch({ view: 'console', counter: 2 })
    if (!shot.ok || !('snapshot' in shot)) throw new Error('no snapshot')
    const heardAt = '2026-11-23T09:00:00.000+07:00'
    expect(shot.snapshot).toMatchObject({ mine: true, stale: false, heardAt })
    slept.close()
    office.clock.forward(10 * minute)
    expect(await console2(one)).toMatchObject({ mine: false, stale: true, heardAt, counter: { officer: { name: 'Cán bộ mẫu 2' } } })
    const { epoch, rev } = shot.snapshot
    const back = open(two)
    expect(await back.watch({ view: 'console', counter: 2, after: { epoch, rev } })).toEqual({ ok: true, facts: [] })
    await back.heard(({ signals }) => signals.some(({ type }) => type === 'lease:changed'))
    expect(back.signals.find(({ type }) => type === 'lease:changed')).toMatchObject({ stale: false })
    expect(await console2(two)).toMatchObject({ mine: true, stale: false })
    expect((await two.post('/counters/2/pause', { reason: 'x' })).status).toBe(200)
  })

  it('taken over meanwhile, tells whoever held it by whom and when', async () => {
    const before = await console2(two)
    office.clock.forward(3 * minute)
    await one.post('/counters/2/take-over')
    const missed = await open(two).watch({ view: 'console', counter: 2, after: { epoch: before.epoch, rev: before.rev } })
    expect(missed).toMatchObject({ facts: [{ type: 'counter:changed', counter: 2, officer: { name: 'Cán bộ mẫu 1' } }] })
    expect(await console2(two)).toMatchObject({ mine: false, takenBy: { officer: { name: 'Cán bộ mẫu 1' }, at: '2026-11-23T09:03:00.000+07:00' } })
    for (const other of [one, await office.signIn('quay3'), await office.signIn('quay2')]) expect(await console2(other)).not.toHaveProperty('takenBy')
    expect((await two.post('/counters/2/next')).body.code).toBe('NOT_HOLDER')
    await two.post('/counters/2/take-over')
    expect(await console2(two)).not.toHaveProperty('takenBy')
    expect(await console2(one)).toMatchObject({ takenBy: { officer: { name: 'Cán bộ mẫu 2' } } })
  })

  it('whose holder goes silent shows on the consoles that watch it, by the clock alone', async () => {
    const watching = open(one)
    await watching.watch({ view: 'console', counter: 2 })
    office.clock.forward(2 * minute)
    const silence = (signals: readonly Signal[]) => signals.flatMap(signal => signal.type === 'lease:changed' ? [signal.stale] : [])
    await expect.poll(() => silence(watching.signals), { timeout: 7000 }).toEqual([true])
    await two.get('/session')
    await expect.poll(() => silence(watching.signals), { timeout: 7000 }).toEqual([true, false])
  }, 20_000)
})
