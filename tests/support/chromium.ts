import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

const flags = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--no-first-run'
]

/** The Chromium tests drive: MOISO_CHROMIUM, or Debian's. */
export function chromiumPath (): string {
  const named = process.env['MOISO_CHROMIUM']
  const path = [named, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(candidate => candidate && existsSync(candidate))
  if (!path) throw new Error('No Chromium found: set MOISO_CHROMIUM to one')
  return path
}

/** The caller closes it. */
export function openChromium (): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), args: flags })
}

/** A whole computer with its Chromium, that can be put to sleep in the middle of anything. The caller closes it. */
export async function openLaptop (): Promise<{ readonly browser: Browser, readonly sleep: () => void, readonly wake: () => void, readonly close: () => Promise<void> }> {
  const server = await chromium.launchServer({ executablePath: chromiumPath(), args: flags })
  const group = -(server.process().pid ?? NaN)
  return {
    browser: await chromium.connect(server.wsEndpoint()),
    sleep: () => { process.kill(group, 'SIGSTOP') },
    wake: () => { process.kill(group, 'SIGCONT') },
    close: async () => {
      process.kill(group, 'SIGCONT')
      await server.close()
    }
  }
}
