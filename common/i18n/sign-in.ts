import { texts } from './texts.ts'

/** The door of every screen of staff. */
export const signInTexts = texts({
  'signIn.username': 'Tên đăng nhập',
  'signIn.password': 'Mật khẩu',
  'signIn.pin': 'Mã PIN (6 chữ số)',
  'signIn.byPassword': 'Dùng mật khẩu',
  'signIn.byPin': 'Dùng mã PIN',
  'names.field': 'Họ tên hoặc tên đăng nhập',
  'names.found': '{count} người',
  'names.other': 'Người khác',
  'signIn.show': 'Hiện mật khẩu',
  'signIn.capsLock': 'Phím Caps Lock đang bật.',
  'signIn.send': 'Đăng nhập',
  'signIn.sending': 'Đang đăng nhập…',
  'unreached.title': 'Chưa kết nối được máy chủ',
  'notOut.title': 'Chưa đăng xuất được',
  'notOut.hint': 'Máy chủ chưa trả lời: tài khoản của Ông/Bà có thể còn mở ở máy này. Mời thử lại trước khi rời máy.'
}, {
  'signIn.username': 'Username',
  'signIn.password': 'Password',
  'signIn.pin': 'PIN (6 digits)',
  'signIn.byPassword': 'Use the password',
  'signIn.byPin': 'Use the PIN',
  'names.field': 'Name or username',
  'names.found': '{count} people',
  'names.other': 'Someone else',
  'signIn.show': 'Show password',
  'signIn.capsLock': 'Caps Lock is on.',
  'signIn.send': 'Sign in',
  'signIn.sending': 'Signing in…',
  'unreached.title': 'The server cannot be reached',
  'notOut.title': 'Not signed out yet',
  'notOut.hint': 'The server has not answered: your account may still be open on this computer. Please try again before you leave it.'
})
