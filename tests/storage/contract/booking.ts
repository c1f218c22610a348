import { expect, it } from 'vitest'
import { takeTicket } from '../../../server/domain/ticketing.ts'
import type { NewBooking } from '../../../server/ports/bookings.ts'
import type { Once, Store } from '../../../server/ports/store.ts'
import { mondayDate, monday9 } from '../support/office.ts'
import { decided, id, issue, kiosk, office } from '../support/turns.ts'
import type { OpenStore } from './opened.ts'

const quarter = 15 * 60_000
const tenOClock = monday9 + 4 * quarter
const letters = 'ACDEFHJKMNPRTUWXY34679'
const newCode = () => Array.from({ length: 6 }, () => letters[Math.floor(Math.random() * letters.length)]).join('')

const wish = (change: Partial<NewBooking> = {}): NewBooking => ({ token: id('bk'), field: 'CT', at: tenOClock, serviceDate: mondayDate, language: 'vi', madeAt: monday9, ...change })
const book = (store: Store, change: Partial<NewBooking> = {}, once?: Once) => store.bookings.book(office, wish(change), { perSlot: 2, newCode }, once)

async function booked (store: Store, change: Partial<NewBooking> = {}) {
  const made = await book(store, change)
  if (!made.ok) throw new Error(made.error.code)
  return made.value.answer
}

/** Takes a number for a booking, as the kiosk does. */
function checkIn (store: Store, token: string) {
  const ticket = id('tk')
  return store.turn(office, day => decided(
    takeTicket(day, { field: 'CT', appointment: tenOClock }, ticket, kiosk, Math.max(monday9, day.lastAt)), () => [{ kind: 'check-in', token, ticket }]))
}

export function bookingContract (openStore: OpenStore): void {
  it('keeps a booking as it was made, and finds it by its token and its code', async () => {
    const { store, reopen } = await openStore()
    const made = await booked(store, { procedure: 'ct-sao', language: 'en' })
    expect(made).toMatchObject({ procedure: 'ct-sao', language: 'en', at: tenOClock, state: 'booked' })
    const { bookings } = await reopen()
    expect(await Promise.all([bookings.byToken(office, made.token), bookings.byCode(office, made.code)])).toStrictEqual([made, made])
    expect(await Promise.all([bookings.byToken('elsewhere', made.token), bookings.byCode('elsewhere', made.code), bookings.byCode(office, 'NOCODE')])).toEqual([undefined, undefined, undefined])
  })

  it('gives away no more places than a slot has, however many ask at once', async () => {
    const { store } = await openStore()
    const asked = await Promise.all(Array.from({ length: 20 }, (_, place) => book(store, { at: tenOClock + place % 2 * quarter })))
    expect(asked.filter(({ ok }) => ok)).toHaveLength(4)
    expect(new Set(asked.flatMap(answer => answer.ok ? [] : [answer.error.code]))).toEqual(new Set(['SLOT_TAKEN']))
    expect(await store.bookings.slotsTaken(office, 'CT', mondayDate)).toEqual(new Map([[tenOClock, 2], [tenOClock + quarter, 2]]))
    expect(await Promise.all([store.bookings.slotsTaken(office, 'HT', mondayDate), store.bookings.slotsTaken(office, 'CT', '2026-11-24')])).toEqual([new Map(), new Map()])
    expect(await book(store, { field: 'HT' })).toMatchObject({ ok: true })
  })

  it('frees the place of a booking that is given up, once', async () => {
    const { store } = await openStore()
    const [first] = [await booked(store), await booked(store)]
    expect(await store.bookings.cancel(office, first.token)).toMatchObject({ value: { state: 'cancelled', code: first.code } })
    expect(await book(store)).toMatchObject({ ok: true })
    expect(await Promise.all([store.bookings.cancel(office, first.token), store.bookings.cancel(office, 'a-token-that-never-was'), checkIn(store, first.token)]))
      .toMatchObject([{ error: { code: 'WRONG_STATE' } }, { error: { code: 'NOT_FOUND' } }, { error: { code: 'NOT_FOUND' } }])
  })

  it('gives no two open bookings the same code, and a code that is over to another', async () => {
    const { store } = await openStore()
    const codes = ['AAAAAA', 'AAAAAA', 'CCCCCC', 'AAAAAA']
    const draw = { perSlot: 9, newCode: () => codes.shift() ?? 'DDDDDD' }
    const first = await store.bookings.book(office, wish(), draw)
    const second = await store.bookings.book(office, wish(), draw)
    expect([first, second]).toMatchObject([{ value: { answer: { code: 'AAAAAA' } } }, { value: { answer: { code: 'CCCCCC' } } }])
    if (first.ok) await store.bookings.cancel(office, first.value.answer.token)
    const third = await store.bookings.book(office, wish({ madeAt: monday9 - 1 }), draw)
    expect(third).toMatchObject({ value: { answer: { code: 'AAAAAA' } } })
    expect(await store.bookings.byCode(office, 'AAAAAA')).toMatchObject({ state: 'booked' })
  })

  it('makes one booking of a request that is repeated', async () => {
    const { store } = await openStore()
    const once = { principal: 'phone:1', key: 'key-00000001', fingerprint: 'body-a', at: monday9 }
    const answers = await Promise.all(Array.from({ length: 5 }, () => book(store, {}, once)))
    expect(new Set(answers.map(answer => answer.ok && answer.value.answer.code)).size).toBe(1)
    expect(answers.filter(answer => answer.ok && !answer.value.replayed)).toHaveLength(1)
    expect(await book(store, {}, { ...once, fingerprint: 'body-b' })).toMatchObject({ error: { code: 'IDEMPOTENCY_KEY_REUSED' } })
    expect(await store.bookings.slotsTaken(office, 'CT', mondayDate)).toEqual(new Map([[tenOClock, 1]]))
  })

  it('becomes one ticket, whoever else types the code at the same moment, and no number is lost', async () => {
    const { store, reopen, findings } = await openStore()
    const { token } = await booked(store)
    const tries = await Promise.all([issue(store), ...Array.from({ length: 10 }, () => checkIn(store, token)), issue(store)])
    expect(tries.filter(({ ok }) => ok)).toHaveLength(3)
    expect(tries.filter(({ ok }) => !ok)).toEqual(Array(9).fill({ ok: false, error: { code: 'NOT_FOUND' } }))
    expect(await checkIn(store, token)).toMatchObject({ error: { code: 'NOT_FOUND' } })
    const day = await store.day(office)
    expect(day.tickets.list.map(({ number, appointment }) => [number, appointment])).toEqual([['1001', undefined], ['1002', tenOClock], ['1003', undefined]])
    const later = await reopen()
    expect(await later.day(office)).toEqual(day)
    expect(await later.bookings.byToken(office, token)).toMatchObject({ state: 'checked-in', ticket: day.tickets.list[1]?.id })
    expect(await later.bookings.slotsTaken(office, 'CT', mondayDate)).toEqual(new Map([[tenOClock, 1]]))
    expect(await findings()).toEqual([])
  })

  it('stays open where the ticket it was to become is refused', async () => {
    const { store } = await openStore()
    const { token } = await booked(store)
    await expect(store.turn(office, day => decided(takeTicket(day, { field: 'CT' }, id('tk'), kiosk, monday9), () => [{ kind: 'check-in', token, ticket: 'tk_none' }]))).rejects.toThrow()
    expect(await store.bookings.byToken(office, token)).toMatchObject({ state: 'booked' })
    expect((await store.day(office)).tickets.size).toBe(0)
  })

  it('lapses when its day is over', async () => {
    const { store } = await openStore()
    const [early, late] = [await booked(store), await booked(store, { serviceDate: '2026-11-25' })]
    expect(await store.bookings.lapse(office, mondayDate)).toBe(0)
    expect(await store.bookings.lapse(office, '2026-11-25')).toBe(1)
    expect(await Promise.all([early, late].map(({ token }) => store.bookings.byToken(office, token)))).toMatchObject([{ state: 'lapsed' }, { state: 'booked' }])
    expect(await checkIn(store, early.token)).toMatchObject({ error: { code: 'NOT_FOUND' } })
  })
}
