import * as english from './english.ts'
import { phrases } from './phrases.ts'
import * as vietnamese from './vietnamese.ts'

/** Folders of clips that come with the product. */
export const voices = ['vi-north', 'vi-south', 'en'] as const
export type Voice = typeof voices[number]
/** Counters that have a clip of their own, so that they sound like one number. Higher ones are put together. */
export const wholeCounters = 40

/** Clips are named by what they are, not by their words: linh and lẻ are both `and`, and any language can fill them. */
const clipOfVietnamese: Readonly<Record<string, string>> = {
  'mười': 'ten', 'mươi': 'tens', 'mốt': 'one-after-tens', 'lăm': 'five-after-tens', 'tư': 'four-after-tens',
  'trăm': 'hundred', 'linh': 'and', 'lẻ': 'and', 'nghìn': 'thousand', 'ngàn': 'thousand',
  ...Object.fromEntries(Array.from({ length: 10 }, (_, digit) => [vietnamese.readNumber(digit), `digit-${digit}`]))
}
const clipOfEnglish: Readonly<Record<string, string>> = {
  hundred: 'hundred', and: 'and',
  ...Object.fromEntries(Array.from({ length: 20 }, (_, n) => [english.readNumber(n), n < 10 ? `digit-${n}` : `number-${n}`])),
  ...Object.fromEntries([20, 30, 40, 50, 60, 70, 80, 90].map(n => [english.readNumber(n), `number-${n}`]))
}

/** The words of a whole number, apart; undefined in a language whose numbers we cannot read. */
export function readCounter (n: number, language: string): readonly string[] | undefined {
  if (language === 'en') return english.readNumber(n).split(/[ -]/)
  if (isVietnamese(language)) return vietnamese.readNumber(n, wordingOf(language)).split(' ')
  return undefined
}

export function clipOfWord (word: string, language: string): string {
  return (isVietnamese(language) ? clipOfVietnamese : clipOfEnglish)[word] ?? word
}

/** Every clip of a voice and the words it says: what is rendered, and what an office records for a voice of its own. */
export function clipWords (voice: Voice): Readonly<Record<string, string>> {
  const { again, call, toCounter } = phrases[voice === 'en' ? 'en' : 'vi']
  const read = (n: number) => voice === 'en' ? english.readNumber(n) : vietnamese.readNumber(n, wordingOf(voice))
  return {
    call, again: `${again}, ${call}`, 'to-counter': toCounter,
    ...Object.fromEntries(Array.from({ length: 10 }, (_, digit) => [`digit-${digit}`, read(digit)])),
    ...Object.fromEntries(Array.from({ length: wholeCounters - 9 }, (_, index) => [`number-${index + 10}`, read(index + 10)])),
    ...voice === 'en' ? englishParts : vietnameseParts(wordingOf(voice))
  }
}

const englishParts = { hundred: 'hundred', and: 'and', ...Object.fromEntries([50, 60, 70, 80, 90].map(n => [`number-${n}`, english.readNumber(n)])) }

function vietnameseParts (wording: vietnamese.RegionalWording): Readonly<Record<string, string>> {
  const { and, thousand, four } = vietnamese.regional[wording]
  const parts = { ten: 'mười', tens: 'mươi', 'one-after-tens': 'mốt', 'five-after-tens': 'lăm', hundred: 'trăm', and, thousand }
  // In the south four after tens is the digit itself.
  return four === 'tư' ? { ...parts, 'four-after-tens': four } : parts
}

const isVietnamese = (language: string) => language === 'vi' || language.startsWith('vi-')
const wordingOf = (language: string): vietnamese.RegionalWording => language === 'vi-south' ? 'south' : 'north'
