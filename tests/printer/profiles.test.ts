import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { checkedProfile } from '../../printer/profiles/check.ts'
import { defaultProfile, profileNamed, profileNames } from '../../printer/profiles/profiles.ts'
import { profile } from './support.ts'

const folder = join(import.meta.dirname, '../../printer/profiles')

it('knows every profile that is written down, under the name of its file', () => {
  const files = readdirSync(folder).filter(file => file.endsWith('.json')).map(file => file.replace(/\.json$/, ''))
  expect([...profileNames].sort()).toEqual(files.sort())
  expect(profileNamed(defaultProfile)).toBeDefined()
})

it.each(profileNames)('%s has a head that fits its paper', name => {
  const { paper, end, mostBandRows } = profile(name)
  const millimetres = paper.widthDots / paper.dpi * 25.4
  const isWide = millimetres > 60
  expect(isWide ? Math.abs(millimetres - 72) : Math.abs(millimetres - 48)).toBeLessThan(1)
  // A cutter behind 58 mm paper is rare; none is said to be there without one being known.
  expect(end.type).toBe(isWide ? 'cutter' : 'tear')
  expect(mostBandRows).toBeLessThanOrEqual(256)
})

it.each(profileNames)('%s says what it is for and where its figures come from', name => {
  const { label, source } = profile(name)
  expect(label).toMatch(/Epson|Xprinter|Rongta|Zjiang|Star|ESC\/POS/)
  expect(source.length).toBeGreaterThan(40)
})

it.each([
  ['paper', { paper: { widthDots: 57.6, dpi: 203 } }], ['paper', { paper: undefined }], ['threshold', { threshold: 256 }], ['mostBandRows', { mostBandRows: 0 }],
  ['blankRows', { blankRows: 'skip' }], ['end', { end: { type: 'cutter' } }], ['pace', { pace: { bytes: 4096 } }], ['confirmation', { confirmation: 'GS I' }], ['label', { label: ' ' }]
])('a profile with a wrong %s stops the office from starting', (field, wrong) => {
  expect(() => checkedProfile({ ...profile('generic-80'), ...wrong })).toThrow(`Printer profile generic-80: ${field} is wrong`)
})
