import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { draftOf, endsBeforeItBegins, freeStretch, keepDraft, mark, nextFree, noDraft, numbersOf, requestOf, timeTyped, usedOf, wrongEnd, type PaperDraft } from '../../counter/desk/paper-draft.ts'
import { paperNumbers } from './support/desk.ts'

const zone = 'Asia/Ho_Chi_Minh'
const draft = (change: Partial<PaperDraft> = {}): PaperDraft => ({ ...noDraft, field: 'HT', from: '2901', to: '2904', since: '8:05', ...change })

describe('numbers handed out on paper', () => {
  it('are all from the first to the last, once both are whole numbers of one field', () => {
    expect(numbersOf(draft())).toEqual(['2901', '2902', '2903', '2904'])
    for (const wrong of [{ to: '29' }, { to: '2900' }, { to: '1904' }, { to: '29010' }, { from: '' }]) expect(numbersOf(draft(wrong))).toEqual([])
  })

  it('wait unless touched, and are as before when touched again', () => {
    const marked = mark(mark(mark(draft(), '2901', 'served'), '2902', 'absent'), '2903', 'priority')
    expect(requestOf(marked, paperNumbers(), zone)?.outcomes).toEqual([{ number: '2901', state: 'served' }, { number: '2902', state: 'absent' }, { number: '2903', state: 'waiting', priority: true }])
    expect(mark(mark(marked, '2901', 'served'), '2903', 'priority').said).toEqual({ 2902: { state: 'absent' } })
    expect(mark(marked, '2901', 'absent').said[2901]).toEqual({ state: 'absent' })
  })

  it('are asked for in the time of the wall, whatever this computer thinks; without an end until now', () => {
    expect(requestOf(draft(), paperNumbers(), zone)).toEqual({ field: 'HT', from: '2901', to: '2904', since: '2026-11-23T01:05:00.000Z' })
    expect(requestOf(draft({ until: '9h40' }), paperNumbers(), zone)?.until).toBe('2026-11-23T02:40:00.000Z')
  })

  it('are not asked for while a time is missing or none', () => {
    for (const wrong of [{ since: '' }, { since: '25:00' }, { until: 'x' }, { field: '' }]) expect(requestOf(draft(wrong), paperNumbers(), zone)).toBeUndefined()
  })

  it('do not end before they begin, and what is still being typed is not found fault with', () => {
    expect([{ to: '2900' }, { to: '3904' }, { to: '29040' }, { to: '290' }, { to: '' }, { to: '2901' }].map(change => wrongEnd(draft(change)))).toEqual(['before', 'other', 'other', undefined, undefined, undefined])
    expect(['8:04', '8:05', '', 'x'].map(until => endsBeforeItBegins(draft({ until })))).toEqual([true, false, false, false])
    expect(requestOf(draft({ until: '8:04' }), paperNumbers(), zone)).toBeUndefined()
  })

  it('leave out what was marked and then fell out of the stretch', () => {
    const marked = mark(draft(), '2904', 'served')
    expect(requestOf(marked, paperNumbers(), zone)).toHaveProperty('outcomes')
    expect(requestOf({ ...marked, to: '2903' }, paperNumbers(), zone)).not.toHaveProperty('outcomes')
  })

  it('begin with the first that is not written down', () => {
    expect([nextFree(paperNumbers()), nextFree(paperNumbers(['2901', '2902', '2904']))]).toEqual(['2901', '2903'])
  })
})

describe('numbers about to be printed', () => {
  const known = paperNumbers(['2901', '2902', '2905'])

  it('are known to be used today', () => {
    expect([usedOf({ from: '2902', to: '2906' }, known), usedOf({ from: '2906', to: '2910' }, known)]).toEqual([['2902', '2905'], []])
  })

  it('are proposed where so many are free in a row, else the longest row there is', () => {
    expect([1, 2, 3, 49].map(count => freeStretch(known, count))).toEqual([{ from: '2903', to: '2903' }, { from: '2903', to: '2904' }, { from: '2906', to: '2908' }, { from: '2906', to: '2949' }])
    expect(freeStretch({ ...known, from: '2901', to: '2902' }, 1)).toBeUndefined()
  })
})

it.each([['9:05', '09:05'], ['0905', '09:05'], ['905', '09:05'], ['9h05', '09:05'], ['9 giờ 05', '09:05'], ['13.30', '13:30'], ['8', '08:00'], ['8h', '08:00'], ['24:00', undefined], ['9:60', undefined], ['', undefined], ['sáng', undefined]])('reads %s as %s', (typed, time) => {
  expect(timeTyped(typed)).toBe(time)
})

describe('a draft', () => {
  const kept = new Map<string, string>()
  beforeEach(() => {
    kept.clear()
    vi.stubGlobal('localStorage', { getItem: (name: string) => kept.get(name) ?? null, setItem: (name: string, value: string) => { kept.set(name, value) } })
  })
  afterEach(() => { vi.unstubAllGlobals() })

  it('is kept for its day and no longer', () => {
    keepDraft(draft(), '2026-11-23')
    expect([draftOf('2026-11-23'), draftOf('2026-11-24')]).toEqual([draft(), undefined])
  })

  it('that something else has written is none', () => {
    for (const wrong of ['{', '1', '{"date":"2026-11-23"}', '{"date":"2026-11-23","draft":{"said":null}}', '{"date":"2026-11-23","draft":{"said":{},"field":1}}']) {
      kept.set('moiso.desk.paper', wrong)
      expect(draftOf('2026-11-23')).toBeUndefined()
    }
  })
})
