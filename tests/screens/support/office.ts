import type { Counter } from '../../../common/contract/counter.ts'
import type { FieldForecast, Prospect } from '../../../common/contract/forecast.ts'
import type { CallShown, FieldShown, OfficeShown, PromiseShown } from '../../../common/contract/live.ts'
import type { Notice } from '../../../common/contract/office.ts'
import type { Forecast } from '../../../common/contract/ticket.ts'
import { ago } from '../gallery/states.ts'

/** An office to draw and to test screens with. Longest names of the sample, on purpose. */
export const office: OfficeShown = {
  name: { vi: 'Trung tâm Phục vụ hành chính công xã Mẫu Sơn Hạ (dữ liệu minh họa)', en: 'Public Service Centre, Mau Son Ha commune (sample data)' },
  timeZone: 'Asia/Ho_Chi_Minh', trial: true, promiseMinutes: 30
}

export const fields: readonly FieldShown[] = [
  { id: 'CT', digit: 1, name: { vi: 'Chứng thực', en: 'Certification' } },
  { id: 'HT', digit: 2, name: { vi: 'Hộ tịch', en: 'Civil status' } },
  { id: 'DD', digit: 3, name: { vi: 'Đất đai', en: 'Land' } },
  { id: 'BT', digit: 4, name: { vi: 'Bảo trợ xã hội – Người có công', en: 'Social protection and people with merit' } },
  { id: 'KD', digit: 5, name: { vi: 'Hộ kinh doanh', en: 'Household business' } },
  { id: 'CA', digit: 6, name: { vi: 'Cư trú – Căn cước (Công an xã)', en: 'Residence and ID card' } },
  { id: 'XD', digit: 7, name: { vi: 'Xây dựng', en: 'Construction' } },
  { id: 'TQ', digit: 8, name: { vi: 'Trả kết quả – Bổ sung hồ sơ', en: 'Results and supplements' } },
  { id: 'HD', digit: 9, name: { vi: 'Hướng dẫn – Phản ánh', en: 'Guidance and feedback' } }
]

export const waiting: Readonly<Record<string, number>> = { CT: 112, HT: 26, DD: 14, BT: 9, KD: 3, CA: 5, XD: 1, TQ: 12, HD: 2 }

export const notices: readonly Notice[] = [
  { id: 'n1', kind: 'papers', title: 'Đăng ký khai sinh cần mang gì?', lines: ['Tờ khai đăng ký khai sinh', 'Giấy chứng sinh (bản chính)', 'Căn cước của cha, mẹ', 'Miễn lệ phí nếu đăng ký trong 60 ngày; trả kết quả trong ngày'] },
  { id: 'n2', kind: 'slogan', title: '5 biết – 3 không – 4 thể hiện', lines: ['5 biết: biết nghe dân nói; biết nói dân hiểu; biết làm dân tin; biết xin lỗi; biết cảm ơn', '3 không: không phiền hà, sách nhiễu; không né tránh trách nhiệm; không trễ hẹn trong quá trình xử lý công việc', '4 thể hiện: tôn trọng trong giao tiếp; văn minh, văn hóa, lịch sự trong giải quyết công việc; lắng nghe đầy đủ, hướng dẫn tận tình; gần gũi, giải thích cặn kẽ'] }
]

/** A call expected in so many minutes, between the first and the last. */
export const expected = (from: number, to: number): Forecast => ({ earliest: ago(-from * 60), likely: ago(-(from + to) * 30), latest: ago(-to * 60) })

/** Thirty minutes, kept so far. */
export const aPromise = (change: Partial<PromiseShown> = {}): PromiseShown => ({ minutes: 30, broken: [], soon: [], brokenToday: change.broken?.length ?? 0, ...change })

export function aCounter (number: number, change: Partial<Counter> = {}): Counter {
  return { number, state: 'open', officer: { id: `o${number}`, name: `Cán bộ mẫu ${number}`, title: 'Công chức Tư pháp – Hộ tịch' }, main: ['CT'], helper: [], since: ago(3600), ...change }
}

export function aCall (number: string, counter: number, { state = 'called', seconds = 0 }: { state?: CallShown['state'], seconds?: number } = {}): CallShown {
  const field = fields.find(({ digit }) => String(digit) === number[0])?.id ?? 'CT'
  const digits = [...number].join(' ')
  return {
    ticket: { id: `t${number}`, number, field, priority: false }, counter, state,
    call: {
      id: `c${number}`, rev: 1, at: ago(seconds), repeat: 0,
      why: { code: 'order', text: { vi: 'Đến trước nhất', en: 'First come' } },
      announcement: { vi: `Mời công dân có số ${digits}, đến quầy số ${counter}.`, en: `Number ${digits}, please go to counter ${counter}.` },
      sound: { vi: '', en: '' }
    }
  }
}

/** Called between so many minutes from now; 'closes' names the office's end where that comes before. */
export function aProspect (from: number, to: number, { hardlyToday = false, closes }: { hardlyToday?: boolean, closes?: string } = {}): Prospect {
  const at = (minutes: number) => ago(-minutes * 60)
  return { forecast: { earliest: at(from), likely: at((from + to) / 2), latest: at(to), ...closes !== undefined && { closes: new Date(`2026-11-23T${closes}:00+07:00`).toISOString() } }, hardlyToday }
}

/** A busy morning: long, short, at any moment, nobody there to serve. */
export const forecasts: readonly FieldForecast[] = Object.entries({
  CT: [64, 112], HT: [31, 52], DD: [12, 34], BT: [1, 22], KD: [3, 6], CA: [2, 11], XD: [0, 2], TQ: [8, 19], HD: undefined
} as Record<string, [number, number] | undefined>).map(([field, range]) => {
  const none: Prospect = { forecast: null, hardlyToday: false }
  return { field, ordinary: range ? aProspect(...range) : none, priority: range ? aProspect(range[0] / 4, range[1] / 3) : none }
})
