import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openGallery, type Gallery } from './gallery/open.ts'
import { whatDoesNotFit } from './gallery/measure.ts'
import type { Shown } from './gallery/main.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']

describe('every state of every screen', () => {
  let gallery: Gallery
  let all: Shown[]
  const show = (screen: string, state: string, lang: 'vi' | 'en') =>
    gallery.page.evaluate(([screen, state, lang]) => window.gallery.show(screen, state, lang), [screen, state, lang] as const)

  beforeAll(async () => {
    gallery = await openGallery()
    all = await gallery.page.evaluate(() => window.gallery.list())
  }, 120_000)
  afterAll(() => gallery?.close())

  it('is clean to axe', async () => {
    const found: string[] = []
    for (const { screen, state, sizes, farReading } of all) {
      await gallery.page.setViewportSize(sizes[0]!)
      await show(screen, state, 'vi')
      const { violations } = await new AxeBuilder({ page: gallery.page }).setLegacyMode().options({ rules: { 'color-contrast-enhanced': { enabled: farReading } } }).withTags(rules).analyze()
      for (const { id, nodes } of violations) found.push(`${screen}/${state}: ${id} ${nodes.map(node => `${node.target.join(' ')} ${node.any[0]?.message ?? ''}`).join(' | ')}`)
    }
    expect(found).toEqual([])
  }, 240_000)

  it.each(['vi', 'en'] as const)('fits its glass in %s', async lang => {
    const found: string[] = []
    for (const { screen, state, sizes, fixed } of all) {
      // English is shorter or longer, never elsewhere: two sizes tell.
      for (const size of lang === 'vi' ? sizes : sizes.slice(0, 2)) {
        await gallery.page.setViewportSize(size)
        await show(screen, state, lang)
        for (const misfit of await whatDoesNotFit(gallery.page, fixed)) found.push(`${screen}/${state} ${size.width}×${size.height}: ${misfit}`)
      }
    }
    expect(found).toEqual([])
  }, 240_000)

  // Vite does not lower decorators unless told to, and says nothing: elements would stand still.
  it('draws an element again when a property changes', async () => {
    await show('common', 'parts', 'vi')
    expect(await gallery.page.evaluate(async () => {
      const number = document.querySelector('moi-number')!
      number.value = '2014'
      await number.updateComplete
      return number.shadowRoot?.textContent
    })).toContain('2014')
  })

  it('offers the keys a pairing code is made of, and no others', async () => {
    await show('common', 'pairing', 'vi')
    expect(await gallery.page.locator('moi-keyboard button').allInnerTexts()).toEqual([...'1234567890', 'Xóa'])
  })

  it('breaks no content policy and throws nothing', () => {
    expect(gallery.complaints).toEqual([])
  })
})
