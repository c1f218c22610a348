import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Outcome } from '../../printer/outcome.ts'
import { type JobChanged } from '../../printer/spooler/ledger.ts'
import { createSpooler } from '../../printer/spooler/spooler.ts'
import { aJob, aPrinter, aQueue, aSpooler, spoolerParts } from './queue.ts'
import { eventually } from './support.ts'

const refused: Outcome = { state: 'unsent', fault: 'unreachable' }
const noPaper: Outcome = { state: 'blocked', fault: 'paper-out' }
const never = new Promise<Outcome>(() => {})
const minute = 60_000

const two = { reliefs: { kiosk: 'desk', desk: 'kiosk' }, backoffMs: [minute], relieveAfterMs: 5 }

it('prints at the other printer, oldest first, what one without paper cannot', async () => {
  const queue = aQueue(aJob('a'), aJob('b'), aJob('c'))
  const kiosk = aPrinter([noPaper])
  const desk = aPrinter([], 'desk')
  const changes: JobChanged[] = []
  const spooler = aSpooler({ ...two, jobs: queue, printers: [kiosk, desk], onChange: change => changes.push(change) })
  await eventually(() => queue.rows.every(row => row.state === 'printed'))
  expect(desk.sent).toEqual(['a', 'b', 'c'])
  expect(kiosk.sent).toEqual([])
  expect(queue.rows.map(row => row.printer)).toEqual(['desk', 'desk', 'desk'])
  expect(changes.slice(0, 3)).toMatchObject([{ id: 'a', printer: 'kiosk', state: 'blocked' }, { id: 'a', printer: 'desk', state: 'queued' }, { id: 'a', printer: 'desk', state: 'printing' }])
  expect(spooler.status()[0]).toMatchObject({ state: 'relieved', reliefBy: 'desk', error: 'paper-out' })
})

it('takes jobs of a printer whose paper ran out under a slip that it still holds', async () => {
  const queue = aQueue(aJob('a'), aJob('b'))
  const kiosk = aPrinter([never])
  aSpooler({ ...two, jobs: queue, printers: [kiosk, aPrinter([], 'desk')] })
  await eventually(() => kiosk.sent.length === 1)
  kiosk.says({ paper: 'out', offline: true })
  await eventually(() => queue.row('b').state === 'printed')
  expect(queue.row('b').printer).toBe('desk')
  expect(queue.row('a')).toMatchObject({ printer: 'kiosk', state: 'printing' })
})

it('gives a printer that is well again its own queue back', async () => {
  const queue = aQueue(aJob('a'), aJob('b'))
  const kiosk = aPrinter([noPaper])
  const desk = aPrinter([never], 'desk')
  const spooler = aSpooler({ ...two, jobs: queue, printers: [kiosk, desk] })
  await eventually(() => desk.sent.length === 1)
  kiosk.says({ paper: 'low' })
  await eventually(() => queue.row('b').state === 'printed')
  expect([kiosk.sent, desk.sent]).toEqual([['b'], ['a']])
  await eventually(() => spooler.status()[0]?.state === 'idle')
})

it('prints its own slips before those of another', async () => {
  const queue = aQueue(aJob('a'), aJob('b'), aJob('own1', { printer: 'desk' }), aJob('own2', { printer: 'desk' }))
  const desk = aPrinter([], 'desk')
  desk.says({ cover: 'open' })
  const spooler = aSpooler({ ...two, jobs: queue, printers: [aPrinter([refused, refused]), desk] })
  await eventually(() => desk.sent.length === 4)
  expect(desk.sent).toEqual(['own1', 'own2', 'a', 'b'])
  await eventually(() => spooler.status()[1]?.state === 'idle')
})

it('leaves jobs where they are for a short while, and where the other cannot print either', async () => {
  const queue = aQueue(aJob('a'))
  const desk = aPrinter([], 'desk')
  desk.says({ cover: 'open' })
  let looks = 0
  const handOver = queue.handOver
  queue.handOver = async (...how) => { looks++; return handOver(...how) }
  const spooler = aSpooler({ ...two, jobs: queue, printers: [aPrinter([noPaper]), desk] })
  const patient = aQueue(aJob('p'))
  const other = aSpooler({ ...two, jobs: patient, printers: [aPrinter([noPaper]), aPrinter([], 'desk')], relieveAfterMs: minute })
  await eventually(() => spooler.status()[0]?.state === 'waiting' && other.status()[0]?.state === 'waiting')
  for (let turn = 0; turn < 20; turn++) { spooler.wake(); other.wake(); await new Promise(resolve => setImmediate(resolve)) }
  expect([looks, queue.row('a').printer, patient.row('p').printer]).toEqual([0, 'kiosk', 'kiosk'])
  desk.says({ cover: 'closed' })
  await eventually(() => queue.row('a').printer === 'desk')
})

it('two printers after the same jobs, in any order of events: each is sent once at most, and none is left', async () => {
  const outcome = fc.constantFrom<Outcome>(refused, noPaper, { state: 'unsent', fault: 'closed' }, { state: 'unknown', fault: 'broken' }, { state: 'printed', confirmedBy: 'process-id' })
  const trouble = fc.record({ kiosk: fc.array(outcome, { maxLength: 6 }), desk: fc.array(outcome, { maxLength: 6 }), at: fc.array(fc.constantFrom('kiosk', 'desk'), { minLength: 1, maxLength: 6 }) })
  await fc.assert(fc.asyncProperty(fc.scheduler(), trouble, async (scheduler, { kiosk, desk, at }) => {
    const queue = aQueue(...at.map((printer, place) => aJob(`j${place}`, { printer })))
    queue.ready = () => scheduler.schedule(Promise.resolve())
    const printers = [aPrinter([...kiosk]), aPrinter([...desk], 'desk')]
    const spooler = createSpooler({ ...spoolerParts, ...two, jobs: queue, printers, relieveAfterMs: 0, backoffMs: [0], slowLookMs: 0, stopGraceMs: 0 })
    const isOver = () => queue.rows.every(row => !['queued', 'blocked', 'printing'].includes(row.state))
    for (let turn = 0; !isOver(); turn++) {
      if (turn > 5000) throw new Error('it never ended')
      if (scheduler.count() > 0) await scheduler.waitOne()
      else await new Promise(resolve => setTimeout(resolve))
    }
    queue.ready = () => Promise.resolve()
    const stopped = spooler.stop()
    await scheduler.waitAll()
    await stopped
    const sent = printers.flatMap(printer => printer.sent)
    expect(new Set(sent).size).toBe(sent.length)
    for (const row of queue.rows) expect(['printed', 'unknown']).toContain(row.state)
  }), { numRuns: 150 })
})
