import { html, type TemplateResult } from 'lit'
import type { ConsoleShot } from '../../../common/contract/live.ts'
import type { Drafts } from '../../../counter/console/asking.ts'
import '../../../counter/console/call-dialog.ts'
import '../../../counter/console/hold-dialog.ts'
import '../../../counter/console/transfer-dialog.ts'
import '../../../counter/console/options-dialog.ts'
import '../../../counter/console/pause-dialog.ts'
import '../../../counter/console/pin-dialog.ts'
import { usualPreferences, type Preferences } from '../../../counter/console/preferences.ts'
import { now, type ScreenStates } from '../gallery/states.ts'
import { aCounter } from '../support/office.ts'
import { aQueue, queued } from '../support/console.ts'
import { draw, names, procedures, serving, shot, ticket } from './console.ts'

const papers = new Map([['HT01', ['Tờ khai đăng ký khai sinh', 'Giấy chứng sinh']], ['BT09', ['Tờ khai (mẫu NĐ 335/2026 / 176/2025)', 'Giấy xác nhận khuyết tật', 'Căn cước của người được hưởng', 'Sổ tài khoản']]])

interface Drawn { readonly drafts?: Drafts, readonly offline?: boolean, readonly sending?: boolean, readonly refusal?: string, readonly at?: Date }
type Box = (change: Partial<ConsoleShot>, drawn?: Drawn) => () => TemplateResult
const hold: Box = (change, { drafts = {}, offline = false, sending = false, refusal = '', at = now } = {}) => () => html`${draw(change)}
  <moi-hold-dialog open .shot=${{ ...shot, ...change }} .fields=${names} .procedures=${procedures} .papers=${papers} .now=${at} .drafts=${drafts} ?offline=${offline} ?sending=${sending} refusal=${refusal}></moi-hold-dialog>`
const transfer: Box = (change, { drafts = {}, offline = false, sending = false, refusal = '' } = {}) => () => html`${draw(change)}
  <moi-transfer-dialog open .shot=${{ ...shot, ...change }} .fields=${names} .procedures=${procedures} .now=${now} .drafts=${drafts} ?offline=${offline} ?sending=${sending} refusal=${refusal}></moi-transfer-dialog>`
const call: Box = (change, { drafts = {}, offline = false, sending = false, refusal = '' } = {}) => () => html`${draw(change)}
  <moi-call-dialog open .shot=${{ ...shot, ...change }} .fields=${names} .procedures=${procedures} .now=${now} .drafts=${drafts} ?offline=${offline} ?sending=${sending} refusal=${refusal}></moi-call-dialog>`

const pause: Box = (change, { drafts = {}, offline = false, sending = false, refusal = '' } = {}) => () => html`${draw(change)}
  <moi-pause-dialog open .shot=${{ ...shot, ...change }} .now=${now} .drafts=${drafts} ?offline=${offline} ?sending=${sending} refusal=${refusal}></moi-pause-dialog>`
const options = (preferences: Partial<Preferences> = {}) => () => html`${draw({})}<moi-console-options open .preferences=${{ ...usualPreferences, ...preferences }}></moi-console-options>`
const pin = (refusal = '', offline = false) => () => html`${draw({})}<moi-pin-dialog open refusal=${refusal} ?offline=${offline}></moi-pin-dialog>`

const busy = { current: serving }
const chosen = { ticket: 't2014', chips: ['Giấy chứng sinh', 'Bản chụp'], words: '', minutes: 30, otherMinutes: '', slip: true } as const
const longTicket = { ...ticket, id: 't11000', number: '11000', field: 'BT', procedure: 'BT09', priority: true }
const manyCounters = Array.from({ length: 9 }, (_, index) => aCounter(index + 3, { main: ['BT', 'CA', 'TQ', 'KD'].slice(0, index % 4 + 1), ...index % 3 === 0 && { state: 'closed' as const }, officer: { id: `o${index}`, name: 'Nguyễn Thị Hoàng Phương Anh Thư', title: 'Công chức' } }))
const longQueue = aQueue({ next: [queued('2015', 31), queued('11000', 131, { field: 'BT', procedure: 'BT09', priority: true }), ...Array.from({ length: 10 }, (_, index) => queued(String(6001 + index), 60 - index * 4, { field: 'CA' }))], waiting: 47 })

export default {
  sizes: [{ width: 360, height: 800 }, { width: 1280, height: 800 }],
  states: {
    hold: hold(busy),
    'hold-chosen': hold(busy, { drafts: { hold: chosen } }),
    'hold-lunch': hold(busy, { drafts: { hold: { ...chosen, minutes: 60 } }, at: new Date('2026-11-23T11:12:00+07:00') }),
    'hold-other': hold({ ...busy, printer: 'unreachable' }, { drafts: { hold: { ...chosen, chips: [], words: 'Giấy xác nhận nơi cư trú của người mẹ', minutes: 'other', otherMinutes: '480' } } }),
    'hold-refused': hold(busy, { drafts: { hold: chosen }, refusal: 'Máy chủ chưa trả lời. Xin thử lại sau ít phút hoặc báo cán bộ hướng dẫn. Chưa rõ máy chủ đã nhận hay chưa. Bấm lại không gây trùng.' }),
    'hold-sending': hold(busy, { drafts: { hold: chosen }, sending: true }),
    'hold-offline': hold(busy, { drafts: { hold: chosen }, offline: true }),
    'hold-long': hold({ current: { ...serving, ticket: longTicket }, hold: { ...shot.hold, minutes: 45 } }),
    transfer: transfer(busy),
    'transfer-field': transfer(busy, { drafts: { transfer: { ticket: 't2014', kind: 'field', field: 'BT', back: true } } }),
    'transfer-counter': transfer(busy, { drafts: { transfer: { ticket: 't2014', kind: 'counter', counter: 3, back: false } } }),
    'transfer-many': transfer({ ...busy, colleagues: manyCounters }, { drafts: { transfer: { ticket: 't2014', kind: 'counter', back: false } } }),
    'transfer-refused': transfer(busy, { drafts: { transfer: { ticket: 't2014', kind: 'field', field: 'CT', back: true } }, refusal: 'Số này đã ở đúng nơi đó. Mời chọn lĩnh vực hoặc quầy khác.' }),
    pause: pause({}),
    'pause-chosen': pause({}, { drafts: { pause: { chip: 'Họp', words: 'giao ban' } } }),
    'pause-busy': pause(busy, { drafts: { pause: { words: 'đi lấy hồ sơ ở kho lưu trữ' } } }),
    'pause-offline': pause({}, { drafts: { pause: { chip: 'Họp', words: '' } }, offline: true }),
    options: options(),
    'options-auto': options({ askOutcome: true, autoNext: true, wrapUpSeconds: 45 }),
    pin: pin(),
    'pin-refused': pin('Mật khẩu chưa đúng. Mời nhập lại.'),
    'pin-offline': pin('', true),
    call: call({}),
    'call-chosen': call({}, { drafts: { call: { ticket: 't2017', chips: ['Người yếu, đi lại khó'], words: '' } } }),
    'call-long': call({ queue: longQueue }, { drafts: { call: { ticket: 't11000', chips: [], words: 'Bà cụ ngất ở ghế chờ, con gái xin làm trước để đưa đi trạm xá' } } }),
    'call-busy': call(busy, { drafts: { call: { ticket: 't2017', chips: ['Người yếu, đi lại khó'], words: '' } } }),
    'call-refused': call({}, { drafts: { call: { ticket: 't2016', chips: [], words: 'mẹ' } }, refusal: 'Số này không còn ở trạng thái làm được việc đó. Mời xem lại màn hình.' })
  }
} satisfies ScreenStates
