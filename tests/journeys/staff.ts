import { AxeBuilder } from '@axe-core/playwright'
import type { CDPSession, Page } from 'playwright-core'
import { expect } from 'vitest'

/** The narrow window beside other programs, and the same work on a laptop of 1280 × 800 at 200 %. */
const sizes = { narrow: { width: 360, height: 800 }, zoomed: { width: 640, height: 400 } }

/** A page as somebody works at it who has a keyboard and hears the screen instead of seeing it. */
export interface Worked {
  /** Chromium's own accessibility tree holds a button of which the name begins so. */
  readonly offers: (name: string) => Promise<void>
  readonly press: (...keys: readonly string[]) => Promise<void>
  /** By Tab alone, until the focus is on what has a name that begins so; then Enter. */
  readonly choose: (name: string) => Promise<void>
  readonly tabTo: (name: string) => Promise<void>
  /** axe finds nothing, and nothing is wider than the window, neither narrow nor zoomed. */
  readonly look: () => Promise<void>
}

export async function workAt (page: Page): Promise<Worked> {
  const line = await page.context().newCDPSession(page)
  const press = async (...keys: readonly string[]) => { for (const key of keys) await page.keyboard.press(key) }
  const offers = (name: string) => expect.poll(async () => (await namesIn(line, 'button')).filter(known => known.startsWith(name)), { timeout: 10_000, message: `a button ${name}` }).not.toEqual([])
  const tabTo = async (name: string) => {
    for (let tries = 0; tries < 60; tries++) {
      if ((await focused(line)).startsWith(name)) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`Tab does not come to ${name}`)
  }
  return {
    offers, press, tabTo,
    choose: async name => {
      await offers(name)
      await tabTo(name)
      await press('Enter')
    },
    look: async () => {
      for (const size of Object.values(sizes)) {
        await page.setViewportSize(size)
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
      }
      await page.setViewportSize(sizes.narrow)
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    }
  }
}

interface Node { readonly ignored: boolean, readonly role?: { readonly value?: unknown }, readonly name?: { readonly value?: unknown }, readonly properties?: readonly { readonly name: string, readonly value: { readonly value?: unknown } }[] }

async function nodesOf (line: CDPSession): Promise<readonly Node[]> {
  return (await line.send('Accessibility.getFullAXTree')).nodes
}

async function namesIn (line: CDPSession, role: string): Promise<readonly string[]> {
  return (await nodesOf(line)).filter(node => !node.ignored && node.role?.value === role).map(nameOf)
}

/** The name of what has the focus; the page itself has it until Tab is pressed. */
async function focused (line: CDPSession): Promise<string> {
  const all = (await nodesOf(line)).filter(({ ignored, role, properties }) => !ignored && role?.value !== 'RootWebArea' && properties?.some(({ name, value }) => name === 'focused' && value.value === true))
  return all.map(nameOf).at(-1) ?? ''
}

function nameOf ({ name }: Node): string { return String(name?.value ?? '').trim() }
