import { texts } from './texts.ts'

/** The page of the printer made of software. */
export const paperTexts = texts({
  'title': 'Máy in ảo',
  'about': 'Máy in bằng phần mềm, dùng khi chưa có máy in thật. Phiếu mới in hiện ở đây.',
  'empty': 'Chưa có phiếu nào. Mời lấy một số ở máy lấy số rồi xem lại tại đây.',
  'sheet': 'Phiếu in lúc {time}',
  'real': 'Văn phòng đang dùng máy in thật nên trang này không có phiếu.',
  'staff': 'Phiếu mang mã riêng của công dân. Mời đăng nhập tài khoản cán bộ rồi tải lại trang.',
  'signIn': 'Đăng nhập',
  'language': 'English'
}, {
  'title': 'Virtual printer',
  'about': 'A printer made of software, for as long as there is no real one. New slips appear here.',
  'empty': 'No slip yet. Please take a number at the kiosk and look here again.',
  'sheet': 'Slip printed at {time}',
  'real': 'The office uses a real printer, so there are no slips here.',
  'staff': 'Slips carry a citizen’s own code. Please sign in with a staff account and reload the page.',
  'signIn': 'Sign in',
  'language': 'Tiếng Việt'
})
