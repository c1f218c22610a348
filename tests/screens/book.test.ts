import { describe, expect, it } from 'vitest'
import type { Slot } from '../../common/contract/booking.ts'
import { countedFrom, datesAhead, firstFree, halves, mayGoOn, offered, type DaySlots } from '../../common/ui/booking-days.ts'
import { atFirst, bookableFields, next, type BookEvent, type BookModel } from '../../display/book/flow.ts'
import { tokenIn } from '../../display/book/token.ts'
import { catalogue } from './support/catalogue.ts'

const zone = 'Asia/Ho_Chi_Minh'
const slot = (date: string, time: string, left = 2): Slot => ({ at: `${date}T${time}:00.000+07:00`, left })
const aDay = (date: string, ...slots: Slot[]): DaySlots => ({ date, slots })
const monday = aDay('2026-11-23', slot('2026-11-23', '09:00', 0))
const wednesday = aDay('2026-11-25', slot('2026-11-25', '09:00', 0), slot('2026-11-25', '14:00'))

const fields = catalogue.fields.map(field => ({ ...field, bookable: field.id !== 'DD' }))
const office = { ...catalogue.office, moment: { kind: 'working' as const }, carried: 0, bookable: true }
const { 0: certification, 1: civil } = fields
const procedure = catalogue.procedures.find(({ field }) => field === certification?.id)!
const opened: BookEvent = { type: 'opened', office, fields, procedures: catalogue.procedures.filter(({ field }) => field !== civil?.id) }
const after = (...events: BookEvent[]): BookModel => [opened, { type: 'again' } as const, ...events].reduce(next, atFirst)
const toTime: BookEvent[] = [{ type: 'field', field: certification! }, { type: 'procedure', procedure }]
const chosen: BookEvent[] = [...toTime, { type: 'days', days: [monday, wednesday] }, { type: 'slot', slot: wednesday.slots[1]! }]
const problem = { type: 'about:blank', title: '', status: 409, detail: 'vừa có người đặt', code: 'SLOT_TAKEN' }
const booking = { code: 'ACD7RW', field: 'CT', at: '2026-11-25T14:00:00.000+07:00', date: '2026-11-25', state: 'booked' as const }

describe('the days that may be booked', () => {
  it('begin with the office\'s today, whatever day it is here', () => {
    expect(datesAhead(new Date('2026-11-22T17:30:00Z'), zone, 0, 3)).toEqual(['2026-11-23', '2026-11-24', '2026-11-25'])
    expect(datesAhead(new Date('2026-12-31T16:59:00Z'), zone, 0, 2)).toEqual(['2026-12-31', '2027-01-01'])
    expect(datesAhead(new Date('2026-11-23T03:00:00Z'), zone, 14, 1)).toEqual(['2026-12-07'])
  })

  it('are counted by what the office says of its hours, not by a clock that may be years off', () => {
    const here = new Date('2020-01-01T00:00:00Z')
    const [opensAt, closesAt] = ['2026-11-24T07:00:00+07:00', '2026-11-23T16:30:00+07:00']
    expect(countedFrom({ open: true, opensAt: null, closesAt }, here)).toEqual(new Date(closesAt))
    expect(countedFrom({ open: false, opensAt, closesAt: null }, here)).toEqual(new Date(opensAt))
    expect(countedFrom({ open: true, opensAt: null, closesAt: null }, here)).toBe(here)
  })

  it('are shown where any time is offered; the first with a free one is looked at', () => {
    expect(offered([monday, aDay('2026-11-24'), wednesday]).map(({ date }) => date)).toEqual(['2026-11-23', '2026-11-25'])
    expect(firstFree([monday, aDay('2026-11-24'), wednesday])).toBe('2026-11-25')
    expect(firstFree([monday])).toBeUndefined()
  })

  it('go on while the last week asked for had times', () => {
    const empty = (count: number) => Array.from({ length: count }, (_, index) => aDay(`2026-12-${String(index + 1).padStart(2, '0')}`))
    expect([mayGoOn([monday, ...empty(6)]), mayGoOn([monday, ...empty(7)]), mayGoOn([])]).toEqual([true, false, false])
  })

  it('keep morning and afternoon apart by the office\'s clock', () => {
    expect(halves(wednesday.slots, zone).map(({ half, slots }) => [half, slots.length])).toEqual([['morning', 1], ['afternoon', 1]])
    expect(halves([slot('2026-11-25', '11:45')], zone).map(({ half }) => half)).toEqual(['morning'])
  })
})

describe('booking', () => {
  it('offers fields whose times can be booked, and none where the office books none', () => {
    expect(bookableFields(after()).map(({ id }) => id)).toEqual(fields.map(({ id }) => id).filter(id => id !== 'DD'))
    expect(bookableFields(next(after(), { ...opened, office: { ...office, bookable: false } }))).toEqual([])
  })

  it('asks for the procedure where the field has any, and takes none for an answer', () => {
    expect(after({ type: 'field', field: certification! }).step.at).toBe('procedure')
    expect(after({ type: 'field', field: certification! }, { type: 'procedure' }).step).toMatchObject({ at: 'time', field: { id: 'CT' }, doing: 'asking' })
    expect(after({ type: 'field', field: civil! }).step.at).toBe('time')
  })

  it('goes back one step at a time', () => {
    expect(after(...toTime, { type: 'back' }).step.at).toBe('procedure')
    expect(after(...toTime, { type: 'back' }, { type: 'back' }).step.at).toBe('field')
    expect(after({ type: 'field', field: civil! }, { type: 'back' }).step.at).toBe('field')
  })

  it('looks at the first free day, and forgets the chosen time when another day is looked at', () => {
    expect(after(...chosen).step).toMatchObject({ date: '2026-11-25', chosen: { at: booking.at }, doing: 'choosing' })
    expect(after(...chosen, { type: 'day', date: '2026-11-23' }).step).toMatchObject({ date: '2026-11-23', chosen: undefined })
  })

  it('adds later days, and puts a day that was asked for anew in the place of the old one', () => {
    const later = aDay('2026-12-07', slot('2026-12-07', '09:00'))
    const { step } = after(...chosen, { type: 'days', days: [later] })
    expect(step.at === 'time' && step.days.map(({ date }) => date)).toEqual(['2026-11-23', '2026-11-25', '2026-12-07'])
    expect(step).toMatchObject({ chosen: { at: booking.at } })
  })

  it('lets go of a time that somebody else took, and says so', () => {
    const taken = after(...chosen, { type: 'booking' }, { type: 'asking' }, { type: 'days', days: [aDay('2026-11-25', slot('2026-11-25', '14:00', 0))] }, { type: 'failed', problem })
    expect(taken.step).toMatchObject({ chosen: undefined, doing: 'choosing', date: '2026-11-25' })
    expect(taken.problem).toBe(problem)
    expect(next(taken, { type: 'slot', slot: slot('2026-11-25', '14:15') }).problem).toBeUndefined()
  })

  it('may be tried again as it was when no answer came', () => {
    expect(after(...chosen, { type: 'booking' }, { type: 'failed', problem }).step).toMatchObject({ doing: 'choosing', chosen: { at: booking.at } })
  })

  it('ends with the booking, which may be given up after one more question', () => {
    const booked = after(...chosen, { type: 'booked', booked: { booking, token: 'Zk3vQxT9mLw2Rb7uYp5sAe' } })
    expect(booked.step).toMatchObject({ at: 'booked', booking, isNew: true, cancelling: 'offered' })
    const asked = next(next(booked, { type: 'cancelling', to: 'asked' }), { type: 'cancelling', to: 'sending' })
    expect(next(asked, { type: 'failed', problem }).step).toMatchObject({ cancelling: 'asked' })
    expect(next(asked, { type: 'found', token: 't', booking: { ...booking, state: 'cancelled' } }).step).toMatchObject({ booking: { state: 'cancelled' }, cancelling: 'offered' })
  })
})

describe('the address of a booking', () => {
  it('keeps its token behind the #, where no server sees it', () => {
    expect(tokenIn('#Zk3vQxT9mLw2Rb7uYp5sAe')).toBe('Zk3vQxT9mLw2Rb7uYp5sAe')
  })

  it.each(['', '#', '#short', '#Zk3vQxT9mLw2 Rb7uYp5s', `#${'a'.repeat(65)}`, '#Zk3vQxT9mLw2Rb7uYp5sAe/../x'])('names none when it is damaged: %s', hash => {
    expect(tokenIn(hash)).toBeUndefined()
  })
})
