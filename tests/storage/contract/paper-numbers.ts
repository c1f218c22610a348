import { expect, it } from 'vitest'
import { ok } from '../../../server/domain/result.ts'
import { endEarlierDay, takeTicket } from '../../../server/domain/ticketing.ts'
import type { Store } from '../../../server/ports/store.ts'
import { monday9, mondayDate } from '../support/office.ts'
import { comeBack, decided, id, inState, issue, kiosk, next, office, open, writePaper } from '../support/turns.ts'
import type { OpenStore } from './opened.ts'

const minute = 60_000
const day = 24 * 60 * minute
const numbers = async (store: Store) => (await store.ticketsOn(office, mondayDate, {})).map(({ number, state, paper = false }) => [number, state, paper])
const legsOf = (store: Store) => store.history.legs(office, mondayDate, mondayDate)

export function paperNumbersContract (openStore: OpenStore): void {
  it('keeps paper with the day it was handed out on, and the kiosk goes on where it was', async () => {
    const { store, reopen, findings } = await openStore()
    await issue(store)
    await writePaper(store)
    await issue(store)
    const known = await store.day(office)
    expect([known.onPaper, known.sequences]).toEqual([new Map([['CT', [901, 902, 903]]]), new Map([['CT', 2]])])
    const again = await reopen()
    expect(await again.day(office)).toEqual(known)
    expect(await numbers(again)).toEqual([['1001', 'waiting', false], ['1901', 'waiting', true], ['1902', 'done', true], ['1903', 'missed', true], ['1002', 'waiting', false]])
    expect(known.tickets.list.map(({ number, issuedAt }) => [number, (monday9 - issuedAt) / minute])).toEqual([['1901', 40], ['1001', 0], ['1903', 0], ['1002', 0]])
    expect(await findings()).toEqual([])
  })

  it('writes all of a block down or nothing, whoever else writes at the same moment', async () => {
    const { store, findings } = await openStore()
    const both = await Promise.all([writePaper(store, { from: '1901', to: '1905', outcomes: [] }), writePaper(store, { from: '1905', to: '1909', outcomes: [] })])
    expect(both.map(written => written.ok ? 'ok' : written.error)).toEqual(['ok', { code: 'PAPER_NUMBER_USED', number: '1905' }])
    expect((await store.day(office)).onPaper).toEqual(new Map([['CT', [901, 902, 903, 904, 905]]]))
    expect(await findings()).toEqual([])
  })

  it('tells the leg of paper from when it was handed out, and of whom nobody measured only that', async () => {
    const { store } = await openStore()
    await open(store, 1)
    await writePaper(store)
    expect((await legsOf(store)).map(({ waitingSince, end, ...leg }) => [(waitingSince - monday9) / minute, end, 'calledAt' in leg, 'counter' in leg])).toEqual([[-40, 'open', false, false], [-20, 'settled', false, false], [0, 'settled', false, false]])
    await next(store, 1)
    expect((await legsOf(store))[0]).toMatchObject({ waitingSince: monday9 - 40 * minute, calledAt: monday9, counter: 1 })
    await store.turn(office, today => decided(ok(endEarlierDay(today, monday9 + day))))
    expect((await legsOf(store)).map(({ end }) => end)).toEqual(['away', 'settled', 'settled'])
  })

  it('lets whoever was called in vain during the outage come back and be called', async () => {
    const { store, reopen, findings } = await openStore()
    await writePaper(store, { outcomes: [{ number: '1901', state: 'absent' }, { number: '1902', state: 'served' }, { number: '1903', state: 'served' }] })
    await open(store, 1)
    await comeBack(store, inState('missed'))
    await next(store, 1)
    const again = await reopen()
    expect(await numbers(again)).toEqual([['1901', 'called', true], ['1902', 'done', true], ['1903', 'done', true]])
    expect(await again.day(office)).toEqual(await store.day(office))
    expect(await findings()).toEqual([])
  })

  it('passes over what is kept for paper when a field has come so far', async () => {
    const { store, reopen, findings } = await openStore()
    const given = async (it: Store, count: number) => {
      const taken = await Promise.all(Array.from({ length: count }, () => issue(it)))
      const last = taken.at(-1)
      return last?.ok && last.value.answer.number
    }
    expect(await given(store, 900)).toBe('1900')
    await writePaper(store)
    expect(await given(store, 1)).toBe('1950')
    const again = await reopen()
    expect(await given(again, 2)).toBe('1952')
    expect(await findings()).toEqual([])
  })

  it('finds a number of the day by what is printed on it, whatever became of it', async () => {
    const { store } = await openStore()
    await issue(store)
    await writePaper(store)
    const found = async (number: string, more = {}) => (await store.ticketsOn(office, mondayDate, { number, ...more })).map(ticket => [ticket.number, ticket.state])
    expect(await Promise.all([found('1001'), found('1902'), found('1902', { state: 'waiting' }), found('1999')])).toEqual([[['1001', 'waiting']], [['1902', 'done']], [], []])
  })

  it('finds it out when somebody hides a gap behind paper', async () => {
    const { store, tamper, findings } = await openStore()
    await issue(store)
    await issue(store)
    await tamper('UPDATE ticket SET paper = 1 WHERE number = \'1001\'')
    expect((await findings()).map(({ kind, text }) => [kind, text.includes('1001') || text.includes('field CT')])).toEqual([['numbering', true], ['numbering', true]])
  })

  it('refuses a second ticket of the same number, whatever decided it', async () => {
    const { store } = await openStore()
    await writePaper(store)
    await expect(store.turn(office, today => decided(takeTicket({ ...today, onPaper: new Map(), sequences: new Map([['CT', 900]]), office: { ...today.office, rules: { ...today.office.rules, paperNumbers: { from: 1, to: 2 } } } }, { field: 'CT' }, id('tk'), kiosk, monday9)))).rejects.toThrow()
    expect(await numbers(store)).toHaveLength(3)
  })
}
