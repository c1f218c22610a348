import { describe, expect, it, vi } from 'vitest'
import type { Undoable } from '../../common/contract/counter.ts'
import type { ConsoleShot } from '../../common/contract/live.ts'
import type { Ticket } from '../../common/contract/ticket.ts'
import { toldTexts } from '../../common/i18n/console-told.ts'
import { fill } from '../../common/i18n/texts.ts'
import { Acting, type Done } from '../../counter/console/acting.ts'
import { freshHold, minuteChoices, minutesOf, reasonOf, returnTime } from '../../counter/console/holding.ts'
import { Returning } from '../../counter/console/returning.ts'
import { returnedTo, toldOf } from '../../counter/console/told.ts'
import { countersOf, stillToCome } from '../../counter/console/words.ts'
import { aConsole, aQueue, held, holdTerms, missed } from './support/console.ts'
import { aCall, aCounter, fields } from './support/office.ts'

const at = '2026-11-23T09:40:00+07:00'
const ticket: Ticket = {
  id: 't2014', number: '2014', field: 'HT', procedure: null, purpose: 'submit', priority: false, dossiers: 1, state: 'serving',
  serviceDate: '2026-11-23', issuedAt: at, calledAt: at, startedAt: at, endedAt: null, counter: 2, leg: 1
}
const serving = aConsole({ current: { ticket, call: aCall('2014', 2).call, recalls: 0 } })
const host = { addController () {}, removeController () {}, requestUpdate () {}, updateComplete: Promise.resolve(true) }
const no = (status: number, code: string) => ({ ok: false, error: { type: '', title: '', status, detail: code, code } }) as const

describe('until when somebody who is sent away may come back', () => {
  const until = (minutes: number, clock: string) => {
    const { until, isOverBreak, isCut } = returnTime(minutes, new Date(`2026-11-23T${clock}:00+07:00`), holdTerms)
    return [new Date(until.getTime() + 7 * 3_600_000).toISOString().slice(11, 16), isOverBreak, isCut]
  }

  it.each([
    [30, '09:42', '10:12', false, false], [60, '10:30', '11:30', false, false], [60, '11:12', '14:12', true, false],
    [15, '12:00', '13:45', true, false], [60, '16:30', '17:00', false, true], [480, '09:42', '17:00', true, true]
  ])('%d minutes from %s: %s', (minutes, clock, ...said) => {
    expect(until(minutes, clock)).toEqual(said)
  })

  it('is not cut by the closing time of a day that is over', () => {
    expect(returnTime(60, new Date('2026-11-24T08:00:00+07:00'), holdTerms)).toMatchObject({ isCut: false, isOverBreak: false })
  })

  it("is offered in the usual minutes and the office's own, or as typed", () => {
    expect([minuteChoices(holdTerms), minuteChoices({ ...holdTerms, minutes: 45 })]).toEqual([[15, 30, 60], [15, 30, 45, 60]])
    const typed = (otherMinutes: string) => minutesOf({ ...freshHold('t', holdTerms), minutes: 'other', otherMinutes })
    expect(['90', ' 5 ', '480', '481', '0', '', '1h', '-5', '1.5'].map(typed)).toEqual([90, 5, 480, ...Array<undefined>(6).fill(undefined)])
  })

  it('gives as reason what was touched and what was typed', () => {
    expect(reasonOf({ chips: ['Giấy chứng sinh', 'Bản chụp'], words: '  sổ hộ khẩu ' })).toBe('Giấy chứng sinh; Bản chụp; sổ hộ khẩu')
    expect(reasonOf({ chips: [], words: '  ' })).toBe('')
  })
})

describe('a deed that is told something', () => {
  function desk (...answers: object[]) {
    const post = vi.fn((..._asked: unknown[]) => Promise.resolve(answers.shift() ?? no(0, 'NO_CONNECTION')))
    return { post, acting: new Acting(host, { post: post as never }, () => {}) }
  }
  const keyOf = (call: unknown[]) => (call[2] as { key: string }).key

  it('sends its wish, and repeats it under the same key only word for word', async () => {
    const { post, acting } = desk()
    acting.see(serving)
    for (const reason of ['a', 'a', 'b']) await acting.act(serving, 'hold', { reason })
    expect(post.mock.calls.map(([path, body]) => [path, body])).toEqual(['a', 'a', 'b'].map(reason => ['/counters/2/hold', { reason, ticket: 't2014' }]))
    const [first, again, other] = post.mock.calls.map(keyOf)
    expect(again).toBe(first)
    expect(other).not.toBe(first)
  })

  it('says what became of the ticket until the next deed', async () => {
    const { acting } = desk({ ok: true, value: { ticket } })
    await acting.act(serving, 'hold', { reason: 'a', slip: false })
    expect(acting.done).toEqual({ deed: 'hold', ticket, slip: false })
    acting.see(aConsole())
    void acting.act(aConsole(), 'next')
    expect(acting.done).toBeUndefined()
  })

  it('remembers what an undo took back', async () => {
    const undo: Undoable = { deed: 'finish', number: '2014', until: at }
    const { acting } = desk({ ok: true, value: { ticket } })
    await acting.act(aConsole({ counter: aCounter(2, { undo }) }), 'undo')
    expect(acting.done).toMatchObject({ deed: 'undo', undid: undo })
  })
})

describe('bringing a number back that was sent away or missed', () => {
  const without = (...ids: string[]): ConsoleShot => aConsole({ queue: aQueue({ held: [held('2011', 30)].filter(({ id }) => !ids.includes(id)), missed: [missed('1039')].filter(({ id }) => !ids.includes(id)) }) })

  it.each(['t2011', 't1039'])('%s: is pending until it is off the list, and asked for once', async id => {
    const post = vi.fn((..._asked: unknown[]) => Promise.resolve({ ok: true, value: { ticket: { ...ticket, id } } }))
    const returning = new Returning(host, { post: post as never }, () => {})
    returning.see(without())
    const first = returning.bring(without(), id)
    expect(await returning.bring(without(), id)).toBe(false)
    expect(await first).toBe(true)
    expect(returning).toMatchObject({ pending: id, done: { id } })
    returning.see(without(id))
    expect(returning.pending).toBeUndefined()
    expect(post.mock.calls).toEqual([[`/tickets/${id}/return`, undefined, { key: expect.stringMatching(/^[0-9a-f]{32}$/) as string }]])
  })

  it('says why not, also when that takes the number off the list', async () => {
    const returning = new Returning(host, { post: () => Promise.resolve(no(409, 'WRONG_STATE')) as never }, () => {})
    await returning.bring(without(), 't2011')
    returning.see(without('t2011'))
    expect(returning).toMatchObject({ pending: undefined, problem: { code: 'WRONG_STATE' } })
  })
})

describe('what the officer passes on to the citizen', () => {
  const names = new Map(fields.map(({ id, name }) => [id, name]))
  const text = { say: (key: keyof typeof toldTexts.vi, blanks?: object) => fill(toldTexts.vi[key], blanks as never), of: ({ vi }: { vi: string }) => vi } as never
  const told = (deed: Done['deed'], change: Partial<Ticket>, more: Partial<Done> = {}, here: Partial<ConsoleShot> = {}) => toldOf({ deed, ticket: { ...ticket, ...change }, slip: true, ...more }, aConsole(here), names, new Map([['HT01', 'congratulation'], ['HT05', 'condolence']]), text)
  const waiting = { state: 'waiting', field: 'CT' } as const

  it.each([
    ['a hold, with paper', told('hold', { hold: { until: '2026-11-23T10:42:00+07:00', counter: 2 } }), /trước 10:42.*Phiếu hẹn/],
    ['a hold without', told('hold', { hold: { until: '2026-11-23T10:42:00+07:00', counter: 2 } }, { slip: false }), /Không in/],
    ['a hold while the printer is away', told('hold', { hold: { until: '2026-11-23T10:42:00+07:00', counter: 2 } }, {}, { printer: 'unreachable' }), /Máy in chưa trả lời/],
    ['a transfer', told('transfer', waiting), /chuyển 2014 sang Chứng thực \(quầy 1, 2, 3\)/],
    ['a transfer to a counter', told('transfer', { ...waiting, bound: { counters: [3], next: false } }), /Chứng thực \(quầy 3\)/],
    ['a transfer where nobody is', told('transfer', { ...waiting, field: 'XD' }), /Xây dựng\. .*Chưa có quầy/],
    ['a finish', told('finish', { state: 'done' }), /^2014 đã hoàn thành\.$/],
    ['a finish with a letter', told('finish', { state: 'done', procedure: 'HT01' }), /^2014 đã hoàn thành\. Nhớ trao thư chúc mừng\.$/],
    ['a finish with condolence', told('finish', { state: 'done', procedure: 'HT05' }), /Nhớ trao thư chia buồn/],
    ['a finish with another service', told('finish', waiting), /^2014 chờ tiếp Chứng thực \(quầy 1, 2, 3\)\.$/],
    ['a finish with another service here', told('finish', { ...waiting, bound: { counters: [2], next: true } }), /ở quầy này: là số tiếp theo/],
    ['a finish that leads back', told('finish', { ...waiting, bound: { counters: [3], next: true } }), /quay lại quầy 3: là số tiếp theo/],
    ['an undone call', told('undo', {}, { undid: { deed: 'next', number: '2014', until: at } }), /hoàn tác: gọi 2014.*Loa đã đọc/],
    ['an undone finish', told('undo', {}, { undid: { deed: 'finish', number: '2014', until: at } }), /^Đã hoàn tác: hoàn thành 2014\.$/],
    ['a call', told('next', {}), /^$/]
  ])('after %s', (_, said, expected) => { expect(said).toMatch(expected) })

  it('says where a returned number waits', () => {
    const back = (bound?: Ticket['bound']) => returnedTo({ ...ticket, state: 'waiting', ...bound && { bound } }, aConsole(), text)
    expect([back({ counters: [2], next: true }), back({ counters: [3], next: true }), back()]).toEqual(['2014 là số tiếp theo ở quầy này.', '2014 là số tiếp theo ở quầy 3.', '2014 đã vào lại hàng chờ.'])
  })

  it('knows what a number still has before it, and who serves what', () => {
    expect(stillToCome({ more: [{ field: 'CT' }], back: 3 }, 2)).toEqual({ services: [{ field: 'CT' }], back: 3 })
    expect(stillToCome({ back: 2 }, 2)).toEqual({ services: [] })
    const here = aConsole({ colleagues: [aCounter(5, { main: ['DD'], state: 'closed' }), aCounter(3, { main: ['DD', 'CT'], state: 'paused' })] })
    expect(countersOf('DD', here)).toEqual({ counters: [3], isOpen: true })
    expect(countersOf('XD', here)).toEqual({ counters: [], isOpen: false })
  })
})
