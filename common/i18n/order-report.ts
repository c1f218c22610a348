import { texts } from './texts.ts'

/** Headers and words of the table on the order of calls. */
export const orderReportTexts = texts({
  'at': 'Thời điểm gọi', 'number': 'Số', 'counter': 'Quầy', 'officer': 'Cán bộ', 'why': 'Vì sao', 'chosen': 'Lý do cán bộ ghi',
  'overtook': 'Số người đến trước bị vượt', 'undone': 'Đã hoàn tác', 'yes': 'có',
  'sums.calls': 'Số lần gọi', 'sums.overtook': 'Số lần gọi vượt người đến trước',
  'why.order': 'theo thứ tự', 'why.priority': 'ưu tiên', 'why.returned': 'quay lại theo hẹn', 'why.appointment': 'lịch hẹn',
  'why.helper': 'quầy hỗ trợ', 'why.chosen': 'gọi đích danh'
}, {
  'at': 'Called at', 'number': 'Number', 'counter': 'Counter', 'officer': 'Officer', 'why': 'Why', 'chosen': 'Reason given by the officer',
  'overtook': 'Earlier arrivals passed over', 'undone': 'Undone', 'yes': 'yes',
  'sums.calls': 'Calls', 'sums.overtook': 'Calls that passed over an earlier arrival',
  'why.order': 'in order', 'why.priority': 'priority', 'why.returned': 'returned as agreed', 'why.appointment': 'appointment',
  'why.helper': 'helping counter', 'why.chosen': 'chosen number'
})
