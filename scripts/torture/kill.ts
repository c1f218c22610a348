import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { serviceDate } from '../../server/domain/time.ts'
import { openSqliteStore } from '../../server/storage/sqlite/store.ts'
import { verifySqlite } from '../../server/storage/sqlite/verify.ts'
import { keyFor, program, signIn, startServer, type Program, type RunningServer } from '../../tests/support/server.ts'
import { withFolder } from '../bench/measure.ts'
import type { Extent, Outcome } from './part.ts'
import { aBenchPrinter, type BenchPrinter } from './printer.ts'
import { issue, nothingTold, serve, type Told } from './told.ts'

const fields = ['CT', 'HT', 'DD', 'TQ']
const counters = [1, 2, 3, 4]

interface Stored { readonly id: string, readonly number: string, readonly state: string, readonly counter: number | null }

/** kill -9 while two kiosks' crowds, four counters, phones and a printer are at it; what anyone was told must be there afterwards. */
export async function kill ({ rounds, say }: Extent): Promise<Outcome> {
  const told = nothingTold()
  const printer = await aBenchPrinter()
  const startsMs: number[] = []
  await withFolder(async data => {
    for (let round = 1; round <= rounds + 1; round++) {
      const begun = performance.now()
      const server = await startServer(data, { MOISO_PRINTER: printer.url, MOISO_ALWAYS_OPEN: '1' })
      startsMs.push(performance.now() - begun)
      await check(server, data, told, printer)
      if (round <= rounds) await loadAndKill(server, told, 200 + Math.random() * 500)
      else if (await server.kill('SIGTERM') !== 0) told.failures.push('the last stop was not clean')
      say(`round ${Math.min(round, rounds)}/${rounds}: ${told.issued.size} issued, ${told.ended.size} ended, ${told.rated.size} rated, ${printer.papers()} printed, ${told.failures.length} broken promises`)
      if (told.failures.length > 50) break
    }
  })
  await printer.close()
  return {
    figures: {
      'kills': rounds, 'numbers acknowledged': told.issued.size, 'calls acknowledged': told.called.size, 'ratings acknowledged': told.rated.size, 'slips confirmed by the printer': printer.papers(),
      'start after a kill, slowest, ms': Math.round(Math.max(...startsMs.slice(1)))
    },
    failures: told.failures
  }
}

async function loadAndKill (server: RunningServer, told: Told, afterMs: number): Promise<void> {
  const keys = await Promise.all([keyFor(server.url, 'officer'), keyFor(server.url, 'guide')])
  const officers = await Promise.all(counters.map(counter => officerAt(server.url, counter)))
  const kiosks = keys.flatMap(key => Array.from({ length: 10 }, (_, place) => untilDead(turn => issue(key, fields[(turn + place) % fields.length] ?? 'CT', turn % 4 === 0, told), told)))
  const serving = officers.map((officer, place) => untilDead(turn => serve(officer, place + 1, told, turn), told))
  await sleep(afterMs)
  await server.kill('SIGKILL')
  await Promise.all([...kiosks, ...serving])
}

async function officerAt (url: string, counter: number): Promise<Program> {
  const officer = await signIn(url, `quay${counter}`)
  if ((await officer.post(`/counters/${counter}/open`)).status === 409) await officer.post(`/counters/${counter}/take-over`)
  return officer
}

/** Repeats until the connection breaks; anything but a broken connection is a broken promise. */
async function untilDead (act: (turn: number) => Promise<void>, told: Told): Promise<void> {
  try {
    for (let turn = 1; ; turn++) await act(turn)
  } catch (error) {
    if (!isBroken(error)) told.failures.push(String(error))
  }
}

/** An answer cut in the middle is a broken connection too. */
function isBroken (error: unknown): boolean {
  return error instanceof TypeError || (error instanceof SyntaxError && error.message.includes('JSON'))
}

async function check (server: RunningServer, data: string, told: Told, printer: BenchPrinter): Promise<void> {
  const file = join(data, 'moiso.db')
  const { items } = (await (await signIn(server.url, 'giamsat')).get('/tickets')).body as { items: Stored[] }
  checkTickets(items, told)
  const present = (await program(server.url).get('/counters')).body.items.flatMap((counter: { ticket?: { id: string } }) => counter.ticket ? [counter.ticket.id] : [])
  if (new Set(present).size !== present.length) told.failures.push(`a ticket at two counters: ${present.join(' ')}`)
  for (const { text } of await verifySqlite(file)) told.failures.push(`verify: ${text}`)

  const store = await openSqliteStore({ file, readOnly: true, alwaysOpen: () => true, log: { error: () => undefined } as never })
  const { rated } = await store.ratings.outcomes('main', serviceDate(Date.now(), 'Asia/Ho_Chi_Minh'))
  const printed = await store.printJobs.inState('main', 'kiosk', 'printed')
  await store.close()
  if (rated < told.rated.size || rated > told.ratingsTried) told.failures.push(`${rated} ratings stored, ${told.rated.size} acknowledged, ${told.ratingsTried} tried`)
  if (printed.length > printer.papers()) told.failures.push(`${printed.length} slips count as printed, the printer confirmed ${printer.papers()}`)
}

function checkTickets (items: readonly Stored[], { issued, called, ended, failures }: Told): void {
  const stored = new Map(items.map(ticket => [ticket.number, ticket]))
  const byId = new Map(items.map(ticket => [ticket.id, ticket]))
  if (stored.size !== items.length) failures.push('two tickets of one number')
  for (const [number, { id }] of issued) if (stored.get(number)?.id !== id) failures.push(`${number} was acknowledged and is ${stored.has(number) ? 'another ticket' : 'lost'}`)
  for (const [id, end] of ended) if (byId.get(id)?.state !== end) failures.push(`${id} was ${end} and is ${byId.get(id)?.state}`)
  for (const [id, counter] of called) if (byId.get(id)?.counter !== counter) failures.push(`${id} was called to ${counter} and is at ${byId.get(id)?.counter}`)
  for (const digit of '123456789') {
    const sequence = items.filter(({ number }) => number.startsWith(digit)).map(({ number }) => Number(number.slice(1))).sort((a, b) => a - b)
    if (sequence.some((value, place) => value !== place + 1)) failures.push(`numbers of field ${digit} have a gap`)
  }
}
