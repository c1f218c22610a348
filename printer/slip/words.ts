import { slipFaultTexts, slipTexts } from '../../common/i18n/slip.ts'
import { fill, type Blanks } from '../../common/i18n/texts.ts'
import { bundledFaces } from '../fonts/faces.ts'
import { type SlipLanguage } from './facts.ts'
import { legible, replacement } from './legible.ts'

export type SlipWord = keyof typeof slipTexts.vi
/** Everything a slip says by itself, in one language. */
export type SlipWords = Readonly<Record<SlipWord, string>>
export type Say = (word: SlipWord, blanks?: Blanks) => string

/** Thrown for a language file that cannot be used; the message says why in Vietnamese and in English. */
export class SlipLanguageError extends Error {
  override readonly name = 'SlipLanguageError'
}

const mostLetters = 200
const noLanguages: ReadonlyMap<string, SlipWords> = new Map()

/** The words of a language: built in, or from the office's own files. A language nobody knows is printed in Vietnamese. */
export function slipWords (language: SlipLanguage, own: ReadonlyMap<string, SlipWords> = noLanguages): SlipWords {
  return language === 'en' ? slipTexts.en : own.get(language) ?? slipTexts.vi
}

export function sayIn (words: SlipWords): Say {
  return (word, blanks) => fill(words[word], blanks)
}

/**
 * Reads one of the office's own languages: JSON text of the keys of `slipTexts` (common/i18n/slip.ts). Keys that are
 * missing are printed in Vietnamese. Throws a SlipLanguageError for anything that would print wrong.
 */
export function readSlipLanguage (name: string, json: string): SlipWords {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) || name === 'vi' || name === 'en') throw refused('language.name', { name })
  const words: Partial<Record<SlipWord, string>> = {}
  for (const [key, text] of Object.entries(parsed(name, json))) {
    if (!isWord(key)) throw refused('language.unknown', { name, key })
    words[key] = checked(name, key, text)
  }
  return { ...slipTexts.vi, ...words }
}

function parsed (name: string, json: string): object {
  let value: unknown
  try {
    value = JSON.parse(json.replace(/^\ufeff/, ''))
  } catch {
    throw refused('language.unreadable', { name })
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw refused('language.unreadable', { name })
  return value
}

function isWord (key: string): key is SlipWord {
  return Object.hasOwn(slipTexts.vi, key)
}

function checked (name: string, key: SlipWord, value: unknown): string {
  const text = typeof value === 'string' ? legible(value, bundledFaces()) : ''
  if (!text || text.length > mostLetters) throw refused('language.empty', { name, key, most: mostLetters })
  const wanted = blanksOf(slipTexts.vi[key])
  if (blanksOf(text).join() !== wanted.join()) throw refused('language.blanks', { name, key, blanks: wanted.join(', ') || '–' })
  if (text.includes(replacement)) throw refused('language.letters', { name, key })
  return text
}

/** Anything in braces, so that a misspelt blank is found and not printed. */
function blanksOf (text: string): string[] {
  return (text.match(/\{[^}]*\}/g) ?? []).sort()
}

function refused (key: Exclude<keyof typeof slipFaultTexts.vi, 'font'>, blanks: Blanks): SlipLanguageError {
  return new SlipLanguageError(`${fill(slipFaultTexts.vi[key], blanks)}\n${fill(slipFaultTexts.en[key], blanks)}`)
}
