import type { OfficeSeed } from '../../../server/ports/seed.ts'

const text = (vi: string) => ({ vi, en: `${vi} (en)` })
const field = (id: string, digit: number) => ({ id, digit, name: text(id), kioskLabel: text(id), purpose: 'submit' as const })

/** Monday 23 November 2026, 09:00 on the office's wall. */
export const monday9 = Date.parse('2026-11-23T09:00:00+07:00')
export const mondayDate = '2026-11-23'

const rules: OfficeSeed['rules'] = {
  policy: { kind: 'ratio', priority: 1, ordinary: 1 }, reentry: { kind: 'end' }, holdMinutes: 60, undoSeconds: 60,
  bulk: { from: 10, counters: [2] }, booking: { fields: ['CT'], slotMinutes: 15, perSlot: 2, daysAhead: 7, earlyMinutes: 10, lateMinutes: 15 }
}

/** A small office: three fields, two counters, one officer at each. */
export function anOffice (id = 'mau-son-ha'): OfficeSeed {
  return {
    id, name: text('Xã Mẫu Sơn Hạ'), phone: '0000 000 000', timeZone: 'Asia/Ho_Chi_Minh',
    hours: { days: [1, 2, 3, 4, 5], sessions: [{ from: '07:30', to: '11:30', ticketsFrom: '07:00', ticketsTo: '11:15' }, { from: '13:00', to: '17:00', ticketsFrom: '12:45', ticketsTo: '16:30' }] },
    holidays: ['2026-01-01'], promiseMinutes: 30, rules, recallLimit: 3, ratingMinutes: 60,
    fields: [field('CT', 1), field('HT', 2), { ...field('DD', 3), windows: [{ from: '08:00', to: '10:00' }], quota: 40, asksDossiers: true, notice: { from: '15:00', text: text('Trả kết quả vào ngày làm việc tiếp theo') } }],
    procedures: [
      { id: 'ct-sao', field: 'CT', name: text('Chứng thực bản sao'), kioskLabel: text('Sao y'), purpose: 'submit', papers: ['Bản chính'], fee: '2.000 đ/trang', resultTime: 'Trong ngày', meanMinutes: 6.5, solemn: false, needsReview: true },
      { id: 'ht-tu', field: 'HT', name: text('Đăng ký khai tử'), kioskLabel: text('Khai tử'), purpose: 'submit', papers: [], meanMinutes: 12, solemn: true, needsReview: true }
    ],
    duties: [{ number: 1, main: ['CT'], helper: ['HT'] }, { number: 2, main: ['HT', 'DD'], helper: ['CT'] }],
    priorityClasses: [{ id: 'elderly', name: text('Người cao tuổi') }, { id: 'merit', name: text('Người có công') }],
    lowRatingReasons: [text('Chờ lâu'), text('Phải đi lại nhiều lần')],
    notices: [{ kind: 'slogan', title: '5 biết', lines: ['biết nghe dân nói', 'biết nói dân hiểu'] }],
    people: [
      { id: 'p1', username: 'quay1', name: 'Nguyễn Thị An', title: 'Công chức tư pháp', role: 'officer', counter: 1, passwordHash: '$argon2id$one' },
      { id: 'p2', username: 'quay2', name: 'Trần Văn Bình', title: 'Công chức hộ tịch', role: 'officer', counter: 2, passwordHash: '$argon2id$two' },
      { id: 'p9', username: 'admin', name: 'Quản trị', title: '', role: 'admin', passwordHash: '$argon2id$nine' }
    ]
  }
}
