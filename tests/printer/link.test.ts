import { type Socket } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { openPrinter, type PrinterOptions } from '../../printer/printers.ts'
import { type Reply, confirmedProcess, createReplyReader } from '../../printer/replies.ts'
import { createVirtualPrinter } from '../../printer/virtual/printer.ts'
import { createSpooler } from '../../printer/spooler/spooler.ts'
import { aJob, aPress, aQueue } from './queue.ts'
import { aFinishedSlip, aTcpPrinter, eventually, silentLog } from './support.ts'

const times = { connectMs: 300, confirmMs: 120, statusMs: 40, closeMs: 40 }
const confirmation = (id = '0007') => Buffer.concat([Buffer.from([0x37, 0x22]), Buffer.from(id), Buffer.from([0])])
const slip = aFinishedSlip({ bytes: new Uint8Array(50_000).fill(0x2a) })

async function aFake (onConnection: (socket: Socket, bytes: () => number) => void) {
  const fake = await aTcpPrinter(socket => {
    let count = 0
    socket.on('data', bytes => { count += bytes.length })
    onConnection(socket, () => count)
  })
  onTestFinished(() => fake.close())
  return fake
}

const printOn = (url: string, options: PrinterOptions = {}) => openPrinter('kiosk', url, { times, ...options }).print(slip)

it('counts a slip as printed when the printer names the job, even in pieces and among other replies', async () => {
  const fake = await aFake((socket, bytes) => {
    socket.on('data', () => {
      if (bytes() < slip.bytes.length) return
      const noise = Buffer.from([0x11, 0x16, 0x10, 0x00, 0x00, 0x0f])
      const whole = Buffer.concat([noise, confirmation('0006'), confirmation()])
      socket.write(whole.subarray(0, 10))
      setTimeout(() => socket.write(whole.subarray(10)), 5)
    })
  })
  expect(await printOn(fake.url)).toEqual({ state: 'printed', confirmedBy: 'process-id' })
})

it('sends nothing to a printer that refuses', async () => {
  const fake = await aFake(() => {})
  await fake.close()
  expect(await printOn(fake.url)).toMatchObject({ state: 'unsent', fault: 'unreachable', detail: expect.stringContaining('ECONNREFUSED') })
})

it('gives up connecting after its time', async () => {
  // TEST-NET-1: routed nowhere. Where a network answers at once that it is unreachable, that is refused as well.
  expect(await printOn('tcp://192.0.2.1:9100', { times: { ...times, connectMs: 50 } })).toMatchObject({ state: 'unsent', fault: 'unreachable' })
})

it('admits that a printer which reads and says nothing has confirmed nothing', async () => {
  const fake = await aFake(() => {})
  expect(await printOn(fake.url)).toEqual({ state: 'unconfirmed', fault: 'silent' })
})

it('does not call it printed when a printer accepts and never reads', async () => {
  const fake = await aTcpPrinter(socket => { socket.pause() })
  onTestFinished(() => fake.close())
  expect((await printOn(fake.url)).state).toBe('unconfirmed')
  const large = aFinishedSlip({ bytes: new Uint8Array(64 << 20) })
  expect(await openPrinter('kiosk', fake.url, { times }).print(large)).toMatchObject({ state: 'unknown', fault: 'stalled' })
})

it('does not know what became of a job whose connection was reset', async () => {
  const fake = await aFake((socket, bytes) => { socket.on('data', () => { if (bytes() > 100) socket.resetAndDestroy() }) })
  expect(await printOn(fake.url)).toMatchObject({ state: 'unknown', fault: 'broken' })
})

it('knows that all was taken when a printer hangs up politely without a word', async () => {
  const fake = await aFake((socket, bytes) => { socket.on('data', () => { if (bytes() === slip.bytes.length) socket.end() }) })
  expect(await printOn(fake.url)).toEqual({ state: 'unconfirmed', fault: 'closed' })
})

it('asks a silent printer what is wrong and keeps its answer', async () => {
  const fake = await aFake(socket => {
    socket.on('data', bytes => {
      if (bytes.at(-3) === 0x10 && bytes.at(-1) === 2) socket.write(Uint8Array.of(0x36))
      if (bytes.at(-3) === 0x10 && bytes.at(-1) === 4) socket.write(Uint8Array.of(0x72))
    })
  })
  expect(await printOn(fake.url)).toEqual({
    state: 'unconfirmed', fault: 'silent',
    detail: 'Cover is open; Printing stops due to a paper-end; Roll paper end sensor: paper not present'
  })
})

it('loses no byte of the tail to a slow printer that talks while it reads', async () => {
  const fake = await aFake((socket, bytes) => {
    socket.on('data', () => {
      socket.pause()
      socket.write(Uint8Array.of(0x10, 0, 0, 0x0f))
      setTimeout(() => socket.resume(), 2)
      if (bytes() === slip.bytes.length) socket.write(confirmation())
    })
  })
  expect((await printOn(fake.url, { times: { ...times, confirmMs: 2000 } })).state).toBe('printed')
})

it('sends nothing when it cannot be recorded that printing begins', async () => {
  let received = 0
  const fake = await aFake((socket, bytes) => { socket.on('data', () => { received = bytes() }) })
  const outcome = await openPrinter('kiosk', fake.url, { times }).print(slip, { beforeFirstByte: async () => { throw new Error('disk full') } })
  expect(outcome).toEqual({ state: 'unsent', fault: 'not-recorded', detail: 'disk full' })
  expect(received).toBe(0)
})

it('prints on the software printer, in this process and over a port', async () => {
  const virtual = createVirtualPrinter()
  const served = await virtual.listen(0)
  onTestFinished(() => served.close())
  const bytes = Buffer.from('1b401d76300001000100ff1d564200' + '1d28480600303030303037', 'hex')
  const job = aFinishedSlip({ bytes })
  expect(await openPrinter('kiosk', 'virtual:', { times, virtual }).print(job)).toEqual({ state: 'printed', confirmedBy: 'process-id' })
  expect(await openPrinter('kiosk', `tcp://127.0.0.1:${served.port}`, { times }).print(job)).toEqual({ state: 'printed', confirmedBy: 'process-id' })
  expect(virtual.sheets().map(sheet => sheet.id)).toEqual([1, 2])
})

it('a job for a dead printer waits, and is printed once when the printer comes back', async () => {
  const dead = await aFake(() => {})
  const port = Number(new URL(dead.url).port)
  await dead.close()
  const queue = aQueue(aJob('a'))
  const spooler = createSpooler({ jobs: queue, printers: [openPrinter('kiosk', dead.url, { times })], press: aPress, log: silentLog, backoffMs: [5] })
  onTestFinished(() => spooler.stop())
  await eventually(() => queue.row('a').tries > 1)
  expect(queue.row('a').state).toBe('queued')
  const back = await aTcpPrinter(socket => { socket.on('data', () => { socket.write(Buffer.concat(Array.from({ length: 20 }, (_, i) => confirmation(String(i).padStart(4, '0'))))) }) }, port)
  onTestFinished(() => back.close())
  await eventually(() => queue.row('a').state === 'printed')
  expect(back.connections()).toBe(1)
})

it('a job whose connection was reset is not sent again', async () => {
  const fake = await aFake(socket => { socket.on('data', () => { socket.resetAndDestroy() }) })
  const queue = aQueue(aJob('a'))
  const press = { print: async () => ({ bytes: slip.bytes, png: slip.png }) }
  const spooler = createSpooler({ jobs: queue, printers: [openPrinter('kiosk', fake.url, { times })], press, log: silentLog, backoffMs: [1] })
  onTestFinished(() => spooler.stop())
  await eventually(() => queue.row('a').state === 'unknown')
  spooler.wake()
  await eventually(() => spooler.status()[0]?.state === 'idle')
  expect(fake.connections()).toBe(1)
})

it('cuts replies the same however the network cuts them', () => {
  const bytes = Uint8Array.of(0x12, 0x10, 0, 0, 0x0f, 0x37, 0x22, 0x30, 0x30, 0x30, 0x37, 0, 0x11, 0x5f, 0x41, 0, 0x10, 0x16)
  const read = (pieces: Uint8Array[]) => {
    const replies: Reply[] = []
    const take = createReplyReader(reply => replies.push(reply))
    pieces.forEach(take)
    return replies
  }
  const whole = read([bytes])
  expect(whole.map(reply => reply.type)).toEqual(['status', 'auto', 'block', 'other', 'block', 'other', 'status'])
  expect(whole.map(confirmedProcess).filter(Boolean)).toEqual(['0007'])
  for (let cut = 0; cut < bytes.length; cut++) expect(read([bytes.subarray(0, cut), bytes.subarray(cut)])).toEqual(whole)
})
