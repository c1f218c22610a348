import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { firefoxPath, openFirefox, type Firefox } from '../support/firefox.ts'
import { signIn, staffPin, startServer, type Program, type RunningServer } from '../support/server.ts'

const path = firefoxPath()
if (!path) console.warn('Firefox is not installed here: the officer\'s loop was NOT tried in it. Install firefox-esr, or name one in MOISO_FIREFOX.')

/** The checker that @axe-core/playwright carries, without playwright. */
const { source: axe } = createRequire(fileURLToPath(import.meta.resolve('@axe-core/playwright')))('axe-core') as { readonly source: string }

describe.skipIf(!path)('the officer\'s loop in Firefox ESR', () => {
  let data: string
  let server: RunningServer
  let firefox: Firefox
  let guide: Program
  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'moiso-journey-'))
    ;[server, firefox] = await Promise.all([startServer(data, { MOISO_NOW: '2026-11-23T09:10:00+07:00' }), openFirefox(path ?? '')])
    guide = await signIn(server.url, 'huongdan')
    for (let person = 0; person < 3; person++) await guide.post('/tickets', { field: 'HT', slip: false })
  })
  afterAll(async () => {
    await firefox.close()
    await server.kill('SIGTERM')
    await rm(data, { recursive: true, force: true })
  })

  const offers = (name: string) => expect.poll(() => firefox.named(name, 'button'), { timeout: 10_000 }).toBe(1)
  const reads = (text: string) => expect.poll(() => firefox.value(wordsOf), { timeout: 10_000 }).toContain(text)
  const atCounter = async () => (await guide.get('/counters')).body.items[1].ticket as { readonly number: string, readonly state: string } | undefined
  const isAt = (number: string | undefined, state?: string) => expect.poll(atCounter).toEqual(number === undefined ? undefined : expect.objectContaining({ number, state }))

  /** By Tab alone, as somebody without a mouse. */
  async function tabTo (name: string): Promise<void> {
    for (let tries = 0; tries < 25; tries++) {
      if (String(await firefox.value(focused)).startsWith(name)) return
      await firefox.press('Tab')
    }
    throw new Error(`Tab does not come to ${name}`)
  }

  it('signs in by name and PIN, opens, calls, starts, finishes and takes back, by keys alone and with names as Firefox tells them', async () => {
    await firefox.size(360, 800)
    await firefox.go(`${server.url}/counter?n=2`)
    await expect.poll(() => firefox.named('Họ tên hoặc tên đăng nhập', 'textbox'), { timeout: 10_000 }).toBe(1)
    await offers('Cán bộ mẫu 2 Công chức Tư pháp – Hộ tịch')
    expect(await axeFinds()).toEqual([])
    await firefox.type('mau 2')
    await firefox.press('Enter')
    // The label has the name as well; a field for secrets has no role.
    await expect.poll(() => firefox.named('Mã PIN (6 chữ số)'), { timeout: 10_000 }).toBe(2)
    await firefox.type(staffPin)

    await reads('Quầy 2 đang đóng')
    await tabTo('Mở quầy')
    await firefox.press('Enter')
    await offers('Gọi tiếp')
    expect(await axeFinds()).toEqual([])

    await firefox.press('Space')
    await isAt('2001', 'called')
    await offers('Bắt đầu')
    await firefox.press('s')
    await isAt('2001', 'serving')
    await offers('Hoàn thành')
    expect(await axeFinds()).toEqual([])
    await firefox.press('Enter')
    await isAt(undefined)
    await reads('2001 đã hoàn thành.')

    await firefox.press('Control+z')
    await isAt('2001', 'serving')
    await offers('Hoàn thành')
    await firefox.press('Enter')
    await isAt(undefined)
    await offers('Gọi tiếp')
    await firefox.press('Space')
    await isAt('2002', 'called')
    expect(await firefox.value('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
  }, 60_000)

  async function axeFinds (): Promise<string[]> {
    await firefox.value(`(() => { if (!window.axe) { ${axe}; window.axe = axe } })()`)
    return await firefox.value('axe.run().then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`))') as string[]
  }
})

/** All that is written on the page, through its shadow roots. */
const wordsOf = `(() => { const words = root => [...root.childNodes].map(node => node.nodeType === 3 ? node.data : node.localName === 'style' ? '' : node.shadowRoot ? words(node.shadowRoot) + words(node) : words(node)).join(''); return words(document.body) })()`

/** What has the focus, at the bottom of all shadow roots. */
const focused = `(() => { let at = document.activeElement; while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement; return (at?.textContent ?? '').trim() })()`
