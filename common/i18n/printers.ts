import { texts } from './texts.ts'

/** What is wrong with a printer, what to do about it, and where slips come out meanwhile; for staff. */
export const printerTexts = texts({
  'printer.kiosk': 'Máy in ở máy lấy số',
  'printer.desk': 'Máy in ở bàn hướng dẫn',
  'printer.paper-low': 'sắp hết giấy',
  'printer.paper-low.do': 'Mời chuẩn bị cuộn giấy mới.',
  'printer.paper-out': 'hết giấy',
  'printer.paper-out.do': 'Mời thay cuộn giấy; phiếu đang chờ sẽ tự in.',
  'printer.cover-open': 'đang mở nắp',
  'printer.cover-open.do': 'Mời đóng nắp; phiếu đang chờ sẽ tự in.',
  'printer.fault': 'bị kẹt hoặc lỗi',
  'printer.fault.do': 'Mời gỡ giấy kẹt; nếu nút nạp giấy đang bị giữ, xin nhả nút. Sau đó tắt rồi bật lại máy in; nếu còn lỗi, báo quản trị.',
  'printer.unreachable': 'không trả lời',
  'printer.unreachable.do': 'Mời xem nguồn điện và dây mạng của máy in; nếu còn lỗi, báo quản trị.',
  'printer.relief.desk': 'Trong lúc đó phiếu in ở bàn hướng dẫn.',
  'printer.relief.kiosk': 'Trong lúc đó phiếu in ở máy lấy số.',
  'printer.screen': 'Người dân vẫn lấy được số trên màn hình.'
}, {
  'printer.kiosk': 'Kiosk printer',
  'printer.desk': 'Desk printer',
  'printer.paper-low': 'paper is low',
  'printer.paper-low.do': 'Please have a new roll ready.',
  'printer.paper-out': 'out of paper',
  'printer.paper-out.do': 'Please change the roll; waiting slips then print by themselves.',
  'printer.cover-open': 'cover is open',
  'printer.cover-open.do': 'Please close it; waiting slips then print by themselves.',
  'printer.fault': 'jammed or faulty',
  'printer.fault.do': 'Please clear the paper; if the feed button is held down, let it go. Then switch it off and on; if it stays, tell the administrator.',
  'printer.unreachable': 'does not answer',
  'printer.unreachable.do': 'Please check its power and network cable; if it stays, tell the administrator.',
  'printer.relief.desk': 'Meanwhile slips come out at the guide\'s desk.',
  'printer.relief.kiosk': 'Meanwhile slips come out at the kiosk.',
  'printer.screen': 'Numbers are still given on screen.'
})
