import { describe, expect, it } from 'vitest'
import { offer } from '../../counter/console/deeds.ts'
import { choiceOfKey, deedOfKey, type Focus, type Pressed } from '../../counter/console/keys.ts'
import { now } from './gallery/states.ts'
import { aConsole } from './support/console.ts'
import { aCounter } from './support/office.ts'

const idle = aConsole()

describe('keys of the console', () => {
  const none: Pressed = { code: '', key: '', repeat: false, isComposing: false, ctrlKey: false, altKey: false, metaKey: false, shiftKey: false }
  const press = (code: string, change: Partial<Pressed> = {}, focus: Focus = 'page', shot = idle) =>
    deedOfKey({ ...none, code, ...change }, focus, offer(shot, now))

  it.each([['Space', 'next'], ['KeyR', 'recall'], ['KeyS', 'start'], ['Enter', 'finish'], ['NumpadEnter', 'finish'], ['Delete', 'miss'], ['KeyH', 'hold'], ['KeyT', 'transfer']])('%s means %s', (code, deed) => {
    expect(press(code)).toBe(deed)
  })

  it('Space goes on at a paused counter', () => {
    expect(press('Space', {}, 'page', { ...idle, counter: aCounter(2, { state: 'paused' }) })).toBe('resume')
  })

  it('P prints the slip again, by place, and never while typing or held down', () => {
    expect([press('KeyP'), press('KeyP', { key: 'Process' }), press('KeyP', {}, 'pressable')]).toEqual(['reprint', 'reprint', 'reprint'])
    expect([press('KeyP', {}, 'text'), press('KeyP', { repeat: true }), press('KeyP', { ctrlKey: true })]).toEqual([undefined, undefined, undefined])
  })

  it('M opens the small window, F9 calls for help, that even out of the middle of a word', () => {
    expect([press('KeyM'), press('KeyM', {}, 'text'), press('F9'), press('F9', {}, 'text')]).toEqual(['mini', undefined, 'panic', 'panic'])
    expect([press('F9', { repeat: true }), press('F9', { ctrlKey: true })]).toEqual([undefined, undefined])
  })

  it('question mark helps, on any keyboard', () => {
    expect(press('Slash', { shiftKey: true, key: '?' })).toBe('help')
    expect(press('KeyM', { shiftKey: true, key: '?' })).toBe('help')
  })

  it('work by place, whatever a Vietnamese input method makes of the letter', () => {
    expect(press('KeyS', { key: 'Process' })).toBe('start')
  })

  it('do nothing while typing, composing, held down or with a modifier', () => {
    for (const code of ['Space', 'KeyR', 'KeyS', 'Enter', 'Delete', 'KeyH', 'KeyT']) {
      expect(press(code, {}, 'text')).toBeUndefined()
      for (const how of ['isComposing', 'repeat', 'ctrlKey', 'altKey', 'metaKey', 'shiftKey'] as const) expect(press(code, { [how]: true })).toBeUndefined()
    }
  })

  it('Ctrl+Z takes back, by place too, and never while typing, held down or with another modifier', () => {
    expect(press('KeyZ', { ctrlKey: true, key: 'z' })).toBe('undo')
    expect(press('KeyZ', { ctrlKey: true, key: 'Process' })).toBe('undo')
    expect(press('KeyZ', { ctrlKey: true }, 'pressable')).toBe('undo')
    expect(press('KeyZ', { ctrlKey: true }, 'text')).toBeUndefined()
    expect(press('KeyZ')).toBeUndefined()
    for (const how of ['repeat', 'isComposing', 'shiftKey', 'altKey'] as const) expect(press('KeyZ', { ctrlKey: true, [how]: true })).toBeUndefined()
  })

  it('digits choose in a box, on either side of the keyboard, and never while typing', () => {
    const digit = (code: string, focus: Focus = 'pressable', change: Partial<Pressed> = {}) => choiceOfKey({ ...none, code, ...change }, focus)
    expect([digit('Digit3'), digit('Numpad9'), digit('Digit0'), digit('KeyA')]).toEqual([3, 9, undefined, undefined])
    expect(digit('Digit3', 'text')).toBeUndefined()
    expect([digit('Digit3', 'pressable', { ctrlKey: true }), digit('Digit3', 'pressable', { repeat: true })]).toEqual([undefined, undefined])
  })

  it('leave Space and Enter to the button that has the focus', () => {
    expect(press('Space', {}, 'pressable')).toBeUndefined()
    expect(press('Enter', {}, 'pressable')).toBeUndefined()
    expect(press('KeyR', {}, 'pressable')).toBe('recall')
  })
})
