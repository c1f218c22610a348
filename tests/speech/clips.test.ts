import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { announcement } from '../../common/speech/announcement.ts'
import { clipWords, readCounter, clipOfWord, voices, type Voice } from '../../common/speech/clips.ts'
import { chosenClips, counterStep, isSpoken, stepsOf, type Spoken } from '../../common/speech/steps.ts'

const root = resolve(import.meta.dirname, '../../voices')
const onDisk = new Map(voices.map(voice => [voice, new Set(readdirSync(join(root, voice)).map(name => name.replace(/\.wav$/, '')))]))
const clipsOf = (voice: Voice) => onDisk.get(voice) as ReadonlySet<string>
const said = (voice: Voice, steps: readonly Spoken[]) => steps.flatMap(step => chosenClips(step, [clipsOf(voice)])?.clips ?? [`no ${step.clip}`]).map(clip => clipWords(voice)[clip]).join(' ')
const plain = (sentence: string) => sentence.toLowerCase().replace(/[.,]/g, '').replaceAll('-', ' ')

describe.each(voices)('the voice %s', voice => {
  it('has exactly the clips that its list names, and the bell', () => {
    expect([...clipsOf(voice)].sort()).toEqual(Object.keys(clipWords(voice)).sort())
    expect(existsSync(join(root, 'chime.wav'))).toBe(true)
  })

  it('calls every number 0–9999 at every counter 1–40, first and again, without a missing clip', () => {
    const has = clipsOf(voice)
    const missing = new Set<string>()
    for (let n = 0; n < 10_000; n++) {
      for (const number of n < 1000 ? [String(n), String(n).padStart(4, '0')] : [String(n)]) {
        for (let counter = 1; counter <= 40; counter++) {
          for (const step of stepsOf({ number, counter, repeat: n & 1 }, voice)) if (isSpoken(step) && !has.has(step.clip)) missing.add(step.clip)
        }
      }
    }
    expect([...missing]).toEqual([])
  })

  it('says the words that are shown, at every counter 1–999 and past number 9999', () => {
    const wording = voice === 'vi-south' ? 'south' : 'north'
    for (let counter = 1; counter < 1000; counter++) {
      const call = { number: String(1001 + 137 * counter).slice(0, 5), counter, repeat: counter % 3 }
      expect(plain(said(voice, stepsOf(call, voice).filter(isSpoken)).toLowerCase())).toBe(plain(announcement(call, wording)[voice === 'en' ? 'en' : 'vi']))
    }
  })

  it('gives one of forty counters a clip of its own', () => {
    for (let counter = 1; counter <= 40; counter++) expect(clipsOf(voice)).toContain(counterStep(counter, voice).clip)
  })
})

describe.each(['vi-north', 'vi-south'] as const)('whole numbers in %s', voice => {
  it('0–9999 are put together from clips that exist, in the words of that region', () => {
    for (let n = 0; n < 10_000; n++) {
      const words = readCounter(n, voice) ?? []
      expect(words.map(word => clipWords(voice)[clipOfWord(word, voice)])).toEqual(words)
    }
  })
})

describe('a call in steps', () => {
  const shape = (number: string) => stepsOf({ number, counter: 2, repeat: 0 }, 'vi-north').slice(2, -4).map(step => isSpoken(step) ? step.clip.slice(-1) : step.pauseMs > 100 ? '–' : ' ').join('')

  it('leaves a pause between pairs of digits', () => {
    expect(shape('2014')).toBe('2 0–1 4')
    expect(shape('11042')).toBe('1–1 0–4 2')
  })

  it('knows linh from lẻ and tư from bốn', () => {
    expect([clipWords('vi-north').and, clipWords('vi-north')['number-24'], clipWords('vi-north').thousand]).toEqual(['linh', 'hai mươi tư', 'nghìn'])
    expect([clipWords('vi-south').and, clipWords('vi-south')['number-24'], clipWords('vi-south').thousand]).toEqual(['lẻ', 'hai mươi bốn', 'ngàn'])
  })

  it('takes the parts of the office\'s own voice before the whole of another', () => {
    const step = counterStep(21, 'vi-north')
    expect(chosenClips(step, [new Set(['digit-2', 'tens', 'one-after-tens']), clipsOf('vi-north')])).toEqual({ folder: 0, clips: ['digit-2', 'tens', 'one-after-tens'] })
    expect(chosenClips(step, [new Set(['digit-2', 'tens']), clipsOf('vi-north')])).toEqual({ folder: 1, clips: ['number-21'] })
    expect(chosenClips(step, [new Set(['digit-2'])])).toBeUndefined()
  })

  it('needs no more than the 21 recordings of a plain voice', () => {
    const own = new Set(['call', 'once-more', 'to-counter', 'ten', 'tens', 'one-after-tens', 'four-after-tens', 'five-after-tens', 'hundred', 'and', 'thousand', ...'0123456789'.split('').map(digit => `digit-${digit}`)])
    expect(own.size).toBe(21)
    for (const voice of ['vi-north', 'vi-south']) {
      for (let counter = 1; counter < 1000; counter++) {
        for (const step of stepsOf({ number: '9876', counter, repeat: counter % 2 }, voice).filter(isSpoken)) expect(chosenClips(step, [own])?.folder).toBe(0)
      }
    }
  })

  it('reads a counter digit by digit in a language whose numbers it does not know', () => {
    expect(counterStep(21, 'ede')).toEqual({ clip: 'number-21', parts: ['digit-2', 'digit-1'] })
  })
})
