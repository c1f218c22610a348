import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openGallery, type Gallery } from './gallery/open.ts'
import { whatDoesNotFit } from './gallery/measure.ts'
import type { Shown } from './gallery/main.ts'

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

  /** Each state at each of its glasses, a glass at a time: to change it costs more than to look. */
  async function onEachGlass (lang: 'vi' | 'en', glasses: (sizes: Shown['sizes']) => Shown['sizes'], look: (shown: Shown) => Promise<readonly string[]>): Promise<string[]> {
    const found: string[] = []
    const visits = all.flatMap(shown => glasses(shown.sizes).map(size => ({ shown, size, glass: `${size.width}×${size.height}` }))).sort((a, b) => a.glass.localeCompare(b.glass))
    let glass = ''
    for (const { shown, size, ...visit } of visits) {
      if (glass !== visit.glass) await gallery.page.setViewportSize(size)
      glass = visit.glass
      await show(shown.screen, shown.state, lang)
      for (const fault of await look(shown)) found.push(`${shown.screen}/${shown.state} ${glass}: ${fault}`)
    }
    return found
  }

  it('is clean to axe', async () => {
    const look = ({ farReading }: Shown) => gallery.page.evaluate(farReading => window.gallery.faults(farReading), farReading)
    expect(await onEachGlass('vi', sizes => sizes.slice(0, 1), look)).toEqual([])
  }, 240_000)

  // English is shorter or longer, never elsewhere: two sizes tell.
  it.each([['vi', 4], ['en', 2]] as const)('fits its glass in %s', async (lang, most) => {
    expect(await onEachGlass(lang, sizes => sizes.slice(0, most), ({ fixed }) => whatDoesNotFit(gallery.page, fixed))).toEqual([])
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
