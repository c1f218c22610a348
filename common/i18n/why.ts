import { texts } from './texts.ts'

/** Why a number was called, in words a waiting citizen understands. */
export const why = texts({
  order: 'Số {number} được gọi theo thứ tự đến trước',
  priority: 'Số {number} được gọi trước vì thuộc diện ưu tiên',
  returned: 'Số {number} được gọi trước vì quay lại theo hẹn',
  appointment: 'Số {number} được gọi trước vì đã đặt lịch hẹn giờ này',
  helper: 'Số {number} được gọi ở quầy hỗ trợ để đỡ phải chờ',
  chosen: 'Số {number} được cán bộ gọi trước, có ghi lý do'
}, {
  order: 'Number {number} was called in order of arrival',
  priority: 'Number {number} was called earlier as a priority visitor',
  returned: 'Number {number} was called earlier as it returned as agreed',
  appointment: 'Number {number} was called earlier as it has an appointment for this time',
  helper: 'Number {number} was called by a helping counter to shorten its wait',
  chosen: 'Number {number} was called earlier by an officer, with a recorded reason'
})

/** What the holder of a number should do now, where waiting is not all there is to do. */
export const advice = texts({
  held: 'Quầy {counter} giữ số của Ông/Bà đến {time}. Có đủ giấy tờ, mời Ông/Bà báo cán bộ hướng dẫn hoặc quầy {counter} để được gọi ngay sau người đang phục vụ.',
  late: 'Đã quá {time}, giờ quầy {counter} hẹn Ông/Bà. Số vẫn còn dùng được: mời Ông/Bà báo cán bộ hướng dẫn để vào lại hàng chờ.',
  missed: 'Quầy {counter} đã gọi mà chưa gặp Ông/Bà. Mời Ông/Bà báo cán bộ hướng dẫn để được gọi lại, không cần lấy số mới.',
  cancelled: 'Số này đã hủy. Nếu vẫn cần giải quyết, mời Ông/Bà lấy số mới.',
  expired: 'Số này đã hết hiệu lực khi hết giờ làm việc. Mời Ông/Bà lấy số mới vào ngày làm việc tiếp theo.'
}, {
  held: 'Counter {counter} keeps your number until {time}. Once you have the papers, please tell the guide or counter {counter}: you are called right after the person being served.',
  late: 'It is past {time}, the time agreed with counter {counter}. Your number still holds: please tell the guide to join the line again.',
  missed: 'Counter {counter} called and did not see you. Please tell the guide to be called again; you need no new number.',
  cancelled: 'This number is cancelled. If you still need the service, please take a new number.',
  expired: 'This number expired at closing time. Please take a new number on the next working day.'
})
