import { describe, expect, it, vi } from 'vitest'
import type { KioskShot } from '../../common/contract/live.ts'
import type { Problem } from '../../common/contract/problem.ts'
import type { TicketTaken } from '../../common/contract/ticket.ts'
import { follow } from '../../display/kiosk/flow.ts'
import { followKiosk } from '../../display/kiosk/live.ts'
import { isGivenBefore, meaningOf, paperlessShownMs } from '../../display/kiosk/shown.ts'
import { start, type Confirming, type Input, type Step } from '../../display/kiosk/steps.ts'
import { closedTold, shutTold } from '../../display/kiosk/told.ts'
import { isNearlyOut, isShut, mayAdd, requestOf, servicesOf } from '../../display/kiosk/wish.ts'
import { now } from './gallery/states.ts'
import { catalogue } from './support/catalogue.ts'
import { office } from './support/office.ts'

let made = 0
const key = () => `key${++made}`
const from = (step: Step, ...inputs: Input[]) => inputs.reduce<Step>((step, input) => follow(step, input, key), step)
const go = (...inputs: Input[]) => from(start, ...inputs)
const field = (id: string, change: object = {}) => ({ ...catalogue.fields.find(field => field.id === id)!, ...change })
const choose = (id: string): Input => {
  const procedure = catalogue.procedures.find(procedure => procedure.id === id)!
  return { do: 'procedure', field: field(procedure.field), procedure }
}
const proceduresOf = (step: Step) => servicesOf(step as Confirming).map(({ procedure }) => procedure?.id)
const problem = (code: Problem['code']) => ({ code, detail: '' }) as Problem

describe('how many dossiers', () => {
  it('is asked where the field says so, and nowhere else', () => {
    expect(go(choose('CT01'))).toMatchObject({ at: 'dossiers', count: 1 })
    expect(go(choose('HT01'))).toMatchObject({ at: 'confirm' })
  })

  it('goes to the office with the wish, and can be changed', () => {
    const thirty = go(choose('CT01'), { do: 'count', count: 30 }, { do: 'counted' }) as Confirming
    expect(requestOf(thirty, 'vi')).toMatchObject({ field: 'CT', procedure: 'CT01', dossiers: 30 })
    const refused = from(thirty, { do: 'send' }, { do: 'refused', key: thirty.key, problem: problem('TOO_MANY_DOSSIERS') }, { do: 'dossiers' })
    expect(refused).toMatchObject({ at: 'dossiers', count: 30 })
    const fewer = from(refused, { do: 'count', count: 20 }, { do: 'counted' }) as Confirming
    expect([fewer.dossiers, fewer.problem, fewer.key === thirty.key]).toEqual([20, undefined, false])
  })

  it('is never less than one', () => {
    expect(go(choose('CT01'), { do: 'count', count: 0 })).toMatchObject({ count: 1 })
  })

  it('leads back to where one came from', () => {
    expect(go(choose('CT01'), { do: 'back' })).toBe(start)
    const confirm = go(choose('CT01'), { do: 'counted' })
    expect(from(confirm, { do: 'dossiers' }, { do: 'back' })).toBe(confirm)
  })
})

describe('several services on one number', () => {
  const two = () => go(choose('HT01'), { do: 'more' }, { do: 'field', field: field('BT'), hasProcedures: true }, choose('BT01'))

  it('are chosen like the first, and go to the office in order', () => {
    expect(requestOf(two() as Confirming, 'vi')).toEqual({ field: 'HT', procedure: 'HT01', purpose: 'submit', language: 'vi', more: [{ field: 'BT', procedure: 'BT01' }] })
  })

  it('are found by name as well', () => {
    expect(proceduresOf(go(choose('HT01'), { do: 'more' }, { do: 'search' }, choose('BT01')))).toEqual(['HT01', 'BT01'])
  })

  it('ask for the dossiers as soon as one of them wants to know, and only once', () => {
    const asked = from(two(), { do: 'more' }, choose('CT01'))
    expect(asked).toMatchObject({ at: 'dossiers' })
    const counted = from(asked, { do: 'count', count: 4 }, { do: 'counted' })
    expect(from(counted, { do: 'more' }, choose('CT02'))).toMatchObject({ at: 'confirm', dossiers: 4 })
  })

  it('can be taken off again, the first one too; with the last that asked goes the count', () => {
    const three = from(two(), { do: 'more' }, choose('CT01'), { do: 'counted' })
    expect(proceduresOf(from(three, { do: 'drop', place: 0 }))).toEqual(['BT01', 'CT01'])
    expect(from(three, { do: 'drop', place: 2 })).not.toHaveProperty('dossiers')
    expect(from(go(choose('HT01')), { do: 'drop', place: 0 })).toMatchObject({ procedure: { id: 'HT01' } })
  })

  it('are five at most, each once, and a changed wish is a new intent', () => {
    const five = from(two(), ...['HT02', 'HT03', 'HT04', 'HT05'].flatMap((id): Input[] => [{ do: 'more' }, choose(id)])) as Confirming
    expect([servicesOf(five).length, mayAdd(five)]).toEqual([5, false])
    const twice = from(two(), { do: 'more' }, choose('BT01'))
    expect(proceduresOf(twice)).toEqual(['HT01', 'BT01'])
    const one = go(choose('HT01')) as Confirming
    expect((from(one, { do: 'more' }, choose('BT01')) as Confirming).key).not.toBe(one.key)
  })

  it('back leads to the wish as it was; the start forgets it', () => {
    const one = go(choose('HT01'))
    expect(from(one, { do: 'more' }, { do: 'back' })).toBe(one)
    expect(from(one, { do: 'more' }, { do: 'field', field: field('BT'), hasProcedures: true }, { do: 'back' }, { do: 'back' })).toBe(one)
    expect(from(one, { do: 'more' }, { do: 'home' })).toBe(start)
  })
})

describe('a field that gives out no number', () => {
  it('is closed, or has none left; a few left are worth saying', () => {
    const about = (change: object) => [isShut(field('HT', change)), isNearlyOut(field('HT', change))]
    expect([{}, { open: false }, { quotaLeft: 0 }, { quotaLeft: 3 }, { quotaLeft: 40 }].map(about)).toEqual([[false, false], [true, false], [true, false], [false, true], [false, false]])
  })

  it('says so when touched, and leads back to the choice', () => {
    const shut = go({ do: 'field', field: field('HT', { quotaLeft: 0 }), hasProcedures: true })
    expect(shut).toMatchObject({ at: 'shut', field: { id: 'HT' } })
    expect(from(shut, { do: 'back' })).toBe(start)
    expect(go({ do: 'search' }, { do: 'procedure', field: field('HT', { open: false }) })).toMatchObject({ at: 'shut' })
  })

  it('always names something to do next', () => {
    const told = (change: object) => shutTold(field('HT', change), catalogue, now)
    expect(told({ quotaLeft: 0, bookable: true }).actions?.map(({ touched }) => touched.do)).toEqual(['back', 'booking'])
    expect(told({ quotaLeft: 0, bookable: false }).actions).toHaveLength(1)
    expect(told({ open: false, opensAt: '2026-11-23T13:15:00+07:00' }).lines[0]).toContain('13:15')
    expect(told({ open: false, opensAt: null }).lines[0]).toContain('cán bộ hướng dẫn')
    expect(closedTold({ ...catalogue, office: { ...catalogue.office, opensAt: '2026-11-24T07:00:00+07:00' } }, now).lines[0]).toContain('24/11/2026')
  })
})

describe('a break', () => {
  const shot: KioskShot = { epoch: 'e1', rev: 1, at: '2026-11-23T11:30:00+07:00', office, waiting: {}, printer: 'ready', printers: [] }
  const lunch = { until: '2026-11-23T13:30:00+07:00', carried: 4 }

  it('begins and ends with its signal, and has the catalogue asked for once', () => {
    const changed = vi.fn()
    const { signal } = followKiosk(changed)
    const paused = signal!(shot, { type: 'break:changed', break: lunch })!
    expect(paused.break).toEqual(lunch)
    expect(signal!(paused, { type: 'break:changed', break: { ...lunch } })).toBe(paused)
    expect(changed).toHaveBeenCalledTimes(1)
    expect(signal!(paused, { type: 'break:changed' })).toEqual(shot)
  })
})

describe('the number of a booked time', () => {
  const at = Date.parse('2026-11-23T09:00:00+07:00')
  const taken = (appointment?: string) => ({ ticket: { number: '1008', field: 'CT', issuedAt: '2026-11-23T08:59:58+07:00', ...appointment !== undefined && { appointment } }, print: { job: 'j', state: 'queued' } }) as TicketTaken

  it('says what the time means for it', () => {
    expect(['2026-11-23T09:15:00+07:00', '2026-11-23T08:55:00+07:00', undefined].map(time => meaningOf(taken(time), at))).toEqual(['early', 'inTime', 'late'])
  })

  it('may have been given out before: then no slip is promised, and there is time to read', () => {
    expect([isGivenBefore(taken(), at), isGivenBefore(taken(), at + 60_000)]).toEqual([false, true])
    const again = go({ do: 'booking' }, { do: 'taken', taken: taken(), now: at, booked: true, again: {} })
    expect(again).toMatchObject({ at: 'ticket', booked: true, closesAt: at + paperlessShownMs })
    expect(again).not.toHaveProperty('print')
  })
})
