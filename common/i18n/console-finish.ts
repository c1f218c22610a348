import { texts } from './texts.ts'

/** How a number ended, what comes after it by itself, and those that were served here today. */
export const finishTexts = texts({
  'strip': 'Kết quả, mã hồ sơ',
  'outcome': 'Kết quả',
  'code': 'Mã hồ sơ (không bắt buộc)',
  'code.wrong': 'Mã hồ sơ chỉ gồm chữ không dấu, chữ số và dấu . / - (nhiều nhất 40 ký tự).',
  'fold': 'Thu gọn',
  'wrapUp': 'Tự gọi số tiếp theo sau',
  'wrapUp.seconds': '{seconds} giây',
  'wrapUp.hint': 'Bấm phím bất kỳ để dừng.',
  'wrapUp.stop': 'Dừng',
  'own': 'Đã phục vụ ở quầy này · {count}',
  'own.none': 'Hôm nay chưa có.',
  'own.sent': 'chuyển tiếp',
  'own.minutes': '{minutes} phút',
  'own.failed': 'Chưa xem được danh sách. Mời mở lại sau.',
  'today.mean': '{minutes} phút/lượt',
  'today.promise': 'Cam kết {minutes} phút: {percent} %',
  'usual': 'thường {minutes} phút'
}, {
  'strip': 'Outcome, dossier code',
  'outcome': 'Outcome',
  'code': 'Dossier code (optional)',
  'code.wrong': 'A dossier code has plain letters, digits and . / - only (40 at most).',
  'fold': 'Fold',
  'wrapUp': 'The next number is called in',
  'wrapUp.seconds': '{seconds} s',
  'wrapUp.hint': 'Any key stops it.',
  'wrapUp.stop': 'Stop',
  'own': 'Served at this counter · {count}',
  'own.none': 'None yet today.',
  'own.sent': 'sent on',
  'own.minutes': '{minutes} min',
  'own.failed': 'The list cannot be shown now. Please open it again later.',
  'today.mean': '{minutes} min each',
  'today.promise': 'Promised {minutes} min: {percent} %',
  'usual': 'usually {minutes} min'
})
