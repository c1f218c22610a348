import { connect, createServer, type AddressInfo } from 'node:net'
import { keyFor, startServer, type Program } from '../../tests/support/server.ts'
import { aBenchPrinter } from '../torture/printer.ts'
import { percentile, withFolder, type Figures } from './measure.ts'

const turns = 100
const warmUp = 10

/** From the request for a number to the first byte of its slip at a network printer, and to the printer's word that it is on paper. */
export async function touch (): Promise<Figures> {
  const wire = await aWatchedPrinter()
  return withFolder(async folder => {
    const server = await startServer(folder, { MOISO_PRINTER: wire.url })
    try {
      const key = await keyFor(server.url, 'officer')
      for (let turn = 0; turn < warmUp; turn++) await oneTouch(key, wire)
      const taken: Touch[] = []
      for (let turn = 0; turn < turns; turn++) taken.push(await oneTouch(key, wire))
      const figures = (name: string, of: (touch: Touch) => number) => ({ [`${name}P50Ms`]: percentile(taken.map(of), 50), [`${name}P99Ms`]: percentile(taken.map(of), 99) })
      return {
        ...figures('answer', ({ answeredMs }) => answeredMs), ...figures('firstByte', ({ firstByteMs }) => firstByteMs),
        ...figures('confirmed', ({ confirmedMs }) => confirmedMs), ...figures('recorded', ({ recordedMs }) => recordedMs)
      }
    } finally {
      await server.kill()
      await wire.close()
    }
  })
}

interface Touch { readonly answeredMs: number, readonly firstByteMs: number, readonly confirmedMs: number, readonly recordedMs: number }

async function oneTouch (key: Program, wire: WatchedPrinter): Promise<Touch> {
  const begun = performance.now()
  const seen = wire.nextSlip()
  const { status, body } = await key.post('/tickets', { field: 'CT', slip: true })
  const answered = performance.now()
  if (status !== 201) throw new Error(`refused with ${status}`)
  const { firstByte, confirmed } = await seen
  while ((await key.get(`/print-jobs/${body.print.job}`)).body.state !== 'printed');
  return { answeredMs: answered - begun, firstByteMs: firstByte - begun, confirmedMs: confirmed - begun, recordedMs: performance.now() - begun }
}

interface Seen { readonly firstByte: number, readonly confirmed: number }

interface WatchedPrinter {
  readonly url: string
  /** When the next slip began to arrive and when the printer named it as printed. */
  readonly nextSlip: () => Promise<Seen>
  readonly close: () => Promise<void>
}

const jobBegins = Buffer.from([0x1b, 0x40])
const jobNamed = Buffer.from([0x37, 0x22])

/** A printer that prints at once, behind a line that notes what passes. */
async function aWatchedPrinter (): Promise<WatchedPrinter> {
  const printer = await aBenchPrinter()
  let firstByte: number | undefined
  let tell = (_seen: Seen) => {}
  const line = createServer({ noDelay: true }, server => {
    const behind = connect({ port: Number(new URL(printer.url).port), host: '127.0.0.1', noDelay: true })
    server.on('data', bytes => { if (bytes.includes(jobBegins)) firstByte ??= performance.now() })
    behind.on('data', bytes => { if (bytes.includes(jobNamed) && firstByte !== undefined) tell({ firstByte, confirmed: performance.now() }) })
    for (const [from, to] of [[server, behind], [behind, server]] as const) from.on('error', () => { to.destroy() }).pipe(to)
  })
  await new Promise<void>(resolve => { line.listen(0, '127.0.0.1', resolve) })
  return {
    url: `tcp://127.0.0.1:${(line.address() as AddressInfo).port}`,
    nextSlip: () => new Promise(resolve => {
      firstByte = undefined
      tell = resolve
    }),
    close: async () => {
      line.close()
      await printer.close()
    }
  }
}
