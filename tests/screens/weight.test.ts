import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
let dist = join(root, 'dist')
let built: string | undefined
beforeAll(async () => {
  if (existsSync(join(dist, 'display/board/index.html'))) return
  dist = built = await mkdtemp(join(tmpdir(), 'moiso-dist-'))
  const { build } = await import('vite')
  await build({ root, configFile: join(root, 'vite.config.ts'), logLevel: 'error', build: { outDir: built, emptyOutDir: true } })
}, 120_000)
afterAll(async () => { if (built !== undefined) await rm(built, { recursive: true }) })

/** The page and every script and style that it, or one of them, names. */
function filesOf (page: string): Set<string> {
  const found = new Set<string>()
  const visit = (file: string) => {
    if (found.has(file)) return
    found.add(file)
    const text = readFileSync(file, 'utf8')
    for (const [, name = ''] of text.matchAll(/["'(`]((?:\.{0,2}\/)?(?:[\w.-]+\/)*[\w.-]+\.(?:js|css))["')`]/g)) {
      const near = [name.startsWith('/') ? join(dist, name) : resolve(dirname(file), name), join(dist, name)].find(existsSync)
      if (near !== undefined) visit(near)
    }
  }
  visit(join(dist, page, 'index.html'))
  return found
}

it.each([['display/board', 120], ['display/rating', 60], ['display/phone', 60], ['display/book', 60], ['display/kiosk', 120]])('%s weighs at most %i kB on the line, fonts aside', (page, most) => {
  const files = [...filesOf(page)]
  expect(files.filter(file => file.endsWith('.js')).length).toBeGreaterThan(0)
  const weight = files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0)
  expect(weight / 1000).toBeLessThanOrEqual(most)
})
