import { texts } from './texts.ts'

/** How a forecast is said, wherever it is said: never as a promise. */
export const forecastTexts = texts({
  'now': 'Dự kiến được gọi ngay',
  'until': 'Dự kiến được gọi từ nay đến khoảng {to}',
  'range': 'Dự kiến được gọi khoảng {range}',
  'after': 'Dự kiến được gọi từ khoảng {from}, có thể sau giờ làm việc',
  'short.now': 'dự kiến gọi ngay',
  'short.until': 'dự kiến trước {to}',
  'short.range': 'dự kiến {range}',
  'short.after': 'có thể sau giờ làm việc',
  'note': 'Giờ có thể thay đổi; gọi theo số.',
  'hardlyToday': 'Hôm nay có thể chưa đến lượt: cơ quan đóng cửa lúc\u00a0{time}. Mời hỏi cán bộ hướng dẫn để hẹn ngày khác.',
  'none': 'Chưa thể dự kiến: chưa có quầy nào phục vụ lĩnh vực này',
  'short.none': 'chưa có quầy phục vụ',
  'short.unknown': 'chưa có dự kiến'
}, {
  'now': 'Expected call: at any moment',
  'until': 'Expected call: between now and about {to}',
  'range': 'Expected call: about {range}',
  'after': 'Expected call: from about {from} on, possibly after closing',
  'short.now': 'expected now',
  'short.until': 'before about {to}',
  'short.range': 'about {range}',
  'short.after': 'possibly after closing',
  'note': 'Times may change; you are called by number.',
  'hardlyToday': 'Your number may not be called today: the office closes at\u00a0{time}. Please ask the guide for another day.',
  'none': 'No forecast yet: no counter serves this field',
  'short.none': 'no counter serves it yet',
  'short.unknown': 'no forecast yet'
})
