import { html, type TemplateResult } from 'lit'
import type { Booking, Slot } from '../../../common/contract/booking.ts'
import type { Field, Office } from '../../../common/contract/office.ts'
import type { DaySlots } from '../../../common/ui/booking-days.ts'
import type { BookedStep, BookModel, TimeStep } from '../../../display/book/flow.ts'
import '../../../display/book/view.ts'
import type { ScreenStates } from '../gallery/states.ts'
import { catalogue } from '../support/catalogue.ts'

const fields: readonly Field[] = catalogue.fields.map(field => ({ ...field, bookable: ['CT', 'HT', 'BT'].includes(field.id) }))
const office: Office = { ...catalogue.office, moment: { kind: 'working' }, carried: 0, bookable: true, phone: '0203 3891 234' }
const procedure = catalogue.procedures.find(({ id }) => id === 'HT02')!
const field = fields.find(({ id }) => id === 'HT')!
const ready: BookModel = { office, fields, procedures: catalogue.procedures, step: { at: 'field' } }

const slot = (date: string, time: string, left: number): Slot => ({ at: `${date}T${time}:00.000+07:00`, left })
const quarters = (date: string, from: number, amount: number, left: (index: number) => number): Slot[] =>
  Array.from({ length: amount }, (_, index) => slot(date, `${String(from + Math.floor(index / 4)).padStart(2, '0')}:${String(index % 4 * 15).padStart(2, '0')}`, left(index)))
const aDay = (date: string, left: (index: number) => number): DaySlots => ({ date, slots: [...quarters(date, 8, 13, left), ...quarters(date, 14, 10, left)] })
const days: readonly DaySlots[] = [
  { date: '2026-11-23', slots: quarters('2026-11-23', 14, 6, index => index % 3) }, { date: '2026-11-24', slots: [] }, aDay('2026-11-25', index => (index * 7) % 3),
  aDay('2026-11-26', () => 0), aDay('2026-11-27', () => 2), { date: '2026-11-28', slots: [] }, { date: '2026-11-29', slots: [] }, aDay('2026-11-30', () => 2)
]
const time: TimeStep = { at: 'time', field, procedure, days, doing: 'choosing', date: '2026-11-25' }
const chosen = slot('2026-11-25', '09:15', 2)
const booking: Booking = { code: 'ACD7RW', field: 'HT', procedure: 'HT02', at: '2026-11-25T09:15:00.000+07:00', date: '2026-11-25', state: 'booked' }
const booked: BookedStep = { at: 'booked', token: 'Zk3vQxT9mLw2Rb7uYp5sAe', booking, isNew: true, cancelling: 'offered' }
const refused = (code: string, detail: string) => ({ type: 'about:blank', title: '', status: 409, code, detail })
const away = refused('NO_CONNECTION', 'Máy chủ chưa trả lời. Xin thử lại sau ít phút hoặc báo cán bộ hướng dẫn.')

const draw = (change: Partial<BookModel> = {}) => (): TemplateResult => html`<moi-book .model=${{ ...ready, ...change }}></moi-book>`

export default {
  sizes: [{ width: 390, height: 844 }, { width: 1280, height: 900 }, { width: 360, height: 640 }],
  states: {
    fields: draw(),
    closed: draw({ office: { ...office, bookable: false } }),
    procedures: draw({ step: { at: 'procedure', field } }),
    asking: draw({ step: { ...time, days: [], doing: 'asking', date: undefined } }),
    times: draw({ step: time }),
    chosen: draw({ step: { ...time, chosen } }),
    later: draw({ step: { ...time, doing: 'asking', chosen } }),
    last: draw({ step: { ...time, days: [...days, ...Array.from({ length: 20 }, (_, index) => ({ date: `2026-12-${String(index + 1).padStart(2, '0')}`, slots: [] }))] } }),
    booking: draw({ step: { ...time, chosen, doing: 'booking' } }),
    taken: draw({ step: time, problem: refused('SLOT_TAKEN', 'Giờ này vừa có người đặt hết chỗ. Mời Ông/Bà chọn giờ khác.') }),
    none: draw({ step: { ...time, days: [{ date: '2026-11-23', slots: [] }], date: undefined } }),
    full: draw({ step: { ...time, days: [aDay('2026-11-26', () => 0)], date: undefined } }),
    offline: draw({ step: { ...time, days: [], date: undefined }, problem: away }),
    booked: draw({ step: booked }),
    plain: draw({ step: { ...booked, booking: { ...booking, procedure: undefined } } }),
    'cancel-asked': draw({ step: { ...booked, isNew: false, cancelling: 'asked' } }),
    'cancel-sending': draw({ step: { ...booked, isNew: false, cancelling: 'sending' } }),
    'cancel-refused': draw({ step: { ...booked, isNew: false, cancelling: 'asked' }, problem: away }),
    'checked-in': draw({ step: { ...booked, isNew: false, booking: { ...booking, state: 'checked-in' } } }),
    cancelled: draw({ step: { ...booked, isNew: false, booking: { ...booking, state: 'cancelled' } } }),
    lapsed: draw({ step: { ...booked, isNew: false, booking: { ...booking, state: 'lapsed' } } }),
    unknown: draw({ step: { at: 'unknown' } }),
    loading: draw({ office: undefined, step: { at: 'loading' } }),
    unreached: draw({ office: undefined, step: { at: 'loading' }, problem: away })
  }
} satisfies ScreenStates
