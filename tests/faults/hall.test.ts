import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { LiveFact } from '../../common/contract/live.ts'
import { openOffice } from '../support/office.ts'
import { listen, openScreen } from '../support/screen.ts'
import { keyFor, signIn, startServer } from '../support/server.ts'

it('two kiosks, four counters and three boards at once: numbers gapless, no ticket at two counters, every board sees every call once in order', async () => {
  const office = await openOffice({ alwaysOpen: true })
  const port = await listen(office)
  const boards = await Promise.all([1, 2, 3].map(async () => {
    const screen = openScreen(port, await office.pair('board'))
    await screen.watch({ view: 'board' })
    return screen
  }))
  const fields = ['CT', 'HT', 'DD', 'BT', 'TQ']
  const kiosks = await Promise.all([office.pair('kiosk'), office.pair('kiosk')])
  const numbers: string[] = []
  const issuing = kiosks.map(async (kiosk, place) => {
    for (let turn = 0; turn < 60; turn++) numbers.push((await kiosk.post('/tickets', { field: fields[(turn + place) % fields.length], priority: turn % 4 === 0 })).body.ticket.number)
  })
  const called: string[] = []
  const serving = [1, 2, 3, 4].map(async counter => {
    const officer = await office.signIn(`quay${counter}`)
    await officer.post(`/counters/${counter}/open`)
    for (let idle = 0; idle < 20;) {
      const next = await officer.post(`/counters/${counter}/next`)
      if (next.status === 200) called.push(next.body.ticket.number)
      idle = next.status === 200 ? 0 : idle + 1
      await officer.post(`/counters/${counter}/finish`)
    }
  })
  await Promise.all([...issuing, ...serving])

  expect(new Set(numbers).size).toBe(120)
  for (const digit of new Set(numbers.map(number => number.charAt(0)))) {
    const sequence = numbers.filter(number => number.startsWith(digit)).map(number => Number(number.slice(1))).sort((a, b) => a - b)
    expect(sequence).toEqual(sequence.map((_, place) => place + 1))
  }
  expect([...called].sort()).toEqual([...numbers].sort())

  const calls = (facts: readonly LiveFact[]) => facts.flatMap(fact => fact.type === 'ticket:called' ? [fact.ticket.number] : [])
  for (const board of boards) {
    await board.heard(({ facts }) => calls(facts).length === 120)
    expect(board.facts.map(({ rev }) => rev)).toEqual(board.facts.map((_, place) => (board.facts[0]?.rev ?? 0) + place))
    expect(calls(board.facts)).toEqual(calls(boards[0]?.facts ?? []))
    board.close()
  }
  await office.close()
}, 60_000)

it('a dead printer costs no number: it is shown at once and its job waits', async () => {
  const data = await mkdtemp(join(tmpdir(), 'moiso-paper-'))
  const server = await startServer(data, { MOISO_PRINTER: 'tcp://127.0.0.1:9' })
  const key = await keyFor(server.url, 'admin')
  const { status, body } = await key.post('/tickets', { field: 'CT' })
  expect([status, body.ticket.number, body.print.state]).toEqual([201, '1001', 'queued'])
  expect((await key.get(`/print-jobs/${body.print.job}`)).body).toMatchObject({ state: 'queued' })
  expect((await (await signIn(server.url, 'quay1')).post('/counters/1/open')).status).toBe(200)
  expect(await server.kill('SIGTERM')).toBe(0)
  expect(server.out.filter(line => line.startsWith('listening on '))).toHaveLength(1)
  await rm(data, { recursive: true, force: true })
})
