import { texts } from './texts.ts'

/** The door of every screen of staff. */
export const signInTexts = texts({
  'signIn.username': 'Tên đăng nhập',
  'signIn.password': 'Mật khẩu',
  'signIn.show': 'Hiện mật khẩu',
  'signIn.capsLock': 'Phím Caps Lock đang bật.',
  'signIn.send': 'Đăng nhập',
  'signIn.sending': 'Đang đăng nhập…',
  'unreached.title': 'Chưa kết nối được máy chủ'
}, {
  'signIn.username': 'Username',
  'signIn.password': 'Password',
  'signIn.show': 'Show password',
  'signIn.capsLock': 'Caps Lock is on.',
  'signIn.send': 'Sign in',
  'signIn.sending': 'Signing in…',
  'unreached.title': 'The server cannot be reached'
})
