import { html, type TemplateResult } from 'lit'
import type { TicketShot } from '../../../common/contract/live.ts'
import type { MyTicket, Ticket } from '../../../common/contract/ticket.ts'
import type { LiveState } from '../../../common/ui/live-state.ts'
import type { Rating } from '../../../display/phone/rate.ts'
import '../../../display/phone/view.ts'
import { ago, type ScreenStates } from '../gallery/states.ts'
import { fields, office } from '../support/office.ts'

const ticket: Ticket = {
  id: 't1042', number: '1042', field: 'CT', procedure: 'CT01', purpose: 'submit', priority: false, dossiers: 1, state: 'waiting',
  serviceDate: '2026-11-23', issuedAt: ago(1500), calledAt: null, startedAt: null, endedAt: null, counter: null, leg: 1
}
const mine: MyTicket = { ticket, ahead: 5, forecast: null, counters: [1, 3], overtakenBy: [] }
const shot: TicketShot = {
  epoch: 'e1', rev: 100, at: ago(0), office, field: fields[0]!, mine,
  procedure: { name: { vi: 'Chứng thực bản sao từ bản chính', en: 'Certified copy of an original' }, papers: ['Bản chính', 'Bản chụp'], fee: '2.000 đ/trang; từ trang thứ 3: 1.000 đ/trang; tối đa 200.000 đ/bản' }
}
const overtakers = ['1044', '1047', '1051', '1052', '11000'].map(number => ({ number, why: { vi: `Số ${number} được gọi trước vì thuộc diện ưu tiên`, en: `Number ${number} was called earlier as a priority visitor` } }))
const question = { token: 'token-of-the-question', until: ago(-3600), solemn: false, officer: { name: 'Nguyễn Thị Hoàng Phương Anh Thư', title: 'Công chức Văn hóa – Xã hội, Lao động – Thương binh' } }

const draw = (state: LiveState<TicketShot>, rating: Rating = 'asked'): TemplateResult => html`<moi-phone .state=${state} rating=${rating}></moi-phone>`
const live = (change: Partial<MyTicket> = {}, rating?: Rating) => () => draw({ status: 'live', shot: { ...shot, mine: { ...mine, ...change } } }, rating)
const inState = (state: Ticket['state'], change: Partial<MyTicket> = {}, rating?: Rating) =>
  live({ ticket: { ...ticket, state, counter: 3 }, ahead: null, counters: [3], ...change }, rating)
const staleSince = '2026-11-23T09:14:03+07:00'

export default {
  sizes: [{ width: 390, height: 844 }, { width: 360, height: 640 }],
  states: {
    waiting: live(),
    forecast: live({ forecast: { earliest: '2026-11-23T09:55:00+07:00', likely: '2026-11-23T10:05:00+07:00', latest: '2026-11-23T10:15:00+07:00' } }),
    next: live({ ahead: 0, counters: [1] }),
    long: () => draw({ status: 'live', shot: { ...shot, field: fields[3]!, mine: { ...mine, ticket: { ...ticket, number: '11000' }, ahead: 112, counters: [1, 2, 3, 12], overtakenBy: overtakers } } }),
    overtaken: live({ overtakenBy: overtakers.slice(0, 1) }),
    bare: () => draw({ status: 'live', shot: { epoch: 'e1', rev: 1, at: ago(0), office: { ...office, trial: false }, field: fields[0]!, mine } }),
    called: inState('called'),
    'called-long': inState('called', { ticket: { ...ticket, number: '11000', state: 'called', counter: 12 } }),
    serving: inState('serving'),
    held: inState('held'),
    missed: inState('missed'),
    done: inState('done'),
    rate: inState('done', { rating: question }),
    'rate-solemn': inState('done', { rating: { ...question, solemn: true } }),
    'rate-sending': inState('done', { rating: question }, 'sending'),
    'rate-retry': inState('done', { rating: question }, 'retry'),
    thanks: inState('done', {}, 'thanks'),
    skipped: inState('done', {}, 'skipped'),
    used: inState('done', {}, 'used'),
    cancelled: inState('cancelled'),
    expired: inState('expired'),
    stale: () => draw({ status: 'stale', shot, staleSince }),
    'stale-called': () => draw({ status: 'stale', shot: { ...shot, mine: { ...mine, ticket: { ...ticket, state: 'called', counter: 3 }, ahead: null } }, staleSince }),
    loading: () => draw({ status: 'loading' }),
    unreached: () => draw({ status: 'stale' }),
    unknown: () => draw({ status: 'refused', code: 'NOT_FOUND' })
  }
} satisfies ScreenStates
