import fc from 'fast-check'
import { expect, it } from 'vitest'
import { PressFailed } from '../../printer/encode/press.ts'
import { type Outcome } from '../../printer/outcome.ts'
import { type SlipDocument } from '../../printer/slip/document.ts'
import { type JobChanged } from '../../printer/spooler/ledger.ts'
import { createSpooler } from '../../printer/spooler/spooler.ts'
import { aJob, aPrinter, aQueue, aSpooler, spoolerParts, type Row } from './queue.ts'
import { aTicketSlip, eventually, silentLog } from './support.ts'

const refused: Outcome = { state: 'unsent', fault: 'unreachable', detail: 'ECONNREFUSED' }
const lost: Outcome = { state: 'unknown', fault: 'broken' }
const silent: Outcome = { state: 'unconfirmed', confirmedBy: 'status' }
const noPaper: Outcome = { state: 'blocked', fault: 'paper-out' }
const minute = 60_000

it('prints jobs oldest first and says when each is done', async () => {
  const queue = aQueue(aJob('a'), aJob('b'), aJob('c'))
  const printer = aPrinter([])
  const changes: JobChanged[] = []
  aSpooler({ jobs: queue, printers: [printer], onChange: change => changes.push(change) })
  await eventually(() => queue.rows.every(row => row.state === 'printed'))
  expect(printer.sent).toEqual(['a', 'b', 'c'])
  expect(changes.slice(0, 2)).toEqual([
    { id: 'a', printer: 'kiosk', state: 'printing', tries: 1 },
    { id: 'a', printer: 'kiosk', state: 'printed', tries: 1, confirmedBy: 'process-id' }
  ])
})

it('never sends again what may be on paper', async () => {
  const queue = aQueue(aJob('a'), aJob('b'), aJob('c'))
  const printer = aPrinter([lost, silent])
  const spooler = aSpooler({ jobs: queue, printers: [printer] })
  await eventually(() => queue.row('c').state === 'printed')
  spooler.wake()
  await eventually(() => spooler.status()[0]?.state === 'idle')
  expect(queue.rows.map(row => row.state)).toEqual(['unknown', 'unconfirmed', 'printed'])
  expect(printer.sent).toEqual(['a', 'b', 'c'])
})

it('gives up what a dead server left half sent, before anything else', async () => {
  const queue = aQueue(aJob('old', { state: 'printing', tries: 1 }), aJob('new'))
  const printer = aPrinter([])
  aSpooler({ jobs: queue, printers: [printer] })
  await eventually(() => queue.row('new').state === 'printed')
  expect(queue.row('old')).toMatchObject({ state: 'unknown', tries: 1 })
  expect(printer.sent).toEqual(['new'])
})

it('wakes for a job that was queued later', async () => {
  const queue = aQueue()
  const spooler = aSpooler({ jobs: queue, printers: [aPrinter([])] })
  await eventually(() => spooler.status()[0]?.state === 'idle')
  queue.rows.push(aJob('late'))
  spooler.wake()
  await eventually(() => queue.row('late').state === 'printed')
})

it('works each printer\'s queue for itself: a dead one does not hold up the other', async () => {
  const queue = aQueue(aJob('a'), aJob('b', { printer: 'desk' }))
  aSpooler({ jobs: queue, printers: [aPrinter([refused]), aPrinter([], 'desk')], backoffMs: [minute] })
  await eventually(() => queue.row('b').state === 'printed')
  expect(queue.row('a').state).toBe('queued')
})

it('outlives a failing store and says so', async () => {
  const queue = aQueue(aJob('a'))
  queue.failing = true
  const complaints: string[] = []
  const spooler = aSpooler({ jobs: queue, printers: [aPrinter([])], log: { ...silentLog, error: (_, message) => { complaints.push(message) } } })
  await eventually(() => complaints.length > 1)
  expect(spooler.status()[0]).toMatchObject({ state: 'waiting', error: 'store: disk full' })
  queue.failing = false
  await eventually(() => queue.row('a').state === 'printed')
})

it('sends nothing when the store cannot note that printing begins', async () => {
  const queue = aQueue(aJob('a'))
  const printer = aPrinter([])
  const mark = queue.mark
  let failures = 2
  queue.mark = async (job, from, change) => {
    if (change.state === 'printing' && failures-- > 0) throw new Error('disk full')
    return mark(job, from, change)
  }
  aSpooler({ jobs: queue, printers: [printer] })
  await eventually(() => queue.row('a').state === 'printed')
  expect(printer.sent).toEqual(['a'])
})

it('stores an outcome as often as it takes before it touches the next job', async () => {
  const queue = aQueue(aJob('a'), aJob('b'))
  const mark = queue.mark
  let failures = 3
  queue.mark = async (job, from, change) => {
    if (change.state === 'printed' && failures-- > 0) throw new Error('disk full')
    return mark(job, from, change)
  }
  const printer = aPrinter([])
  aSpooler({ jobs: queue, printers: [printer] })
  await eventually(() => queue.rows.every(row => row.state === 'printed'))
  expect(printer.sent).toEqual(['a', 'b'])
})

it('sets aside a slip that cannot be drawn, however often its printer was away before, and prints the next', async () => {
  const bad = aJob('bad', { number: 'bad', tries: 9, slip: aTicketSlip({ number: 'bad' }) })
  const queue = aQueue(bad, aJob('good'))
  const documentOf = (slip: unknown) => {
    if (slip === bad.slip) throw new Error('Not an ISO date')
    return {} as SlipDocument
  }
  aSpooler({ jobs: queue, printers: [aPrinter([])], documentOf })
  await eventually(() => queue.row('good').state === 'printed')
  expect(queue.row('bad')).toMatchObject({ state: 'failed', tries: 12, error: 'undrawable: Not an ISO date', history: ['queued', 'queued', 'failed'] })
})

it('blames no slip for a press that failed: all wait until there is one again', async () => {
  const queue = aQueue(aJob('a'), aJob('b'))
  let failures = 5
  const press = { print: async () => {
    if (failures-- > 0) throw new PressFailed('The press stopped')
    return { bytes: Uint8Array.of(1), png: Uint8Array.of(2) }
  } }
  aSpooler({ jobs: queue, printers: [aPrinter([])], press })
  await eventually(() => queue.rows.every(row => row.state === 'printed'))
})

it('gives up a slip whose day is over instead of printing it', async () => {
  const queue = aQueue(aJob('yesterday', { serviceDate: '2026-11-22', state: 'blocked', tries: 4 }), aJob('today'))
  const printer = aPrinter([])
  aSpooler({ jobs: queue, printers: [printer], isOutdated: job => job.serviceDate < '2026-11-23' })
  await eventually(() => queue.row('today').state === 'printed')
  expect(queue.row('yesterday')).toMatchObject({ state: 'failed', tries: 4, error: 'outdated' })
  expect(printer.attempts).toEqual(['today'])
})

it('does not leave a job printing when the store had kept a start that seemed to fail', async () => {
  const queue = aQueue(aJob('a'))
  const mark = queue.mark
  let failures = 1
  queue.mark = async (job, from, change) => {
    const isKept = await mark(job, from, change)
    if (change.state === 'printing' && failures-- > 0) throw new Error('disk error')
    return isKept
  }
  const printer = aPrinter([])
  aSpooler({ jobs: queue, printers: [printer] })
  await eventually(() => queue.row('a').state === 'printed')
  expect(queue.row('a').history).toEqual(['printing', 'queued', 'printing', 'printed'])
  expect(printer.sent).toEqual(['a'])
})

it('takes a printer that throws for one that may have printed, once printing has begun', async () => {
  const queue = aQueue(aJob('a'), aJob('b'))
  const printer = aPrinter([])
  let throwing = 2
  printer.print = async (_, options) => {
    if (throwing-- > 1) throw new Error('before')
    await options?.beforeFirstByte?.()
    throw new Error('after')
  }
  aSpooler({ jobs: queue, printers: [printer] })
  await eventually(() => queue.rows.every(row => row.state === 'unknown'))
  expect(queue.row('a').history).toEqual(['queued', 'printing', 'unknown'])
})

it('survives a listener that throws', async () => {
  const queue = aQueue(aJob('a'), aJob('b'))
  aSpooler({ jobs: queue, printers: [aPrinter([])], onChange: () => { throw new Error('listener') } })
  await eventually(() => queue.rows.every(row => row.state === 'printed'))
})

it('stops without losing a job: what was not begun stays queued, what is under way gets its outcome', async () => {
  const queue = aQueue(aJob('a'), aJob('b'))
  const printer = aPrinter([])
  let isBegun = false
  printer.print = async (_, options) => {
    await options?.beforeFirstByte?.()
    isBegun = true
    return new Promise(resolve => { options?.signal?.addEventListener('abort', () => { resolve({ state: 'unknown', fault: 'stopping' }) }) })
  }
  const spooler = aSpooler({ jobs: queue, printers: [printer] })
  await eventually(() => isBegun)
  await spooler.stop()
  expect(queue.rows.map(row => row.state)).toEqual(['unknown', 'queued'])
  expect(spooler.status()[0]?.state).toBe('stopped')
})

it('begins its process numbers anywhere: a printer may still name what a server before this one sent it', async () => {
  const firsts = await Promise.all(Array.from({ length: 5 }, async () => {
    const numbers: number[] = []
    const printer = aPrinter([])
    const { print } = printer
    printer.print = (slip, options) => { numbers.push(slip.processNumber); return print(slip, options) }
    const queue = aQueue(aJob('a'), aJob('b'))
    aSpooler({ jobs: queue, printers: [printer] })
    await eventually(() => queue.rows.every(row => row.state === 'printed'))
    expect(numbers[1]).toBe((numbers[0] ?? 0) % 9999 + 1)
    return numbers[0]
  }))
  expect(new Set(firsts).size).toBeGreaterThan(1)
})

it('whatever printers and restarts do, every job ends in one honest state and none is sent twice', async () => {
  const outcome = fc.constantFrom<Outcome>(refused, lost, silent, noPaper, { state: 'unsent', fault: 'closed' }, { state: 'printed', confirmedBy: 'process-id' })
  await fc.assert(fc.asyncProperty(fc.array(outcome, { maxLength: 12 }), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 12 }), async (outcomes, count, stopAfter) => {
    const queue = aQueue(...Array.from({ length: count }, (_, i): Row => aJob(`j${i}`)))
    const printer = aPrinter([...outcomes])
    const start = () => createSpooler({ ...spoolerParts, jobs: queue, printers: [printer], backoffMs: [0], slowLookMs: 0, stopGraceMs: 0 })
    const first = start()
    for (let i = 0; i < stopAfter; i++) await new Promise(resolve => setImmediate(resolve))
    await first.stop()
    const second = start()
    await eventually(() => queue.rows.every(row => !['queued', 'blocked', 'printing'].includes(row.state)))
    await second.stop()
    expect(new Set(printer.sent).size).toBe(printer.sent.length)
    for (const row of queue.rows) expect(['printed', 'unconfirmed', 'unknown']).toContain(row.state)
  }), { numRuns: 40 })
})
