import { afterEach, expect, it } from 'vitest'
import { monday9 } from './support/office.ts'
import { openSqlite, type OpenedSqlite } from './support/sqlite.ts'
import { away, begin, comeBack, end, inState, issue, next, open, send, takeBack } from './support/turns.ts'

const minute = 60_000
let opened: OpenedSqlite
afterEach(() => opened.done())

async function aCall (wish: Parameters<typeof issue>[1] = {}) {
  opened = await openSqlite()
  await Promise.all([issue(opened.store, wish), open(opened.store, 1), open(opened.store, 2), next(opened.store, 1)])
  return opened.store
}

const legs = (columns: string) => opened.connections.reading.all(`SELECT ${columns} FROM leg ORDER BY leg`)

it('ends the leg that a transfer leaves and begins the next, each with who is credited', async () => {
  const store = await aCall({ field: 'CT', procedure: 'ct-sao', more: [{ field: 'HT', procedure: 'ht-tu' }] })
  await end(store, 1, 'accepted')
  await next(store, 2)
  expect(await legs('leg, field_id, procedure_id, counter, officer_id, outcome, waiting_since, ended_at')).toEqual([
    { leg: 1, field_id: 'CT', procedure_id: 'ct-sao', counter: 1, officer_id: 'p1', outcome: 'accepted', waiting_since: monday9, ended_at: monday9 },
    { leg: 2, field_id: 'HT', procedure_id: 'ht-tu', counter: 2, officer_id: 'p2', outcome: null, waiting_since: monday9, ended_at: null }
  ])
})

it.each([['end', end], ['send on', (store: Parameters<typeof end>[0]) => send(store, 1, { field: 'HT' })]] as const)('leaves nothing of a leg, an outcome or a credit that was taken back (%s)', async (_name, deed) => {
  const store = await aCall()
  const before = await legs('*')
  await deed(store, 1, 'accepted')
  await takeBack(store, 1)
  expect(await legs('*')).toEqual(before)
  await takeBack(store, 1)
  expect(await legs('leg, officer_id, outcome, called_at, counter')).toEqual([{ leg: 1, officer_id: null, outcome: null, called_at: null, counter: null }])
})

it('does not keep an outcome over an undo in the same group', async () => {
  const store = await aCall()
  await Promise.all([begin(store, 1), end(store, 1, 'accepted'), takeBack(store, 1), end(store, 1)])
  expect(await legs('leg, officer_id, outcome, ended_at')).toEqual([{ leg: 1, officer_id: 'p1', outcome: null, ended_at: monday9 }])
})

it('keeps since when somebody is back who was sent away, also when the call that followed is taken back', async () => {
  const store = await aCall()
  await away(store, 1)
  await comeBack(store, inState('held'), monday9 + 20 * minute)
  await next(store, 1)
  await takeBack(store, 1)
  expect(await legs('waiting_since, returned_at, ended_at')).toEqual([{ waiting_since: monday9, returned_at: monday9 + 20 * minute, ended_at: null }])
})

it.each([
  ['UPDATE ticket SET state = \'held\'', 'CHECK'],
  ['UPDATE ticket SET hold = \'{"reason":"x","until":1,"counter":1}\'', 'CHECK'],
  ['UPDATE ticket SET state = \'held\', hold = \'{"reason":"x","until":"soon","counter":1}\'', 'CHECK'],
  ['UPDATE ticket SET bound = \'{"counters":[1],"since":1}\'', 'CHECK'],
  ['UPDATE ticket SET more = \'[]\'', 'CHECK'],
  ['UPDATE ticket SET back = 9', 'FOREIGN KEY'],
  ['UPDATE ticket SET place_rev = 0', 'CHECK'],
  ['UPDATE ticket SET moved_rev = 99', 'FOREIGN KEY'],
  ['UPDATE counter SET undoable = \'[]\'', 'CHECK'],
  ['UPDATE field_version SET notice = \'{"from":"15:00"}\'', 'CHECK'],
  ['UPDATE field_version SET quota = 0', 'CHECK'],
  ['UPDATE office SET rules = \'{"policy":{"kind":"ratio"}}\'', 'CHECK'],
  ['UPDATE booking SET state = \'checked-in\'', 'CHECK']
])('refuses %s', async (statement, by) => {
  const store = await aCall()
  const booking = { token: 'a-token-of-a-booking', field: 'CT', at: monday9, serviceDate: '2026-11-23', language: 'vi', madeAt: monday9 }
  await store.bookings.book('mau-son-ha', booking, { perSlot: 1, newCode: () => 'AAAAAA' })
  await expect(opened.tamper(statement)).rejects.toThrow(`${by} constraint failed`)
})
