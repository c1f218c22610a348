import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { slipTexts } from '../../common/i18n/slip.ts'
import { drawSlip } from '../../printer/slip/draw.ts'
import { documentOf } from '../../printer/slip/slip.ts'
import { readSlipLanguage, SlipLanguageError, slipWords } from '../../printer/slip/words.ts'
import { someSlips } from './slips.ts'
import { profile } from './support.ts'

const french = readFileSync(join(import.meta.dirname, '../../samples/languages/fr.json'), 'utf8')
const read = (words: object) => readSlipLanguage('tay', JSON.stringify(words))

it('prints in a language of the office\'s own', () => {
  const words = slipWords('fr', new Map([['fr', readSlipLanguage('fr', french)]]))
  const svg = drawSlip(documentOf({ ...someSlips.ticket, language: 'fr' }, words), profile('generic-80').paper)
  expect(drawSlip(documentOf({ ...someSlips.ticket, language: 'fr', ahead: 0, served: false }, words), profile('generic-80').paper)).toContain('l’ouverture')
  for (const part of ['VOTRE NUMÉRO', '7 personnes avant vous', 'Pris à 09:40, lundi 23/11/2026', 'Pièces à fournir']) expect(svg).toContain(part)
})

it('has a sample file with every key, so that it shows what can be said', () => {
  expect(Object.keys(JSON.parse(french) as object).sort()).toEqual(Object.keys(slipTexts.vi).sort())
})

it('prints in Vietnamese what a file leaves out, and everything in a language nobody knows', () => {
  const words = read({ 'number': 'SLỐ' })
  expect([words.number, words.thanks]).toEqual(['SLỐ', slipTexts.vi.thanks])
  expect(slipWords('tay')).toBe(slipTexts.vi)
  expect(slipWords('en')).toBe(slipTexts.en)
})

it('takes a file with a byte order mark and decomposed letters', () => {
  expect(readSlipLanguage('tay', `\ufeff${JSON.stringify({ thanks: 'Cảm ơn'.normalize('NFD') })}`).thanks).toBe('Cảm ơn')
})

it.each([
  ['no JSON', () => readSlipLanguage('tay', '{'), /không phải là JSON.*\n.*is not JSON/],
  ['a list', () => readSlipLanguage('tay', '[]'), /JSON/],
  ['an unknown key', () => read({ 'nummer': 'SỐ' }), /không được biết: "nummer".*\n.*unknown key: "nummer"/],
  ['a key of every object', () => readSlipLanguage('tay', '{"__proto__": "x", "constructor": "y"}'), /__proto__/],
  ['a missing blank', () => read({ 'ahead.many': 'Còn nhiều người' }), /"ahead.many".*\{ahead\}/],
  ['a misspelt blank', () => read({ 'ahead.many': 'Còn {a head} người' }), /"ahead.many".*\{ahead\}/],
  ['a blank too many', () => read({ 'thanks': 'Cảm ơn {name}' }), /"thanks".*–/],
  ['no text', () => read({ 'thanks': ' ' }), /"thanks"/],
  ['a number', () => read({ 'thanks': 1 }), /"thanks"/],
  ['a text longer than paper', () => read({ 'thanks': 'a'.repeat(201) }), /200/],
  ['letters that no font of ours has', () => read({ 'thanks': 'ขอบคุณ' }), /"thanks".*phông chữ.*\n.*fonts/],
  ['a built-in name', () => readSlipLanguage('vi', '{}'), /"vi"/],
  ['a name that is no name', () => readSlipLanguage('../x', '{}'), /"..\/x"/]
])('refuses %s with a sentence in both languages', (_, reading, sentence) => {
  expect(reading).toThrow(SlipLanguageError)
  expect(reading).toThrow(sentence)
})
