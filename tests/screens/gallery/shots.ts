/** Pictures of every state: `node tests/screens/gallery/shots.ts FOLDER [SCREEN[/STATE]]`. For looking at. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { openGallery } from './open.ts'

const [folder = 'var/shots', only = ''] = process.argv.slice(2)
await mkdir(folder, { recursive: true })
const gallery = await openGallery()
const { page } = gallery
const all = (await page.evaluate(() => window.gallery.list())).filter(({ screen, state }) => `${screen}/${state}`.startsWith(only))
for (const { screen, state, sizes } of all) {
  for (const lang of ['vi', 'en'] as const) {
    for (const size of lang === 'vi' ? sizes : sizes.slice(0, 1)) {
      await page.setViewportSize(size)
      await page.evaluate(([screen, state, lang]) => window.gallery.show(screen, state, lang), [screen, state, lang] as const)
      await page.screenshot({ path: join(folder, `${screen}-${state}-${size.width}x${size.height}${lang === 'en' ? '-en' : ''}.png`) })
    }
  }
}
for (const complaint of new Set(gallery.complaints)) process.stderr.write(`${complaint}\n`)
await gallery.close()
