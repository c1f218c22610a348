import { fill, texts, type Blanks, type Texts } from './texts.ts'

/** What the office says in the terminal when it starts: printers, settings that are wrong or not read. */
export const startTexts = texts({
  'printer.kiosk': 'Máy in ở máy lấy số',
  'printer.desk': 'Máy in ở bàn hướng dẫn',
  'virtual': 'máy in ảo bằng phần mềm (không có giấy)',
  'virtual.set': 'muốn có phiếu thật, hãy đặt {setting}',
  'hall.none': 'chỉ mở được trên máy này (MOISO_HOST)',
  'unread': '{name} không phải là một thiết đặt. Có phải là {meant}?',
  'unread.known': '{name} không phải là một thiết đặt. Các thiết đặt: {known}',
  'desk.same': '{url} đã là máy in ở máy lấy số. Nếu chỉ có một máy in, hãy bỏ thiết đặt này.',
  'number': 'cần một số nguyên từ {least} đến {most}, không phải "{value}"',
  'pin': 'cần đúng 6 chữ số, ví dụ 482913',
  'address': 'cần một địa chỉ như http://192.168.1.10:8080, không phải "{value}"',
  'wifi': 'tên Wi-Fi dài nhất là {most} byte, tên này dài {bytes} byte (một chữ có dấu chiếm 2–3 byte). Hãy chép đúng tên mạng.'
}, {
  'printer.kiosk': 'Kiosk printer',
  'printer.desk': 'Desk printer',
  'virtual': 'virtual, made of software (no paper)',
  'virtual.set': 'for slips on paper set {setting}',
  'hall.none': 'this machine only (MOISO_HOST)',
  'unread': '{name} is not read. Did you mean {meant}?',
  'unread.known': '{name} is not read. What is: {known}',
  'desk.same': '{url} is the kiosk\'s printer already. Leave this unset where there is one printer.',
  'number': 'a whole number from {least} to {most} is needed, not "{value}"',
  'pin': 'exactly six digits are needed, for example 482913',
  'address': 'an address such as http://192.168.1.10:8080 is needed, not "{value}"',
  'wifi': 'the name of a Wi-Fi has at most {most} bytes, this one {bytes} (a letter with marks takes 2 or 3). Copy the name as it is.'
})

export type StartWord = keyof typeof startTexts.vi

/** The same in Vietnamese and in English: a terminal does not know who reads it. */
export function inBoth<Key extends string> (group: Texts<Key>, key: Key, blanks?: Blanks, between = '\n'): string {
  return `${fill(group.vi[key], blanks)}${between}${fill(group.en[key], blanks)}`
}
