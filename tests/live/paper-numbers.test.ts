import { expect, it } from 'vitest'
import { registerPaper } from '../../server/domain/paper-numbers.ts'
import { queueOf } from '../../server/live/queue.ts'
import { wireFact } from '../../server/wire/fact.ts'
import { wireTicket } from '../../server/wire/shapes.ts'
import { aCounter, aDay, after, ids, minute, now, value } from '../support/builders.ts'

const zone = 'Asia/Ho_Chi_Minh'
const written = registerPaper(aDay(), { field: 'CT', from: '1901', to: '1902', since: now - 20 * minute, outcomes: [{ number: '1902', state: 'absent' }] }, ids(), 'staff:guide', now)

it('staff are told that a number was handed out on paper; screens of the hall only that it is there, and what became of it', () => {
  const told = (forStaff: boolean) => value(written).map((fact, place) => wireFact({ ...fact, rev: 11 + place }, { epoch: 'e', prev: 10 + place }, zone, forStaff))
  expect(told(true)).toMatchObject([{ type: 'ticket:issued', ticket: { number: '1901', paper: true }, by: 'staff:guide' }, { type: 'ticket:issued' }, { type: 'ticket:settled', ticket: { number: '1902' }, as: 'absent' }])
  expect(JSON.stringify(told(false))).not.toMatch(/"paper"|arrivedAt|"by"/)
  expect(told(false)[2]).toMatchObject({ type: 'ticket:settled', ticket: { number: '1902' }, as: 'absent', prev: 12 })
})

it('a console shows who holds paper, since when he waits, and who was called in vain at no counter', () => {
  const day = after(aDay(), written)
  expect(queueOf(day, aCounter(1), undefined, now)).toMatchObject({
    waiting: 1, next: [{ number: '1901', paper: true, issuedAt: '2026-11-23T08:40:00.000+07:00' }], missed: [{ number: '1902', counter: 0, at: '2026-11-23T09:00:00.000+07:00' }]
  })
  const [ticket] = day.tickets.list
  expect(wireTicket(ticket!, zone)).not.toHaveProperty('paper')
})
