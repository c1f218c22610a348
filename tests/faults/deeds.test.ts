import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { verifySqlite } from '../../server/storage/sqlite/verify.ts'
import type { Json } from '../support/json.ts'
import { keyFor, signIn, startServer } from '../support/server.ts'

const deeds = ['next', 'finish', 'next'] as const
const leaves = { next: 'ticket:called', finish: 'ticket:finished' } as const

it('a server killed in the middle of an officer\'s deed (R10): sent again with its key, each is done once, to the number it was meant for', async () => {
  const data = await mkdtemp(join(tmpdir(), 'moiso-deeds-'))
  let server = await startServer(data)
  const { port } = new URL(server.url)
  const [key, officer, supervisor] = [await keyFor(server.url, 'officer'), await signIn(server.url, 'quay1'), await signIn(server.url, 'giamsat')]
  await officer.post('/counters/1/open')
  for (let taken = 0; taken < 3; taken++) await key.post('/tickets', { field: 'CT', slip: false })

  let present: string | undefined
  for (const [round, deed] of deeds.entries()) {
    const send = () => officer.post(`/counters/1/${deed}`, deed === 'next' ? {} : { ticket: present }, { 'idempotency-key': `key-of-deed-${round}` })
    const lost = send().catch(() => undefined)
    // Before, in or after the commit.
    await sleep(round * 2)
    await server.kill('SIGKILL')
    const heard = await lost
    server = await startServer(data, { MOISO_PORT: port })
    const again = await send()
    expect([deed, again.status]).toEqual([deed, 200])
    if (heard?.status === 200) expect(again.body).toEqual(heard.body)
    expect((await send()).body).toEqual(again.body)
    present = again.body.ticket.id
  }
  const { items } = (await supervisor.get('/facts')).body as { items: Json[] }
  const done = items.filter(({ type }) => (Object.values(leaves) as string[]).includes(type))
  expect(done.map(({ type }) => type)).toEqual(deeds.map(deed => leaves[deed]))
  expect(done.map(({ payload }) => payload.ticket.number)).toEqual(['1001', '1001', '1002'])
  expect(await server.kill('SIGTERM')).toBe(0)
  expect(await verifySqlite(join(data, 'moiso.db'))).toEqual([])
  await rm(data, { recursive: true, force: true })
}, 60_000)
