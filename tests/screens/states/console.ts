import { html, type TemplateResult } from 'lit'
import type { ByLanguage } from '../../../common/contract/basics.ts'
import type { Panic, ServedHere, Undoable } from '../../../common/contract/counter.ts'
import type { ConsoleShot } from '../../../common/contract/live.ts'
import type { Outcome } from '../../../common/contract/office.ts'
import type { PrintState, Ticket } from '../../../common/contract/ticket.ts'
import type { LiveState } from '../../../common/ui/live-state.ts'
import '../../../common/ui/notice.ts'
import type { Slip } from '../../../common/ui/printing.ts'
import '../../../common/ui/sign-in.ts'
import type { StaffNamed } from '../../../common/ui/staff-names.ts'
import '../../../counter/console/choose.ts'
import '../../../counter/console/dialogs.ts'
import type { Catalogue } from '../../../counter/console/catalogue.ts'
import { freshFinish, type FinishDraft } from '../../../counter/console/finish-draft.ts'
import '../../../counter/console/lease.ts'
import '../../../counter/console/mini.ts'
import '../../../counter/console/panic-calls.ts'
import { inPanic } from '../../../counter/console/panicking.ts'
import { nothingUnderWay, type Standing } from '../../../counter/console/standing.ts'
import '../../../counter/console/work.ts'
import { ago, now, type ScreenStates } from '../gallery/states.ts'
import { aConsole, aQueue, held, missed, queued } from '../support/console.ts'
import { aCall, aCounter, aPromise, expected, fields } from '../support/office.ts'

const long = { id: 'o9', name: 'Nguyễn Thị Hoàng Phương Anh Thư', title: 'Công chức Văn hóa – Xã hội, Lao động – Thương binh' }
export const names = new Map<string, ByLanguage>(fields.map(({ id, name }) => [id, name]))
export const procedures = new Map<string, ByLanguage>([
  ['HT01', { vi: 'Đăng ký khai sinh', en: 'Birth registration' }], ['HT02', { vi: 'Trích lục hộ tịch', en: 'Civil status extract' }],
  ['CT01', { vi: 'Chứng thực bản sao từ bản chính', en: 'Certified copies' }],
  ['BT09', { vi: 'Đề nghị hưởng trợ cấp xã hội hằng tháng cho người khuyết tật đặc biệt nặng', en: 'Monthly social allowance for people with very severe disabilities' }]
])

export const catalogue: Catalogue = { procedures, papers: new Map([['HT01', ['Tờ khai đăng ký khai sinh', 'Giấy chứng sinh (bản chính)', 'Căn cước của cha, mẹ', 'Giấy chứng nhận kết hôn của cha mẹ']]]), letters: new Map([['HT01', 'congratulation']]) }
export const outcomes: readonly Outcome[] = [
  { id: 'received', name: { vi: 'Đã tiếp nhận hồ sơ', en: 'Dossier received' } }, { id: 'returned', name: { vi: 'Đã trả kết quả', en: 'Result handed over' } },
  { id: 'guided', name: { vi: 'Đã hướng dẫn', en: 'Guided' } }, { id: 'incomplete', name: { vi: 'Hồ sơ chưa đủ', en: 'Incomplete' } },
  { id: 'declined', name: { vi: 'Không thuộc thẩm quyền', en: 'Not our competence' } }, { id: 'other', name: { vi: 'Khác', en: 'Other' } }
]

export const ticket: Ticket = {
  id: 't2014', number: '2014', field: 'HT', procedure: 'HT01', purpose: 'submit', priority: false, dossiers: 1, state: 'serving', serviceDate: '2026-11-23',
  issuedAt: ago(2400), calledAt: ago(300), startedAt: ago(252), endedAt: null, counter: 2, leg: 1
}
const call = { ...aCall('2014', 2, { seconds: 42 }).call, why: { code: 'order', text: { vi: 'Số 2014 được gọi theo thứ tự đến trước', en: 'Number 2014 was called in order of arrival' } } } as const
const next = [queued('2015', 31, { procedure: 'HT02' }), queued('2018', 12, { priority: true, why: 'priority', procedure: 'HT01' }), queued('2016', 26), queued('2017', 19, { procedure: 'HT01' }), queued('1043', 8, { field: 'CT', why: 'helper' })]
/** Everyone with a right of their own, and much to be ready for. */
const rights = [
  queued('2011', 64, { why: 'returned', procedure: 'HT01', bound: { counters: [2], next: true } }),
  queued('2013', 22, { why: 'appointment', appointment: '2026-11-23T09:45:00+07:00', procedure: 'HT02' }),
  queued('2018', 12, { priority: true, why: 'priority', procedure: 'HT01', more: [{ field: 'CT', procedure: 'CT01' }] }),
  queued('3002', 41, { field: 'DD', bound: { counters: [2], next: false }, back: 3 }),
  queued('2019', 9, { procedure: 'HT02', dossiers: 30 }), queued('1043', 35, { field: 'CT', why: 'helper' })
]

const counter = aCounter(2, { main: ['HT'], helper: ['CT', 'BT'], officer: { id: 'o2', name: 'Cán bộ mẫu 2', title: 'Công chức Tư pháp – Hộ tịch' } })
export const shot: ConsoleShot = aConsole({
  rev: 100, counter, queue: aQueue({ next }), today: { served: 13, missed: 1, meanMinutes: 10.6, promiseKept: 0.92 }, calls: [aCall('3007', 3, { seconds: 260 })],
  colleagues: [
    aCounter(1, { ticket: { id: 't1042', number: '1042', field: 'CT', priority: false, state: 'serving' } }),
    aCounter(3, { main: ['DD', 'XD'], officer: long, ticket: { id: 't3007', number: '3007', field: 'DD', priority: false, state: 'called' } }), aCounter(4, { main: ['TQ', 'BT', 'KD', 'CA'], state: 'paused', reason: 'Họp' })
  ]
})
export const serving = { ticket, call, recalls: 0 }
const called = { ticket: { ...ticket, state: 'called' as const, startedAt: null, calledAt: ago(42) }, call, recalls: 1 }
const longTicket: Ticket = {
  ...ticket, id: 't11000', number: '11000', field: 'BT', procedure: 'BT09', priority: true, dossiers: 30, purpose: 'supplement', startedAt: ago(4000), appointment: '2026-11-23T09:45:00+07:00',
  more: [{ field: 'CT', procedure: 'CT01' }, { field: 'HT', procedure: 'HT02' }], back: 3
}
const why = { code: 'priority', text: { vi: 'Số 11000 được gọi trước vì thuộc diện ưu tiên', en: 'Number 11000 was called earlier as a priority visitor' } } as const
const longShot: Partial<ConsoleShot> = {
  current: { ticket: longTicket, call: { ...call, why }, recalls: 2 }, counter: aCounter(12, { officer: long, main: ['BT', 'CA', 'TQ'], helper: ['HT', 'CT', 'XD'], undo: undoable('start', '11000') }),
  queue: aQueue({ next: [queued('11000', 131, { field: 'BT', procedure: 'BT09' }), queued('41002', 95, { field: 'BT', priority: true, why: 'priority', procedure: 'BT09' }), ...Array.from({ length: 10 }, (_, index) => queued(String(6001 + index), 60 - index * 4, { field: 'CA' }))], waiting: 47, held: [held('11001', -12, 'Giấy xác nhận khuyết tật của Hội đồng xác định mức độ khuyết tật xã; ảnh 3×4', 3)] })
}

function undoable (deed: Undoable['deed'], number = '2014', seconds = 48): Undoable { return { deed, number, until: ago(-seconds) } }
const justDone = (deed: Undoable['deed'], change: Partial<ConsoleShot> = {}): Partial<ConsoleShot> => ({ counter: { ...counter, undo: undoable(deed) }, ...change })

const away = aQueue({ next, held: [held('2009', -4, 'Bản chụp; Chữ ký, xác nhận'), held('2011', 38, 'Giấy chứng sinh'), held('2006', 55, 'Tờ khai đăng ký khai sinh; bản chính sổ hộ khẩu của ông bà ngoại', 3)], missed: [missed('2012', 3), missed('1039', 12, 1), missed('11000', 40), missed('2003', 61)] })

const again = (state?: PrintState): Slip => ({ kind: 'again', ticket, key: 'r', ...state && { job: 'r', state, printer: 'desk' } })
const deskOut: Partial<ConsoleShot> = { printers: [{ printer: 'kiosk', state: 'ready' }, { printer: 'desk', state: 'paper-out', label: 'Xprinter XP-58' }] }

const named = (number: string) => aCall(number, 2).ticket
const waited = next.map((queued, index) => ({ ...queued, forecast: index === 0 ? expected(0, 4) : expected(4 + 9 * index, 14 + 13 * index) }))
const failing = aPromise({ broken: [{ ...named('2015'), since: ago(31 * 60) }], soon: [{ ...named('2016'), promisedBy: ago(-240), likely: ago(-600) }, { ...named('2017'), promisedBy: ago(-660), likely: ago(-900) }] })
const late = { ...serving, broken: true }
const sorry = (state?: PrintState): Slip => ({ ...again(state), kind: 'apology' })
const kept = { type: 'about:blank', title: '', status: 409, code: 'PROMISE_KEPT', detail: '' }

const inDoubt = (number: string) => ({ job: `j${number}`, number, ticket: `t${number}`, kind: 'ticket', state: 'unknown', printer: 'kiosk', tries: 1, at: ago(600) } as const)

interface Drawn extends Partial<Standing> {
  readonly status?: LiveState<ConsoleShot>['status']
  readonly finish?: FinishDraft
  readonly finishing?: boolean
  readonly wrapUp?: number
  readonly armed?: boolean
}
export const draw = (change: Partial<ConsoleShot>, { status = 'live', finish, finishing = false, wrapUp, armed = false, ...standing }: Drawn = {}): TemplateResult => {
  const drawn = { ...shot, ...change }
  const ticket = drawn.current?.ticket.id
  return html`<moi-counter-work .state=${{ status, shot: drawn, staleSince: '2026-11-23T09:40:03+07:00' }} .catalogue=${catalogue} .outcomes=${outcomes} .now=${now} me="Cán bộ mẫu 2" .standing=${{ ...nothingUnderWay, ...standing }}
    .finish=${finish ?? (ticket === undefined ? undefined : freshFinish(ticket))} ?finishing=${finishing} .wrapUp=${wrapUp} ?armed=${armed}></moi-counter-work>`
}
const work = (change: Partial<ConsoleShot> = {}, drawn?: Drawn) => () => draw(change, drawn)
const lease = (change: Partial<ConsoleShot>, lost = false, wrong = '') => () =>
  html`<moi-counter-lease .shot=${{ ...shot, mine: false, ...change }} .fields=${names} me="o7" ?lost=${lost} wrong=${wrong}></moi-counter-lease>`
const taken = { counter: { ...counter, officer: long, ticket: { id: 't2014', number: '2014', field: 'HT', priority: false, state: 'serving' } } }

const withPanic = (more: Partial<Panic>) => shot.colleagues.map(colleague => colleague.number === 3 ? { ...colleague, panic: { since: ago(20), ...more } } : colleague)
const servedHere: readonly ServedHere[] = [
  { id: 't2013', number: '2013', field: 'HT', procedure: 'HT01', priority: false, leg: 1, calledAt: ago(1500), startedAt: ago(1450), endedAt: ago(700), end: 'done', outcome: 'received', dossierCode: 'H01.19.2026-00411' },
  { id: 't11000', number: '11000', field: 'BT', procedure: 'BT09', priority: true, leg: 2, calledAt: ago(3500), startedAt: ago(3400), endedAt: ago(1600), end: 'sent' },
  { id: 't2009', number: '2009', field: 'HT', procedure: null, priority: false, leg: 1, calledAt: ago(5000), startedAt: null, endedAt: ago(4900), end: 'done', outcome: 'Hẹn chiều quay lại lấy bản sao' }
]
const mini = (change: Partial<ConsoleShot>, { status = 'live', seconds, refusal = '' }: { status?: LiveState<ConsoleShot>['status'], seconds?: number, refusal?: string } = {}) => () =>
  html`<moi-mini-counter .state=${{ status, shot: { ...shot, ...change } }} .fields=${names} .procedures=${procedures} .at=${now} .seconds=${seconds} refusal=${refusal}></moi-mini-counter>`
const staff: readonly StaffNamed[] = [
  { username: 'quay2', name: 'Cán bộ mẫu 2', title: 'Công chức Tư pháp – Hộ tịch', hasPin: true }, { username: 'quay9', ...long, hasPin: true }, { username: 'huongdan', name: 'Cán bộ hướng dẫn mẫu', title: 'Hướng dẫn', hasPin: false }
]
const signIn = (names = staff, chosen?: StaffNamed, wrong = '') => () => html`<moi-sign-in trial heading="Đăng nhập quầy làm việc" .names=${names} .chosen=${chosen} wrong=${wrong}></moi-sign-in>`

export default {
  sizes: [{ width: 360, height: 800 }, { width: 1280, height: 800 }],
  states: {
    idle: work(),
    'idle-empty': work({ queue: aQueue() }),
    calling: work({}, { pending: 'next' }),
    called: work({ current: called, ...justDone('next') }),
    'called-limit': work({ current: { ...called, recalls: 3 } }, { hint: 'Lúc này chưa dùng được "Gọi lại".' }),
    serving: work({ current: serving, ...justDone('start', { counter: { ...counter, undo: undoable('start', '2014', 7) } }) }),
    'serving-more': work({ current: { ...serving, ticket: { ...ticket, more: [{ field: 'CT', procedure: 'CT01' }], back: 3, appointment: '2026-11-23T09:30:00+07:00' } } }),
    'serving-back': work({ current: { ...serving, ticket: { ...ticket, field: 'CT', procedure: 'CT01', back: 3, leg: 2 } } }),
    rights: work({ queue: aQueue({ next: rights }) }),
    confirmed: work({ current: serving, office: { ...shot.office, trial: false } }),
    long: work(longShot),
    away: work({ current: serving, queue: away }),
    'away-stale': work({ queue: away }, { status: 'stale' }),
    'away-returning': work({ queue: away }, { returning: 't2011' }),
    'away-returned': work({ queue: aQueue({ next: rights, missed: [missed('2012', 3)] }) }, { returned: '2011 là số tiếp theo ở quầy này.' }),
    'away-refused': work({ current: serving, queue: away }, { notReturned: 'Số này không còn ở trạng thái làm được việc đó. Mời xem lại màn hình.' }),
    finished: work(justDone('finish'), { told: '2014 đã hoàn thành.' }),
    'finished-onward': work(justDone('finish'), { told: '2014 chờ tiếp Chứng thực (quầy 1).' }),
    'held-done': work(justDone('hold', { queue: aQueue({ next, held: [held('2014', 60)] }) }), { told: '2014 quay lại trước 10:42: vào ngay sau người đang phục vụ. Phiếu hẹn đang được in.' }),
    transferred: work(justDone('transfer'), { told: 'Đã chuyển 2014 sang Bảo trợ xã hội – Người có công (quầy 4). Giờ đến được giữ nguyên.' }),
    undoing: work(justDone('miss'), { pending: 'undo', told: '' }),
    undone: work({}, { told: 'Đã hoàn tác: gọi 2014. Loa đã đọc không rút lại được; bảng hiện lời đính chính.' }),
    'undo-refused': work({ current: serving }, { refusal: 'Chỉ hoàn tác được trong 60 giây và khi số chưa chuyển tiếp. Mời xử lý số này ở trạng thái hiện tại.' }),
    paused: work({ counter: { ...counter, state: 'paused', reason: 'Đi lấy hồ sơ' } }),
    refused: work({ current: serving }, { refusal: 'Quầy 2 đang phục vụ số 2014. Mời hoàn thành số này trước.' }),
    unsure: work({}, { refusal: 'Máy chủ chưa trả lời. Xin thử lại sau ít phút hoặc báo cán bộ hướng dẫn. Chưa rõ máy chủ đã nhận hay chưa. Bấm lại không gây trùng.' }),
    'printer-paper-low': work({ printers: [{ printer: 'kiosk', state: 'paper-low', label: 'Epson TM-T82' }], current: serving }),
    'printer-paper-out': work({ printer: 'paper-out', printers: [{ printer: 'kiosk', state: 'paper-out', label: 'Epson TM-T82' }], current: serving }),
    'printer-cover-open': work({ printer: 'cover-open', printers: [{ printer: 'kiosk', state: 'cover-open', label: 'Epson TM-T82', reliefBy: 'desk' }, { printer: 'desk', state: 'paper-low', label: 'Xprinter XP-58' }] }),
    'printer-fault': work({ printer: 'fault', printers: [{ printer: 'kiosk', state: 'fault', label: 'Epson TM-T82', detail: 'cutter' }], current: called }),
    'printer-unreachable': work({ printer: 'unreachable', printers: [{ printer: 'kiosk', state: 'unreachable', label: 'Máy in 80 mm thông dụng (Xprinter, Rongta, Zjiang và các máy ESC/POS khác)', detail: 'unreachable: connect ECONNREFUSED 192.168.1.50:9100' }, { printer: 'desk', state: 'paper-out', label: 'Xprinter XP-58' }], current: serving }),
    'slip-asking': work({ current: serving }, { slip: again() }),
    'slip-printing': work({ current: serving }, { slip: again('printing') }),
    'slip-waiting': work({ current: serving, ...deskOut }, { slip: again('queued') }),
    'slip-printed': work({ current: called, ...justDone('next') }, { slip: again('printed') }),
    'slip-unconfirmed': work({ current: serving }, { slip: again('unconfirmed') }),
    'slip-unknown': work({ current: serving, ...justDone('start') }, { slip: again('unknown') }),
    'slip-failed': work({ current: serving }, { slip: again('failed') }),
    'slip-refused': work({ current: serving }, { slip: { ...again(), problem: { type: 'about:blank', title: '', status: 0, code: 'NO_CONNECTION', detail: '' } }, notPrinted: 'Máy chủ chưa trả lời. Xin thử lại sau ít phút hoặc báo cán bộ hướng dẫn. Chưa rõ máy chủ đã nhận hay chưa. Bấm lại không gây trùng.' }),
    doubts: work({ current: serving }, { doubts: { listed: ['1013', '1011'].map(inDoubt), again: [] } }),
    'doubts-many': work({ printer: 'fault', printers: [{ printer: 'kiosk', state: 'fault', label: 'Epson TM-T82', detail: 'cutter' }] }, { doubts: { listed: Array.from({ length: 23 }, (_, index) => inDoubt(String(11_023 - index))), again: [{ slip: { ...again('printing'), ticket: { id: 't11000', number: '11000' } }, refusal: '' }] } }),
    'doubts-stale': work({ current: serving }, { status: 'stale', doubts: { listed: [inDoubt('1011')], again: [] } }),
    promise: work({ queue: aQueue({ next: waited }), promise: failing }),
    'promise-kept': work({ queue: aQueue({ next: [{ ...waited[2]!, forecast: { ...expected(70, 95), closes: ago(-80 * 60) } }] }), promise: aPromise({ brokenToday: 4 }) }),
    sorry: work({ current: late, queue: aQueue({ next: waited }), promise: failing }),
    'sorry-asking': work({ current: late }, { apology: sorry() }),
    'sorry-printed': work({ current: late }, { apology: sorry('printed') }),
    'sorry-unknown': work({ current: late }, { apology: sorry('unknown') }),
    'sorry-refused': work({ current: late }, { apology: { ...sorry(), problem: kept }, notApologised: 'Số này chưa chờ quá 30 phút đã cam kết nên chưa in phiếu xin lỗi. Mời xem lại thời gian chờ trên màn hình.' }),
    'sorry-stale': work({ current: late }, { status: 'stale' }),
    stale: work({ current: serving, ...justDone('start') }, { status: 'stale' }),
    'serving-paper': work({ current: { ...serving, ticket: { ...ticket, paper: true, procedure: 'HT02' } } }),
    'finish-open': work({ current: serving }, { finishing: true }),
    'finish-chosen': work({ current: serving }, { finishing: true, finish: { ticket: 't2014', outcome: 'received', code: 'H01.19.2026-00412' } }),
    'finish-wrong': work({ current: serving }, { finishing: true, finish: { ticket: 't2014', outcome: 'returned', code: 'hồ sơ số 12' } }),
    'finish-folded': work({ current: serving }, { finish: { ticket: 't2014', outcome: 'declined', code: 'H01.19.2026-00412' } }),
    'finish-stale': work({ current: serving }, { status: 'stale', finishing: true, finish: { ticket: 't2014', outcome: 'received', code: 'H01.19.2026-00412' } }),
    'wrap-up': work(justDone('finish'), { told: '2014 đã hoàn thành. Nhớ trao thư chúc mừng.', wrapUp: 27 }),
    'panic-armed': work({ current: serving }, { armed: true, hint: 'Bấm F9 hoặc nút này lần nữa để gọi đồng nghiệp hỗ trợ ngay.' }),
    'panic-raising': work({ current: serving }, { panicking: 'panic 2' }),
    'panic-here': work({ current: serving, counter: { ...counter, panic: { since: ago(20) } } }),
    'panic-here-accepted': work({ current: serving, counter: { ...counter, panic: { since: ago(80), acceptedBy: { name: long.name, counter: 3 } } } }),
    'panic-there': work({ current: serving, colleagues: withPanic({}) }),
    'panic-there-mine': work({ colleagues: withPanic({ acceptedBy: { name: 'Cán bộ mẫu 2', counter: 2 } }) }),
    'panic-there-accepted': work({ colleagues: withPanic({ acceptedBy: { name: 'Cán bộ hướng dẫn mẫu' } }) }),
    'panic-refused': work({ colleagues: withPanic({}) }, { notPanicked: 'Đã có người nhận hỗ trợ quầy này. Cảm ơn Ông/Bà.' }),
    'panic-stale': work({ colleagues: withPanic({}) }, { status: 'stale' }),
    'own-loading': work({}, { own: { items: undefined, hasFailed: false, isOpen: true } }),
    'own-none': work({ today: { served: 0, missed: 0 } }, { own: { items: [], hasFailed: false, isOpen: true } }),
    own: work({}, { own: { items: servedHere, hasFailed: false, isOpen: true } }),
    'own-failed': work({}, { own: { items: undefined, hasFailed: true, isOpen: true } }),
    mini: mini({ current: serving }),
    'mini-called': mini({ current: called, colleagues: withPanic({}) }),
    'mini-idle': mini({}, { seconds: 12 }),
    'mini-stale': mini({ current: { ...serving, ticket: longTicket } }, { status: 'stale' }),
    'mini-refused': mini({}, { refusal: 'Không còn ai chờ quầy này.' }),
    closed: lease({ counter: aCounter(2, { state: 'closed', main: ['HT', 'BT'] }) }),
    taken: lease(taken),
    'taken-stale': lease({ ...taken, stale: true }, false, 'Tài khoản hoặc thiết bị này không được làm việc đó. Mời dùng tài khoản phù hợp hoặc hỏi quản trị.'),
    'taken-confirm': () => html`<moi-counter-lease .shot=${{ ...shot, ...taken, mine: false, stale: true }} .fields=${names} me="o7" .confirming=${true}></moi-counter-lease>`,
    lost: lease(taken, true),
    'lost-told': lease({ ...taken, takenBy: { officer: long, at: ago(400) } }),
    'taken-heard': lease({ ...taken, stale: true, heardAt: ago(700) }),
    'taken-panic': () => html`<moi-panic-calls .calls=${inPanic({ counter, colleagues: withPanic({}) })} counter="2" apart></moi-panic-calls><moi-counter-lease .shot=${{ ...shot, mine: false, ...taken }} .fields=${names} me="o7"></moi-counter-lease>`,
    'names': signIn(),
    'names-many': signIn(Array.from({ length: 14 }, (_, index) => ({ username: `quay${index + 1}`, name: index === 3 ? long.name : `Cán bộ mẫu ${index + 1}`, title: index === 3 ? long.title : 'Công chức Tư pháp – Hộ tịch', hasPin: true }))),
    'names-pin': signIn(staff, staff[0]),
    'names-pin-wrong': signIn(staff, staff[0], 'Mã PIN chưa đúng. Mời nhập lại.'),
    'names-password': signIn(staff, staff[2]),
    'sign-in': () => html`<moi-sign-in trial heading="Đăng nhập quầy làm việc"></moi-sign-in>`,
    'sign-in-wrong': () => html`<moi-sign-in heading="Đăng nhập quầy làm việc" ended="Phiên làm việc đã hết. Mời đăng nhập lại; quầy và số đang phục vụ được giữ nguyên." wrong="Tên đăng nhập hoặc mật khẩu chưa đúng. Mời nhập lại."></moi-sign-in>`,
    choose: () => html`<moi-choose-counter .counters=${[aCounter(1, { main: ['CT'] }), { ...aCounter(2), main: ['HT'], state: 'closed' as const }, aCounter(3, { officer: long, main: ['BT', 'CA', 'TQ'] })]} .fields=${names} .own=${2} officer="Cán bộ mẫu 2" trial wrong="Không có quầy 9. Mời chọn quầy khác."></moi-choose-counter>`,
    'choose-loading': () => html`<moi-choose-counter officer="Cán bộ mẫu 2" trial></moi-choose-counter>`,
    help: () => html`${draw({ current: serving })}<moi-console-help open></moi-console-help>`,
    leave: () => html`${draw({})}<moi-console-leave open counter="2"></moi-console-leave>`,
    'leave-busy': () => html`${draw({ current: serving })}<moi-console-leave open counter="2" busyWith="2014"></moi-console-leave>`,
    unreached: () => html`<moi-notice heading="Chưa kết nối được máy chủ" words="Máy chủ chưa trả lời. Xin thử lại sau ít phút hoặc báo cán bộ hướng dẫn." action="Thử lại"></moi-notice>`
  }
} satisfies ScreenStates
