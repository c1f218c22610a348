import { expect, it } from 'vitest'
import type { Fact } from '../../../server/domain/fact.ts'
import { ok, type Result } from '../../../server/domain/result.ts'
import { finish } from '../../../server/domain/serving.ts'
import { takeTicket } from '../../../server/domain/ticketing.ts'
import type { NewPrintJob } from '../../../server/ports/print-jobs.ts'
import type { Alongside, Store } from '../../../server/ports/store.ts'
import { anOffice, monday9, mondayDate } from '../support/office.ts'
import { atCounter, begin, decided, end, gone, id, issue, kiosk, next, office, open, takeBack, withToken } from '../support/turns.ts'
import type { OpenStore } from './opened.ts'

async function ticketOf (store: Store): Promise<string> {
  const taken = await issue(store)
  return taken.ok ? taken.value.answer.ticket ?? '' : ''
}

const beside = (store: Store, ...alongside: readonly Alongside[]) =>
  store.turn(office, () => ok({ facts: [], alongside, answer: () => null }))

const aJob = (ticket: string, change: Partial<NewPrintJob> = {}): NewPrintJob => ({
  id: id('job'), printer: 'kiosk', ticket, number: '1001', serviceDate: mondayDate, slip: { lines: ['Số 1001', 'đ'] }, at: monday9, by: 'kiosk:k1', ...change
})

export function rowsContract (openStore: OpenStore): void {
  it('gives back the office that was put in', async () => {
    const { store } = await openStore()
    const seed = anOffice()
    const { office: settled, ...day } = await store.day(office)
    expect(settled).toMatchObject({ id: seed.id, name: seed.name, phone: seed.phone, hours: seed.hours, holidays: seed.holidays, rules: seed.rules, confirmed: false, alwaysOpen: true })
    expect([...settled.fields.values()]).toStrictEqual(seed.fields.map(field => ({ ...field, version: 1 })))
    expect([...settled.procedures.values()]).toStrictEqual(seed.procedures.map(procedure => ({ ...procedure, version: 1 })))
    expect([...settled.duties.values()]).toStrictEqual(seed.duties)
    expect(day).toMatchObject({ rev: 0, lastAt: 0, serviceDate: '', sequences: new Map(), tickets: { size: 0 } })
    expect([...day.counters.values()]).toStrictEqual([1, 2].map(number => ({ number, state: 'closed', since: 0, contested: 0 })))
    expect(await store.offices()).toEqual([office])
    const { priorityClasses, lowRatingReasons, notices } = await store.published(office)
    expect({ priorityClasses, lowRatingReasons, notices: notices.map(({ kind, title, lines }) => ({ kind, title, lines })) }).toStrictEqual({
      priorityClasses: seed.priorityClasses, lowRatingReasons: seed.lowRatingReasons, notices: seed.notices
    })
  })

  it('holds several offices apart', async () => {
    const { store } = await openStore()
    await store.seed(anOffice('hoa-binh'))
    const taken = await Promise.all([issue(store), issue(store, { office: 'hoa-binh' }), issue(store)])
    expect(taken.map(result => result.ok && result.value.answer.number)).toEqual(['1001', '1001', '1002'])
    expect([(await store.day(office)).rev, (await store.day('hoa-binh')).rev]).toEqual([2, 1])
    const epochs = await Promise.all([store.epoch(office), store.epoch('hoa-binh')])
    expect(new Set(epochs).size).toBe(2)
    await expect(store.seed(anOffice())).rejects.toThrow()
  })

  it('ends the trial when the office is confirmed, at once and for good', async () => {
    const { store, reopen } = await openStore()
    await store.turn(office, day => ok({
      facts: [{ type: 'setting:changed', at: monday9, by: 'staff:p9', settings: ['confirmed'] }], alongside: [{ kind: 'confirmed' }], answer: () => day.office.confirmed
    }))
    expect((await store.day(office)).office.confirmed).toBe(true)
    expect((await (await reopen()).day(office)).office.confirmed).toBe(true)
  })

  it('remembers who let a kiosk give out a number', async () => {
    const { store, reopen } = await openStore()
    const overruled = (facts: Result<readonly Fact[], unknown>) => ok(facts.ok ? facts.value.map(fact => fact.type === 'ticket:issued' ? { ...fact, ticket: { ...fact.ticket, overruledBy: 'staff:p1' } } : fact) : [])
    await store.turn(office, day => decided(overruled(takeTicket(day, { field: 'CT' }, id('tk'), kiosk, monday9)), withToken))
    await issue(store)
    expect((await (await reopen()).day(office)).tickets.list.map(({ number, overruledBy }) => [number, overruledBy])).toEqual([['1001', 'staff:p1'], ['1002', undefined]])
  })

  it('remembers what a counter was done with today: outcome, dossier and whoever is credited, newest first', async () => {
    const { store, reopen } = await openStore()
    await Promise.all([issue(store, { field: 'HT', procedure: 'ht-tu', more: [{ field: 'CT' }] }), issue(store), issue(store), open(store, 1), open(store, 2)])
    await next(store, 1)
    await atCounter(store, 1, (day, act) => finish(day, act, { outcome: 'received', dossierCode: 'H01-7' }), monday9 + 60_000)
    await next(store, 2)
    await begin(store, 2)
    await atCounter(store, 2, (day, act) => finish(day, act, { outcome: 'guided' }), monday9 + 120_000)
    await next(store, 1)
    const again = await reopen()
    expect(await again.servedOn(office, mondayDate)).toMatchObject([
      { number: '2001', counter: 2, field: 'HT', procedure: 'ht-tu', leg: 1, end: 'sent', officer: 'Trần Văn Bình', outcome: 'guided', startedAt: monday9 + 60_000, endedAt: monday9 + 120_000 },
      { number: '1001', counter: 1, field: 'CT', leg: 1, end: 'done', officer: 'Nguyễn Thị An', outcome: 'received', dossierCode: 'H01-7', endedAt: monday9 + 60_000 }
    ])
    expect((await again.servedOn(office, mondayDate, 1)).map(({ number }) => number)).toEqual(['1001'])
    expect(await again.servedOn(office, '2026-11-22')).toEqual([])
  })

  it('forgets outcome and dossier of a finish that was taken back, and refuses a code that is none', async () => {
    const { store } = await openStore()
    await Promise.all([issue(store), open(store, 1), next(store, 1)])
    const conclude = (dossierCode: string) => atCounter(store, 1, (day, act) => finish(day, act, { dossierCode }))
    await expect(conclude('hồ sơ 1')).rejects.toThrow()
    await conclude('H01-7')
    await takeBack(store, 1)
    expect(await store.servedOn(office, mondayDate)).toEqual([])
    await end(store, 1)
    expect((await store.servedOn(office, mondayDate))[0]).not.toHaveProperty('dossierCode')
  })

  it('finds tickets by id, by token, and by day, state and field', async () => {
    const { store } = await openStore()
    const ticket = await ticketOf(store)
    await Promise.all([issue(store, { field: 'HT', procedure: 'ht-tu' }), open(store, 1), next(store, 1), gone(store, 1)])
    const { token } = await store.tokenOf(office, ticket) ?? { token: '' }
    const found = await store.ticket(office, ticket)
    expect(found).toMatchObject({ number: '1001', state: 'missed', counter: 1, issuedBy: 'kiosk:k1' })
    expect(found).toStrictEqual((await store.day(office)).tickets.get(ticket))
    expect(await store.ticketByToken(office, token)).toStrictEqual(found)
    const numbers = async (filter: Parameters<Store['ticketsOn']>[2]) => (await store.ticketsOn(office, mondayDate, filter)).map(({ number }) => number)
    expect(await Promise.all([numbers({}), numbers({ state: 'waiting' }), numbers({ field: 'CT' }), numbers({ state: 'waiting', field: 'CT' })])).toEqual([['1001', '2001'], ['2001'], ['1001'], []])
    expect(await numbers({ movedAfter: found?.movedRev ?? 0 })).toEqual([])
    expect(await numbers({ movedAfter: (found?.movedRev ?? 0) - 1 })).toEqual(['1001'])
    expect(await Promise.all([store.ticket(office, 'tk_none'), store.ticketByToken('elsewhere', token), store.tokenOf(office, 'tk_none')])).toEqual([undefined, undefined, undefined])
  })

  it('keeps nothing of a turn where a row beside the facts is refused', async () => {
    const { store, findings } = await openStore()
    await expect(beside(store, { kind: 'print-job', job: aJob('tk_none') })).rejects.toThrow()
    await expect(beside(store, { kind: 'priority-class', date: mondayDate, class: 'no-such-class' })).rejects.toThrow()
    await Promise.all([beside(store, { kind: 'priority-class', date: mondayDate, class: 'elderly' }), beside(store, { kind: 'priority-class', date: mondayDate, class: 'elderly' })])
    expect(await findings()).toEqual([])
  })

  it('keeps texts as they were given, whatever is in them', async () => {
    const { store, reopen, findings } = await openStore()
    const ticket = await ticketOf(store)
    const slip = { text: '\u0000 \ud800 "\\ đ 😀 \u2028', nested: [null, 1.5, -0, 1e21, true, { '': [] }] }
    const job = aJob(ticket, { slip })
    await beside(store, { kind: 'print-job', job })
    await Promise.all([open(store, 1), next(store, 1), end(store, 1, '\u0000 \ud800 "\\')])
    const day = await store.day(office)
    const later = await reopen()
    expect((await later.printJobs.find(office, job.id))?.slip).toEqual(JSON.parse(JSON.stringify(slip)))
    expect(await later.day(office)).toStrictEqual(day)
    expect((await later.factsAfter(office, 0, 10)).at(-1)?.payload).toMatchObject({ outcome: '\u0000 \ud800 "\\' })
    expect(await findings()).toEqual([])
  })
}
