import { expect, it, onTestFinished } from 'vitest'
import { stateOf } from '../../printer/condition.ts'
import { LinkedJobs } from '../../printer/link/jobs.ts'
import { linkTimes } from '../../printer/link/times.ts'
import { TcpAdapter } from '../../printer/transports/tcp.ts'
import { aFake, aPrinterAt, hasty, inkIn, paperThere, patient } from './linked.ts'
import { allWell, anInkSlip, aTcpPrinter, confirmation, eventually, fence, profile } from './support.ts'

it('counts a slip as printed when the printer names the job, in pieces and among other things it says', async () => {
  const fake = await aFake({
    onJob (socket, id) {
      const noise = Buffer.from([0x11, 0x00, 0x10, 0x00, 0x12, 0x00, 0x0f, 0xff, 0x5f])
      const whole = Buffer.concat([noise, confirmation('0006'), confirmation(id)])
      socket.write(whole.subarray(0, 12))
      setTimeout(() => socket.write(whole.subarray(12)), 5)
    }
  })
  expect(await aPrinterAt(fake.url, { settleMs: 1000 }).print(anInkSlip())).toEqual({ state: 'printed', confirmedBy: 'process-id' })
})

it('keeps one connection for all its jobs, and ends it politely', async () => {
  let ended = 0
  const fake = await aFake({ onConnection: socket => { socket.on('end', () => { ended++ }) } })
  const printer = aPrinterAt(fake.url)
  for (const number of [1, 2, 3]) expect((await printer.print(anInkSlip(number))).state).toBe('printed')
  await printer.stop()
  expect([fake.connections(), ended]).toEqual([1, 1])
})

it('has the printer tell its changes by itself, and again after each job, since a job begins with ESC @', async () => {
  const fake = await aFake()
  const printer = aPrinterAt(fake.url)
  const times = () => fake.received().toString('latin1').split('\x1da\xff').length - 1
  printer.watch()
  await eventually(() => times() === 1)
  await printer.print(anInkSlip())
  await eventually(() => times() === 2)
})

it('tells at once what the printer tells by itself', async () => {
  const fake = await aFake()
  const printer = aPrinterAt(fake.url)
  printer.watch()
  await eventually(() => printer.condition().reachable)
  for (const [second, third, first = 0x10] of [[0, 0x03], [0, 0x0f, 0x18], [0, 0, 0x38], [0x08, 0, 0x18], [0, 0, 0x18], [0, 0]]) fake.say(Uint8Array.of(first!, second!, third!, 0))
  await eventually(() => printer.told.length >= 7)
  expect(printer.states()).toEqual(['ready', 'paper-low', 'paper-out', 'cover-open', 'fault', 'fault', 'ready'])
  expect(printer.told[4]).toMatchObject({ fault: 'cutter', offline: false })
  expect(printer.told[5]).toMatchObject({ offline: true })
})

it('sends nothing to a printer that refuses, and prints when it comes back', async () => {
  const fake = await aFake()
  const port = Number(new URL(fake.url).port)
  await fake.close()
  const printer = aPrinterAt(fake.url)
  expect(await printer.print(anInkSlip())).toMatchObject({ state: 'unsent', fault: 'unreachable', detail: expect.stringContaining('ECONNREFUSED') })
  expect(stateOf(printer.condition())).toBe('unreachable')
  await aFake({}, port)
  await eventually(() => printer.condition().reachable)
  expect((await printer.print(anInkSlip())).state).toBe('printed')
})

it('gives up connecting after its time', async () => {
  // TEST-NET-1: routed nowhere. Where a network answers at once that it is unreachable, that is refused as well.
  expect(await aPrinterAt('tcp://192.0.2.1:9100', { connectMs: 50 }).print(anInkSlip())).toMatchObject({ state: 'unsent', fault: 'unreachable' })
})

it('does not wait for an attempt that is far away', async () => {
  const fake = await aFake()
  await fake.close()
  const printer = aPrinterAt(fake.url, { backoffMs: [60_000] })
  await printer.print(anInkSlip())
  expect(await printer.print(anInkSlip())).toMatchObject({ state: 'unsent', fault: 'unreachable' })
})

it('sends nothing to a printer that accepts and never reads', async () => {
  const fake = await aTcpPrinter(socket => { socket.pause() })
  onTestFinished(() => fake.close())
  expect(await aPrinterAt(fake.url).print(anInkSlip())).toEqual({ state: 'unsent', fault: 'unreachable', detail: 'no answer to status questions' })
})

it.each([
  ['paper-out', [0x1a, 0x32, 0x12, 0x72]],
  ['cover-open', [0x1a, 0x16, 0x12, 0x12]],
  ['fault', [0x1a, 0x52, 0x1a, 0x12]],
  ['fault', [0x1a, 0x12, 0x12, 0x12]]
] as const)('sends no byte to a printer that says %s', async (fault, answers) => {
  const fake = await aFake({ answers: () => answers })
  let recorded = 0
  const outcome = await aPrinterAt(fake.url).print(anInkSlip(), { beforeFirstByte: async () => { recorded++; return true } })
  expect(outcome).toEqual({ state: 'blocked', fault })
  expect([recorded, inkIn(fake.received())]).toEqual([0, 0])
})

it('prints on nearly empty paper, and says so', async () => {
  const fake = await aFake({ answers: () => [0x12, 0x12, 0x12, 0x1e] })
  const printer = aPrinterAt(fake.url)
  expect((await printer.print(anInkSlip())).state).toBe('printed')
  expect(stateOf(printer.condition())).toBe('paper-low')
})

it('does without the questions a printer does not know', async () => {
  const fake = await aFake({ answers: () => [0x12, 0x12, undefined, undefined] })
  expect((await aPrinterAt(fake.url, { statusMs: 10 }).print(anInkSlip())).state).toBe('printed')
})

it.each([['no', async () => false], ['an error', async () => { throw new Error('disk full') }]])('sends nothing when %s comes from the store', async (_, beforeFirstByte) => {
  const fake = await aFake()
  expect(await aPrinterAt(fake.url).print(anInkSlip(), { beforeFirstByte })).toMatchObject({ state: 'unsent', fault: 'not-recorded' })
  expect(inkIn(fake.received())).toBe(0)
})

it('loses no byte of the tail to a slow printer that talks while it reads', async () => {
  let heard = 0
  const fake = await aFake({
    onConnection: socket => {
      socket.on('data', bytes => {
        heard += inkIn(bytes)
        socket.pause()
        socket.write(paperThere)
        setTimeout(() => socket.resume(), 2)
      })
    }
  })
  expect((await aPrinterAt(fake.url, { ...patient, statusMs: 1000 }).print(anInkSlip(7, 50_000))).state).toBe('printed')
  expect(heard).toBe(50_000)
})

it('does not know what became of a job that the printer stopped taking', async () => {
  const fake = await aFake({ onConnection: socket => { socket.on('data', bytes => { if (inkIn(bytes) > 20) socket.pause() }) } })
  expect(await aPrinterAt(fake.url).print(anInkSlip(7, 24 << 20))).toMatchObject({ state: 'unknown', fault: 'stalled' })
})

it('asks a printer that stays silent after a job how it is', async () => {
  let answers: readonly (number | undefined)[] = allWell
  const fake = await aFake({ answers: () => answers, onJob: () => { answers = after } })
  let after: readonly (number | undefined)[] = allWell
  const printer = aPrinterAt(fake.url)
  expect(await printer.print(anInkSlip())).toEqual({ state: 'unconfirmed', confirmedBy: 'status' })
  after = [0x1a, 0x32, 0x12, 0x72]
  expect(await printer.print(anInkSlip())).toEqual({ state: 'unknown', fault: 'silent', detail: 'paper-out' })
  answers = allWell
  after = []
  expect(await printer.print(anInkSlip())).toEqual({ state: 'unknown', fault: 'silent' })
})

it('believes the answer behind a job, and learns of each unit whether it names its jobs', async () => {
  let after: (id: string) => Buffer = () => fence
  const fake = await aFake({ onJob: (socket, id) => { socket.write(after(id)) } })
  const printer = aPrinterAt(fake.url)
  expect(await printer.print(anInkSlip(1))).toEqual({ state: 'unconfirmed', confirmedBy: 'fence' })
  // The unit never named a job, so the name is not waited for; when it comes after all, it counts, and is waited for again.
  after = id => Buffer.concat([fence, confirmation(id)])
  expect(await printer.print(anInkSlip(2))).toEqual({ state: 'unconfirmed', confirmedBy: 'fence' })
  await eventually(() => printer.late.length > 0)
  expect(printer.late).toEqual(['j1', 'j2'])
  expect((await printer.print(anInkSlip(3))).state).toBe('printed')
})

it('ends the waiting when the office stops, with what is known by then', async () => {
  const fake = await aFake({ onJob: () => { stopping.abort() } })
  const stopping = new AbortController()
  const printer = aPrinterAt(fake.url, patient)
  expect(await printer.print(anInkSlip(), { signal: stopping.signal })).toEqual({ state: 'unknown', fault: 'stopping' })
  expect(await printer.print(anInkSlip(), { signal: stopping.signal })).toEqual({ state: 'unsent', fault: 'stopping' })
})

it('prints on a printer that cannot speak, and claims no more than that it took every byte', async () => {
  const fake = await aTcpPrinter((socket, heard) => { socket.on('data', heard) })
  onTestFinished(() => fake.close())
  const times = { ...linkTimes, ...hasty }
  const jobs = new LinkedJobs({ profile: { ...profile('generic-58'), confirmation: 'none' }, times, adapter: async () => new TcpAdapter('127.0.0.1', Number(new URL(fake.url).port), times) })
  onTestFinished(() => jobs.link.stop())
  expect(await jobs.print(anInkSlip())).toEqual({ state: 'unconfirmed', confirmedBy: 'sent' })
  await eventually(() => inkIn(fake.received()) === 9000)
  expect(fake.received().indexOf(Buffer.from([0x10, 0x04]))).toBe(-1)
})
