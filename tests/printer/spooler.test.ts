import fc from 'fast-check'
import { expect, it, onTestFinished } from 'vitest'
import { type Outcome } from '../../printer/outcome.ts'
import { moveJob, type JobEvent, type JobState } from '../../printer/spooler/job.ts'
import { type JobChanged } from '../../printer/spooler/lane.ts'
import { createSpooler, type SpoolerParts } from '../../printer/spooler/spooler.ts'
import { aJob, aPress, aPrinter, aQueue, type Row } from './queue.ts'
import { eventually, silentLog } from './support.ts'

const refused: Outcome = { state: 'unsent', fault: 'unreachable', detail: 'ECONNREFUSED' }
const lost: Outcome = { state: 'unknown', fault: 'broken' }
const silent: Outcome = { state: 'unconfirmed', fault: 'silent' }

function aSpooler (parts: Pick<SpoolerParts, 'jobs' | 'printers'> & Partial<SpoolerParts>) {
  const spooler = createSpooler({ press: aPress, log: silentLog, backoffMs: [1, 2], stopGraceMs: 20, ...parts })
  onTestFinished(() => spooler.stop())
  return spooler
}

const events: JobEvent[] = ['start', 'withhold', 'confirm', 'hush', 'lose', 'block', 'unblock', 'giveUp']

it('never leads a job that may be on paper back to where it would be sent', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom(...events), { maxLength: 40 }), sequence => {
    let state: JobState = 'queued'
    let mayBeOnPaper = false
    for (const event of sequence) {
      const next = moveJob(state, event)
      if (!next) continue
      if (mayBeOnPaper) expect(['printed', 'unconfirmed', 'unknown']).toContain(next)
      if (state === 'printed') expect.unreachable('printed is the end')
      mayBeOnPaper ||= ['printed', 'unconfirmed', 'unknown'].includes(next)
      state = next
    }
  }))
})

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
  const spooler = aSpooler({ jobs: queue, printers: [aPrinter([refused])], backoffMs: [60_000] })
  await eventually(() => spooler.status()[0]?.state === 'waiting')
  expect(spooler.status()).toEqual([{ printer: 'kiosk', state: 'waiting', job: 'a', error: 'unreachable: ECONNREFUSED' }])
  expect(queue.row('a')).toMatchObject({ state: 'queued', tries: 1, error: 'unreachable: ECONNREFUSED' })
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
  aSpooler({ jobs: queue, printers: [aPrinter([refused]), aPrinter([], 'desk')], backoffMs: [60_000] })
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
  queue.mark = async (id, change) => {
    if (change.state === 'printing' && failures-- > 0) throw new Error('disk full')
    return mark(id, change)
  }
  aSpooler({ jobs: queue, printers: [printer] })
  await eventually(() => queue.row('a').state === 'printed')
  expect(printer.sent).toEqual(['a'])
})

it('stores an outcome as often as it takes before it touches the next job', async () => {
  const queue = aQueue(aJob('a'), aJob('b'))
  const mark = queue.mark
  let failures = 3
  queue.mark = async (id, change) => {
    if (change.state === 'printed' && failures-- > 0) throw new Error('disk full')
    return mark(id, change)
  }
  const printer = aPrinter([])
  aSpooler({ jobs: queue, printers: [printer] })
  await eventually(() => queue.rows.every(row => row.state === 'printed'))
  expect(printer.sent).toEqual(['a', 'b'])
})

it('sets aside a slip that cannot be drawn, and prints the next', async () => {
  const queue = aQueue(aJob('bad', { number: 'bad', slip: { ...aJob('x').slip, issuedAt: 'yesterday' } }), aJob('good'))
  aSpooler({ jobs: queue, printers: [aPrinter([])] })
  await eventually(() => queue.row('good').state === 'printed')
  expect(queue.row('bad')).toMatchObject({ state: 'failed', tries: 3 })
  expect(queue.row('bad').error).toMatch(/^undrawable: Not an ISO date/)
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
    return new Promise(resolve => { options?.signal?.addEventListener('abort', () => { resolve({ state: 'unconfirmed', fault: 'stopping' }) }) })
  }
  const spooler = aSpooler({ jobs: queue, printers: [printer] })
  await eventually(() => isBegun)
  await spooler.stop()
  expect(queue.rows.map(row => row.state)).toEqual(['unconfirmed', 'queued'])
  expect(spooler.status()[0]?.state).toBe('stopped')
})

it('whatever printers and restarts do, every job ends in one honest state and none is sent twice', async () => {
  const outcome = fc.constantFrom<Outcome>(refused, lost, silent, { state: 'unsent', fault: 'closed' }, { state: 'printed', confirmedBy: 'process-id' })
  await fc.assert(fc.asyncProperty(fc.array(outcome, { maxLength: 12 }), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 12 }), async (outcomes, count, stopAfter) => {
    const queue = aQueue(...Array.from({ length: count }, (_, i): Row => aJob(`j${i}`)))
    const printer = aPrinter([...outcomes])
    const start = () => createSpooler({ jobs: queue, printers: [printer], press: aPress, log: silentLog, backoffMs: [0], stopGraceMs: 0 })
    const first = start()
    for (let i = 0; i < stopAfter; i++) await new Promise(resolve => setImmediate(resolve))
    await first.stop()
    const second = start()
    await eventually(() => queue.rows.every(row => !['queued', 'printing'].includes(row.state)))
    await second.stop()
    expect(new Set(printer.sent).size).toBe(printer.sent.length)
    for (const row of queue.rows) expect(['printed', 'unconfirmed', 'unknown']).toContain(row.state)
  }), { numRuns: 40 })
})
