import { describe, expect, it } from 'vitest'
import type { LiveFact, TicketShot } from '../../common/contract/live.ts'
import type { Forecast, MyTicket, Ticket } from '../../common/contract/ticket.ts'
import { isNewCall, isNewlyMissed, titleOf } from '../../display/phone/attention.ts'
import { countdown, isLate, todo } from '../../display/phone/away.ts'
import { followTicket } from '../../display/phone/follow.ts'
import { isNews, movedAfter } from '../../display/phone/moved.ts'
import { newsAfter } from '../../display/phone/news.ts'
import { tokenOf } from '../../display/phone/token.ts'
import { aCall, aProspect, fields, office } from './support/office.ts'

const at = '2026-11-23T09:40:00+07:00'
const ticket: Ticket = {
  id: 't1042', number: '1042', field: 'CT', procedure: null, purpose: 'submit', priority: false, dossiers: 1, state: 'waiting',
  serviceDate: '2026-11-23', issuedAt: at, calledAt: null, startedAt: null, endedAt: null, counter: null, leg: 1
}
const mine: MyTicket = { ticket, ahead: 2, forecast: null, counters: [1, 3], overtakenBy: [{ number: '1044', why: { vi: 'a', en: 'b' } }] }
const shot: TicketShot = { epoch: 'e1', rev: 1, at, office, field: fields[0]!, mine }
const inState = (state: Ticket['state'], change: Partial<Ticket> = {}): MyTicket => ({ ...mine, ticket: { ...ticket, state, ...change } })
const held = inState('held', { hold: { until: '2026-11-23T10:10:00+07:00', counter: 3 } })
const numbered = { epoch: 'e1', rev: 2, prev: 1, at }
const { call } = aCall('1042', 3)

function afterFact (fact: Partial<LiveFact>, before = shot): MyTicket | undefined {
  return followTicket.fact(before, { ...numbered, ticket: { id: 't1042', number: '1042', field: 'CT', priority: false }, counter: 3, ...fact } as LiveFact)?.mine
}

describe('how a phone follows its ticket', () => {
  it('says at once that it is called, and where', () => {
    expect(afterFact({ type: 'ticket:called', call })).toMatchObject({ ticket: { state: 'called', counter: 3, calledAt: call.at }, counters: [3], ahead: null, overtakenBy: [] })
  })

  it('says at once until when it is kept, and where; and no more when it is back', () => {
    const held = afterFact({ type: 'ticket:held', until: '2026-11-23T10:10:00+07:00' }, { ...shot, mine: { ...mine, advice: { vi: 'cũ', en: 'old' } } })
    expect(held).toMatchObject({ ticket: { state: 'held', hold: { counter: 3, until: '2026-11-23T10:10:00+07:00' } }, counters: [3], advice: undefined })
    const back = afterFact({ type: 'ticket:returned', from: 'held' }, { ...shot, mine: held ?? mine })
    expect(back?.ticket).toMatchObject({ state: 'waiting', counter: null, hold: undefined })
  })

  it.each(['ticket:transferred', 'ticket:undone'] as const)('cannot tell what %s leaves', type => {
    expect(afterFact({ type } as Partial<LiveFact>)).toBeUndefined()
  })

  it.each([['ticket:started', 'serving'], ['ticket:finished', 'done'], ['ticket:missed', 'missed'], ['ticket:cancelled', 'cancelled'], ['ticket:expired', 'expired']] as const)('knows what %s makes of it', (type, state) => {
    expect(afterFact({ type } as Partial<LiveFact>)?.ticket.state).toBe(state)
  })

  it('leaves other tickets alone', () => {
    const another = { ...numbered, type: 'ticket:missed', ticket: { id: 't1', number: '1001', field: 'CT', priority: false }, counter: 1 } as const
    expect(followTicket.fact(shot, another)).toBe(shot)
  })

  it('takes what the office counted anew', () => {
    expect(followTicket.signal?.(shot, { type: 'ticket:changed', mine: { ...mine, ahead: 1 } })?.mine.ahead).toBe(1)
  })

  it.each([{ field: 'DD' }, { procedure: 'CT02' }])('asks for the names of what it was sent on to: %j', change => {
    expect(followTicket.signal?.(shot, { type: 'ticket:changed', mine: { ...mine, ticket: { ...ticket, ...change } } })).toBeUndefined()
  })

  it('cannot tell what settings mean', () => {
    expect(followTicket.fact(shot, { ...numbered, type: 'setting:changed', settings: ['confirmed'] })).toBeUndefined()
  })
})

describe('what is expected', () => {
  const forecast = (minutes: number, widthMinutes = 20) => aProspect(minutes, minutes + widthMinutes).forecast!
  const after = (before: TicketShot, mine?: Forecast | null) => followTicket.signal?.(before, { type: 'forecast:changed', ...mine !== undefined && { mine } })?.mine.forecast

  it('follows the office, also to nothing', () => {
    expect(after(shot, forecast(10))).toEqual(forecast(10))
    expect(after({ ...shot, mine: { ...mine, forecast: forecast(10) } }, null)).toBeNull()
    expect(after({ ...shot, mine: { ...mine, forecast: forecast(10) } })).toEqual(forecast(10))
  })

  it('comes too late for a number that was called meanwhile', () => {
    expect(after({ ...shot, mine: inState('called') }, forecast(10))).toBeNull()
  })

  it('is said to have moved only where it reads otherwise, and which way', () => {
    const at = '2026-11-23T09:42:10+07:00'
    expect(movedAfter(undefined, forecast(10), forecast(25), at)).toEqual({ at, to: 'later' })
    expect(movedAfter(undefined, forecast(25), forecast(10), at)).toEqual({ at, to: 'earlier' })
    expect(movedAfter(undefined, forecast(10), forecast(10.01), at)).toBeUndefined()
    expect(movedAfter(undefined, null, forecast(10), at)).toBeUndefined()
    const known = { at: '2026-11-23T09:40:00+07:00', to: 'later' } as const
    expect(movedAfter(known, forecast(10), forecast(10.01), at)).toBe(known)
    expect(movedAfter(known, forecast(10), null, at)).toBeUndefined()
  })

  it('is news for three minutes', () => {
    const moved = { at: '2026-11-23T09:40:00+07:00', to: 'later' } as const
    expect(['09:42:59', '09:43:00'].map(time => isNews(moved, new Date(`2026-11-23T${time}+07:00`)))).toEqual([true, false])
  })
})

describe('what calls the citizen back to the page', () => {
  const called = afterFact({ type: 'ticket:called', call })!

  it('is the title', () => {
    const title = (of: MyTicket) => titleOf(of, 'vi', office.timeZone)
    expect(title(mine)).toBe('Còn 2 người – số 1042')
    expect(title({ ...mine, ahead: 0 })).toBe('Sắp đến lượt – số 1042')
    expect(title(called)).toBe('MỜI ĐẾN QUẦY 3 – số 1042')
    expect(title(held)).toBe('Giữ đến 10:10 – số 1042')
    expect(title(inState('missed'))).toBe('LỠ LƯỢT, MỜI BÁO CÁN BỘ – số 1042')
  })

  it('is each call and recall, but not a reload', () => {
    expect(isNewCall(mine, called)).toBe(true)
    expect(isNewCall(called, { ...called, ticket: { ...called.ticket, calledAt: '2026-11-23T09:59:00+07:00' } })).toBe(true)
    expect(isNewCall(called, { ...called, ticket: { ...called.ticket, calledAt: '2026-11-23T09:01:00+07:00' } })).toBe(false)
    expect(isNewCall(called, called)).toBe(false)
    expect(isNewCall(undefined, called)).toBe(false)
  })

  it('is a call that was missed, once', () => {
    expect(isNewlyMissed(called, inState('missed'))).toBe(true)
    expect(isNewlyMissed(inState('missed'), inState('missed'))).toBe(false)
    expect(isNewlyMissed(undefined, inState('missed'))).toBe(false)
  })
})

describe('a number that is away', () => {
  const at = (time: string) => new Date(`2026-11-23T${time}+07:00`)

  it.each([['09:00:00', 'còn 1 giờ 10 phút'], ['09:10:00', 'còn 1 giờ'], ['09:45:30', 'còn 24 phút'], ['10:08:59', 'còn 1 phút'], ['10:09:01', 'còn chưa đến 1 phút']])('at %s has in words: %s', (time, words) => {
    expect(countdown('2026-11-23T10:10:00+07:00', at(time), 'vi')).toBe(words)
  })

  it('reads what to do before the office says so, and when the time has gone by in silence', () => {
    const said = { ...held, advice: { vi: 'của văn phòng', en: 'the office' } }
    expect(todo(held, at('09:40:00'), office.timeZone)?.vi).toMatch(/^Quầy 3 giữ số của Ông\/Bà đến 10:10\./)
    expect([isLate(said, at('10:10:00')), isLate(said, at('10:10:01'))]).toEqual([false, true])
    expect(todo(said, at('10:11:00'), office.timeZone)?.vi).toMatch(/^Đã quá 10:10/)
    expect(todo({ ...inState('missed'), advice: said.advice }, at('10:11:00'), office.timeZone)).toEqual(said.advice)
    expect(todo(inState('missed', { counter: 2 }), at('10:11:00'), office.timeZone)?.vi).toMatch(/^Quầy 2 đã gọi/)
    expect(todo(mine, at('10:11:00'), office.timeZone)).toBeUndefined()
  })
})

describe('news for whoever waits again', () => {
  it.each([
    ['held', {}, 'returned'], ['missed', {}, 'returned'], ['called', {}, 'undone'], ['serving', {}, 'undone'], ['serving', { leg: 2 }, undefined], ['waiting', {}, undefined]
  ] as const)('after %s %j: %s', (state, change, news) => {
    expect(newsAfter(undefined, inState(state), inState('waiting', change))).toBe(news)
  })

  it('stay until something else happens', () => {
    expect(newsAfter('returned', mine, { ...mine, ahead: 1 })).toBe('returned')
    expect(newsAfter('returned', mine, inState('called'))).toBeUndefined()
    expect(newsAfter('returned', mine, inState('waiting', { leg: 2 }))).toBeUndefined()
    expect(newsAfter(undefined, undefined, mine)).toBeUndefined()
  })
})

describe('the address of a slip', () => {
  it.each(['/t/Zk3vQxT9mLw2Rb7uYp5sAe', '/o/mau-son/t/Zk3vQxT9mLw2Rb7uYp5sAe/'])('names its token: %s', path => {
    expect(tokenOf(path)).toBe('Zk3vQxT9mLw2Rb7uYp5sAe')
  })

  it.each(['/t/', '/t/short', '/t/Zk3vQxT9mLw2Rb7uYp5s%E0%A4', '/t/Zk3vQxT9mLw2 Rb7uYp5s', `/t/${'a'.repeat(65)}`])('names none when it is damaged: %s', path => {
    expect(tokenOf(path)).toBeUndefined()
  })
})
