import { expect, it } from 'vitest'
import { ok } from '../../../server/domain/result.ts'
import type { NewPrintJob, PrintJobRow } from '../../../server/ports/print-jobs.ts'
import type { Store } from '../../../server/ports/store.ts'
import { monday9, mondayDate } from '../support/office.ts'
import { begin, end, id, issue, next, office, open } from '../support/turns.ts'
import type { OpenStore } from './opened.ts'

const aJob = (change: Partial<NewPrintJob> = {}): NewPrintJob => ({
  id: id('job'), printer: 'kiosk', number: '', serviceDate: mondayDate, slip: { lines: ['Thử máy in'] }, at: monday9, by: 'staff:p9', ...change
})

async function queued<Jobs extends readonly NewPrintJob[]> (store: Store, ...jobs: Jobs): Promise<{ [Place in keyof Jobs]: PrintJobRow }> {
  await store.turn(office, () => ok({ facts: [], alongside: jobs.map(job => ({ kind: 'print-job' as const, job })), answer: () => null }))
  return jobs.map(job => ({ ...job, state: 'queued' as const, tries: 0 })) as unknown as { [Place in keyof Jobs]: PrintJobRow }
}

const printing = { state: 'printing', tries: 1 } as const
const ids = (rows: readonly PrintJobRow[]) => rows.map(row => row.id)

export function printJobsContract (openStore: OpenStore): void {
  it('keeps a slip of a ticket and a slip of none, before anything is printed', async () => {
    const { store, reopen } = await openStore()
    const taken = await issue(store)
    const ticket = taken.ok && taken.value.answer.ticket || ''
    const [slip, checklist] = await queued(store, aJob({ ticket, number: '1001' }), aJob())
    const later = await reopen()
    expect(await later.printJobs.find(office, slip.id)).toStrictEqual(slip)
    expect(await later.printJobs.find(office, checklist.id)).toStrictEqual(checklist)
    expect(await later.printJobs.find(office, 'job_none')).toBeUndefined()
  })

  it('refuses a slip of a ticket that is not there, or without its number', async () => {
    const { store } = await openStore()
    const taken = await issue(store)
    await expect(queued(store, aJob({ ticket: 'tk_none', number: '1001' }))).rejects.toThrow()
    await expect(queued(store, aJob({ ticket: taken.ok && taken.value.answer.ticket || '' }))).rejects.toThrow()
    expect(await store.printJobs.countUnbegun(office, 'kiosk')).toBe(0)
  })

  it('hands out jobs in the order they were asked for, queued or blocked, and counts them', async () => {
    const { store } = await openStore()
    const [first, second, third] = await queued(store, aJob(), aJob(), aJob())
    const { printJobs } = store
    expect(await printJobs.nextUnbegun(office, 'kiosk')).toStrictEqual(first)
    await printJobs.mark(office, second, 'queued', { state: 'blocked', tries: 1, error: 'paper-out' })
    expect((await printJobs.nextUnbegun(office, 'kiosk'))?.id).toBe(first.id)
    await printJobs.mark(office, first, 'queued', printing)
    expect(await printJobs.nextUnbegun(office, 'kiosk')).toStrictEqual({ ...second, state: 'blocked', tries: 1, error: 'paper-out' })
    expect(await printJobs.countUnbegun(office, 'kiosk')).toBe(2)
    expect(ids(await printJobs.inState(office, 'kiosk', 'queued'))).toEqual([third.id])
    expect(await Promise.all([printJobs.nextUnbegun(office, 'desk'), printJobs.nextUnbegun('elsewhere', 'kiosk'), printJobs.countUnbegun(office, 'desk')])).toEqual([undefined, undefined, 0])
  })

  it('lists the slips of a day, newest first, those of one state, and no more than asked for', async () => {
    const { store } = await openStore()
    const [first, second, third] = await queued(store, aJob(), aJob(), aJob({ printer: 'desk' }), aJob({ serviceDate: '2026-11-24' }))
    const { printJobs } = store
    await printJobs.mark(office, second, 'queued', printing)
    expect(await printJobs.ofDay(office, mondayDate, { limit: 100 })).toStrictEqual([third, { ...second, ...printing }, first])
    expect(ids(await printJobs.ofDay(office, mondayDate, { limit: 2 }))).toEqual([third.id, second.id])
    expect(ids(await printJobs.ofDay(office, mondayDate, { state: 'queued', limit: 100 }))).toEqual([third.id, first.id])
    expect(await printJobs.ofDay('elsewhere', mondayDate, { limit: 100 })).toEqual([])
  })

  it('lists the slips in doubt: the newest of an open ticket, which may never have come out', async () => {
    const { store } = await openStore()
    const { printJobs } = store
    const lose = (job: PrintJobRow) => printJobs.mark(office, job, 'queued', { state: 'unknown', tries: 1, error: 'lost' })
    const doubts = async () => ids(await printJobs.inDoubt(office, mondayDate, 100))
    const [one, two] = [await issue(store), await issue(store)].map(taken => taken.ok && taken.value.answer.ticket || '')
    const [lost, failed, checklist, fine] = await queued(store, aJob({ ticket: one, number: '1001' }), aJob({ ticket: two, number: '1002' }), aJob(), aJob({ ticket: two, number: '1002', serviceDate: '2026-11-24' }))
    await Promise.all([lose(lost), lose(checklist), lose(fine), printJobs.mark(office, failed, 'queued', { state: 'failed', tries: 1 })])
    expect(await doubts()).toEqual([failed.id, lost.id])
    expect(ids(await printJobs.inDoubt(office, mondayDate, 1))).toEqual([failed.id])
    expect(await printJobs.inDoubt('elsewhere', mondayDate, 100)).toEqual([])
    const [reprint] = await queued(store, aJob({ ticket: one, number: '1001', printer: 'desk' }))
    expect(await doubts()).toEqual([failed.id])
    await lose(reprint)
    expect(await doubts()).toEqual([reprint.id, failed.id])
    await printJobs.mark(office, reprint, 'unknown', { state: 'printed', tries: 1, confirmedBy: 'process-id' })
    expect(await doubts()).toEqual([failed.id])
  })

  it('has no doubts about the slip of a ticket that is closed', async () => {
    const { store } = await openStore()
    const taken = await issue(store)
    const ticket = taken.ok && taken.value.answer.ticket || ''
    const [job] = await queued(store, aJob({ ticket, number: '1001' }))
    await store.printJobs.mark(office, job, 'queued', { state: 'unknown', tries: 1 })
    await open(store, 1)
    await next(store, 1)
    expect(ids(await store.printJobs.inDoubt(office, mondayDate, 100))).toEqual([job.id])
    await begin(store, 1)
    await end(store, 1)
    expect(await store.printJobs.inDoubt(office, mondayDate, 100)).toEqual([])
  })

  it('stores a change only from the state and the printer it was decided for', async () => {
    const { store } = await openStore()
    const [job] = await queued(store, aJob())
    const { printJobs } = store
    expect(await printJobs.mark(office, { id: job.id, printer: 'desk' }, 'queued', printing)).toBe(false)
    expect(await printJobs.mark(office, job, 'blocked', printing)).toBe(false)
    expect(await printJobs.mark('elsewhere', job, 'queued', printing)).toBe(false)
    expect(await printJobs.find(office, job.id)).toStrictEqual(job)
    expect(await printJobs.mark(office, job, 'queued', { ...printing, error: 'unreachable' })).toBe(true)
    expect(await printJobs.mark(office, job, 'queued', printing)).toBe(false)
    expect(await printJobs.mark(office, job, 'printing', { state: 'printed', tries: 1, confirmedBy: 'process-id' })).toBe(true)
    expect(await printJobs.find(office, job.id)).toStrictEqual({ ...job, state: 'printed', tries: 1, confirmedBy: 'process-id' })
  })

  it('gives the oldest job that has not begun to another printer, where it keeps its place', async () => {
    const { store } = await openStore()
    const [begun, blocked, waiting, own] = await queued(store, aJob(), aJob(), aJob(), aJob({ printer: 'desk' }))
    const { printJobs } = store
    await printJobs.mark(office, begun, 'queued', printing)
    await printJobs.mark(office, blocked, 'queued', { state: 'blocked', tries: 3, error: 'cover-open' })
    expect(await printJobs.handOver(office, 'kiosk', 'desk')).toStrictEqual({ ...blocked, printer: 'desk', tries: 3 })
    expect(ids(await printJobs.inState(office, 'desk', 'queued'))).toEqual([blocked.id, own.id])
    expect((await printJobs.handOver(office, 'kiosk', 'desk'))?.id).toBe(waiting.id)
    expect(await printJobs.handOver(office, 'kiosk', 'desk')).toBeUndefined()
    expect(ids(await printJobs.inState(office, 'kiosk', 'printing'))).toEqual([begun.id])
    expect(await printJobs.mark(office, blocked, 'blocked', { state: 'queued', tries: 3 })).toBe(false)
  })

  it('lets only one of two printers have a job that both want', async () => {
    const { store } = await openStore()
    const jobs = await queued(store, ...Array.from({ length: 40 }, () => aJob()))
    const own = (job: PrintJobRow) => store.printJobs.mark(office, job, 'queued', printing)
    const relief = () => store.printJobs.handOver(office, 'kiosk', 'desk')
    const [begun, taken] = await Promise.all([Promise.all(jobs.map(own)), Promise.all(jobs.map(relief))])
    const atDesk = await store.printJobs.inState(office, 'desk', 'queued')
    expect(ids(atDesk)).toEqual(jobs.filter((_, place) => !begun[place]).map(({ id }) => id))
    expect(taken.flatMap(row => row ? [row.id] : [])).toEqual(ids(atDesk))
  })

  it('keeps nothing of a change that the disk refused', async () => {
    const { store, fill } = await openStore()
    const [job] = await queued(store, aJob({ slip: 'x' }))
    await fill(true)
    await expect(store.printJobs.mark(office, job, 'queued', { ...printing, error: 'x'.repeat(100_000) })).rejects.toThrow()
    await fill(false)
    expect(await store.printJobs.find(office, job.id)).toStrictEqual(job)
  })
}
