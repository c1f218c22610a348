import { texts } from './texts.ts'

/** Why a number was called, in words a waiting citizen understands. */
export const why = texts({
  order: 'Số {number} được gọi theo thứ tự đến trước',
  priority: 'Số {number} được gọi trước vì thuộc diện ưu tiên',
  returned: 'Số {number} được gọi trước vì quay lại theo hẹn',
  appointment: 'Số {number} được gọi theo lịch đã hẹn',
  helper: 'Số {number} được gọi ở quầy hỗ trợ để đỡ phải chờ',
  chosen: 'Số {number} được cán bộ gọi trước, có ghi lý do'
}, {
  order: 'Number {number} was called in order of arrival',
  priority: 'Number {number} was called earlier as a priority visitor',
  returned: 'Number {number} was called earlier as it returned as agreed',
  appointment: 'Number {number} was called for its appointment',
  helper: 'Number {number} was called by a helping counter to shorten its wait',
  chosen: 'Number {number} was called earlier by an officer, with a recorded reason'
})
