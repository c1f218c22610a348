import { expect, it, onTestFinished } from 'vitest'
import { stateOf } from '../../printer/condition.ts'
import { type LinkTimes } from '../../printer/link/times.ts'
import { openPrinter } from '../../printer/printers.ts'
import { TcpAdapter } from '../../printer/transports/tcp.ts'
import { createVirtualPrinter, type Knobs } from '../../printer/virtual/printer.ts'
import { aFake, aPrinterAt, hasty, inkIn, paperOut, paperThere, patient } from './linked.ts'
import { allWell, anInkSlip, confirmation, eventually, inkByte } from './support.ts'

it('does not know what became of a job whose connection was cut', async () => {
  const fake = await aFake({ onConnection: socket => { socket.on('data', bytes => { if (inkIn(bytes) > 20) socket.resetAndDestroy() }) } })
  expect(await aPrinterAt(fake.url).print(anInkSlip())).toMatchObject({ state: 'unknown' })
})

it('frees a printer left in the middle of a picture before the next job, and only then', async () => {
  const fake = await aFake({ onConnection: socket => { socket.on('data', bytes => { if (fake.connections() === 1 && inkIn(bytes) > 20) socket.resetAndDestroy() }) } })
  const printer = aPrinterAt(fake.url)
  const freeing = Buffer.concat([Buffer.alloc(576 / 8 * 256), Buffer.from('1b40', 'hex')])
  expect((await printer.print(anInkSlip(1))).state).toBe('unknown')
  const heard = fake.received().length
  expect((await printer.print(anInkSlip(2))).state).toBe('printed')
  const second = fake.received().subarray(heard)
  expect(second.subarray(0, second.indexOf(inkByte)).subarray(-freeing.length)).toEqual(freeing)
  await printer.print(anInkSlip(3))
  expect(fake.received().subarray(heard + second.length).includes(freeing)).toBe(false)
})

it('hears late that a job is on paper: the roll was changed', async () => {
  const ids: string[] = []
  const fake = await aFake({ onJob: (socket, id) => { ids.push(id); socket.write(paperOut) }, answers: () => ids.length > 0 ? [] : allWell })
  const printer = aPrinterAt(fake.url)
  expect(await printer.print(anInkSlip(1))).toEqual({ state: 'unknown', fault: 'silent', detail: 'paper-out' })
  expect(await printer.print(anInkSlip(2))).toEqual({ state: 'blocked', fault: 'paper-out' })
  expect(fake.standing()).toBe(1)
  fake.say(Buffer.concat([paperThere, confirmation(ids[0])]))
  await eventually(() => printer.late.length > 0)
  expect(printer.late).toEqual(['j1'])
})

it('takes no other name for a job it was not heard to work off: a printer on a serial line, switched off and on, has lost it', async () => {
  let answers = allWell
  const fake = await aFake({ onJob: (socket, id) => { if (id === '0001') answers = [0x1a, 0x32, 0x12, 0x72]; else socket.write(confirmation(id)) }, answers: () => answers })
  const printer = aPrinterAt(fake.url)
  expect(await printer.print(anInkSlip(1))).toEqual({ state: 'unknown', fault: 'silent', detail: 'paper-out' })
  answers = allWell
  fake.say(paperThere)
  await eventually(() => stateOf(printer.condition()) === 'ready')
  expect([(await printer.print(anInkSlip(2))).state, fake.connections(), printer.late]).toEqual(['printed', 1, []])
})

it('gives nothing on a name that comes over another connection', async () => {
  const fake = await aFake({ onJob: socket => { if (fake.connections() === 1) socket.destroy() } })
  const printer = aPrinterAt(fake.url)
  expect((await printer.print(anInkSlip(1))).state).toBe('unknown')
  await eventually(() => fake.connections() === 2 && printer.condition().reachable)
  fake.say(confirmation('0001'))
  fake.say(Uint8Array.of(0x10, 0, 0x03, 0))
  await eventually(() => stateOf(printer.condition()) === 'paper-low')
  expect(printer.late).toEqual([])
})

it('notices by its heartbeat that a connection is dead, and makes another', async () => {
  let isDead = false
  const fake = await aFake({ answers: () => isDead ? [] : allWell })
  const printer = aPrinterAt(fake.url, { heartbeatMs: 20, statusMs: 20 })
  printer.watch()
  await eventually(() => printer.condition().reachable)
  isDead = true
  await eventually(() => stateOf(printer.condition()) === 'unreachable')
  isDead = false
  await eventually(() => printer.condition().reachable)
  expect(fake.connections()).toBeGreaterThan(1)
})

it('does not cry over a printer that ends idle connections, as long as it takes the next one', async () => {
  const fake = await aFake({ onConnection: socket => { if (fake.connections() === 1) socket.on('data', bytes => { if (bytes.at(-1) === 0xff) socket.end() }) } })
  const printer = aPrinterAt(fake.url)
  printer.watch()
  await eventually(() => fake.connections() === 2 && fake.standing() === 1)
  expect((await printer.print(anInkSlip())).state).toBe('printed')
  expect(printer.states()).toEqual(['ready'])
})

/** A picture of 300 rows, cut off, as the software printer understands it. */
function aPicture (processNumber: number) {
  const rows = Buffer.concat([Buffer.from('1d7630004800960000', 'hex').subarray(0, 8), Buffer.alloc(72 * 150, 0x55)])
  const { bytes } = anInkSlip(processNumber, 0)
  return anInkSlip(processNumber, 0, { bytes: Buffer.concat([Buffer.from('1b40', 'hex'), rows, rows, Buffer.from('1d564210', 'hex'), bytes]) })
}

function aVirtual (knobs: Partial<Knobs>, times: Partial<LinkTimes> = {}) {
  const virtual = createVirtualPrinter({ knobs })
  const printer = openPrinter('kiosk', 'virtual:', { times: { ...hasty, ...times }, virtual })
  onTestFinished(() => printer.stop())
  const late: string[] = []
  printer.onLate(job => late.push(job))
  return Object.assign(printer, { late, virtual })
}

it('prints on the software printer over a port of this machine, which goes with it', async () => {
  const printer = aVirtual({})
  expect(await printer.print(aPicture(1))).toEqual({ state: 'printed', confirmedBy: 'process-id' })
  expect(printer.virtual.sheets().map(({ complete }) => complete)).toEqual([true])
  await printer.stop()
  expect((await printer.print(aPicture(2))).state).toBe('unsent')
})

it('a roll that ends in the middle of a slip: unknown, and printed after all when there is a new one', async () => {
  const printer = aVirtual({ rowsLeft: 100 })
  expect(await printer.print(aPicture(1))).toMatchObject({ state: 'unknown', detail: 'paper-out' })
  expect((await printer.print(aPicture(2))).state).toBe('blocked')
  printer.virtual.set({ paper: 'ok', rowsLeft: null })
  await eventually(() => printer.late.length > 0)
  expect([printer.late, printer.virtual.sheets().length]).toEqual([['j1'], 1])
})

it('power lost in the middle of a slip: unknown, and the next one comes out whole', async () => {
  const printer = aVirtual({ rowsPerSecond: 2000, whenOff: 'reset' }, patient)
  const outcome = printer.print(aPicture(1))
  await eventually(() => printer.virtual.hangingPng() !== undefined)
  printer.virtual.powerOff()
  expect((await outcome).state).toBe('unknown')
  printer.virtual.powerOn()
  await eventually(() => printer.condition().reachable)
  expect((await printer.print(aPicture(2))).state).toBe('printed')
  expect(printer.virtual.sheets().filter(({ complete }) => complete)).toHaveLength(1)
})

it('a printer that waits for the rest of a broken picture does not swallow the next slip', async () => {
  const printer = aVirtual({ brokenOff: 'waits' })
  const { port, close } = await printer.virtual.listen(0)
  onTestFinished(close)
  const rude = new TcpAdapter('127.0.0.1', port, { connectMs: 300, closeMs: 20 })
  await new Promise(resolve => { rude.open(resolve) })
  await new Promise(resolve => { rude.write(aPicture(9).bytes.subarray(0, 5000), resolve) })
  await new Promise(resolve => { rude.close(resolve) })
  expect((await printer.print(aPicture(1))).state).toBe('printed')
  expect(printer.virtual.sheets().at(-1)).toMatchObject({ complete: true })
})
