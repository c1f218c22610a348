import { html } from 'lit'
import type { LauncherModel } from '../../../display/launcher/view.ts'
import '../../../display/launcher/view.ts'
import type { ScreenStates } from '../gallery/states.ts'
import { catalogue } from '../support/catalogue.ts'
import { aCounter } from '../support/office.ts'

const office = { ...catalogue.office, bookable: true }
const trial: LauncherModel = {
  office, fields: catalogue.fields, opening: false, pairing: false, wrong: '',
  counters: [aCounter(1, { main: ['CT'] }), aCounter(2, { main: ['HT'] }), aCounter(3, { main: ['DD', 'XD'] }), aCounter(4, { main: ['TQ', 'BT', 'KD', 'CA', 'HD'] })]
}
const launcher = (change: Partial<LauncherModel> = {}) => () => html`<moi-launcher .model=${{ ...trial, ...change }}></moi-launcher>`

export default {
  sizes: [{ width: 1280, height: 900 }, { width: 390, height: 844 }],
  states: {
    trial: launcher(),
    unbookable: launcher({ office: { ...office, bookable: false } }),
    opening: launcher({ opening: true }),
    blocked: launcher({ blockedPath: '/board' }),
    refused: launcher({ refused: 'Văn phòng đã được xác nhận: xin ghép màn hình bằng mã.' }),
    confirmed: launcher({ office: { ...office, trial: false }, wrong: 'Mã ghép không đúng hoặc đã hết hạn. Xin tạo mã mới trên trang quản trị.' }),
    loading: launcher({ office: undefined, counters: [], fields: [] }),
    unreached: launcher({ office: undefined, problem: { type: 'about:blank', title: 'Mất kết nối', status: 0, code: 'NO_CONNECTION', detail: 'Máy chủ chưa trả lời. Xin thử lại sau ít phút hoặc báo cán bộ hướng dẫn.' } })
  }
} satisfies ScreenStates
