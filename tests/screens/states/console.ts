import { html, type TemplateResult } from 'lit'
import type { ByLanguage } from '../../../common/contract/basics.ts'
import type { ConsoleShot, Queued } from '../../../common/contract/live.ts'
import type { Ticket } from '../../../common/contract/ticket.ts'
import type { LiveState } from '../../../common/ui/live-state.ts'
import '../../../counter/console/choose.ts'
import type { Deed } from '../../../counter/console/deeds.ts'
import '../../../counter/console/dialogs.ts'
import '../../../counter/console/lease.ts'
import '../../../counter/console/notice.ts'
import '../../../counter/console/sign-in.ts'
import '../../../counter/console/work.ts'
import { ago, now, type ScreenStates } from '../gallery/states.ts'
import { aCall, aCounter, fields, office } from '../support/office.ts'

const long = { id: 'o9', name: 'Nguyễn Thị Hoàng Phương Anh Thư', title: 'Công chức Văn hóa – Xã hội, Lao động – Thương binh' }
const names = new Map<string, ByLanguage>(fields.map(({ id, name }) => [id, name]))
const procedures = new Map<string, ByLanguage>([
  ['HT01', { vi: 'Đăng ký khai sinh', en: 'Birth registration' }], ['HT02', { vi: 'Trích lục hộ tịch', en: 'Civil status extract' }],
  ['BT09', { vi: 'Đề nghị hưởng trợ cấp xã hội hằng tháng cho người khuyết tật đặc biệt nặng', en: 'Monthly social allowance for people with very severe disabilities' }]
])

const ticket: Ticket = {
  id: 't2014', number: '2014', field: 'HT', procedure: 'HT01', purpose: 'submit', priority: false, dossiers: 1, state: 'serving', serviceDate: '2026-11-23',
  issuedAt: ago(2400), calledAt: ago(300), startedAt: ago(252), endedAt: null, counter: 2, leg: 1
}
const call = { ...aCall('2014', 2, { seconds: 42 }).call, why: { code: 'order', text: { vi: 'Số 2014 được gọi theo thứ tự đến trước', en: 'Number 2014 was called in order of arrival' } } } as const
const queued = (number: string, minutes: number, change: Partial<Queued> = {}): Queued => ({ id: `t${number}`, number, field: 'HT', priority: false, issuedAt: ago(minutes * 60), why: 'order', ...change })
const next: readonly Queued[] = [queued('2015', 31, { procedure: 'HT02' }), queued('2018', 12, { priority: true, why: 'priority', procedure: 'HT01' }), queued('2016', 26), queued('2017', 19, { procedure: 'HT01' }), queued('1043', 8, { field: 'CT', why: 'helper' })]

const counter = aCounter(2, { main: ['HT'], helper: ['CT', 'BT'], officer: { id: 'o2', name: 'Cán bộ mẫu 2', title: 'Công chức Tư pháp – Hộ tịch' } })
const shot: ConsoleShot = {
  epoch: 'e1', rev: 100, at: ago(0), office: { ...office, recallLimit: 3 }, fields, counter, mine: true, stale: false,
  queue: { next, waiting: 5 }, missed: [], today: { served: 13, missed: 1 }, printer: 'ready', printers: [{ printer: 'kiosk', state: 'ready' }],
  colleagues: [
    aCounter(1, { ticket: { id: 't1042', number: '1042', field: 'CT', priority: false, state: 'serving' } }),
    aCounter(3, { officer: long, ticket: { id: 't3007', number: '3007', field: 'DD', priority: false, state: 'called' } }), aCounter(4, { state: 'paused', reason: 'Họp' })
  ]
}
const serving = { ticket, call, recalls: 0 }
const called = { ticket: { ...ticket, state: 'called' as const, startedAt: null, calledAt: ago(42) }, call, recalls: 1 }
const longTicket = { ...ticket, id: 't11000', number: '11000', field: 'BT', procedure: 'BT09', priority: true, dossiers: 30, purpose: 'supplement' as const, startedAt: ago(4000) }

const missed: ConsoleShot['missed'] = ['2011', '1039', '11000', '2003', '2008', '1007'].map(number => aCall(number, 1).ticket)

interface Drawn { readonly returning?: string, readonly notReturned?: string, readonly status?: LiveState<ConsoleShot>['status'], readonly pending?: Deed, readonly refusal?: string, readonly hint?: string }
const draw = (change: Partial<ConsoleShot>, { status = 'live', pending, refusal = '', hint = '', returning, notReturned = '' }: Drawn = {}): TemplateResult =>
  html`<moi-counter-work .state=${{ status, shot: { ...shot, ...change }, staleSince: '2026-11-23T09:40:03+07:00' }} .procedures=${procedures} .now=${now} .pending=${pending} refusal=${refusal} hint=${hint} .returning=${returning} notReturned=${notReturned}></moi-counter-work>`
const work = (change: Partial<ConsoleShot> = {}, drawn?: Drawn) => () => draw(change, drawn)
const lease = (change: Partial<ConsoleShot>, lost = false, wrong = '') => () =>
  html`<moi-counter-lease .shot=${{ ...shot, mine: false, ...change }} .fields=${names} me="o7" ?lost=${lost} wrong=${wrong}></moi-counter-lease>`
const held = { counter: { ...counter, officer: long, ticket: { id: 't2014', number: '2014', field: 'HT', priority: false, state: 'serving' } } }

export default {
  sizes: [{ width: 360, height: 800 }, { width: 1280, height: 800 }],
  states: {
    idle: work(),
    'idle-empty': work({ queue: { next: [], waiting: 0 } }),
    calling: work({}, { pending: 'next' }),
    called: work({ current: called }),
    'called-limit': work({ current: { ...called, recalls: 3 } }, { hint: 'Lúc này chưa dùng được "Gọi lại".' }),
    serving: work({ current: serving }),
    confirmed: work({ current: serving, office: { ...shot.office, trial: false } }),
    long: work({ current: { ticket: longTicket, call: { ...call, why: { code: 'priority', text: { vi: 'Số 11000 được gọi trước vì thuộc diện ưu tiên', en: 'Number 11000 was called earlier as a priority visitor' } } }, recalls: 2 }, counter: aCounter(12, { officer: long, main: ['BT', 'CA', 'TQ'], helper: ['HT', 'CT', 'XD'] }), queue: { next: [queued('11000', 131, { field: 'BT', procedure: 'BT09' }), queued('41002', 95, { field: 'BT', priority: true, why: 'priority', procedure: 'BT09' }), ...Array.from({ length: 10 }, (_, index) => queued(String(6001 + index), 60 - index * 4, { field: 'CA' }))], waiting: 47 } }),
    missed: work({ current: serving, missed: missed.slice(0, 2) }),
    'missed-one': work({ missed: missed.slice(0, 1) }, { status: 'stale' }),
    'missed-many': work({ missed }, { returning: 't1039' }),
    'missed-refused': work({ missed: missed.slice(0, 2) }, { notReturned: 'Số này không còn ở trạng thái làm được việc đó. Mời xem lại màn hình.' }),
    paused: work({ counter: { ...counter, state: 'paused', reason: 'Đi lấy hồ sơ' } }),
    refused: work({ current: serving }, { refusal: 'Quầy 2 đang phục vụ số 2014. Mời hoàn thành số này trước.' }),
    unsure: work({}, { refusal: 'Máy chủ chưa trả lời. Xin thử lại sau ít phút hoặc báo cán bộ hướng dẫn. Chưa rõ máy chủ đã nhận hay chưa. Bấm lại không gây trùng.' }),
    'printer-paper-low': work({ printers: [{ printer: 'kiosk', state: 'paper-low', label: 'Epson TM-T82' }], current: serving }),
    'printer-paper-out': work({ printer: 'paper-out', printers: [{ printer: 'kiosk', state: 'paper-out', label: 'Epson TM-T82' }], current: serving }),
    'printer-cover-open': work({ printer: 'cover-open', printers: [{ printer: 'kiosk', state: 'cover-open', label: 'Epson TM-T82', reliefBy: 'desk' }, { printer: 'desk', state: 'paper-low', label: 'Xprinter XP-58' }] }),
    'printer-fault': work({ printer: 'fault', printers: [{ printer: 'kiosk', state: 'fault', label: 'Epson TM-T82', detail: 'cutter' }], current: called }),
    'printer-unreachable': work({ printer: 'unreachable', printers: [{ printer: 'kiosk', state: 'unreachable', label: 'Máy in 80 mm thông dụng (Xprinter, Rongta, Zjiang và các máy ESC/POS khác)', detail: 'unreachable: connect ECONNREFUSED 192.168.1.50:9100' }, { printer: 'desk', state: 'paper-out', label: 'Xprinter XP-58' }], current: serving }),
    stale: work({ current: serving }, { status: 'stale' }),
    closed: lease({ counter: aCounter(2, { state: 'closed', main: ['HT', 'BT'] }) }),
    held: lease(held),
    'held-stale': lease({ ...held, stale: true }, false, 'Tài khoản hoặc thiết bị này không được làm việc đó. Mời dùng tài khoản phù hợp hoặc hỏi quản trị.'),
    'held-confirm': () => html`<moi-counter-lease .shot=${{ ...shot, ...held, mine: false, stale: true }} .fields=${names} me="o7" .confirming=${true}></moi-counter-lease>`,
    lost: lease(held, true),
    'sign-in': () => html`<moi-sign-in trial></moi-sign-in>`,
    'sign-in-wrong': () => html`<moi-sign-in again wrong="Tên đăng nhập hoặc mật khẩu chưa đúng. Mời nhập lại."></moi-sign-in>`,
    choose: () => html`<moi-choose-counter .counters=${[aCounter(1, { main: ['CT'] }), { ...aCounter(2), main: ['HT'], state: 'closed' as const }, aCounter(3, { officer: long, main: ['BT', 'CA', 'TQ'] })]} .fields=${names} .own=${2} officer="Cán bộ mẫu 2" trial wrong="Không có quầy 9. Mời chọn quầy khác."></moi-choose-counter>`,
    'choose-loading': () => html`<moi-choose-counter officer="Cán bộ mẫu 2" trial></moi-choose-counter>`,
    help: () => html`${draw({ current: serving })}<moi-console-help open></moi-console-help>`,
    leave: () => html`${draw({})}<moi-console-leave open counter="2"></moi-console-leave>`,
    'leave-busy': () => html`${draw({ current: serving })}<moi-console-leave open counter="2" busyWith="2014"></moi-console-leave>`,
    unreached: () => html`<moi-console-notice heading="Chưa kết nối được máy chủ" words="Máy chủ chưa trả lời. Xin thử lại sau ít phút hoặc báo cán bộ hướng dẫn." action="Thử lại"></moi-console-notice>`
  }
} satisfies ScreenStates
