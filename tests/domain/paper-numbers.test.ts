import { expect, it } from 'vitest'
import { evolve, type Day } from '../../server/domain/day.ts'
import { ahead } from '../../server/domain/desk.ts'
import { paperNumbers, registerPaper, type PaperBlock } from '../../server/domain/paper-numbers.ts'
import { brokenPromises, countBroken } from '../../server/domain/promise.ts'
import { returnTicket } from '../../server/domain/sending.ts'
import { nextSequence } from '../../server/domain/sequence.ts'
import { callNext } from '../../server/domain/serving.ts'
import { endEarlierDay, quotaLeft, takeTicket } from '../../server/domain/ticketing.ts'
import { instantOn } from '../../server/domain/time.ts'
import { aDay, aField, after, anOffice, at as atCounter, code, ids, minute, now, someRules, value, wording } from '../support/builders.ts'

const kiosk = { by: 'kiosk:k', isAlone: true }
const wall = (time: string) => instantOn('2026-11-23', time, 'Asia/Ho_Chi_Minh')
const block: PaperBlock = { field: 'CT', from: '1901', to: '1905', since: wall('08:10'), until: wall('08:50') }
const write = (day: Day, changes: Partial<PaperBlock> = {}, at = now) => registerPaper(day, { ...block, ...changes }, ids(), 'staff:guide', at)
const waiting = (day: Day) => day.tickets.list.filter(({ state }) => state === 'waiting').map(({ number }) => number)
const anHour = { ...anOffice(), alwaysOpen: true }
/** 1001–1003 taken at 08:00, 08:30 and 08:52. */
const morning = [['08:00', 'a'], ['08:30', 'b'], ['08:52', 'c']].reduce((day, [time = '', id = '']) => after(day, takeTicket(day, { field: 'CT' }, id, kiosk, wall(time))), aDay({ office: anHour, lastAt: wall('07:00') }))

it('puts whoever got paper where he came, the times spread evenly from the first to the last', () => {
  const day = after(morning, write(morning))
  expect(day.tickets.list.map(({ number, issuedAt }) => [number, (issuedAt - wall('08:00')) / minute])).toEqual([['1001', 0], ['1901', 10], ['1902', 20], ['1002', 30], ['1903', 30], ['1904', 40], ['1905', 50], ['1003', 52]])
  expect(day.tickets.list.find(({ number }) => number === '1903')).toMatchObject({ state: 'waiting', paper: true, issuedBy: 'staff:guide', session: '07:30', leg: 1, purpose: 'submit', dossiers: 1, priority: false })
})

it('writes its facts at the time of writing, so that the log never runs back', () => {
  const facts = value(write(morning, { outcomes: [{ number: '1902', state: 'served' }] }))
  expect(new Set(facts.map(({ at }) => at))).toEqual(new Set([now]))
  expect(facts.map(({ type }) => type)).toEqual(['ticket:issued', 'ticket:issued', 'ticket:settled', 'ticket:issued', 'ticket:issued', 'ticket:issued'])
  expect(facts.reduce(evolve, morning).lastAt).toBe(now)
})

it('takes one number at its own time, and until now where nobody says until when', () => {
  expect(value(write(morning, { to: '1901' }))).toMatchObject([{ ticket: { number: '1901', arrivedAt: wall('08:10') } }])
  const { until: _, ...open } = block
  expect(value(registerPaper(morning, open, ids(), 'staff:guide', now)).at(-1)).toMatchObject({ ticket: { number: '1905', arrivedAt: now } })
})

it('calls paper in the order in which people came, and tells the newest its place', () => {
  const day = after(morning, write(morning))
  const tools = { wording, newId: ids() }
  const called: string[] = []
  let later = day
  while (waiting(later).length > 0) {
    const [fact] = value(callNext(later, atCounter(1), tools))
    if (fact?.type !== 'ticket:called') throw new Error('nobody was called')
    called.push(fact.ticket.number)
    later = { ...[fact].reduce(evolve, later), counters: day.counters }
  }
  expect(called).toEqual(['1001', '1901', '1902', '1002', '1903', '1904', '1905', '1003'])
  const newest = after(day, takeTicket(day, { field: 'CT' }, 'd', kiosk, now))
  expect(ahead(newest, { id: 'd' }, now)).toBe(8)
  expect(ahead(newest, { id: 'c' }, now)).toBe(7)
})

it('settles who was served or called in vain meanwhile: one is done, the other may come back', () => {
  const day = after(morning, write(morning, { outcomes: [{ number: '1901', state: 'served' }, { number: '1902', state: 'absent' }, { number: '1905', state: 'waiting', priority: true }] }))
  expect(waiting(day)).toEqual(['1001', '1002', '1903', '1904', '1905', '1003'])
  const away = day.tickets.list.find(({ number }) => number === '1902')!
  expect(away).toMatchObject({ state: 'missed', endedAt: now })
  expect(away).not.toHaveProperty('calledAt')
  expect(day.tickets.list.find(({ number }) => number === '1905')?.priority).toBe(true)
  expect(waiting(after(day, returnTicket(day, away.id, 'staff:guide', now + minute))).at(-1)).toBe('1902')
})

it('goes on at the kiosk where it was, and passes over what is kept for paper', () => {
  const day = after(morning, write(morning))
  const field = aField('CT', 1)
  expect(nextSequence(day, field, '2026-11-23')).toBe(4)
  expect(nextSequence({ ...day, sequences: new Map([['CT', 900]]) }, field, '2026-11-23')).toBe(950)
  expect(nextSequence({ ...day, sequences: new Map([['CT', 949]]) }, field, '2026-11-23')).toBe(950)
  const elsewhere = { ...day, office: anOffice({ rules: someRules({ paperNumbers: { from: 1, to: 20 } }) }) }
  expect(nextSequence(elsewhere, field, '2026-11-24')).toBe(21)
  expect(nextSequence({ ...elsewhere, sequences: new Map([['CT', 900]]) }, field, '2026-11-23')).toBe(906)
})

it('counts in the quota of the session it was handed out in, and is not stopped by it, nor by closed doors', () => {
  const office = anOffice({ fields: new Map([['CT', aField('CT', 1, { quota: 3 })]]) })
  const evening = wall('17:45')
  const day = after(aDay({ office }), write(aDay({ office }), {}, evening))
  expect(day.givenInSession).toEqual(new Map([['CT 07:30', 5]]))
  expect(quotaLeft(day, aField('CT', 1, { quota: 3 }), wall('09:00'))).toBe(0)
  expect(waiting(day)).toHaveLength(5)
})

it('keeps the promise from when the paper was handed out', () => {
  const day = after(aDay(), write(aDay(), { to: '1903' }))
  expect(brokenPromises(day, now).map(({ ticket }) => ticket.number)).toEqual(['1901'])
  expect(brokenPromises(day, now - 20 * minute)).toEqual([])
})

it('breaks no promise to whom nobody measured', () => {
  const leg = { serviceDate: '2026-11-23', field: 'CT', purpose: 'submit', priority: false, dossiers: 1, leg: 1, waitingSince: wall('08:00'), endedAt: wall('10:00') } as const
  expect(countBroken(anOffice(), [{ ...leg, end: 'settled' }], now)).toBe(0)
  expect(countBroken(anOffice(), [{ ...leg, end: 'away' }], now)).toBe(1)
})

it('gives the numbers anew on another day', () => {
  const day = after(morning, write(morning))
  const tomorrow = now + 24 * 60 * minute
  const begun = endEarlierDay(day, tomorrow).reduce(evolve, day)
  const again = after(begun, registerPaper(begun, { ...block, since: tomorrow - 50 * minute, until: tomorrow }, ids(), 'staff:guide', tomorrow))
  expect(again.onPaper).toEqual(new Map([['CT', [901, 902, 903, 904, 905]]]))
  expect(waiting(again)).toEqual(['1901', '1902', '1903', '1904', '1905'])
})

it('writes nothing down where any number was written down today', () => {
  const day = after(morning, write(morning))
  expect(write(day, { from: '1905', to: '1908' })).toMatchObject({ ok: false, error: { code: 'PAPER_NUMBER_USED', number: '1905' } })
  expect(code(write(day, { from: '1906', to: '1908' }))).toBe('ok')
  expect(code(registerPaper(day, { ...block, field: 'HT', from: '2901', to: '2905' }, ids(), 'staff:guide', now))).toBe('ok')
})

it.each([
  [{ field: 'XX' }, { code: 'UNKNOWN_FIELD' }],
  [{ from: '1900' }, { code: 'PAPER_NUMBER_RANGE', from: '1901', to: '1949' }],
  [{ to: '1950' }, { code: 'PAPER_NUMBER_RANGE' }],
  [{ from: '2901', to: '2905' }, { code: 'PAPER_NUMBER_RANGE' }],
  [{ from: '10901' }, { code: 'PAPER_NUMBER_RANGE' }],
  [{ from: '1905', to: '1901' }, { code: 'PAPER_NUMBER_RANGE' }],
  [{ outcomes: [{ number: '1906', state: 'served' as const }] }, { code: 'PAPER_OUTCOME', number: '1906' }],
  [{ outcomes: [{ number: '1901', state: 'served' as const }, { number: '1901', state: 'absent' as const }] }, { code: 'PAPER_OUTCOME', number: '1901' }],
  [{ since: wall('08:51') }, { code: 'PAPER_TIMES' }],
  [{ until: now + 1 }, { code: 'PAPER_TIMES' }],
  [{ since: wall('00:00') - 1 }, { code: 'PAPER_TIMES' }],
  [{ since: NaN }, { code: 'PAPER_TIMES' }],
  [{ until: NaN }, { code: 'PAPER_TIMES' }]
])('refuses %o', (changes, error) => {
  expect(write(morning, changes)).toMatchObject({ ok: false, error })
})

it('names the numbers of a stretch as they are printed', () => {
  expect(paperNumbers(morning, 'DD', '3948', '3949')).toMatchObject({ value: { field: { id: 'DD' }, numbers: ['3948', '3949'] } })
  const office = anOffice({ rules: someRules({ paperNumbers: { from: 998, to: 1001 } }) })
  expect(paperNumbers({ office }, 'CT', '1998', '11001')).toMatchObject({ value: { numbers: ['1998', '1999', '11000', '11001'] } })
})
