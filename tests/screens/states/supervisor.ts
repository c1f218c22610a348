import { html, type TemplateResult } from 'lit'
import type { FloorShot } from '../../../common/contract/live.ts'
import type { PrintState } from '../../../common/contract/ticket.ts'
import type { LiveState } from '../../../common/ui/live-state.ts'
import '../../../common/ui/notice.ts'
import type { Slip } from '../../../common/ui/printing.ts'
import '../../../common/ui/sign-in.ts'
import { roleTexts } from '../../../common/i18n/roles.ts'
import { speaker } from '../../../common/i18n/texts.ts'
import { language } from '../../../common/ui/language.ts'
import { notFor } from '../../../common/ui/not-for.ts'
import '../../../counter/supervisor/accuracy.ts'
import type { Measured } from '../../../counter/supervisor/accuracy.ts'
import type { Said } from '../../../counter/supervisor/apologies.ts'
import '../../../counter/supervisor/floor.ts'
import '../../../counter/supervisor/frame.ts'
import type { Tab } from '../../../counter/supervisor/tabs.ts'
import '../../../counter/supervisor/top.ts'
import { ago, now, type ScreenStates } from '../gallery/states.ts'
import { accuracy, aFloor, aReport, atRisk, late, newcomer, noReport } from '../support/floor.ts'
import { aCounter, aPromise, expected, fields, office } from '../support/office.ts'

const long = { id: 'o9', name: 'Nguyễn Thị Hoàng Phương Anh Thư', title: 'Công chức Văn hóa – Xã hội, Lao động – Thương binh' }
const forecasts = [
  newcomer('CT', 0, 4), newcomer('HT', 38, 62, { priority: { forecast: expected(12, 24), hardlyToday: false } }), newcomer('DD', 20, 41),
  newcomer('BT', 400, 460, { ordinary: { forecast: { ...expected(400, 460), closes: ago(-420 * 60) }, hardlyToday: true } }),
  newcomer('XD', 0, 0, { ordinary: { forecast: null, hardlyToday: false }, priority: { forecast: null, hardlyToday: false } })
]
const both = aPromise({ broken: [late('2015', 11), late('2016', 4)], soon: [atRisk('2018', 8, 6), atRisk('3009', 3, 21)], brokenToday: 6 })
const many = aPromise({
  broken: Array.from({ length: 9 }, (_, index) => late(String(11000 + index), 64 - index * 5)), brokenToday: 41,
  soon: [...Array.from({ length: 5 }, (_, index) => atRisk(String(11020 + index), 2 + index, 30)), atRisk('6004', 4, 9), atRisk('8011', 12, 5)]
})

const slip = (number: string, state?: PrintState): Slip => ({ kind: 'apology', ticket: { id: `t${number}`, number }, key: 'k', ...state && { job: 'j', state, printer: 'desk' } })
const said = (...slips: readonly Said[]): ReadonlyMap<string, Said> => new Map(slips.map(one => [one.slip.ticket.id, one]))
const kept = { type: 'about:blank', title: '', status: 409, code: 'PROMISE_KEPT', detail: '' }

const page = (tab: Tab, inside: TemplateResult, tabs: readonly Tab[] = ['floor', 'accuracy']) => html`<div>
  <moi-supervisor-top .office=${office.name} trial me="Giám sát mẫu" .tabs=${tabs} tab=${tab}></moi-supervisor-top>
  <moi-supervisor-frame><main>${inside}</main></moi-supervisor-frame></div>`

interface Drawn { readonly status?: LiveState<FloorShot>['status'], readonly apologies?: ReadonlyMap<string, Said>, readonly counted?: number }
const floor = (change: Partial<FloorShot> = {}, { status = 'live', apologies = new Map(), counted = 3 }: Drawn = {}) => () =>
  page('floor', html`<moi-floor .state=${{ status, shot: aFloor({ forecasts, ...change }), staleSince: '2026-11-23T09:40:03+07:00' }} .now=${now} .apologies=${apologies} .apologisedToday=${counted}></moi-floor>`)

const report = aReport({
  byHour: [[7, 96, 74], [8, 240, 79], [9, 262, 84], [10, 221, 83], [11, 12, 92], [13, 148, 81], [14, 122, 86], [15, 79, 70]].map(([hour = 0, called = 0, percent = 0]) => ({ hour, ...accuracy(called, percent, { biasMinutes: hour < 9 ? 4 : hour > 13 ? -3 : 0.2 }) })),
  byField: fields.slice(0, 8).map(({ id }, index) => ({ field: id, ...accuracy(index === 6 ? 4 : 310 - index * 38, 85 - index * 3) }))
})
const nameOf = (id: string) => fields.find(field => field.id === id)?.name[language.current] ?? id
const measured = (change: Partial<Measured>, tabs?: readonly Tab[]) => () =>
  page('accuracy', html`<moi-accuracy .measured=${{ period: 'usual', isLoading: false, report, ...change }} .nameOf=${nameOf}></moi-accuracy>`, tabs)
const lost = 'Máy chủ chưa trả lời. Xin thử lại sau ít phút hoặc báo cán bộ hướng dẫn.'

export default {
  sizes: [{ width: 1280, height: 800 }, { width: 360, height: 800 }],
  states: {
    calm: floor(),
    'calm-confirmed': () => page('floor', html`<moi-floor .state=${{ status: 'live', shot: aFloor({ forecasts }) }} .now=${now}></moi-floor>`, ['floor']),
    'never-open': floor({ counters: aFloor().counters.map(({ ticket: _, ...counter }) => ({ ...counter, state: 'closed' as const, since: '1970-01-01T08:00:00+08:00' })), calls: [] }),
    soon: floor({ promise: aPromise({ soon: [atRisk('2018', 8, 6)], brokenToday: 2 }) }),
    alerts: floor({ promise: both }),
    'alerts-busy': floor({ promise: both, counters: aFloor().counters.slice(1, 3) }),
    'alerts-many': floor({ promise: many, forecasts: forecasts.map(one => ({ ...one })), counters: [...aFloor().counters, aCounter(12, { state: 'closed', officer: undefined, main: ['CT', 'HT', 'DD', 'BT', 'KD'] }), aCounter(13, { officer: long, main: ['CA', 'TQ', 'XD'] })] }),
    apologising: floor({ promise: both }, { apologies: said({ slip: slip('2015'), refusal: '' }, { slip: slip('2016', 'printing'), refusal: '' }) }),
    apologised: floor({ promise: both }, { apologies: said({ slip: slip('2015', 'printed'), refusal: '' }, { slip: slip('2016', 'unknown'), refusal: '' }), counted: 5 }),
    'apology-refused': floor({ promise: both }, { apologies: said({ slip: { ...slip('2015'), problem: kept }, refusal: 'Số này chưa chờ quá 30 phút đã cam kết nên chưa in phiếu xin lỗi. Mời xem lại thời gian chờ trên màn hình.' }, { slip: { ...slip('2016'), problem: { ...kept, status: 0 } }, refusal: `${lost} Chưa rõ máy chủ đã nhận hay chưa. Bấm lại không gây trùng.` }) }),
    printers: floor({ printers: [{ printer: 'kiosk', state: 'paper-out', label: 'Epson TM-T82', reliefBy: 'desk' }, { printer: 'desk', state: 'paper-low', label: 'Xprinter XP-58' }] }),
    'no-forecast': () => page('floor', html`<moi-floor .state=${{ status: 'live', shot: aFloor({ promise: undefined, forecasts: undefined }) }} .now=${now}></moi-floor>`),
    'no-counters': floor({ counters: [], calls: [], waiting: {} }),
    stale: floor({ promise: both }, { status: 'stale' }),
    loading: () => html`<div><moi-supervisor-top .office=${office.name} me="Giám sát mẫu" .tabs=${['floor', 'accuracy']} tab="floor"></moi-supervisor-top><moi-supervisor-frame><moi-notice heading="Đang tải…"></moi-notice></moi-supervisor-frame></div>`,
    'sign-in': () => html`<moi-sign-in heading="Đăng nhập trang giám sát" trial></moi-sign-in>`,
    'not-for': () => notFor({ language: language.current, say: speaker(roleTexts, language.current) }, { name: long.name, role: 'observer' }, ['hold-counter', 'see-tickets'], () => undefined),
    accuracy: measured({}),
    'accuracy-observer': measured({}, ['accuracy']),
    'accuracy-narrow': measured({ report: { ...report, all: accuracy(1180, 61, { biasMinutes: -7.2, meanErrorMinutes: 14.8 }), promise: { minutes: 30, kept: 212, broken: 0, apologies: 0 } } }),
    'accuracy-wide': measured({ report: { ...report, all: accuracy(1180, 96, { biasMinutes: 0.2 }) } }),
    'accuracy-few': measured({ period: 'week', report: { ...report, made: 15, all: accuracy(12, 75), byHour: report.byHour.slice(4, 5), byField: report.byField.slice(6, 7) } }),
    'accuracy-none': measured({ report: noReport() }),
    'accuracy-none-yet': measured({ report: noReport(7) }),
    'accuracy-loading': () => page('accuracy', html`<moi-accuracy .measured=${{ period: 'usual', isLoading: true }}></moi-accuracy>`),
    'accuracy-next': measured({ period: 'quarter', isLoading: true }),
    'accuracy-offline': measured({ period: 'week', problem: lost }),
    'accuracy-problem': () => page('accuracy', html`<moi-accuracy .measured=${{ period: 'usual', isLoading: false, problem: lost }}></moi-accuracy>`)
  }
} satisfies ScreenStates
