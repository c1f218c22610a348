import { html, type TemplateResult } from 'lit'
import type { TicketShot } from '../../../common/contract/live.ts'
import type { MyTicket, Ticket } from '../../../common/contract/ticket.ts'
import type { LiveState } from '../../../common/ui/live-state.ts'
import type { Rating } from '../../../display/phone/rate.ts'
import '../../../display/phone/view.ts'
import type { Cancelling } from '../../../display/phone/cancel.ts'
import type { Moved } from '../../../display/phone/moved.ts'
import type { News } from '../../../display/phone/news.ts'
import { ago, now, type ScreenStates } from '../gallery/states.ts'
import { aProspect, fields, office } from '../support/office.ts'

const ticket: Ticket = {
  id: 't1042', number: '1042', field: 'CT', procedure: 'CT01', purpose: 'submit', priority: false, dossiers: 1, state: 'waiting',
  serviceDate: '2026-11-23', issuedAt: ago(1500), calledAt: null, startedAt: null, endedAt: null, counter: null, leg: 1
}
const mine: MyTicket = { ticket, ahead: 5, forecast: null, counters: [1, 3], overtakenBy: [] }
const shot: TicketShot = {
  epoch: 'e1', rev: 100, at: ago(0), office, field: fields[0]!, mine,
  procedure: { name: { vi: 'Chứng thực bản sao từ bản chính', en: 'Certified copy of an original' }, papers: ['Bản chính', 'Bản chụp'], fee: '2.000 đ/trang; từ trang thứ 3: 1.000 đ/trang; tối đa 200.000 đ/bản' }
}
const { forecast } = aProspect(13, 31)
const overtakers = ['1044', '1047', '1051', '1052', '11000'].map(number => ({ number, why: { vi: `Số ${number} được gọi trước vì thuộc diện ưu tiên`, en: `Number ${number} was called earlier as a priority visitor` } }))
const question = { token: 'token-of-the-question', until: ago(-3600), solemn: false, officer: { name: 'Nguyễn Thị Hoàng Phương Anh Thư', title: 'Công chức Văn hóa – Xã hội, Lao động – Thương binh' } }

interface Beside { readonly news?: News, readonly moved?: Moved, readonly cancelling?: Cancelling, readonly wrong?: string }
const names = Object.fromEntries(fields.map(({ id, name }) => [id, name]))
const draw = (state: LiveState<TicketShot>, rating: Rating = 'asked', { news, moved, cancelling = 'offered', wrong = '' }: Beside = {}): TemplateResult =>
  html`<moi-phone .state=${state} .now=${now} .names=${names} rating=${rating} .news=${news} .moved=${moved} cancelling=${cancelling} wrong=${wrong}></moi-phone>`
const live = (change: Partial<MyTicket> = {}, rating?: Rating) => () => draw({ status: 'live', shot: { ...shot, mine: { ...mine, ...change } } }, rating)
/** Waiting, with what sets this number apart. */
const waiting = (change: Partial<Ticket>, more: Partial<MyTicket> = {}, beside?: Beside) => () =>
  draw({ status: 'live', shot: { ...shot, mine: { ...mine, ticket: { ...ticket, ...change }, ...more } } }, 'asked', beside)
const heldUntil = (seconds: number) => inState('held', { ticket: { ...ticket, state: 'held', counter: 3, hold: { until: ago(-seconds), counter: 3 } } })
const inState = (state: Ticket['state'], change: Partial<MyTicket> = {}, rating?: Rating) =>
  live({ ticket: { ...ticket, state, counter: 3 }, ahead: null, counters: [3], ...change }, rating)
const staleSince = '2026-11-23T09:14:03+07:00'

export default {
  sizes: [{ width: 390, height: 844 }, { width: 360, height: 640 }],
  states: {
    waiting: live(),
    forecast: live({ forecast }),
    'forecast-later': waiting({}, { forecast }, { moved: { at: ago(25), to: 'later' } }),
    'forecast-earlier': waiting({}, { forecast, ahead: 1 }, { moved: { at: ago(25), to: 'earlier' } }),
    'forecast-soon': live({ ahead: 1, forecast: aProspect(0, 6).forecast }),
    'forecast-from-now': live({ ahead: 1, forecast: aProspect(1, 22).forecast }),
    'forecast-next': live({ ahead: 0, counters: [1], forecast: aProspect(4, 14).forecast }),
    'forecast-after': live({ ahead: 14, forecast: aProspect(38, 74, { closes: '10:30' }).forecast }),
    'forecast-closed-next': live({ ahead: 0, served: false, forecast: aProspect(63, 95).forecast }),
    'forecast-far-next': live({ ahead: 0, served: true, forecast: aProspect(63, 95).forecast }),
    'hardly-today': live({ ahead: 14, hardlyToday: true, closes: '2026-11-23T17:00:00+07:00' }),
    'hardly-today-after': live({ ahead: 14, forecast: aProspect(38, 74, { closes: '10:30' }).forecast, hardlyToday: true, closes: '2026-11-23T10:30:00+07:00' }),
    'forecast-none': live({ served: false }),
    'forecast-none-next': live({ ahead: 0, served: false }),
    sorry: live({ forecast, promise: { by: ago(240), broken: true } }),
    'sorry-unforetold': live({ promise: { by: ago(1), broken: false } }),
    'stale-forecast': () => draw({ status: 'stale', shot: { ...shot, mine: { ...mine, forecast, promise: { by: ago(240), broken: true } } }, staleSince }),
    all: () => draw({ status: 'live', shot: { ...shot, field: fields[3]!, mine: { ...mine, ticket: { ...ticket, number: '11000', more: [{ field: 'BT' }, { field: 'CA' }] }, ahead: 112, counters: [1, 2, 3, 12], overtakenBy: overtakers, forecast, promise: { by: ago(240), broken: true } } } }, 'asked', { news: 'undone', moved: { at: ago(25), to: 'later' } }),
    next: live({ ahead: 0, counters: [1] }),
    long: () => draw({ status: 'live', shot: { ...shot, field: fields[3]!, mine: { ...mine, ticket: { ...ticket, number: '11000' }, ahead: 112, counters: [1, 2, 3, 12], overtakenBy: overtakers } } }),
    overtaken: live({ overtakenBy: overtakers.slice(0, 1) }),
    bare: () => draw({ status: 'live', shot: { epoch: 'e1', rev: 1, at: ago(0), office: { ...office, trial: false }, field: fields[0]!, mine } }),
    called: inState('called'),
    'called-long': inState('called', { ticket: { ...ticket, number: '11000', state: 'called', counter: 12 } }),
    serving: inState('serving'),
    held: heldUntil(24 * 60 + 30),
    'held-long': heldUntil(65 * 60 + 5),
    'held-late': heldUntil(-300),
    missed: inState('missed'),
    returned: waiting({ bound: { counters: [3], next: true } }, { ahead: 0, counters: [3] }, { news: 'returned' }),
    'returned-late': waiting({}, { ahead: 7 }, { news: 'returned' }),
    undone: waiting({}, { ahead: 0 }, { news: 'undone' }),
    moved: () => draw({ status: 'live', shot: { ...shot, field: fields[2]!, mine: { ...mine, ticket: { ...ticket, field: 'DD', procedure: null, leg: 2, bound: { counters: [3], next: false }, back: 1 }, ahead: 1, counters: [3] } } }),
    services: waiting({ more: [{ field: 'HT' }] }),
    'services-many': waiting({ more: [{ field: 'BT' }, { field: 'CA' }, { field: 'TQ' }], leg: 2 }),
    'services-unnamed': waiting({ more: [{ field: 'HT' }, { field: 'ZZ' }] }),
    appointment: waiting({ appointment: '2026-11-23T10:00:00+07:00' }, { ahead: 3 }),
    'cancel-asked': waiting({}, {}, { cancelling: 'asked' }),
    'cancel-sending': waiting({}, {}, { cancelling: 'sending' }),
    'cancel-refused': waiting({}, {}, { cancelling: 'refused', wrong: 'Chưa hủy được: máy chủ chưa trả lời. Mời Ông/Bà thử lại.' }),
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
