import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { keyFor, program, signIn, startServer, type Program, type RunningServer } from '../support/server.ts'

const rounds = 5
const fields = ['CT', 'HT', 'DD', 'TQ']

/** What the clients were told before the server died. */
interface Told { readonly issued: Map<string, string>, readonly finished: Set<string> }

it('kill -9 under load: every number a client was told exists afterwards, none twice', async () => {
  const data = await mkdtemp(join(tmpdir(), 'moiso-kill-'))
  const told: Told = { issued: new Map(), finished: new Set() }
  try {
    for (let round = 0; round < rounds; round++) {
      const server = await startServer(data, { MOISO_PRINTER: `file:${join(data, 'paper')}` })
      await check(server, told)
      await loadAndKill(server, told, 150 + Math.random() * 400)
    }
    const server = await startServer(data)
    await check(server, told)
    expect(told.issued.size).toBeGreaterThan(rounds * 5)
    expect(await server.kill('SIGTERM')).toBe(0)
  } finally {
    await rm(data, { recursive: true, force: true })
  }
}, 60_000)

async function loadAndKill (server: RunningServer, told: Told, afterMs: number): Promise<void> {
  const key = await keyFor(server.url, 'officer')
  const kiosks = Array.from({ length: 10 }, (_, place) => untilDead(() => issue(key, fields[place % fields.length] ?? 'CT', told)))
  const counters = await Promise.all([1, 2, 3, 4].map(counter => officerAt(server.url, counter)))
  const officers = counters.map((officer, place) => untilDead(() => serve(officer, place + 1, told)))
  await sleep(afterMs)
  await server.kill('SIGKILL')
  await Promise.all([...kiosks, ...officers])
}

async function officerAt (url: string, counter: number): Promise<Program> {
  const officer = await signIn(url, `quay${counter}`)
  const opened = await officer.post(`/counters/${counter}/open`)
  if (opened.status === 409) await officer.post(`/counters/${counter}/take-over`)
  return officer
}

async function issue (key: Program, field: string, told: Told): Promise<void> {
  const { status, body } = await key.post('/tickets', { field })
  if (status !== 201) throw new Error(JSON.stringify(body))
  if (told.issued.has(body.ticket.number)) throw new Error(`${body.ticket.number} was given out twice`)
  told.issued.set(body.ticket.number, body.ticket.id)
}

async function serve (officer: Program, counter: number, told: Told): Promise<void> {
  await officer.post(`/counters/${counter}/next`)
  const { status, body } = await officer.post(`/counters/${counter}/finish`)
  if (status === 200) told.finished.add(body.ticket.id)
}

/** Repeats until the connection breaks; anything but a broken connection is a failure. */
async function untilDead (act: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      await act()
    } catch (error) {
      if (error instanceof TypeError) return
      throw error
    }
  }
}

async function check (server: RunningServer, told: Told): Promise<void> {
  const { body } = await (await signIn(server.url, 'giamsat')).get('/tickets')
  const stored = new Map<string, { id: string, state: string, field: string }>(body.items.map((ticket: { number: string }) => [ticket.number, ticket]))
  expect(stored.size).toBe(body.items.length)
  for (const [number, id] of told.issued) expect(stored.get(number)?.id, number).toBe(id)
  const states = new Map([...stored.values()].map(({ id, state }) => [id, state]))
  for (const id of told.finished) expect(states.get(id)).toBe('done')
  for (const digit of ['1', '2', '3', '8']) {
    const sequence = [...stored.keys()].filter(number => number.startsWith(digit)).map(number => Number(number.slice(1))).sort((a, b) => a - b)
    expect(sequence).toEqual(sequence.map((_, place) => place + 1))
  }
  const { body: counters } = await program(server.url).get('/counters')
  const present = counters.items.flatMap((counter: { ticket?: { id: string } }) => counter.ticket ? [counter.ticket.id] : [])
  expect(new Set(present).size).toBe(present.length)
}
