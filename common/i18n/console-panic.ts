import { texts } from './texts.ts'

/** An officer calls colleagues for help: loud enough to be seen, calm enough for the hall. */
export const panicTexts = texts({
  'button': 'Gọi hỗ trợ',
  'button.armed': 'Bấm lần nữa',
  'armed': 'Bấm F9 hoặc nút này lần nữa để gọi đồng nghiệp hỗ trợ ngay.',
  'there': 'Quầy {counter} cần hỗ trợ ngay',
  'there.who': '{officer} gọi lúc {time}.',
  'there.accepted': '{helper} đang đến.',
  'here': 'Đã gọi đồng nghiệp hỗ trợ lúc {time}.',
  'here.nobody': 'Chưa có ai nhận. Các quầy đang mở đã được báo.',
  'here.accepted': '{helper} đang đến.',
  'helper': '{name}, quầy {counter}',
  'accept': 'Tôi đến ngay',
  'accepting': 'Đang báo…',
  'end': 'Kết thúc hỗ trợ',
  'ending': 'Đang kết thúc…',
  'raising': 'Đang gọi…',
  'title': '(!) Quầy {counter} cần hỗ trợ'
}, {
  'button': 'Get help',
  'button.armed': 'Press again',
  'armed': 'Press F9 or this button again to call colleagues at once.',
  'there': 'Counter {counter} needs help now',
  'there.who': '{officer} called at {time}.',
  'there.accepted': '{helper} is on the way.',
  'here': 'You called colleagues for help at {time}.',
  'here.nobody': 'Nobody has answered yet. The open counters have been told.',
  'here.accepted': '{helper} is on the way.',
  'helper': '{name}, counter {counter}',
  'accept': 'I am coming',
  'accepting': 'Telling…',
  'end': 'End the call',
  'ending': 'Ending…',
  'raising': 'Calling…',
  'title': '(!) Counter {counter} needs help'
})
