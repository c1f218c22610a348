import { expect, it } from 'vitest'
import { createVirtualPrinter, type Knobs } from '../../printer/virtual/printer.ts'
import { eventually } from './support.ts'
import { aBand, aClient, aClock, aProcess, cut, hex, initialise, listening } from './virtual-support.ts'

type Client = Awaited<ReturnType<typeof aClient>>
const question = hex('10 04 01')
const aJob = (rows: number, id: number) => Buffer.concat([initialise, aBand(rows, 72), cut, aProcess(id)])

/** A printer at work on a real port, its own time standing still until moved. */
async function atWork (knobs: Partial<Knobs>, run: (bench: { printer: ReturnType<typeof createVirtualPrinter>, forward: (ms: number) => void, client: () => Promise<Client> }) => Promise<void>): Promise<void> {
  const { timers, forward } = aClock()
  const printer = createVirtualPrinter({ knobs, timers })
  const clients: Client[] = []
  const client = async (port: number) => { const made = await aClient(port); clients.push(made); return made }
  await listening(printer, port => run({ printer, forward, client: () => client(port) }))
  for (const made of clients) made.close()
}

it('reads no further than its buffer while it stands still, and prints the rest afterwards', () => atWork({ paper: 'out' }, async ({ printer, client }) => {
  const sender = await client()
  const job = aJob(2000, 1)
  sender.send(job)
  await eventually(() => printer.state().waitingBytes === 4096)
  // The sender's system holds what the printer does not take; only what it has room for was read.
  expect(printer.state()).toMatchObject({ waitingBytes: 4096, hangingRows: 0 })
  printer.set({ paper: 'ok' })
  await eventually(() => sender.said() === '37 22 30 30 30 31 00')
  expect(printer.sheets()).toMatchObject([{ heightDots: 2000, complete: true }])
}))

it('answers in real time as long as there is room: behind a full buffer a question waits', () => atWork({ paper: 'out' }, async ({ printer, client }) => {
  const sender = await client()
  sender.send(aBand(10, 72), question)
  await eventually(() => sender.said() === '1a')
  sender.send(aBand(200, 72), question)
  await eventually(() => printer.state().waitingBytes === 4096)
  expect(sender.said()).toBe('1a')
  printer.set({ bufferBytes: 65_536 })
  await eventually(() => sender.said() === '1a 1a')
}))

it('loses power: connections are reset, new ones too, until it is on again', () => atWork({ rowsPerSecond: 1000 }, async ({ printer, forward, client }) => {
  const sender = await client()
  sender.send(aJob(40, 1))
  await eventually(() => printer.state().waitingBytes > 0)
  forward(20)
  printer.powerOff()
  expect(printer.sheets()).toMatchObject([{ heightDots: 20, complete: false }])
  await eventually(() => sender.isClosed())
  expect(sender.error()).toBe('ECONNRESET')
  const second = await client()
  await eventually(() => second.isClosed())
  printer.powerOn()
  const third = await client()
  third.send(question)
  await eventually(() => third.said() === '12')
}))

it('loses power in silence: connections stand unanswered, and are reset when it is on again', () => atWork({ whenOff: 'silent' }, async ({ printer, client }) => {
  const old = await client()
  old.send(question)
  await eventually(() => old.said() === '12')
  printer.powerOff()
  const fresh = await client()
  for (const each of [old, fresh]) each.send(question)
  printer.set({ bytesPerSecond: 0 })
  expect([old.isClosed(), fresh.isClosed()]).toEqual([false, false])
  printer.powerOn()
  await eventually(() => old.isClosed() && fresh.isClosed())
  expect([old.said(), fresh.said()]).toEqual(['12', ''])
}))

it('behind a silent network neither hears nor is heard; afterwards everything arrives on the same connection', () => atWork({ rowsPerSecond: 1000 }, async ({ printer, forward, client }) => {
  const sender = await client()
  sender.send(aJob(10, 1))
  await eventually(() => printer.state().waitingBytes > 0)
  printer.set({ network: 'silent' })
  sender.send(question)
  forward(1000)
  expect(printer.sheets()).toHaveLength(1)
  expect(sender.said()).toBe('')
  printer.set({ network: 'ok' })
  await eventually(() => sender.said() === '37 22 30 30 30 31 00 12')
}))

it.each([
  ['refused', async (second: Client) => { await eventually(() => second.isClosed()); expect(second.said()).toBe('') }],
  ['waiting', async (second: Client, first: Client) => { first.close(); await eventually(() => second.said() === '12') }],
  ['served', async (second: Client, first: Client) => { await eventually(() => second.said() === '12'); expect(first.isClosed()).toBe(false) }]
] as const)('a second connection is %s', (others, expected) => atWork({ others }, async ({ client }) => {
  const first = await client()
  first.send(question)
  await eventually(() => first.said() === '12')
  const second = await client()
  second.send(question)
  await expected(second, first)
}))

it('takes bytes from a slow line as slowly as it brings them', () => atWork({ bytesPerSecond: 100, paper: 'out' }, async ({ printer, forward, client }) => {
  const sender = await client()
  sender.send(aBand(10, 72))
  await eventually(() => printer.state().waitingBytes === 2)
  forward(1000)
  expect(printer.state().waitingBytes).toBe(102)
  forward(500)
  expect(printer.state().waitingBytes).toBe(152)
}))

it('prints what a client sent that has gone since', () => atWork({ rowsPerSecond: 1000 }, async ({ printer, forward, client }) => {
  const sender = await client()
  sender.send(aJob(30, 1))
  sender.socket.end()
  await eventually(() => sender.isClosed())
  forward(1000)
  expect(printer.sheets()).toMatchObject([{ heightDots: 30, complete: true }])
}))

it('tells of its knobs when they are turned and when paper runs down', () => atWork({}, async ({ printer, client }) => {
  const told: Knobs[] = []
  const leave = printer.onKnobs(knobs => told.push(knobs))
  printer.set({ cover: 'open' })
  printer.set({ cover: 'open' })
  printer.set({ cover: 'closed', rowsLeft: 5 })
  const sender = await client()
  sender.send(aBand(5))
  await eventually(() => printer.knobs().paper === 'out')
  leave()
  printer.set({ paper: 'ok' })
  expect(told.map(({ cover, paper, rowsLeft }) => [cover, paper, rowsLeft])).toEqual([['open', 'ok', null], ['closed', 'low', 5], ['closed', 'out', 0]])
}))
