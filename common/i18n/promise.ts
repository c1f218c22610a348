import { texts } from './texts.ts'

/** The office's promised wait, as staff are told of it. */
export const promiseTexts = texts({
  'promise': 'Cam kết chờ tối đa {minutes} phút: {what}',
  'broken': '{count} số đã quá',
  'soon': '{count} số sắp quá',
  'and': '{first}, {then}',
  'none.today': 'hôm nay chưa số nào quá',
  'none.now': 'hiện không số nào quá, hôm nay {count} số đã quá',
  'apologise': 'In phiếu xin lỗi',
  'apologise.number': 'In phiếu xin lỗi cho số {number}',
  'sorry': 'Số {number} đã chờ quá {minutes} phút Trung tâm cam kết. Mời nói lời xin lỗi công dân.'
}, {
  'promise': 'Promised wait of at most {minutes} min: {what}',
  'broken': '{count} over it',
  'soon': '{count} soon over it',
  'and': '{first}, {then}',
  'none.today': 'nobody over it today',
  'none.now': 'nobody over it now, {count} today',
  'apologise': 'Print apology slip',
  'apologise.number': 'Print apology slip for number {number}',
  'sorry': 'Number {number} waited longer than the {minutes} minutes the office promises. Please say sorry to the citizen.'
})
