import { describe, expect, it } from 'vitest'
import type { LiveFact, TicketShot } from '../../common/contract/live.ts'
import type { MyTicket, Ticket } from '../../common/contract/ticket.ts'
import { isNewCall, titleOf } from '../../display/phone/attention.ts'
import { followTicket } from '../../display/phone/follow.ts'
import { tokenOf } from '../../display/phone/token.ts'
import { aCall, fields, office } from './support/office.ts'

const at = '2026-11-23T09:40:00+07:00'
const ticket: Ticket = {
  id: 't1042', number: '1042', field: 'CT', procedure: null, purpose: 'submit', priority: false, dossiers: 1, state: 'waiting',
  serviceDate: '2026-11-23', issuedAt: at, calledAt: null, startedAt: null, endedAt: null, counter: null, leg: 1
}
const mine: MyTicket = { ticket, ahead: 2, forecast: null, counters: [1, 3], overtakenBy: [{ number: '1044', why: { vi: 'a', en: 'b' } }] }
const shot: TicketShot = { epoch: 'e1', rev: 1, at, office, field: fields[0]!, mine }
const numbered = { epoch: 'e1', rev: 2, prev: 1, at }
const { call } = aCall('1042', 3)

function afterFact (fact: Partial<LiveFact>, before = shot): MyTicket | undefined {
  return followTicket.fact(before, { ...numbered, ticket: { id: 't1042', number: '1042', field: 'CT', priority: false }, counter: 3, ...fact } as LiveFact)?.mine
}

describe('how a phone follows its ticket', () => {
  it('says at once that it is called, and where', () => {
    expect(afterFact({ type: 'ticket:called', call })).toMatchObject({ ticket: { state: 'called', counter: 3, calledAt: call.at }, counters: [3], ahead: null, overtakenBy: [] })
  })

  it.each([['ticket:started', 'serving'], ['ticket:finished', 'done'], ['ticket:missed', 'missed'], ['ticket:expired', 'expired']] as const)('knows what %s makes of it', (type, state) => {
    expect(afterFact({ type } as Partial<LiveFact>)?.ticket.state).toBe(state)
  })

  it('leaves other tickets alone', () => {
    const another = { ...numbered, type: 'ticket:missed', ticket: { id: 't1', number: '1001', field: 'CT', priority: false }, counter: 1 } as const
    expect(followTicket.fact(shot, another)).toBe(shot)
  })

  it('takes what the office counted anew', () => {
    expect(followTicket.signal?.(shot, { type: 'ticket:changed', mine: { ...mine, ahead: 1 } })?.mine.ahead).toBe(1)
  })

  it('cannot tell what settings mean', () => {
    expect(followTicket.fact(shot, { ...numbered, type: 'setting:changed', settings: ['confirmed'] })).toBeUndefined()
  })
})

describe('what calls the citizen back to the page', () => {
  const called = afterFact({ type: 'ticket:called', call })!

  it('is the title', () => {
    expect(titleOf(mine, 'vi')).toBe('Còn 2 người – số 1042')
    expect(titleOf({ ...mine, ahead: 0 }, 'vi')).toBe('Sắp đến lượt – số 1042')
    expect(titleOf(called, 'vi')).toBe('MỜI ĐẾN QUẦY 3 – số 1042')
  })

  it('is each call and recall, but not a reload', () => {
    expect(isNewCall(mine, called)).toBe(true)
    expect(isNewCall(called, { ...called, ticket: { ...called.ticket, calledAt: '2026-11-23T09:59:00+07:00' } })).toBe(true)
    expect(isNewCall(called, { ...called, ticket: { ...called.ticket, calledAt: '2026-11-23T09:01:00+07:00' } })).toBe(false)
    expect(isNewCall(called, called)).toBe(false)
    expect(isNewCall(undefined, called)).toBe(false)
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
