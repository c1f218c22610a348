import fc from 'fast-check'
import { expect, it } from 'vitest'
import { returnTime } from '../../counter/console/holding.ts'
import { hold } from '../../server/domain/sending.ts'
import { instantOn } from '../../server/domain/time.ts'
import { wireHoldTerms } from '../../server/wire/moment.ts'
import { aCounter, aDay, anOffice, aTicket, at, minute, value } from '../support/builders.ts'

const zone = 'Asia/Ho_Chi_Minh'
/** Often around lunch, where a minute decides. */
const minuteOfDay = fc.oneof(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 11 * 60 + 15, max: 11 * 60 + 35 }))

it('the box says the very time the office will then promise, at any moment of the day, over lunch and up to the end', () => {
  fc.assert(fc.property(minuteOfDay, fc.oneof(fc.integer({ min: 1, max: 480 }), fc.integer({ min: 1, max: 20 })), fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 90 })), fc.boolean(), (clock, minutes, openFor, alwaysOpen) => {
    const now = instantOn('2026-11-23', '00:00', zone) + clock * minute
    const asked = Math.min(now + openFor * minute, instantOn('2026-11-23', '23:59', zone))
    const ticket = aTicket('1001', { state: 'serving', counter: 1 })
    const day = aDay({ office: anOffice({ alwaysOpen }), tickets: [ticket], counters: [aCounter(1, { ticket: ticket.id })] })
    const [fact] = value(hold(day, at(1, asked), { reason: 'r', minutes }))
    // The snapshot may be older than the question, as long as the closing time lies not between them.
    const shotAt = now < instantOn('2026-11-23', '17:00', zone) === asked < instantOn('2026-11-23', '17:00', zone) ? now : asked
    const shown = returnTime(minutes, new Date(asked), wireHoldTerms(day, shotAt)).until.getTime()
    expect(fact).toMatchObject({ type: 'ticket:held', until: shown })
  }), { numRuns: 2000 })
})
