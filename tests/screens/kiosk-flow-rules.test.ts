import { describe, expect, it, vi } from 'vitest'
import type { KioskShot } from '../../common/contract/live.ts'
import type { Problem } from '../../common/contract/problem.ts'
import type { TicketTaken } from '../../common/contract/ticket.ts'
import { bookingIn, codeDigits, codeLetters } from '../../display/kiosk/booking.ts'
import { DoubleTouch } from '../../display/kiosk/double-touch.ts'
import { follow } from '../../display/kiosk/flow.ts'
import { followKiosk } from '../../display/kiosk/live.ts'
import { Scanner } from '../../display/kiosk/scanner.ts'
import { isGivenBefore, meaningOf, paperlessShownMs } from '../../display/kiosk/shown.ts'
import { start, type CheckingIn, type Confirming, type Input, type Step } from '../../display/kiosk/steps.ts'
import { closedTold, shutTold } from '../../display/kiosk/told.ts'
import { isNearlyOut, isShut, mayAdd, requestOf, servicesOf } from '../../display/kiosk/wish.ts'
import { bookingCode } from '../../server/domain/booking.ts'
import { now } from './gallery/states.ts'
import { catalogue } from './support/catalogue.ts'
import { office } from './support/office.ts'

let made = 0
const key = () => `key${++made}`
const from = (step: Step, ...inputs: Input[]) => inputs.reduce<Step>((step, input) => follow(step, input, key), step)
const go = (...inputs: Input[]) => from(start, ...inputs)
const field = (id: string, change: object = {}) => ({ ...catalogue.fields.find(field => field.id === id)!, ...change })
const choose = (id: string): Input => {
  const procedure = catalogue.procedures.find(procedure => procedure.id === id)!
  return { do: 'procedure', field: field(procedure.field), procedure }
}
const proceduresOf = (step: Step) => servicesOf(step as Confirming).map(({ procedure }) => procedure?.id)
const problem = (code: Problem['code']) => ({ code, detail: '' }) as Problem

describe('how many dossiers', () => {
  it('is asked where the field says so, and nowhere else', () => {
    expect(go(choose('CT01'))).toMatchObject({ at: 'dossiers', count: 1 })
    expect(go(choose('HT01'))).toMatchObject({ at: 'confirm' })
  })

  it('goes to the office with the wish, and can be changed', () => {
    const thirty = go(choose('CT01'), { do: 'count', count: 30 }, { do: 'counted' }) as Confirming
    expect(requestOf(thirty, 'vi')).toMatchObject({ field: 'CT', procedure: 'CT01', dossiers: 30 })
    const refused = from(thirty, { do: 'send' }, { do: 'refused', key: thirty.key, problem: problem('TOO_MANY_DOSSIERS') }, { do: 'dossiers' })
    expect(refused).toMatchObject({ at: 'dossiers', count: 30 })
    const fewer = from(refused, { do: 'count', count: 20 }, { do: 'counted' }) as Confirming
    expect([fewer.dossiers, fewer.problem, fewer.key === thirty.key]).toEqual([20, undefined, false])
  })

  it('is never less than one', () => {
    expect(go(choose('CT01'), { do: 'count', count: 0 })).toMatchObject({ count: 1 })
  })

  it('leads back to where one came from', () => {
    expect(go(choose('CT01'), { do: 'back' })).toBe(start)
    const confirm = go(choose('CT01'), { do: 'counted' })
    expect(from(confirm, { do: 'dossiers' }, { do: 'back' })).toBe(confirm)
  })
})

describe('several services on one number', () => {
  const two = () => go(choose('HT01'), { do: 'more' }, { do: 'field', field: field('BT'), hasProcedures: true }, choose('BT01'))

  it('are chosen like the first, and go to the office in order', () => {
    expect(requestOf(two() as Confirming, 'vi')).toEqual({ field: 'HT', procedure: 'HT01', purpose: 'submit', language: 'vi', more: [{ field: 'BT', procedure: 'BT01' }] })
  })

  it('are found by name as well', () => {
    expect(proceduresOf(go(choose('HT01'), { do: 'more' }, { do: 'search' }, choose('BT01')))).toEqual(['HT01', 'BT01'])
  })

  it('ask for the dossiers as soon as one of them wants to know, and only once', () => {
    const asked = from(two(), { do: 'more' }, choose('CT01'))
    expect(asked).toMatchObject({ at: 'dossiers' })
    const counted = from(asked, { do: 'count', count: 4 }, { do: 'counted' })
    expect(from(counted, { do: 'more' }, choose('CT02'))).toMatchObject({ at: 'confirm', dossiers: 4 })
  })

  it('can be taken off again, the first one too; with the last that asked goes the count', () => {
    const three = from(two(), { do: 'more' }, choose('CT01'), { do: 'counted' })
    expect(proceduresOf(from(three, { do: 'drop', place: 0 }))).toEqual(['BT01', 'CT01'])
    expect(from(three, { do: 'drop', place: 2 })).not.toHaveProperty('dossiers')
    expect(from(go(choose('HT01')), { do: 'drop', place: 0 })).toMatchObject({ procedure: { id: 'HT01' } })
  })

  it('are five at most, each once, and a changed wish is a new intent', () => {
    const five = from(two(), ...['HT02', 'HT03', 'HT04', 'HT05'].flatMap((id): Input[] => [{ do: 'more' }, choose(id)])) as Confirming
    expect([servicesOf(five).length, mayAdd(five)]).toEqual([5, false])
    const twice = from(two(), { do: 'more' }, choose('BT01'))
    expect(proceduresOf(twice)).toEqual(['HT01', 'BT01'])
    const one = go(choose('HT01')) as Confirming
    expect((from(one, { do: 'more' }, choose('BT01')) as Confirming).key).not.toBe(one.key)
  })

  it('back leads to the wish as it was; the start forgets it', () => {
    const one = go(choose('HT01'))
    expect(from(one, { do: 'more' }, { do: 'back' })).toBe(one)
    expect(from(one, { do: 'more' }, { do: 'field', field: field('BT'), hasProcedures: true }, { do: 'back' }, { do: 'back' })).toBe(one)
    expect(from(one, { do: 'more' }, { do: 'home' })).toBe(start)
  })
})

describe('a field that gives out no number', () => {
  it('is closed, or has none left; a few left are worth saying', () => {
    const about = (change: object) => [isShut(field('HT', change)), isNearlyOut(field('HT', change))]
    expect([{}, { open: false }, { quotaLeft: 0 }, { quotaLeft: 3 }, { quotaLeft: 40 }].map(about)).toEqual([[false, false], [true, false], [true, false], [false, true], [false, false]])
  })

  it('says so when touched, and leads back to the choice', () => {
    const shut = go({ do: 'field', field: field('HT', { quotaLeft: 0 }), hasProcedures: true })
    expect(shut).toMatchObject({ at: 'shut', field: { id: 'HT' } })
    expect(from(shut, { do: 'back' })).toBe(start)
    expect(go({ do: 'search' }, { do: 'procedure', field: field('HT', { open: false }) })).toMatchObject({ at: 'shut' })
  })

  it('always names something to do next', () => {
    const told = (change: object) => shutTold(field('HT', change), catalogue, now)
    expect(told({ quotaLeft: 0, bookable: true }).actions?.map(({ touched }) => touched.do)).toEqual(['back', 'booking'])
    expect(told({ quotaLeft: 0, bookable: false }).actions).toHaveLength(1)
    expect(told({ open: false, opensAt: '2026-11-23T13:15:00+07:00' }).lines[0]).toContain('13:15')
    expect(told({ open: false, opensAt: null }).lines[0]).toContain('cán bộ hướng dẫn')
    expect(closedTold({ ...catalogue, office: { ...catalogue.office, opensAt: '2026-11-24T07:00:00+07:00' } }, now).lines[0]).toContain('24/11/2026')
  })
})

describe('a break', () => {
  const shot: KioskShot = { epoch: 'e1', rev: 1, at: '2026-11-23T11:30:00+07:00', office, waiting: {}, printer: 'ready', printers: [] }
  const lunch = { until: '2026-11-23T13:30:00+07:00', carried: 4 }

  it('begins and ends with its signal, and has the catalogue asked for once', () => {
    const changed = vi.fn()
    const { signal } = followKiosk(changed)
    const paused = signal!(shot, { type: 'break:changed', break: lunch })!
    expect(paused.break).toEqual(lunch)
    expect(signal!(paused, { type: 'break:changed', break: { ...lunch } })).toBe(paused)
    expect(changed).toHaveBeenCalledTimes(1)
    expect(signal!(paused, { type: 'break:changed' })).toEqual(shot)
  })
})

describe('the code of a booking', () => {
  const typing = (...keys: string[]) => go({ do: 'booking' }, ...keys.map((key): Input => ({ do: 'key', key }))) as CheckingIn

  it('has on the keys just the letters that the office makes codes of', () => {
    const every = Array.from({ length: 128 }, (_, at) => String.fromCharCode(at))
    const ofTheOffice = every.filter(letter => bookingCode(() => `${letter}AAAAAA`).startsWith(letter))
    expect([...codeLetters, ...codeDigits].sort()).toEqual(ofTheOffice.sort())
  })

  it('is typed letter by letter, six of them, small ones too', () => {
    expect(typing('k', '7', 'O', 'W', 'Enter', 'delete', 'M').code).toBe('K7M')
    expect(typing(...'ACDEFHJK').code).toBe('ACDEFH')
  })

  it('begins anew with the first letter after a "no"', () => {
    const asked = { code: 'ACDEFH' }
    const no = from(typing(...'ACDEFH'), { do: 'checkIn', asked }, { do: 'notCheckedIn', asked, problem: problem('NOT_FOUND') })
    expect(no).toMatchObject({ code: 'ACDEFH', sending: false, problem: { code: 'NOT_FOUND' } })
    expect(from(no, { do: 'key', key: 'K' })).toEqual({ at: 'booking', code: 'K', sending: false })
    expect(from(no, { do: 'key', key: 'delete' })).toMatchObject({ code: 'ACDEF' })
  })

  it('is asked for once while the answer is under way, and an answer to another question is not heard', () => {
    const asked = { code: 'ACDEFH' }
    const sending = from(typing(...'ACDEFH'), { do: 'checkIn', asked })
    expect(from(sending, { do: 'checkIn', asked: { token: 'x' } }, { do: 'key', key: 'K' }, { do: 'back' })).toBe(sending)
    expect(from(sending, { do: 'notCheckedIn', asked: { code: 'ACDEFH' }, problem: problem('NOT_FOUND') })).toBe(sending)
  })

  const token = 'Zk3vQxT9mLw2Rb7uYp5s_e-A'
  it.each([
    ['the code', 'K7WMA3', { code: 'K7WMA3' }],
    ['as people write it', 'k7w-ma3 ', { code: 'K7WMA3' }],
    ['the token', token, { token }],
    ['the address of its page', `http://192.168.1.20:8080/book/${token}`, { token }],
    ['that of one office among many', `https://so.example.vn/o/mau-son/book/${token}?lang=en#top`, { token }],
    ['a slip of the queue', `http://192.168.1.20:8080/t/${token}`, undefined],
    ['an identity card', '020184000123|080012345|Nguyễn Văn Ví Dụ|01011984|Nam', undefined],
    ['a code with a letter that no code has', 'K7WMA0', undefined],
    ['nothing', ' ', undefined]
  ])('is read from a scan: %s', (_what, text, read) => {
    expect(bookingIn(text)).toEqual(read)
  })
})

describe('a scanner', () => {
  const scan = (scanner: Scanner, text: string, at = 0) => [...text].forEach((letter, place) => scanner.hear(letter, at + place * 8))

  it('types and ends with Enter, once or twice', () => {
    const scanner = new Scanner()
    scan(scanner, 'K7WMA3')
    expect([scanner.hear('Enter', 60), scanner.hear('Enter', 62), scanner.hear('Enter', 900)]).toEqual(['K7WMA3', '', undefined])
  })

  it('is not confused by keys that are no letters, nor by what was pressed long before', () => {
    const scanner = new Scanner()
    scan(scanner, 'XY')
    for (const letter of ['Shift', ...'K7WMA3']) scanner.hear(letter, 5000)
    expect(scanner.hear('Enter', 5010)).toBe('K7WMA3')
  })
})

describe('a double touch', () => {
  const touch = (timeStamp: number, { x = 500, pointerType = 'touch' } = {}) => ({ clientX: x, clientY: 900, timeStamp, pointerType })
  const second = (first: ReturnType<typeof touch>, next: ReturnType<typeof touch>, pictures: [string, string], detail = 1) => {
    const doubleTouch = new DoubleTouch()
    doubleTouch.pressed(first, pictures[0])
    const isFirst = doubleTouch.isForgotten({ detail: 1 }, pictures[0])
    doubleTouch.pressed(next, pictures[1])
    return [isFirst, doubleTouch.isForgotten({ detail }, pictures[1])]
  }

  it('chooses nothing on the picture that the first touch brought', () => {
    expect(second(touch(0), touch(300), ['fields', 'procedures'])).toEqual([false, true])
  })

  it.each([
    ['on the same picture it is meant', touch(300), ['dossiers', 'dossiers'] as [string, string]],
    ['elsewhere it is meant', touch(300, { x: 700 }), ['fields', 'procedures'] as [string, string]],
    ['after a while it is meant', touch(900), ['fields', 'procedures'] as [string, string]],
    ['a mouse that does not count it as double means it', touch(300, { pointerType: 'mouse' }), ['fields', 'procedures'] as [string, string]]
  ])('%s', (_what, next, pictures) => {
    expect(second(touch(0), next, pictures)).toEqual([false, false])
  })

  it('is what a mouse says it is, and never a key', () => {
    expect(second(touch(0), touch(300, { pointerType: 'mouse' }), ['fields', 'procedures'], 2)[1]).toBe(true)
    expect(second(touch(0), touch(300), ['fields', 'procedures'], 0)[1]).toBe(false)
  })

  it('may press twice before the first click is heard', () => {
    const doubleTouch = new DoubleTouch()
    for (const at of [0, 150]) doubleTouch.pressed(touch(at), 'fields')
    expect([doubleTouch.isForgotten({ detail: 1 }, 'fields'), doubleTouch.isForgotten({ detail: 1 }, 'procedures')]).toEqual([false, true])
  })

  it('may be a triple one', () => {
    const doubleTouch = new DoubleTouch()
    const forgotten = [[0, 'confirm'], [400, 'ticket'], [800, 'ticket']].map(([at, picture]) => {
      doubleTouch.pressed(touch(at as number), picture as string)
      return doubleTouch.isForgotten({ detail: 1 }, picture as string)
    })
    expect(forgotten).toEqual([false, true, true])
  })
})

describe('the number of a booked time', () => {
  const at = Date.parse('2026-11-23T09:00:00+07:00')
  const taken = (appointment?: string) => ({ ticket: { number: '1008', field: 'CT', issuedAt: '2026-11-23T08:59:58+07:00', ...appointment !== undefined && { appointment } }, print: { job: 'j', state: 'queued' } }) as TicketTaken

  it('says what the time means for it', () => {
    expect(['2026-11-23T09:15:00+07:00', '2026-11-23T08:55:00+07:00', undefined].map(time => meaningOf(taken(time), at))).toEqual(['early', 'inTime', 'late'])
  })

  it('may have been given out before: then no slip is promised, and there is time to read', () => {
    expect([isGivenBefore(taken(), at), isGivenBefore(taken(), at + 60_000)]).toEqual([false, true])
    const again = go({ do: 'booking' }, { do: 'taken', taken: taken(), now: at, booked: true, again: {} })
    expect(again).toMatchObject({ at: 'ticket', booked: true, closesAt: at + paperlessShownMs })
    expect(again).not.toHaveProperty('print')
  })
})
