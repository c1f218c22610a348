import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { faultStatus, refusalStatus } from '../../server/http/problems.ts'
import { problems, titles } from '../../common/i18n/problems.ts'
import { settingsRows } from '../../server/settings/settings.ts'

const root = resolve(import.meta.dirname, '../..')
const folder = join(root, 'common/i18n')
const groups = await Promise.all(readdirSync(folder).filter(name => name.endsWith('.ts') && name !== 'texts.ts').map(async name => [name, await import(join(folder, name)) as Record<string, unknown>] as const))
const blanks = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort()
const isTexts = (value: unknown): value is Record<'vi' | 'en', Record<string, string>> => typeof value === 'object' && value !== null && 'vi' in value && 'en' in value

it.each(groups)('%s says the same in both languages: same keys, same blanks, nothing empty, letters precomposed', (_name, group) => {
  const tables = Object.values(group).filter(isTexts)
  expect(tables.length).toBeGreaterThan(0)
  for (const { vi, en } of tables) {
    expect(Object.keys(en).sort()).toEqual(Object.keys(vi).sort())
    for (const [key, text] of Object.entries(vi)) {
      expect(text.trim(), key).not.toBe('')
      expect(text, key).toBe(text.normalize('NFC'))
      expect(blanks(en[key] ?? ''), key).toEqual(blanks(text))
    }
  }
})

it('has a sentence and a title for every refusal and fault', () => {
  const statuses = { ...refusalStatus, ...faultStatus }
  expect(Object.keys(problems.vi).sort()).toEqual(Object.keys(statuses).sort())
  for (const status of Object.values(statuses)) expect(titles.vi).toHaveProperty(String(status))
})

it('explains every setting as it is read, and every npm script that the README or the guide names', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  const guide = readFileSync(join(root, 'docs/operating.md'), 'utf8')
  for (const row of settingsRows()) expect(guide).toContain(row)
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }
  const named = [...`${readme}\n${guide}`.matchAll(/npm (?:run )?([a-z-]+)/g)].map(match => match[1] ?? '').filter(name => !['ci', 'install'].includes(name))
  expect(named).toEqual(expect.arrayContaining(['start', 'test']))
  for (const name of named) expect(scripts).toHaveProperty(name)
  for (const [, path] of readme.matchAll(/\]\((?!https?:|#)([^)\s]+)\)/g)) expect(() => readFileSync(join(root, path ?? ''))).not.toThrow()
})
