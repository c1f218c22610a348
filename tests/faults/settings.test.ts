import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { signIn, startServer } from '../support/server.ts'

async function aStart (environment: Readonly<Record<string, string>>) {
  const data = await mkdtemp(join(tmpdir(), 'moiso-settings-'))
  const server = await startServer(data, environment)
  onTestFinished(async () => {
    await server.kill()
    await rm(data, { recursive: true, force: true })
  })
  return { ...server, said: () => server.errors.join('') }
}

it('opens with a kiosk printer that cannot be, says where slips go, and tells /health why', async () => {
  const { url, said } = await aStart({ MOISO_PRINTER: 'file:/dev/null/slips', MOISO_DESK_PRINTER: 'virtual:', MOISO_PRITNER: 'tcp://192.0.2.1' })
  await expect.poll(async () => (await fetch(`${url}/health`)).json()).toMatchObject({ ok: true, checks: { 'printer': 'unreachable', 'printer.desk': 'ready', 'paper': expect.stringMatching(/^kiosk: .*ENOTDIR/) } })
  await expect.poll(said).toMatch(/Kiosk printer: file:\/dev\/null\/slips[^]*Desk printer: virtual: – .*no paper/)
  expect(said()).toContain('Did you mean MOISO_PRINTER?')
}, 20_000)

it('names no address of the hall where only this machine is listened to, neither in the terminal nor on a ticket', async () => {
  const { url, said } = await aStart({ MOISO_HOST: '127.0.0.1' })
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:/)
  await expect.poll(said).toContain(`Open / Mở: ${url}/  (from the hall / từ máy khác: chỉ mở được trên máy này`)
  const { body } = await (await signIn(url, 'huongdan')).post('/tickets', { field: 'CT' })
  expect(body.url).toBe(`${url}/t/${body.token}`)
}, 20_000)
