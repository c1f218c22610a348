import { expect, it } from 'vitest'
import { type Outcome } from '../../printer/outcome.ts'
import { type JobChanged } from '../../printer/spooler/ledger.ts'
import { aJob, aPrinter, aQueue, aSpooler } from './queue.ts'
import { eventually } from './support.ts'

const refused: Outcome = { state: 'unsent', fault: 'unreachable', detail: 'ECONNREFUSED' }
const lost: Outcome = { state: 'unknown', fault: 'broken' }
const silent: Outcome = { state: 'unconfirmed', confirmedBy: 'status' }
const noPaper: Outcome = { state: 'blocked', fault: 'paper-out' }
const minute = 60_000

it('keeps a job for a dead printer, without ever calling it printing, and prints it when the printer is back', async () => {
  const queue = aQueue(aJob('a'), aJob('b'))
  const printer = aPrinter([refused, refused, refused])
  aSpooler({ jobs: queue, printers: [printer] })
  await eventually(() => queue.rows.every(row => row.state === 'printed'))
  expect(queue.row('a').history).toEqual(['queued', 'queued', 'queued', 'printing', 'printed'])
  expect(queue.row('a').tries).toBe(4)
  expect(printer.sent).toEqual(['a', 'b'])
})

it('says why a job waits', async () => {
  const queue = aQueue(aJob('a'))
  const spooler = aSpooler({ jobs: queue, printers: [aPrinter([refused])], backoffMs: [minute] })
  await eventually(() => spooler.status()[0]?.state === 'waiting')
  expect(spooler.status()).toEqual([{ printer: 'kiosk', state: 'waiting', job: 'a', error: 'unreachable: ECONNREFUSED' }])
  expect(queue.row('a')).toMatchObject({ state: 'queued', tries: 1, error: 'unreachable: ECONNREFUSED' })
})

it('holds a job blocked while there is no paper, and prints at once when there is', async () => {
  const queue = aQueue(aJob('a'), aJob('b'))
  const printer = aPrinter([noPaper])
  printer.says({ paper: 'out' })
  const spooler = aSpooler({ jobs: queue, printers: [printer], backoffMs: [minute] })
  await eventually(() => spooler.status()[0]?.state === 'waiting')
  expect(spooler.status()).toEqual([{ printer: 'kiosk', state: 'waiting', job: 'a', error: 'paper-out' }])
  expect(queue.row('a')).toMatchObject({ state: 'blocked', tries: 1, error: 'paper-out' })
  spooler.wake()
  printer.says({ cover: 'open' })
  printer.says({ cover: 'closed', paper: 'low' })
  await eventually(() => queue.rows.every(row => row.state === 'printed'))
  expect(queue.row('a').history).toEqual(['blocked', 'printing', 'printed'])
  expect(printer.attempts).toEqual(['a', 'a', 'b'])
})

it('asks a blocked printer again now and then, should its word have been lost', async () => {
  const queue = aQueue(aJob('a'))
  const printer = aPrinter([noPaper, noPaper])
  aSpooler({ jobs: queue, printers: [printer], backoffMs: [minute], slowLookMs: 1 })
  await eventually(() => queue.row('a').state === 'printed')
  expect(queue.row('a').history).toEqual(['blocked', 'blocked', 'printing', 'printed'])
})

it('does not sit out a pause when its printer has come back', async () => {
  const queue = aQueue(aJob('a'))
  const printer = aPrinter([refused])
  printer.says({ reachable: false })
  const spooler = aSpooler({ jobs: queue, printers: [printer], backoffMs: [minute] })
  await eventually(() => spooler.status()[0]?.state === 'waiting')
  printer.says({ reachable: true })
  await eventually(() => queue.row('a').state === 'printed')
})

it('does not take a word from before an attempt for one after it', async () => {
  const queue = aQueue(aJob('a'))
  const printer = aPrinter([refused, refused, refused])
  const print = printer.print
  printer.print = async (slip, options) => {
    printer.says({ reachable: true })
    return print(slip, options)
  }
  const spooler = aSpooler({ jobs: queue, printers: [printer], backoffMs: [minute] })
  await eventually(() => spooler.status()[0]?.state === 'waiting')
  for (let turn = 0; turn < 20; turn++) await new Promise(resolve => setImmediate(resolve))
  expect(printer.attempts).toEqual(['a'])
})

it('notes when a printer says late that a job is on paper', async () => {
  const queue = aQueue(aJob('lost'), aJob('silent'), aJob('c'))
  const printer = aPrinter([lost, silent, noPaper])
  const changes: JobChanged[] = []
  const spooler = aSpooler({ jobs: queue, printers: [printer], onChange: change => changes.push(change) })
  await eventually(() => spooler.status()[0]?.state === 'waiting')
  expect(queue.rows.map(row => row.state)).toEqual(['unknown', 'unconfirmed', 'blocked'])
  for (const job of ['lost', 'silent', 'stranger']) printer.confirms(job)
  await eventually(() => queue.rows.every(row => row.state === 'printed'))
  expect(queue.row('lost')).toMatchObject({ tries: 1, confirmedBy: 'process-id' })
  expect(queue.row('lost').error).toBeUndefined()
  expect(changes).toContainEqual({ id: 'silent', printer: 'kiosk', state: 'printed', tries: 1, confirmedBy: 'process-id' })
  expect(printer.sent).toEqual(['lost', 'silent', 'c'])
})

it('keeps a late word that comes while the outcome is still being stored', async () => {
  const queue = aQueue(aJob('a'))
  const printer = aPrinter([lost])
  const mark = queue.mark
  queue.mark = async (job, from, change) => {
    if (change.state === 'unknown') printer.confirms('a')
    return mark(job, from, change)
  }
  aSpooler({ jobs: queue, printers: [printer] })
  await eventually(() => queue.row('a').state === 'printed')
  expect(queue.row('a').history).toEqual(['printing', 'unknown', 'printed'])
})
