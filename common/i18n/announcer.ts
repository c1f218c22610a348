import { texts } from './texts.ts'

/** Words about a screen's own loudspeaker. */
export const announcerTexts = texts({
  'locked': 'Bật loa',
  'locked.hint': 'Bật loa: trình duyệt chờ một lần chạm mới cho phát tiếng',
  'muted': 'Loa tắt',
  'muted.hint': 'Loa tắt, chạm để bật',
  'on.hint': 'Loa đang bật, chạm để tắt'
}, {
  'locked': 'Turn sound on',
  'locked.hint': 'Turn sound on: the browser waits for one touch before it may sound',
  'muted': 'Sound off',
  'muted.hint': 'Sound off, touch to turn it on',
  'on.hint': 'Sound is on, touch to turn it off'
})
