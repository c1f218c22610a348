import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { optionTexts } from '../../common/i18n/console-options.ts'
import { panicTexts } from '../../common/i18n/console-panic.ts'
import { toldTexts } from '../../common/i18n/console-told.ts'
import { consoleTexts } from '../../common/i18n/console.ts'
import { deskTexts } from '../../common/i18n/desk.ts'
import { deedOfKey, type Meant, type Pressed } from '../../counter/console/keys.ts'
import { meantBy } from '../../counter/desk/keys.ts'

const docs = resolve(import.meta.dirname, '../../docs')
const guides = ['guide-officer.md', 'guide-desk.md'] as const
const guideOf = (name: string) => readFileSync(join(docs, name), 'utf8')

const i18n = resolve(import.meta.dirname, '../../common/i18n')
const tables = await Promise.all(readdirSync(i18n).filter(name => name.endsWith('.ts') && name !== 'texts.ts').map(async name => Object.values(await import(join(i18n, name)) as Record<string, unknown>)))
/** Everything a screen says in Vietnamese, with figures in the blanks. Texts that are hardly more than blanks would fit everything. */
const said = tables.flat().flatMap(table => typeof table === 'object' && table !== null && 'vi' in table ? Object.values(table.vi as Record<string, unknown>).filter(text => typeof text === 'string') : [])
  .filter(text => text.replace(/\{\w+\}/g, '').replace(/\P{L}/gu, '').length >= 3)
  .map(text => new RegExp(`^${text.split(/\{\w+\}/).map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[\\d:]+')}$`, 'u'))

/** Words in bold that are no button: a heading within a paragraph, or what a person does by hand. */
const isQuoted = (text: string) => !/^(?:Gọi nhầm|Công dân không|Mất |Bị mời|Quầy đã có|Phiếu không ra|Màn hình ghi|Máy lấy số hỏng|Một quầy cần|ghi giờ phát)/.test(text)
const bold = (text: string) => [...text.matchAll(/\*\*([^*]+)\*\*/g)].map(([, quoted = '']) => quoted)
/** The rows of the table of keys: the key as printed on the keyboard, the button it stands for. */
const rows = (text: string) => [...text.matchAll(/^\| `([^`]+)` \| \*\*([^*]+)\*\* \|/gm)].map(([, key = '', button = '']) => [key, button] as const)

const plain: Pressed = { code: '', key: '', repeat: false, isComposing: false, ctrlKey: false, altKey: false, metaKey: false, shiftKey: false }
const named: Readonly<Record<string, Partial<Pressed>>> = { 'Cách': { code: 'Space' }, 'Del': { code: 'Delete' }, 'Esc': { code: 'Escape' }, 'Ctrl Z': { code: 'KeyZ', ctrlKey: true }, '?': { key: '?' }, 'Enter': { code: 'Enter' }, 'F9': { code: 'F9' } }
const pressed = (key: string): Pressed => ({ ...plain, ...named[key] ?? { code: `Key${key}` } })

const { vi } = consoleTexts
const others: Partial<Record<Meant, string>> = { help: vi.help, reprint: toldTexts.vi.slip, mini: optionTexts.vi.mini, panic: panicTexts.vi.button }
const buttonOf = (meant: Meant | undefined) => meant === undefined ? undefined : others[meant] ?? vi[`deed.${meant}` as keyof typeof vi]

describe.each(guides)('%s', name => {
  const guide = guideOf(name)

  it('quotes the words of the screens as they are', () => {
    const quoted = bold(guide).filter(isQuoted)
    expect(quoted.length).toBeGreaterThan(15)
    expect(quoted.filter(text => !said.some(one => one.test(text)))).toEqual([])
  })

  it('shows pictures of at most 150 kB, made by the script, every one of them and each with words for whoever does not see it', () => {
    const shown = [...guide.matchAll(/!\[([^\]]{10,})\]\(pictures\/([^)]+)\)/g)].map(([, , file = '']) => file)
    expect(shown.length).toBe([...guide.matchAll(/!\[/g)].length)
    const own = name.replace('.md', '-')
    expect(shown.filter(file => file.startsWith(own)).sort()).toEqual(readdirSync(join(docs, 'pictures')).filter(file => file.startsWith(own)).sort())
    for (const file of shown) expect(statSync(join(docs, 'pictures', file)).size, file).toBeLessThanOrEqual(150_000)
    const script = readFileSync(resolve(docs, '../scripts/pictures/guides.ts'), 'utf8')
    for (const file of shown.filter(file => file.startsWith(own))) expect(script).toContain(`'${file.replace('.png', '')}'`)
  })
})

it('the officer’s guide names each key with what it does', () => {
  const known = rows(guideOf('guide-officer.md'))
  expect(known.length).toBe(12)
  for (const [key, button] of known) expect([key, buttonOf(deedOfKey(pressed(key), 'page', { primary: 'next', possible: [] }))]).toEqual([key, button])
})

it('the guide of the desk names each key with what it does', () => {
  const buttons = { take: deskTexts.vi.take, clear: deskTexts.vi['given.next'], more: deskTexts.vi.more, priority: 'Ưu tiên' }
  const known = rows(guideOf('guide-desk.md'))
  expect(known.map(([key]) => key).sort()).toEqual(['Enter', 'Esc', 'T', 'U'])
  for (const [key, button] of known) expect([key, buttons[meantBy(pressed(key), 'page')?.do as keyof typeof buttons]]).toEqual([key, button])
})
