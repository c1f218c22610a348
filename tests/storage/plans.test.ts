import { afterEach, expect, it } from 'vitest'
import { hotStatements } from '../../server/storage/sqlite/hot-rows.ts'
import { ask } from './contract/rating.ts'
import { mondayDate, monday9 } from './support/office.ts'
import { openSqlite, type OpenedSqlite } from './support/sqlite.ts'
import { again, comeBack, end, gone, inState, issue, next, office, open, send, takeBack } from './support/turns.ts'

let opened: OpenedSqlite | undefined
afterEach(async () => { await opened?.done() })

/** Tables that grow with history; the rest is as large as the office. */
const growing = ['fact', 'ticket', 'leg', 'ticket_token', 'kept_answer', 'print_job', 'job', 'later', 'rating', 'rating_outcome', 'rating_question', 'rating_settled', 'settled', 'booking', 'spent_token', 'session', 'forecast', 'k', 'q', 's', 'old', 'kept']

/**
 * A scan, or a search by nothing but the office; the index of open tickets holds only those. Tables that the statement
 * does not name are looked at for references, and only while some reference is broken.
 */
function isWalk (detail: string, sql: string): boolean {
  const [, how, table = ''] = /^(SCAN|SEARCH) (\w+)/.exec(detail) ?? []
  if (!growing.includes(table) || !new RegExp(`\\b${table}\\b`).test(sql)) return false
  return how === 'SCAN' || detail.endsWith('(office_id=?)') && !detail.includes('ticket_open')
}

/** Asks the store everything it can be asked. */
async function askEverything ({ store, reopen }: OpenedSqlite): Promise<void> {
  await Promise.all([issue(store, { once: { principal: 'k', key: 'key-1234', fingerprint: 'f', at: monday9 } }), open(store, 1), next(store, 1), again(store, 1), end(store, 1)])
  const { token, ticket } = await ask(store)
  await store.ratings.answer(office, token, { level: 5, comment: 'Tốt' }, monday9)
  await takeBack(store, 1)
  await send(store, 1, { field: 'HT' })
  await takeBack(store, 1)
  await Promise.all([gone(store, 1), comeBack(store, inState('missed'))])
  const once = { principal: 'k', key: 'key-5678', fingerprint: 'f', at: monday9 }
  await store.bookings.book(office, { token: 'a-token-of-a-booking', field: 'CT', at: monday9, serviceDate: mondayDate, language: 'vi', madeAt: monday9 }, { perSlot: 2, newCode: () => 'AAAAAA' }, once)
  const it = await reopen()
  await it.day(office)
  await Promise.all([
    it.ticket(office, ticket), it.ticketByToken(office, token), it.tokenOf(office, ticket), it.factsAfter(office, 3, 10),
    it.ticketsOn(office, mondayDate, {}), it.servedOn(office, mondayDate), it.servedOn(office, mondayDate, 1), it.ticketsOn(office, mondayDate, { state: 'done', field: 'CT' }), it.epoch(office), it.published(office),
    it.history.legs(office, mondayDate, mondayDate), it.history.forecasts(office, mondayDate, mondayDate), it.history.apologies(office, mondayDate, mondayDate), it.calls(office, mondayDate, mondayDate, { after: 0, limit: 10 }), it.callsUndone(office, mondayDate, mondayDate), it.bookings.slotsTaken(office, 'CT', mondayDate), it.bookings.byToken(office, 'b'), it.bookings.byCode(office, 'AAAAAA'),
    it.bookings.cancel(office, 'a-token-of-a-booking'), it.bookings.lapse(office, mondayDate), it.ratings.isSettled(office, ticket), it.ratings.question(office, token), it.ratings.questionOf(office, ticket), it.ratings.questionAt(office, 1, 0), it.ratings.lapse(office, monday9),
    it.ratings.on(office, mondayDate), it.ratings.outcomes(office, mondayDate), it.printJobs.find(office, 'j'), it.printJobs.nextUnbegun(office, 'p'), it.printJobs.countUnbegun(office, 'p'),
    it.printJobs.inState(office, 'p', 'printing'), it.printJobs.ofDay(office, mondayDate, { limit: 100 }), it.printJobs.ofDay(office, mondayDate, { state: 'printed', limit: 100 }), it.printJobs.inDoubt(office, mondayDate, 100), it.printJobs.mark(office, { id: 'j', printer: 'p' }, 'printing', { state: 'printed', tries: 1 }), it.printJobs.handOver(office, 'p', 'q'), it.directory.session('t', monday9),
    it.directory.closeSession('s'), it.directory.openSessions(office, monday9), it.directory.setPassword(office, 'quay1', 'h'), it.directory.person(office, 'quay1'), it.directory.device('t'), it.directory.key('t')
  ])
}

it('walks through no table that grows with history', async () => {
  opened = await openSqlite()
  await askEverything(opened)
  const { reading, writing } = opened.newest()
  const asked = [...reading.statements(), ...writing.statements(), ...hotStatements].filter(sql => /^(select|insert|update|delete|with)/i.test(sql))
  expect(asked.length).toBeGreaterThan(40)
  const walks: string[] = []
  for (const sql of new Set(asked)) {
    const plan = await writing.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    walks.push(...plan.filter(({ detail }) => isWalk(detail, sql)).map(({ detail }) => `${detail}: ${sql}`))
  }
  expect(walks).toEqual([])
})

it('loads a day through the index of open tickets', async () => {
  opened = await openSqlite()
  await opened.store.day(office)
  const { writing } = opened.connections
  const load = writing.statements().find(sql => sql.includes('"ticket"."state" in')) ?? ''
  const plan = await writing.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${load}`, [office])
  expect(plan.map(({ detail }) => detail).join('\n')).toContain('ticket_open')
})

it('finds slips in doubt through the index that holds no others', async () => {
  opened = await openSqlite()
  const again = await opened.reopen()
  await again.printJobs.inDoubt(office, mondayDate, 100)
  const { reading, writing } = opened.newest()
  const doubts = reading.statements().find(sql => sql.includes('AS later')) ?? ''
  const plan = (await writing.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${doubts}`, [office, mondayDate, 100])).map(({ detail }) => detail).join('\n')
  expect(plan).toMatch(/SEARCH job USING INDEX print_job_doubt/)
  expect(plan).toMatch(/SEARCH later USING (COVERING )?INDEX print_job_day \(office_id=\? AND service_date=\? AND ticket_id=\? AND rowid>\?\)/)
})
