import { describe, expect, it, vi } from 'vitest'
import type { KioskShot, LiveFact } from '../../common/contract/live.ts'
import type { PrinterShown } from '../../common/contract/printer.ts'
import type { TicketTaken } from '../../common/contract/ticket.ts'
import { plain } from '../../common/ui/plain.ts'
import { findProcedures as find } from '../../common/ui/find-procedures.ts'
import { awaitedJob, follow, mayAskList } from '../../display/kiosk/flow.ts'
import { followKiosk, snapshotFollowed } from '../../display/kiosk/live.ts'
import { countText, fieldNow, helpCounter } from '../../display/kiosk/model.ts'
import { isPaperComing, isPaperInTrouble, listText, ownPrinter, paperText, printerText, waitedMs, withChanged, type PaperKnown } from '../../display/kiosk/paper.ts'
import { paperlessShownMs, takeSlipMs, ticketShownMs } from '../../display/kiosk/shown.ts'
import { start, type Confirming, type Input, type Step } from '../../display/kiosk/steps.ts'
import { requestOf } from '../../display/kiosk/wish.ts'
import { withPrinter } from '../../common/ui/printers.ts'
import { catalogue } from './support/catalogue.ts'
import { office } from './support/office.ts'

let made = 0
const key = () => `key${++made}`
const go = (...inputs: Input[]) => inputs.reduce<Step>((step, input) => follow(step, input, key), start)
const field = (id: string) => catalogue.fields.find(field => field.id === id)!
const procedure = (id: string) => catalogue.procedures.find(procedure => procedure.id === id)!
const chosen: Input[] = [{ do: 'field', field: field('HT'), hasProcedures: true }, { do: 'procedure', field: field('HT'), procedure: procedure('HT02') }]
const taken = (state: 'queued' | 'printed' = 'queued') => ({ ticket: { number: '1001', field: 'CT', purpose: 'submit' }, print: { job: 'j', state } }) as unknown as TicketTaken

describe('the kiosk', () => {
  it('goes field, procedure, confirmation, and back the same way', () => {
    const confirm = go(...chosen)
    expect(confirm).toMatchObject({ at: 'confirm', procedure: { id: 'HT02' } })
    const back = follow(confirm, { do: 'back' }, key)
    expect(back).toMatchObject({ at: 'procedures', field: { id: 'HT' } })
    expect(follow(back, { do: 'back' }, key)).toEqual(start)
  })

  it('goes straight to confirmation where a field has no procedures', () => {
    expect(go({ do: 'field', field: field('HT'), hasProcedures: false })).toMatchObject({ at: 'confirm' })
  })

  it('keeps one key for one intent, and takes a new one for a changed wish', () => {
    const first = go(...chosen) as Confirming
    const again = follow(follow(first, { do: 'send' }, key), { do: 'refused', key: first.key, problem: { code: 'NO_CONNECTION' } as never }, key) as Confirming
    expect(again).toMatchObject({ key: first.key, sending: false, problem: { code: 'NO_CONNECTION' } })
    const changed = follow(again, { do: 'priority', priorityClass: 'elderly' }, key) as Confirming
    expect(changed.key).not.toBe(first.key)
    expect(changed.problem).toBeUndefined()
  })

  it('changes nothing while sending', () => {
    const sending = go(...chosen, { do: 'send' })
    expect(follow(sending, { do: 'priority', priorityClass: 'elderly' }, key)).toBe(sending)
    expect(follow(sending, { do: 'back' }, key)).toBe(sending)
  })

  it('asks for priority only when a class was chosen', () => {
    const confirm = go(...chosen) as Confirming
    expect(requestOf(confirm, 'vi')).toEqual({ field: 'HT', procedure: 'HT02', purpose: 'submit', language: 'vi' })
    expect(requestOf({ ...confirm, priorityClass: 'elderly' }, 'en')).toMatchObject({ priority: true, priorityClass: 'elderly', language: 'en' })
  })

  it('shows a number that arrives after the person has gone elsewhere', () => {
    expect(follow(start, { do: 'taken', taken: taken(), now: 0 }, key)).toMatchObject({ at: 'ticket', taken: { ticket: { number: '1001' } } })
  })

  it('ignores the answer to another intent', () => {
    const confirm = go(...chosen)
    expect(follow(confirm, { do: 'refused', key: 'other', problem: {} as never }, key)).toBe(confirm)
  })

  it('stays longer once, when the paper fails', () => {
    const shown = follow(go(...chosen), { do: 'taken', taken: taken(), now: 0 }, key)
    expect(shown).toMatchObject({ closesAt: ticketShownMs })
    const longer = follow(shown, { do: 'remember' }, key)
    expect(longer).toMatchObject({ closesAt: paperlessShownMs })
    expect(follow(longer, { do: 'remember' }, key)).toBe(longer)
    expect(follow(longer, { do: 'print', now: 20_000, job: { job: 'j', state: 'printed', printer: 'kiosk' } }, key)).toMatchObject({ print: 'printed', closesAt: 20_000 + takeSlipMs })
  })

  it('comes back from help to where it was', () => {
    const confirm = go(...chosen)
    expect(follow(follow(confirm, { do: 'help' }, key), { do: 'back' }, key)).toBe(confirm)
  })

  it('names the counter of the field for questions', () => {
    expect(helpCounter(catalogue)).toBe(4)
  })

  it('prints the papers once, and again only when the list did not come', () => {
    const confirm = go(...chosen, { do: 'checklist', now: 5 }) as Confirming
    const asked = confirm.checklist?.key ?? ''
    expect(mayAskList(confirm)).toBe(false)
    expect(follow(confirm, { do: 'checklist', now: 9 }, key)).toBe(confirm)
    const queued = follow(confirm, { do: 'checklistAsked', key: asked, job: 'l' }, key)
    expect(awaitedJob(queued)).toBe('l')
    expect(awaitedJob(follow(queued, { do: 'help' }, key))).toBe('l')
    const printed = follow(queued, { do: 'print', now: 7, job: { job: 'l', state: 'printed', printer: 'desk' } }, key) as Confirming
    expect([printed.checklist, awaitedJob(printed)]).toEqual([{ key: asked, askedAt: 5, job: 'l', print: 'printed', at: 'desk' }, undefined])
    const refused = follow(confirm, { do: 'checklistAsked', key: asked }, key) as Confirming
    expect(mayAskList(refused)).toBe(true)
    expect(follow(confirm, { do: 'checklistAsked', key: 'other', job: 'l' }, key)).toBe(confirm)
  })
})

describe('what is said of the paper', () => {
  const printer = (state: PrinterShown['state'], reliefBy?: string): PrinterShown => ({ printer: 'kiosk', state, ...reliefBy !== undefined && { reliefBy } })
  const shotWith = (state: PrinterShown['state']): KioskShot => ({ epoch: 'e1', rev: 1, at: '2026-11-23T09:40:00+07:00', office, waiting: {}, printer: state, printers: [printer(state)] })

  it.each<[string, PaperKnown, string]>([
    ['on its way', { print: 'printing', ageMs: 1000 }, 'print.printing'],
    ['nearly empty paper is no reason to worry anybody', { print: 'queued', ageMs: 1000, printer: printer('paper-low') }, 'print.printing'],
    ['too slow to wait for', { print: 'queued', ageMs: 8000, printer: printer('ready') }, 'print.slow'],
    ['confirmed', { print: 'printed', ageMs: 9000, printer: printer('paper-out') }, 'print.printed'],
    ['not confirmed', { print: 'unconfirmed', ageMs: 0 }, 'print.unconfirmed'],
    ['nobody knows', { print: 'unknown', ageMs: 0 }, 'print.trouble'],
    ['nobody asked for any', { ageMs: 0 }, 'print.none'],
    ['out of paper', { print: 'blocked', ageMs: 0, printer: printer('paper-out') }, 'print.paper-out'],
    ['out of paper in the middle of the slip', { print: 'printing', ageMs: 0, printer: printer('paper-out', 'desk') }, 'print.paper-out'],
    ['cover open', { print: 'queued', ageMs: 0, printer: printer('cover-open') }, 'print.cover-open'],
    ['jammed', { print: 'queued', ageMs: 0, printer: printer('fault') }, 'print.fault'],
    ['away', { print: 'queued', ageMs: 0, printer: printer('unreachable') }, 'print.unreachable'],
    ['about to be taken over', { print: 'queued', ageMs: 0, printer: printer('paper-out', 'desk') }, 'print.desk'],
    ['taken over', { print: 'printing', at: 'desk', ageMs: 20_000, printer: printer('paper-out', 'desk') }, 'print.desk'],
    ['printed at the desk', { print: 'printed', at: 'desk', ageMs: 0 }, 'print.desk.printed']
  ])('%s', (_what, known, said) => {
    expect(paperText(known)).toBe(said)
  })

  it('keeps the screen for whoever has to remember or to walk, and warns only the first', () => {
    const told = (known: PaperKnown) => [isPaperComing(known), isPaperInTrouble(known)]
    expect(told({ print: 'queued', ageMs: 0, printer: printer('ready') })).toEqual([true, false])
    expect(told({ print: 'queued', ageMs: 0, printer: printer('paper-out') })).toEqual([false, true])
    expect(told({ print: 'printing', at: 'desk', ageMs: 0 })).toEqual([false, false])
  })

  it('is not called slow for the time in which its printer could not print', () => {
    const shot = shotWith('paper-out')
    const mended = ownPrinter(withChanged(shot, printer('ready'), 60_000).printers)
    const said = (now: number) => paperText({ print: 'blocked', ageMs: waitedMs(10_000, now, mended), printer: mended })
    expect([said(60_500), said(66_000), said(68_000)]).toEqual(['print.printing', 'print.printing', 'print.slow'])
    expect(waitedMs(65_000, 68_000, mended)).toBe(3000)
    expect(waitedMs(10_000, 60_500, printer('ready'))).toBe(50_500)
  })

  it('knows since when its printer prints again while that goes on, however often it is told', () => {
    const told = (shot: KioskShot, state: PrinterShown['state'], now: number) => withChanged(shot, printer(state), now)
    const mended = told(shotWith('fault'), 'ready', 1000)
    expect(ownPrinter(told(told(mended, 'paper-low', 2000), 'ready', 3000).printers)?.mendedAt).toBe(1000)
    expect(ownPrinter(told(mended, 'paper-out', 2000).printers)?.mendedAt).toBeUndefined()
    expect(ownPrinter(told(shotWith('ready'), 'paper-low', 1000).printers)?.mendedAt).toBeUndefined()
  })

  it('says before a number is taken that no slip will come, and where it will', () => {
    expect([undefined, printer('ready'), printer('paper-low'), printer('paper-out'), printer('paper-out', 'desk')].map(printerText))
      .toEqual([undefined, undefined, undefined, 'printer.paper-out', 'printer.desk'])
  })

  it('says the same of the list of papers', () => {
    expect(listText({ print: 'printed', ageMs: 0 })).toBe('checklist.printed')
    expect(listText({ print: 'queued', ageMs: 0, printer: printer('paper-out') })).toBe('checklist.trouble')
    expect(listText({ print: 'queued', at: 'desk', ageMs: 0 })).toBe('checklist.desk')
  })

  it('takes each printer as it is told of it, the kiosk\'s in one word', () => {
    const desk: PrinterShown = { printer: 'desk', state: 'paper-out' }
    const both = withPrinter({ printer: 'ready' as const, printers: [printer('ready')] }, desk)
    expect(both).toEqual({ printer: 'ready', printers: [printer('ready'), desk] })
    expect(withPrinter(both, printer('fault'))).toEqual({ printer: 'fault', printers: [printer('fault'), desk] })
  })
})

describe('a field without an open counter', () => {
  it('promises nobody that there is no waiting', () => {
    const texts = (served: boolean) => [0, 1, 7].map(count => countText(count, { ...field('HT'), served }))
    expect(texts(true)).toEqual(['0', '1', 'n'])
    expect(texts(false)).toEqual(['unserved', '1', 'n'])
  })

  it('is looked up as it is now, not as it was when it was touched', () => {
    const closed = { ...field('HT'), served: false }
    expect(fieldNow(closed, catalogue).served).toBe(true)
    expect(fieldNow(closed, undefined)).toBe(closed)
  })
})

describe('when the kiosk asks for its catalogue again', () => {
  const shot: KioskShot = { epoch: 'e1', rev: 1, at: '2026-11-23T09:40:00+07:00', office, waiting: {}, printer: 'ready', printers: [{ printer: 'kiosk', state: 'ready' }] }
  const live = (change: Partial<KioskShot> = {}) => snapshotFollowed({ status: 'live', shot: { ...shot, ...change } })

  it.each([['setting:changed', 1], ['counter:changed', 1], ['ticket:issued', 0]])('%s', (type, times) => {
    const changed = vi.fn()
    expect(followKiosk(changed).fact(shot, { type } as LiveFact)).toBe(shot)
    expect(changed).toHaveBeenCalledTimes(times)
  })

  it('the line is back, or a snapshot took the place of facts', () => {
    expect(snapshotFollowed({ status: 'stale', shot })).toBeUndefined()
    expect(live({ at: '2026-11-23T09:41:00+07:00' })).not.toBe(live())
    expect(live({ waiting: { HT: 1 }, printer: 'unreachable' })).toBe(live())
  })
})

describe('search at the kiosk', () => {
  const labels = (query: string) => find(catalogue.procedures, query).map(({ kioskLabel }) => kioskLabel.vi)

  it('needs no accents, and takes those that come', () => {
    expect(plain('  Đăng ký KHAI sinh – số 2 ')).toBe('dang ky khai sinh so 2')
    expect(labels('KHAI SINH')[0]).toBe('Khai sinh')
    expect(labels('khai sinh')).toEqual(labels('KHAI SINH'))
    expect(labels('ket hon'.normalize('NFD'))).toContain('Kết hôn')
  })

  it('finds by the beginnings of words in any order', () => {
    expect(labels('sinh kh')).toContain('Khai sinh')
    expect(labels('hai')).not.toContain('Khai sinh')
  })

  it('finds nothing for nothing', () => {
    expect(labels('  ')).toEqual([])
  })
})
