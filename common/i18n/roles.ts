import { texts } from './texts.ts'

/** Whoever the table of permissions names; where a page is not for somebody, it says for whom it is. */
export const roleTexts = texts({
  'who.stranger': 'người chưa đăng nhập',
  'who.holder': 'người giữ phiếu (có mã)',
  'who.kiosk': 'máy lấy số',
  'who.board': 'màn hình sảnh',
  'who.sign': 'bảng tên quầy',
  'who.rating': 'màn hình đánh giá',
  'who.officer': 'cán bộ',
  'who.guide': 'cán bộ hướng dẫn',
  'who.supervisor': 'giám sát',
  'who.observer': 'Ủy ban MTTQ',
  'who.admin': 'quản trị',
  'who.key': 'chương trình của {role}',
  'notFor': 'Trang này không dành cho tài khoản đang dùng',
  'notFor.hint': 'Trang dành cho {roles}. Ông/Bà đang đăng nhập là {name} ({role}). Mời đăng xuất rồi đăng nhập bằng tài khoản phù hợp.',
  'notFor.leave': 'Đăng xuất'
}, {
  'who.stranger': 'nobody signed in',
  'who.holder': 'ticket holder (by token)',
  'who.kiosk': 'kiosk',
  'who.board': 'board',
  'who.sign': 'sign',
  'who.rating': 'rating screen',
  'who.officer': 'officer',
  'who.guide': 'guide',
  'who.supervisor': 'supervisor',
  'who.observer': 'observer',
  'who.admin': 'administrator',
  'who.key': 'program as {role}',
  'notFor': 'This page is not for the account in use',
  'notFor.hint': 'The page is for: {roles}. You are signed in as {name} ({role}). Please sign out and sign in with an account that fits.',
  'notFor.leave': 'Sign out'
})
