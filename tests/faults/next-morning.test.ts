import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Json } from '../support/json.ts'
import { keyFor, program, startServer } from '../support/server.ts'

it('nobody sees yesterday\'s line in the morning: it has ended before the doors are open', async () => {
  const data = await mkdtemp(join(tmpdir(), 'moiso-morning-'))
  const start = (now: string) => startServer(data, { MOISO_PRINTER: 'virtual:', MOISO_ALWAYS_OPEN: '0', MOISO_NOW: now })
  const evening = await start('2026-11-25T16:00:00+07:00')
  const key = await keyFor(evening.url, 'guide')
  for (let person = 0; person < 3; person++) expect((await key.post('/tickets', { field: 'CT', slip: false })).status).toBe(201)
  await evening.kill('SIGTERM')

  const morning = await start('2026-11-26T07:35:00+07:00')
  const fields = (await program(morning.url).get('/fields')).body.items as Json[]
  expect(fields.find(({ id }) => id === 'CT')?.waiting).toBe(0)
  expect((await program(morning.url, key.headers).post('/tickets', { field: 'CT', slip: false })).body.ahead).toBe(0)
  await morning.kill('SIGTERM')
  await rm(data, { recursive: true, force: true })
}, 60_000)
