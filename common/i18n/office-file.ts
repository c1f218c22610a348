import { texts } from './texts.ts'

/** What is wrong in an office file, as the terminal says it when the server starts: where, and what to write there. */
export const officeFileTexts = texts({
  'missing': '{place}: thiếu {keys}. Hãy viết thêm, ví dụ {example}',
  'missing.instead': '{place}: thiếu {keys}, còn {strangers} không có ở đây. Hãy viết {example}',
  'unknown': '{place}: không có khóa {name}. Có phải là {meant}?',
  'unknown.known': '{place}: không có khóa {name}. Các khóa ở đây: {known}',
  'choice': '{place}: không có loại {value}. Hãy viết một trong: {known}',
  'value': '{place}: không phải {value}. Hãy viết như {example}',
  'number.least': '{place}: cần một số nguyên từ {least}, không phải {value}',
  'number': '{place}: cần một số nguyên từ {least} đến {most}, không phải {value}',
  'wrong': '{place}: không đúng dạng ({message}). Hãy xem tệp mẫu samples/office.json',
  'digit': '{place}: lĩnh vực {one} và {other} cùng chữ số {digit}. Mỗi lĩnh vực cần một chữ số riêng; còn trống: {free}',
  'no.field': '{place}: không có lĩnh vực {name}. Hãy viết một trong: {known}',
  'no.counter': '{place}: không có quầy {name}. Hãy viết một trong: {known}',
  'cap': '{place}: {cap} nhỏ hơn "from" là {from}. Hãy viết một số từ {from}',
  'paper': '{place}: {to} không ở trong khoảng từ {from} đến {most}. Hãy viết một số trong khoảng đó',
  'no.date': '{place}: {date} không có trong lịch. Hãy viết một ngày có thật, như {example}',
  'holiday.too': '{place}: {date} cũng là ngày nghỉ ở /holidays/days. Hãy bỏ ở một trong hai nơi',
  'order': '{place}: {to} không sau {from}. Giờ kết thúc phải sau giờ bắt đầu; hãy sửa một trong hai',
  'overlap': '{place}: buổi bắt đầu lúc {from}, khi buổi trước chưa kết thúc ({to}). Hãy viết các buổi theo thứ tự, mỗi buổi từ {to} trở đi',
  'rating': '{place}: {minutes} phút ngắn hơn thời gian hoàn tác ({seconds} giây, rules.undoSeconds). Hãy viết ít nhất {least}'
}, {
  'missing': '{place}: {keys} is missing. Add it, for example {example}',
  'missing.instead': '{place}: {keys} is missing, and {strangers} is not known here. Write {example}',
  'unknown': '{place}: {name} is not known. Did you mean {meant}?',
  'unknown.known': '{place}: {name} is not known. What is: {known}',
  'choice': '{place}: {value} is no such kind. Write one of: {known}',
  'value': '{place}: not {value}. Write it like {example}',
  'number.least': '{place}: a whole number from {least} is needed, not {value}',
  'number': '{place}: a whole number from {least} to {most} is needed, not {value}',
  'wrong': '{place}: not of the right form ({message}). See the sample samples/office.json',
  'digit': '{place}: fields {one} and {other} have the same digit {digit}. Each field needs its own; free: {free}',
  'no.field': '{place} names {name}, which is no field. Write one of: {known}',
  'no.counter': '{place} names {name}, which is no counter. Write one of: {known}',
  'cap': '{place}: {cap} is less than "from", which is {from}. Write a number from {from}',
  'paper': '{place}: {to} is not between {from} and {most}. Write a number between them',
  'no.date': '{place}: {date} is not in the calendar. Write a real date, such as {example}',
  'holiday.too': '{place}: {date} is also a holiday in /holidays/days. Take it out of one of the two',
  'order': '{place}: {to} is not after {from}. The end must come after the beginning; correct one of them',
  'overlap': '{place}: the session begins at {from}, before the one above has ended ({to}). Write sessions in order, each from {to} on',
  'rating': '{place}: {minutes} min is shorter than undo ({seconds} s, rules.undoSeconds). Write at least {least}'
})
