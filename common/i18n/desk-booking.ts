import { texts } from './texts.ts'

/** At the guide's desk: booked times. */
export const deskBookingTexts = texts({
  'checkIn': 'Nhận số theo lịch hẹn',
  'checkIn.hint': 'Quét mã QR của lịch hẹn, hoặc nhập mã.',
  'code': 'Mã hẹn (6 chữ và số)',
  'code.shape': 'Mã hẹn gồm {count} chữ và số. Mời nhập lại cho đủ.',
  'checkIn.send': 'Nhận số',
  'checkIn.sending': 'Đang tìm…',
  'checkIn.unknown': 'Chưa tìm thấy lịch hẹn này, có thể đã hủy. Mời xem lại từng chữ của mã, hoặc cấp số mới.',
  'time': 'Đặt lịch hẹn giúp công dân',
  'time.hint': 'Không cần tên hay số điện thoại: công dân chỉ cần giữ mã hẹn.',
  'field': 'Lĩnh vực nhận đặt hẹn',
  'none': 'Chưa có giờ trống trong những ngày tới. Mời công dân đến lấy số trực tiếp.',
  'book.at': 'Đặt {day} lúc {time}',
  'booked': 'Đã đặt hẹn. Mã hẹn của công dân:',
  'booked.hint': 'Mời công dân chép hoặc chụp lại mã. Khi đến: nhập mã ở máy lấy số hoặc đọc mã ở bàn hướng dẫn.',
  'booked.phone': 'Hoặc quét mã này để giữ lịch hẹn trên điện thoại.',
  'again': 'Đặt lịch hẹn khác'
}, {
  'checkIn': 'Number for an appointment',
  'checkIn.hint': 'Scan the appointment’s QR code, or type its code.',
  'code': 'Booking code (6 letters and digits)',
  'code.shape': 'A booking code has {count} letters and digits. Please enter all of them.',
  'checkIn.send': 'Give number',
  'checkIn.sending': 'Looking…',
  'checkIn.unknown': 'This appointment was not found; it may be cancelled. Please check each letter, or give a new number.',
  'time': 'Book a time for somebody',
  'time.hint': 'No name or phone number is needed: the citizen only keeps a code.',
  'field': 'Fields that can be booked',
  'none': 'No free time in the coming days. The citizen may come and take a number.',
  'book.at': 'Book {day} at {time}',
  'booked': 'Booked. The citizen’s code:',
  'booked.hint': 'Please have it copied or photographed. On arrival: type it at the kiosk, or read it out at the desk.',
  'booked.phone': 'Or scan this to keep the appointment on a phone.',
  'again': 'Book another time'
})
