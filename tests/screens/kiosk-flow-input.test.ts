import { describe, expect, it } from 'vitest'
import type { Problem } from '../../common/contract/problem.ts'
import { bookingIn, codeDigits, codeLetters } from '../../common/ui/booking-code.ts'
import { DoubleTouch } from '../../display/kiosk/double-touch.ts'
import { follow } from '../../display/kiosk/flow.ts'
import { Scanner } from '../../common/ui/scanner.ts'
import { start, type CheckingIn, type Input, type Step } from '../../display/kiosk/steps.ts'
import { bookingCode } from '../../server/domain/booking.ts'

const from = (step: Step, ...inputs: Input[]) => inputs.reduce<Step>((step, input) => follow(step, input, () => 'key'), step)
const problem = (code: Problem['code']) => ({ code, detail: '' }) as Problem

describe('the code of a booking', () => {
  const typing = (...keys: string[]) => from(start, { do: 'booking' }, ...keys.map((key): Input => ({ do: 'key', key }))) as CheckingIn

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
