import { setTimeout as sleep } from 'node:timers/promises'
import { keyFor, program, signIn, startServer, type Program, type RunningServer } from '../../tests/support/server.ts'
import { benchSpeed, type Chance } from './faults.ts'
import { isOpen, storedJobs } from './paper-jobs.ts'
import { aBenchPrinter, type BenchPrinter } from './printer.ts'
import { createReader, type FinishedSheet, type Print } from './sheets.ts'

export type PrinterName = 'kiosk' | 'desk'

export interface Sheet extends FinishedSheet { readonly printer: PrinterName }

/** A real server, a printer at the kiosk and one at the desk, and somebody who takes numbers at each. */
export interface PaperHall {
  readonly data: string
  readonly printers: Readonly<Record<PrinterName, BenchPrinter>>
  /** In the order in which they came out. */
  readonly sheets: readonly Sheet[]
  readonly read: (png: Uint8Array) => Print
  /** Print jobs that a client was told of → the printer it was asked for. */
  readonly told: ReadonlyMap<string, PrinterName>
  readonly failures: string[]
  /** Kills the server at once, with -9, and starts another on its data after `meanwhile`. */
  readonly restart: (meanwhile?: () => void) => Promise<void>
  /** One number with its slip; undefined when the server was away. */
  readonly take: (at: PrinterName, field: string) => Promise<void>
  /** Prints a ticket's slip again, at the desk. */
  readonly reprint: (ticket: string) => Promise<void>
  readonly close: () => Promise<void>
}

export async function openPaperHall (data: string): Promise<PaperHall> {
  const printers = { kiosk: await aBenchPrinter({ rowsPerSecond: benchSpeed }), desk: await aBenchPrinter({ rowsPerSecond: benchSpeed }) }
  const read = createReader()
  const sheets = collect(printers, read)
  const told = new Map<string, PrinterName>()
  const failures: string[] = []
  const start = () => startServer(data, { MOISO_PRINTER: printers.kiosk.url, MOISO_DESK_PRINTER: printers.desk.url, MOISO_ALWAYS_OPEN: '1' })
  let server = await start()
  let underWay: Promise<void> = Promise.resolve()
  const who: Readonly<Record<PrinterName, Program>> = { kiosk: await keyFor(server.url, 'guide'), desk: await signIn(server.url, 'huongdan') }

  const post = async (at: PrinterName, path: string, body: unknown, status: number) => {
    await underWay
    try {
      const answer = await program(server.url, who[at].headers).post(path, body)
      if (answer.status !== status) failures.push(`${path} was answered ${answer.status}: ${JSON.stringify(answer.body)}`)
      else if (told.has(answer.body.print.job)) failures.push(`two slips are one job: ${answer.body.print.job}`)
      else told.set(answer.body.print.job, at)
    } catch (error) {
      // The server was killed under the request.
      if (!(error instanceof TypeError || error instanceof SyntaxError)) throw error
    }
  }

  const restart = async (meanwhile: () => void) => {
    await server.kill('SIGKILL')
    meanwhile()
    server = await start()
  }

  return {
    data, printers, sheets, read, told, failures,
    restart: (meanwhile = () => undefined) => underWay = restart(meanwhile),
    take: (at, field) => post(at, '/tickets', { field }, 201),
    reprint: ticket => post('desk', `/tickets/${ticket}/print`, {}, 200),
    close: async () => {
      await underWay
      await end(server, failures)
      await Promise.all([printers.kiosk.close(), printers.desk.close()])
    }
  }
}

async function end (server: RunningServer, failures: string[]): Promise<void> {
  if (await server.kill('SIGTERM') !== 0) failures.push('the last stop was not clean')
}

function collect (printers: PaperHall['printers'], read: PaperHall['read']): readonly Sheet[] {
  const sheets: Sheet[] = []
  for (const printer of ['kiosk', 'desk'] as const) {
    const { virtual } = printers[printer]
    virtual.onSheet(({ id, complete }) => {
      const png = virtual.png(id)
      if (png) sheets.push({ printer, complete, print: read(png) })
    })
  }
  return sheets
}

const fields = ['CT', 'HT', 'DD', 'TQ']
/** So many slips may wait before people stop taking numbers for a while. */
const mostOpen = 20

/** Takes numbers until so many were given. */
export async function takeNumbers (hall: PaperHall, at: PrinterName, chance: Chance, paceMs: number, isEnough: () => boolean): Promise<void> {
  for (let taken = 0; !isEnough(); taken++) {
    await sleep(chance(2 * paceMs))
    if (taken % 5 === 4) await untilOpen(hall, count => count < mostOpen)
    await hall.take(at, fields[chance(fields.length)] ?? 'CT')
  }
}

/** Resolves when the number of jobs that are not settled is as it should be; false when it is not within the time. */
export async function untilOpen (hall: PaperHall, isRight: (count: number) => boolean, withinMs = 300_000): Promise<boolean> {
  for (const begun = performance.now(); performance.now() - begun < withinMs; await sleep(100)) {
    if (isRight((await storedJobs(hall.data)).filter(isOpen).length)) return true
  }
  return false
}
