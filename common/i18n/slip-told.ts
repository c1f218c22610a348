import { texts } from './texts.ts'

/** What may honestly be said of a slip on its way to paper. */
export const slipToldTexts = texts({
  'first': 'phiếu {number}',
  'again': 'phiếu {number}',
  'apology': 'phiếu xin lỗi {number}',
  'checklist': 'danh mục giấy tờ',
  'paper': 'số dự phòng {number}',
  'desk': 'bàn hướng dẫn',
  'kiosk': 'máy lấy số',
  'somewhere': 'máy in',
  'asking': 'Đang yêu cầu in {slip}…',
  'printing': '{slip} đang in ở {where}…',
  'blocked': '{slip} đang chờ máy in ở {where}. Phiếu sẽ tự in, không cần bấm lại.',
  'trouble': '{slip} chưa in: máy in ở {where} {trouble}. Khi máy in dùng được, phiếu sẽ tự in; không cần bấm lại.',
  'printed': '{slip} đã in ở {where}.',
  'unconfirmed': '{slip} đã gửi đến máy in ở {where}; máy in này không biết báo đã in. Mời nhìn máy in: nếu không có phiếu thì bấm lại.',
  'unknown': 'Chưa chắc {slip} đã in. Mời nhìn máy in ở {where}: nếu không có phiếu trọn vẹn thì bấm lại.',
  'failed': '{slip} không in được ở {where}. Mời xem máy in rồi bấm lại.'
}, {
  'first': 'slip {number}',
  'again': 'slip {number}',
  'apology': 'apology slip {number}',
  'checklist': 'the list of papers',
  'paper': 'reserve numbers {number}',
  'desk': 'the guide\'s desk',
  'kiosk': 'the kiosk',
  'somewhere': 'the printer',
  'asking': 'Asking for {slip}…',
  'printing': '{slip} is being printed at {where}…',
  'blocked': '{slip} waits for the printer at {where}. It prints by itself; no need to press again.',
  'trouble': '{slip} is not printed yet (printer at {where}: {trouble}). Once mended it prints by itself; no need to press again.',
  'printed': '{slip} is printed at {where}.',
  'unconfirmed': '{slip} was sent to the printer at {where}, which cannot say "printed". Please look at the printer: press again only if there is no slip.',
  'unknown': '{slip} may not have been printed. Please look at the printer at {where}: press again only if there is no whole slip.',
  'failed': '{slip} could not be printed at {where}. Please see to the printer and press again.'
})
