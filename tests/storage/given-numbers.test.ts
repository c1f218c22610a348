import { afterEach, expect, it } from 'vitest'
import { ok } from '../../server/domain/result.ts'
import { givenNumbers, knowsLess, passOver, testified } from '../../server/storage/sqlite/given-numbers.ts'
import { monday9, mondayDate } from './support/office.ts'
import { openSqlite, type OpenedSqlite } from './support/sqlite.ts'
import { id, issue, office, writePaper } from './support/turns.ts'

let opened: OpenedSqlite | undefined
afterEach(async () => { await opened?.done() })

it('takes no number from a slip that belongs to no ticket', async () => {
  opened = await openSqlite()
  const { store, connections } = opened
  await issue(store)
  const job = { id: 'job_1', printer: 'desk', number: '1900', serviceDate: mondayDate, slip: {}, at: monday9, by: 'staff:p9' }
  await store.turn(office, () => ok({ facts: [], alongside: [{ kind: 'print-job', job }], answer: () => null }))
  expect(await givenNumbers(connections.reading, mondayDate)).toEqual([{ office, date: mondayDate, digit: 1, last: 1 }])
})

const testimony = (last: number) => ({ offices: { [office]: { date: mondayDate, last: { 1: last } } }, complete: true })

it('takes no paper for what the kiosk has given out, wherever it is read', async () => {
  opened = await openSqlite()
  const { store, connections } = opened
  await issue(store)
  await issue(store)
  await writePaper(store)
  const [paper] = (await store.day(office)).tickets.list.filter(ticket => ticket.paper)
  const job = { id: id('job'), printer: 'desk', ticket: paper?.id ?? '', number: '1901', serviceDate: mondayDate, slip: {}, at: monday9, by: 'staff:p9' }
  await store.turn(office, () => ok({ facts: [], alongside: [{ kind: 'print-job', job }], answer: () => null }))
  expect(await givenNumbers(connections.reading, mondayDate)).toEqual([{ office, date: mondayDate, digit: 1, last: 2 }])
})

it('still notices that the kiosk\'s last numbers are missing where higher ones are there on paper', async () => {
  opened = await openSqlite()
  const { store, connections } = opened
  await issue(store)
  await writePaper(store)
  expect(await Promise.all([1, 2].map(last => knowsLess(connections.reading, testimony(last))))).toEqual([false, true])
  expect(await passOver(connections.writing, testified(testimony(4)), monday9)).toEqual([{ office, date: mondayDate, digit: 1, first: 2, last: 4 }])
  const next = await issue(await opened.reopen())
  expect(next.ok && next.value.answer.number).toBe('1005')
  expect(await opened.findings()).toEqual([])
})

it('goes on behind the paper where what is passed over ends in its stretch, and the check of the database understands', async () => {
  opened = await openSqlite()
  const { store, connections } = opened
  await issue(store)
  await passOver(connections.writing, testified(testimony(920)), monday9)
  const reopened = await opened.reopen()
  await writePaper(reopened)
  const next = await issue(reopened)
  expect(next.ok && next.value.answer.number).toBe('1950')
  expect(await opened.findings()).toEqual([])
})
