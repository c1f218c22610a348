import { describe, expect, it, vi } from 'vitest'
import type { KioskShot, LiveFact } from '../../common/contract/live.ts'
import type { TicketTaken } from '../../common/contract/ticket.ts'
import { find, plain } from '../../display/kiosk/find.ts'
import { follow, paperlessShownMs, requestOf, start, ticketShownMs, type Confirming, type Input, type Step } from '../../display/kiosk/flow.ts'
import { followKiosk, snapshotFollowed } from '../../display/kiosk/live.ts'
import { countText, fieldNow, helpCounter } from '../../display/kiosk/model.ts'
import { isPaperInTrouble, paperText } from '../../display/kiosk/paper.ts'
import { catalogue } from './support/catalogue.ts'
import { office } from './support/office.ts'

let made = 0
const key = () => `key${++made}`
const go = (...inputs: Input[]) => inputs.reduce<Step>((step, input) => follow(step, input, key), start)
const field = (id: string) => catalogue.fields.find(field => field.id === id)!
const procedure = (id: string) => catalogue.procedures.find(procedure => procedure.id === id)!
const chosen: Input[] = [{ do: 'field', field: field('CT'), hasProcedures: true }, { do: 'procedure', field: field('CT'), procedure: procedure('CT01') }]
const taken = (state: 'queued' | 'printed' = 'queued') => ({ ticket: { number: '1001', field: 'CT', purpose: 'submit' }, print: { job: 'j', state } }) as unknown as TicketTaken

describe('the kiosk', () => {
  it('goes field, procedure, confirmation, and back the same way', () => {
    const confirm = go(...chosen)
    expect(confirm).toMatchObject({ at: 'confirm', procedure: { id: 'CT01' } })
    const back = follow(confirm, { do: 'back' }, key)
    expect(back).toMatchObject({ at: 'procedures', field: { id: 'CT' } })
    expect(follow(back, { do: 'back' }, key)).toEqual(start)
  })

  it('goes straight to confirmation where a field has no procedures', () => {
    expect(go({ do: 'field', field: field('CT'), hasProcedures: false })).toMatchObject({ at: 'confirm' })
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
    expect(requestOf(confirm, 'vi')).toEqual({ field: 'CT', procedure: 'CT01', purpose: 'submit', language: 'vi' })
    expect(requestOf({ ...confirm, priorityClass: 'elderly' }, 'en')).toMatchObject({ priority: true, priorityClass: 'elderly', language: 'en' })
  })

  it('shows a number that arrives after the person has gone elsewhere', () => {
    expect(follow(start, { do: 'taken', key: 'old', taken: taken(), now: 0 }, key)).toMatchObject({ at: 'ticket', taken: { ticket: { number: '1001' } } })
  })

  it('ignores the answer to another intent', () => {
    const confirm = go(...chosen)
    expect(follow(confirm, { do: 'refused', key: 'other', problem: {} as never }, key)).toBe(confirm)
  })

  it('stays longer once, when the paper fails', () => {
    const shown = follow(go(...chosen), { do: 'taken', key: 'k', taken: taken(), now: 0 }, key)
    expect(shown).toMatchObject({ closesAt: ticketShownMs })
    const longer = follow(shown, { do: 'remember' }, key)
    expect(longer).toMatchObject({ closesAt: paperlessShownMs })
    expect(follow(longer, { do: 'remember' }, key)).toBe(longer)
    expect(follow(longer, { do: 'print', job: 'j', state: 'printed' }, key)).toMatchObject({ print: 'printed', closesAt: paperlessShownMs })
  })

  it('comes back from help to where it was', () => {
    const confirm = go(...chosen)
    expect(follow(follow(confirm, { do: 'help' }, key), { do: 'back' }, key)).toBe(confirm)
  })

  it('names the counter of the field for questions', () => {
    expect(helpCounter(catalogue)).toBe(4)
  })

  it('claims paper only when it is confirmed', () => {
    expect(paperText('printing', 1000)).toBe('print.printing')
    expect(paperText('queued', 8000)).toBe('print.trouble')
    expect(paperText('unconfirmed', 0)).toBe('print.unconfirmed')
    expect(paperText('printed', 9000)).toBe('print.printed')
    expect(paperText(undefined, 0)).toBe('print.none')
  })

  it('does not let anybody wait for a printer that is known to be away', () => {
    for (const print of ['queued', 'printing', 'blocked'] as const) expect(paperText(print, 0, 'unreachable')).toBe('print.away')
    expect(paperText('printed', 0, 'unreachable')).toBe('print.printed')
    expect(isPaperInTrouble('queued', 0, 'unreachable')).toBe(true)
    expect(isPaperInTrouble('queued', 0, 'ready')).toBe(false)
    expect(isPaperInTrouble('queued', 8000, 'ready')).toBe(true)
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
  const shot: KioskShot = { epoch: 'e1', rev: 1, at: '2026-11-23T09:40:00+07:00', office, waiting: {}, printer: 'ready' }
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
