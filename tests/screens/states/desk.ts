import { html, type TemplateResult } from 'lit'
import type { FloorShot } from '../../../common/contract/live.ts'
import type { PrintJobListed } from '../../../common/contract/ticket.ts'
import type { Catalogue } from '../../../common/ui/catalogue.ts'
import type { LiveState } from '../../../common/ui/live-state.ts'
import '../../../common/ui/notice.ts'
import '../../../common/ui/sign-in.ts'
import '../../../common/ui/stale-banner.ts'
import '../../../counter/desk/away-lists.ts'
import type { AwayLists, Brought } from '../../../counter/desk/away.ts'
import { noBooking, type BookingDraft } from '../../../counter/desk/booking-flow.ts'
import '../../../counter/desk/booking.ts'
import '../../../counter/desk/find.ts'
import type { Done, Sought } from '../../../counter/desk/finding.ts'
import '../../../counter/desk/frame.ts'
import '../../../counter/desk/hall.ts'
import '../../../counter/desk/issue.ts'
import type { IssueModel } from '../../../counter/desk/issue.ts'
import type { Given, Stage } from '../../../counter/desk/issuing.ts'
import '../../../counter/desk/panic-strip.ts'
import type { Checked } from '../../../counter/desk/paper-book.ts'
import { noDraft, type PaperDraft } from '../../../counter/desk/paper-draft.ts'
import '../../../counter/desk/paper-print.ts'
import '../../../counter/desk/paper-register.ts'
import type { Tab } from '../../../counter/desk/tabs.ts'
import { deedsFor } from '../../../counter/desk/ticket-words.ts'
import '../../../counter/desk/top.ts'
import { noWish, type Wish } from '../../../counter/desk/wish.ts'
import { ago, now, type ScreenStates } from '../gallery/states.ts'
import { catalogue } from '../support/catalogue.ts'
import { aSlip, aTicket, aWish, chosen, noted, paperNumbers, taken } from '../support/desk.ts'
import { aFloor, atRisk, late, newcomer } from '../support/floor.ts'
import { aCounter, aPromise, expected, office } from '../support/office.ts'

const all: readonly Tab[] = ['issue', 'booking', 'find', 'away', 'paper', 'hall']
const guide = { kind: 'staff', role: 'guide' } as const
const long = 'Nguyễn Thị Hoàng Phương Anh Thư'
const forecasts = [
  newcomer('CT', 0, 4), newcomer('HT', 22, 41), newcomer('DD', 48, 77), newcomer('CA', 2, 14), newcomer('KD', 3, 9),
  newcomer('BT', 400, 460, { ordinary: { forecast: { ...expected(400, 460), closes: ago(-420 * 60) }, hardlyToday: true } }),
  newcomer('XD', 0, 0, { ordinary: { forecast: null, hardlyToday: false } })
]
const busy = { forecasts, waiting: { CT: 2, HT: 6, DD: 11, BT: 24, CA: 3 } } satisfies Partial<FloorShot>
const known = (change: Partial<FloorShot> = {}, status: LiveState<FloorShot>['status'] = 'live') => ({ status, shot: aFloor({ ...busy, ...change }), staleSince: '2026-11-23T09:40:03+07:00' })
type Known = ReturnType<typeof known>

const page = (tab: Tab, inside: TemplateResult, { state = known(), tabs = all, me = 'Hướng dẫn viên mẫu' }: { readonly state?: Known, readonly tabs?: readonly Tab[], readonly me?: string } = {}) => html`<div>
  <moi-desk-top .office=${office.name} trial me=${me} .tabs=${tabs} tab=${tab} alerts=${state.shot.promise?.broken.length ?? 0}></moi-desk-top>
  <moi-desk-frame>${state.status === 'stale' ? html`<moi-stale-banner since=${state.staleSince}>Chưa cấp số hay ghi gì được lúc này. Những gì đã nhập vẫn còn; nếu mất mạng lâu, mời dùng số dự phòng.</moi-stale-banner>` : ''}
    ${state.shot.counters.some(({ panic }) => panic) ? html`<moi-panic-strip .counters=${state.shot.counters} me=${me} mayAccept></moi-panic-strip>` : ''}
    <moi-printer-strip .printers=${state.shot.printers}></moi-printer-strip>${inside}</moi-desk-frame></div>`

interface Issue { readonly wish?: Wish, readonly stage?: Stage, readonly model?: Partial<IssueModel>, readonly state?: Known, readonly catalogue?: Catalogue }
const issue = ({ wish = noWish, stage = { at: 'choosing' }, model = {}, state = known(), catalogue: offered = catalogue }: Issue = {}) => () =>
  page('issue', html`<moi-desk-issue .state=${state} .catalogue=${offered} .now=${now} .model=${{ wish, query: '', stage, given: [], mayReprint: true, ...model }}></moi-desk-issue>`, { state })
const given = (given: Given, model: Partial<IssueModel> = {}, state = known()) => issue({ stage: { at: 'given', given }, model, state })

const find = (sought: Sought, { typed = '2014', done, slips = [], state = known(), isBroken = false }: { readonly typed?: string, readonly done?: Done, readonly slips?: readonly ReturnType<typeof aSlip>[], readonly state?: Known, readonly isBroken?: boolean } = {}) => () =>
  page('find', html`<moi-desk-find .sought=${sought} .typed=${typed} .done=${done} .slips=${slips} .state=${state} .catalogue=${catalogue} .now=${now} .deeds=${sought.at === 'found' ? deedsFor(sought.ticket, guide, { isBroken, hasPapers: sought.ticket.procedure !== null }) : []}></moi-desk-find>`, { state })

const away = (lists: AwayLists | undefined, { brought, problem = '', slips = [], state = known() }: { readonly brought?: Brought, readonly problem?: string, readonly slips?: readonly ReturnType<typeof aSlip>[], readonly state?: Known } = {}) => () =>
  page('away', html`<moi-desk-away .lists=${lists} problem=${problem} .brought=${brought} .slips=${slips} .state=${state} .catalogue=${catalogue} .now=${now}></moi-desk-away>`, { state })

interface Paper { readonly draft?: PaperDraft, readonly checked?: Checked, readonly problem?: string, readonly sending?: boolean, readonly used?: readonly string[], readonly written?: ReturnType<typeof noted>, readonly state?: Known, readonly slip?: ReturnType<typeof aSlip>, readonly printing?: boolean }
const paper = ({ draft = noDraft, checked, problem = '', sending = false, used, written, state = known(), slip, printing = false }: Paper = {}) => () => page('paper', html`<moi-desk-sides>
  <moi-paper-register .fields=${catalogue.fields} .draft=${draft} .known=${draft.field ? paperNumbers(used) : undefined} .checked=${checked} .written=${written} problem=${problem} ?sending=${sending} ?offline=${state.status !== 'live'}></moi-paper-register>
  <moi-paper-print .fields=${catalogue.fields} .known=${printing ? paperNumbers() : undefined} .slip=${slip} .printers=${state.shot.printers} ?offline=${state.status !== 'live'}></moi-paper-print></moi-desk-sides>`, { state })

const booking = (draft: BookingDraft, { stage = { at: 'choosing' } as Stage, code = '', state = known() } = {}) => () =>
  page('booking', html`<moi-desk-booking .state=${state} .catalogue=${catalogue} .now=${now} code=${code} .stage=${stage} .draft=${draft}></moi-desk-booking>`, { state })
const hall = (change: Partial<FloorShot> = {}, status: LiveState<FloorShot>['status'] = 'live') => () => {
  const state = known(change, status)
  return page('hall', html`<moi-desk-hall .state=${state} .now=${now}></moi-desk-hall>`, { state })
}

const refusal = (code: string, detail: string, status = 409) => ({ type: 'about:blank', title: '', status, code, detail })
const lost = refusal('NO_CONNECTION', 'Máy chủ chưa trả lời. Xin thử lại sau ít phút hoặc báo cán bộ hướng dẫn.', 0)
const slots = (date: string, left: (index: number) => number) => ({ date, slots: Array.from({ length: 14 }, (_, index) => ({ at: new Date(Date.parse(`${date}T08:00:00+07:00`) + (index > 7 ? index + 14 : index) * 900_000).toISOString(), left: left(index) })) })
const days = [slots('2026-11-23', () => 0), slots('2026-11-24', index => index % 3), slots('2026-11-25', () => 2), slots('2026-11-26', () => 1)]
const outage: PaperDraft = { field: 'HT', from: '2901', to: '2912', since: '08:05', until: '09:00', said: { 2901: { state: 'served' }, 2902: { state: 'served' }, 2904: { state: 'absent' }, 2906: { priority: true } } }
const outcome = noted(false, ['served', 'served', 'waiting', 'absent', ...Array<'waiting'>(8).fill('waiting')])
const doubtful: readonly PrintJobListed[] = [
  { job: 'j1', state: 'unknown', printer: 'kiosk', tries: 1, number: '2013', ticket: 't2013', kind: 'ticket', at: ago(620) }, { job: 'j2', state: 'failed', printer: 'desk', tries: 3, number: '11004', ticket: 't11004', kind: 'ticket', at: ago(1220) }
]
const lists: AwayLists = {
  missed: [aTicket('2009', { state: 'missed', counter: 2, calledAt: ago(300), procedure: chosen('HT', 1).procedure?.id ?? null }), aTicket('4007', { field: 'BT', state: 'missed', counter: 4, calledAt: ago(2300) })],
  held: [aTicket('2005', { state: 'held', counter: 2, hold: { until: ago(400), counter: 2, reason: 'Giấy chứng sinh bản chính và căn cước của cha, mẹ' } }), aTicket('3002', { field: 'DD', state: 'held', counter: 3, hold: { until: ago(-2400), counter: 3, reason: 'Bản vẽ' } })], doubtful: []
}
const panicking = [aCounter(1), aCounter(2, { panic: { since: ago(40) }, officer: { id: 'o2', name: long, title: 'Công chức' } }), aCounter(4, { panic: { since: ago(220), acceptedBy: { name: 'Hướng dẫn viên mẫu' } } })]
const closed: Catalogue = { ...catalogue, office: { ...catalogue.office, open: false, opensAt: '2026-11-23T13:15:00+07:00' }, fields: catalogue.fields.map((field, place) => place === 1 ? { ...field, quotaLeft: 0 } : { ...field, open: false, opensAt: '2026-11-23T13:15:00+07:00' }) }

export default {
  sizes: [{ width: 1280, height: 800 }, { width: 360, height: 800 }, { width: 800, height: 1280 }],
  states: {
    'issue': issue(),
    'issue-field': issue({ wish: aWish({ services: [chosen('HT')] }), model: { given: ['2013', '11004', '4012'].map(number => ({ taken: taken(number) })) } }),
    'issue-wish': issue({ wish: aWish({ services: [chosen('HT', 0), chosen('CT', 1)], dossiers: 12, priority: { class: 'pregnant' } }) }),
    'issue-adding': issue({ wish: aWish({ adding: true }) }),
    'issue-search': issue({ wish: aWish(), model: { query: 'dat dai', checklist: undefined } }),
    'issue-search-none': issue({ model: { query: 'hộ chiếu phổ thông' } }),
    'issue-hardly': issue({ wish: aWish({ services: [chosen('BT', 0)] }) }),
    'issue-hardly-sure': issue({ wish: aWish({ services: [chosen('BT', 0)] }), stage: { at: 'asking' } }),
    'issue-sending': issue({ wish: aWish(), stage: { at: 'sending' } }),
    'issue-refused': issue({ wish: aWish(), stage: { at: 'refused', problem: refusal('QUOTA_REACHED', 'Lĩnh vực Hộ tịch đã cấp đủ số cho buổi này. Mời Ông/Bà đến vào buổi sau hoặc hỏi cán bộ hướng dẫn.') } }),
    'issue-unsure': issue({ wish: aWish(), stage: { at: 'refused', problem: lost } }),
    'issue-closed': issue({ catalogue: closed }),
    'issue-offline': issue({ wish: aWish(), state: known({}, 'stale') }),
    'issue-printer': issue({ wish: aWish(), state: known({ printers: [{ printer: 'kiosk', state: 'paper-out', label: 'Epson TM-T82', reliefBy: 'desk' }, { printer: 'desk', state: 'paper-low', label: 'Xprinter XP-58' }] }) }),
    'issue-panic': issue({ state: known({ counters: panicking }) }),
    'given': given({ taken: taken('2014', { procedure: chosen('HT', 0).procedure?.id ?? null }) }, { slip: aSlip('2014', 'printing'), given: [{ taken: taken('2013') }] }),
    'given-long': given({ taken: taken('11014', { field: 'BT', priority: true, dossiers: 30, more: [{ field: 'CT' }, { field: 'HT' }] }, { ahead: 0 }) }, { slip: aSlip('11014', 'printed') }),
    'given-trouble': given({ taken: taken('2014') }, { slip: aSlip('2014', 'unknown') }),
    'given-no-paper': given({ taken: taken('2014', {}, { print: null }) }),
    'find': find({ at: 'nothing' }, { typed: '' }),
    'find-asking': find({ at: 'asking' }),
    'find-none': find({ at: 'none', number: '2077' }, { typed: '2077' }),
    'find-failed': find({ at: 'failed', problem: lost }),
    'find-waiting': find({ at: 'found', ticket: aTicket('2014', { procedure: chosen('HT', 0).procedure?.id ?? null, priority: true, more: [{ field: 'CT', procedure: chosen('CT', 0).procedure?.id }] }), turn: { ahead: 3, forecast: expected(12, 24), counters: [2, 4], promise: { by: ago(-300), broken: false } } }),
    'find-broken': find({ at: 'found', ticket: aTicket('2014', { paper: true, issuedAt: ago(4000) }), turn: { ahead: 0, forecast: expected(0, 8), counters: [2], promise: { by: ago(2200), broken: true } } }, { isBroken: true, slips: [aSlip('2014', 'printed', 'again'), aSlip('2014', 'printing', 'apology')] }),
    'find-held': find({ at: 'found', ticket: aTicket('2014', { state: 'held', counter: 2, calledAt: ago(900), hold: { until: ago(-1800), counter: 2, reason: 'Giấy chứng sinh bản chính' } }) }),
    'find-missed': find({ at: 'found', ticket: aTicket('2014', { state: 'missed', counter: 2, calledAt: ago(900) }) }, { done: { deed: 'return', state: 'refused', problem: lost } }),
    'find-returned': find({ at: 'found', ticket: aTicket('2014'), turn: { ahead: 6, forecast: expected(22, 41), counters: [2] } }, { done: { deed: 'return', state: 'done' } }),
    'find-serving': find({ at: 'found', ticket: aTicket('2014', { state: 'serving', counter: 2, calledAt: ago(300), startedAt: ago(240) }) }),
    'find-done': find({ at: 'found', ticket: aTicket('11014', { field: 'CT', state: 'done', counter: 1, calledAt: ago(900), startedAt: ago(880), endedAt: ago(300) }) }, { typed: '11014' }),
    'find-offline': find({ at: 'found', ticket: aTicket('2014', { state: 'missed', counter: 2, calledAt: ago(900) }) }, { state: known({}, 'stale') }),
    'away': away({ ...lists, doubtful }, { slips: [aSlip('2013', 'printing', 'again')] }),
    'away-returned': away(lists, { brought: { ticket: aTicket('2009'), key: 'k', state: 'done' } }),
    'away-refused': away(lists, { brought: { ticket: aTicket('2009'), key: 'k', state: 'refused', problem: refusal('WRONG_STATE', 'Số này không còn ở trạng thái làm được việc đó. Mời xem lại màn hình.') } }),
    'away-none': away({ held: [], missed: [], doubtful: [] }),
    'away-loading': away(undefined),
    'away-failed': away(undefined, { problem: lost.detail }),
    'paper': paper(),
    'paper-draft': paper({ draft: { ...noDraft, field: 'HT', from: '2901' }, used: ['2920', '2921'], printing: true }),
    'paper-preview': paper({ draft: outage, checked: { noted: outcome } }),
    'paper-wrong': paper({ draft: outage, checked: { problem: refusal('PAPER_NUMBER_USED', 'Số dự phòng 2905 đã được ghi vào hệ thống hôm nay. Chưa ghi số nào trong lần này; mời kiểm tra lại số đầu và số cuối.') }, used: ['2905'] }),
    'paper-writing': paper({ draft: outage, checked: { noted: outcome }, sending: true }),
    'paper-written': paper({ draft: { ...noDraft, field: 'HT' }, written: { ...outcome, registered: true }, used: outcome.numbers.map(({ number }) => number) }),
    'paper-unsure': paper({ draft: outage, checked: { noted: outcome }, problem: `${lost.detail} Chưa rõ máy chủ đã nhận hay chưa. Bấm lại không gây trùng.` }),
    'paper-offline': paper({ draft: outage, state: known({}, 'stale') }),
    'paper-printing': paper({ printing: true, slip: { ...aSlip('', 'printing', 'paper'), ticket: { id: 'HT', number: '2901–2949' } } }),
    'booking': booking(noBooking),
    'booking-asking': booking({ ...noBooking, field: 'HT', doing: 'asking' }),
    'booking-times': booking({ field: 'HT', days, doing: 'choosing', date: '2026-11-24', slot: days[1]?.slots[4] }),
    'booking-taken': booking({ field: 'HT', days, doing: 'choosing', date: '2026-11-24', problem: refusal('SLOT_TAKEN', 'Giờ này vừa có người đặt hết chỗ. Mời Ông/Bà chọn giờ khác.') }),
    'booking-none': booking({ field: 'CT', days: [], doing: 'choosing' }),
    'booking-booked': booking({ ...noBooking, booked: { token: 'k7Qm2xV9bT4nR8sJ1wYdZa', booking: { code: 'K7M3XR', field: 'HT', at: '2026-11-24T09:00:00+07:00', date: '2026-11-24', state: 'booked' } } }),
    'booking-unknown': booking(noBooking, { code: 'K7M3XR', stage: { at: 'refused', problem: refusal('NOT_FOUND', '', 404) } }),
    'booking-given': booking(noBooking, { stage: { at: 'given', given: { taken: taken('2014', { appointment: ago(-600), issuedAt: ago(3000) }), booked: { before: true } } } }),
    'hall': hall(),
    'hall-alerts': hall({ promise: aPromise({ broken: [late('2015', 11), late('11016', 4)], soon: [atRisk('2018', 8, 6)], brokenToday: 6 }) }),
    'hall-empty': hall({ counters: [], calls: [], waiting: {}, forecasts: undefined, promise: undefined }),
    'hall-offline': hall({}, 'stale'),
    'officer': () => page('find', html`<moi-desk-find .state=${known()} .catalogue=${catalogue} .now=${now}></moi-desk-find>`, { tabs: ['find', 'away', 'hall'], me: long }),
    'loading': () => html`<div><moi-desk-top .office=${office.name} me=${long} .tabs=${all} tab="issue"></moi-desk-top><moi-notice heading="Đang tải…"></moi-notice></div>`,
    'sign-in': () => html`<moi-sign-in heading="Đăng nhập bàn hướng dẫn" trial></moi-sign-in>`
  }
} satisfies ScreenStates
