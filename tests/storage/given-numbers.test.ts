import { afterEach, expect, it } from 'vitest'
import { ok } from '../../server/domain/result.ts'
import { givenNumbers } from '../../server/storage/sqlite/given-numbers.ts'
import { monday9, mondayDate } from './support/office.ts'
import { openSqlite, type OpenedSqlite } from './support/sqlite.ts'
import { issue, office } from './support/turns.ts'

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
