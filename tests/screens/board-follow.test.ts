import { describe, expect, it } from 'vitest'
import type { BoardShot, LiveFact } from '../../common/contract/live.ts'
import { isBeingCalled, sheets, turn, waitingFields } from '../../display/board/arrange.ts'
import { followBoard } from '../../display/board/follow.ts'
import { ago, now } from './gallery/states.ts'
import { aCall, aCounter, fields, office } from './support/office.ts'

const aShot = (change: Partial<BoardShot> = {}): BoardShot => ({
  epoch: 'e', rev: 10, at: ago(0), office, fields, counters: [aCounter(1), aCounter(2)], calls: [], missed: [], waiting: {}, notices: [], ...change
})
type Said = LiveFact extends infer Fact ? Fact extends LiveFact ? Omit<Fact, 'epoch' | 'rev' | 'prev' | 'at'> : never : never
const told = (shot: BoardShot, said: Said) => followBoard.fact(shot, { epoch: 'e', rev: 11, prev: 10, at: ago(0), ...said } as LiveFact)
const { ticket, call } = aCall('2014', 2)

describe('the board follows', () => {
  it('puts a call first and takes its number from the missed', () => {
    const shot = told(aShot({ calls: [aCall('1001', 1)], missed: [ticket] }), { type: 'ticket:called', ticket, counter: 2, call })
    expect(shot?.calls.map(({ ticket }) => ticket.number)).toEqual(['2014', '1001'])
    expect(shot?.missed).toEqual([])
    expect(shot?.counters[1]?.ticket).toMatchObject({ number: '2014', state: 'called' })
  })

  it('shows a recalled number once, first again', () => {
    const shot = told(aShot({ calls: [aCall('1001', 1), aCall('2014', 2)] }), { type: 'ticket:recalled', ticket, counter: 2, call: { ...call, repeat: 1 } })
    expect(shot?.calls.map(({ ticket, call }) => [ticket.number, call.repeat])).toEqual([['2014', 1], ['1001', 0]])
  })

  it('keeps one number per counter', () => {
    const shot = told(aShot({ calls: [aCall('1001', 2)] }), { type: 'ticket:called', ticket, counter: 2, call })
    expect(shot?.calls).toHaveLength(1)
  })

  it('marks a started number as being served', () => {
    expect(told(aShot({ calls: [aCall('2014', 2)] }), { type: 'ticket:started', ticket, counter: 2 })?.calls[0]?.state).toBe('serving')
  })

  it.each(['ticket:finished', 'ticket:missed'] as const)('frees the counter when %s', type => {
    const shot = told(aShot({ calls: [aCall('2014', 2)], counters: [aCounter(2, { ticket: { ...ticket, state: 'called' } })] }), { type, ticket, counter: 2 })
    expect(shot?.calls).toEqual([])
    expect(shot?.counters[0]?.ticket).toBeUndefined()
    expect(shot?.missed).toEqual(type === 'ticket:missed' ? [ticket] : [])
  })

  it('forgets an expired number everywhere', () => {
    expect(told(aShot({ missed: [ticket] }), { type: 'ticket:expired', ticket, from: 'missed' })?.missed).toEqual([])
  })

  it('lets an officer go with their counter', () => {
    const shot = told(aShot(), { type: 'counter:changed', counter: 1, state: 'closed' })
    expect(shot?.counters[0]).toMatchObject({ number: 1, state: 'closed' })
    expect(shot?.counters[0]?.officer).toBeUndefined()
  })

  it('asks for a snapshot when only a snapshot can tell', () => {
    expect(told(aShot(), { type: 'setting:changed', settings: ['office'] })).toBeUndefined()
    expect(told(aShot(), { type: 'counter:changed', counter: 9, state: 'open' })).toBeUndefined()
  })

  it('takes the numbers waiting from the signal', () => {
    expect(followBoard.signal?.(aShot(), { type: 'waiting:changed', waiting: { CT: 3 } })?.waiting).toEqual({ CT: 3 })
  })
})

describe('the board arranges', () => {
  it('keeps a call yellow while it is called, and 20 s when already served', () => {
    expect(isBeingCalled(aCall('1001', 1, { seconds: 600 }), now)).toBe(true)
    expect(isBeingCalled(aCall('1001', 1, { state: 'serving', seconds: 19 }), now)).toBe(true)
    expect(isBeingCalled(aCall('1001', 1, { state: 'serving', seconds: 21 }), now)).toBe(false)
  })

  it('shows every row in turn', () => {
    const rows = Array.from({ length: 11 }, (_, index) => index)
    const seen = [0, 8, 16].flatMap(seconds => turn(rows, 8, new Date(seconds * 1000)).items)
    expect(new Set(seen)).toEqual(new Set(rows))
  })

  it('lists the fields somebody waits for, by digit', () => {
    expect(waitingFields(fields, { TQ: 2, CT: 1, HT: 0 }).map(({ field }) => field.digit)).toEqual([1, 8])
  })

  it('cuts a long notice into sheets without losing a line', () => {
    const lines = Array.from({ length: 12 }, (_, index) => `Dòng ${index}`)
    const cut = sheets([{ id: 'n', kind: 'papers', title: 'T', lines }], 5)
    expect(cut).toHaveLength(3)
    expect(cut.flatMap(({ lines }) => lines)).toEqual(lines)
  })
})
