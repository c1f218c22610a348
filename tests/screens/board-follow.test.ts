import { describe, expect, it } from 'vitest'
import type { BoardShot, LiveFact, MissedShown } from '../../common/contract/live.ts'
import { halves, isBeingCalled, isExplained, sheets, shortened, tenthsOf, turn, waitingFields } from '../../display/board/arrange.ts'
import { correcting, correctionsNow, isOvertaken, withCorrection, type Correction } from '../../display/board/correction.ts'
import { followBoard } from '../../display/board/follow.ts'
import { breakNow, isLunch } from '../../display/board/pause.ts'
import { ago, now } from './gallery/states.ts'
import { aCall, aCounter, fields, forecasts, office } from './support/office.ts'

const aShot = (change: Partial<BoardShot> = {}): BoardShot => ({
  epoch: 'e', rev: 10, at: ago(0), office, fields, counters: [aCounter(1), aCounter(2)], calls: [], missed: [], waiting: {}, notices: [], ...change
})
type Said = LiveFact extends infer Fact ? Fact extends LiveFact ? Omit<Fact, 'epoch' | 'rev' | 'prev' | 'at'> : never : never
const told = (shot: BoardShot, said: Said) => followBoard.fact(shot, { epoch: 'e', rev: 11, prev: 10, at: ago(0), ...said } as LiveFact)
const { ticket, call } = aCall('2014', 2)
const missed: MissedShown = { ...ticket, counter: 2, at: ago(0) }

describe('the board follows', () => {
  it('puts a call first and takes its number from the missed', () => {
    const shot = told(aShot({ calls: [aCall('1001', 1)], missed: [missed] }), { type: 'ticket:called', ticket, counter: 2, call })
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

  it.each<Said>([
    { type: 'ticket:finished', ticket, counter: 2 }, { type: 'ticket:missed', ticket, counter: 2 }, { type: 'ticket:held', ticket, counter: 2, until: ago(-3600) },
    { type: 'ticket:transferred', ticket, counter: 2, deed: 'transfer', to: { field: 'DD' } }, { type: 'ticket:cancelled', ticket, from: 'called', counter: 2 }
  ])('frees the counter when $type', said => {
    const shot = told(aShot({ calls: [aCall('2014', 2)], counters: [aCounter(2, { ticket: { ...ticket, state: 'called' } })] }), said)
    expect(shot?.calls).toEqual([])
    expect(shot?.counters[0]?.ticket).toBeUndefined()
    expect(shot?.missed).toEqual(said.type === 'ticket:missed' ? [missed] : [])
  })

  it('counts paper that was called in vain during an outage among the missed, at no counter, and says nothing of what was served', () => {
    expect(told(aShot(), { type: 'ticket:settled', ticket, as: 'absent' })?.missed).toEqual([{ ...missed, counter: 0 }])
    expect(told(aShot(), { type: 'ticket:settled', ticket, as: 'served' })).toEqual(aShot())
  })

  it('puts the newest missed number first, each once', () => {
    const before = aShot({ missed: [{ ...aCall('1001', 1).ticket, counter: 1, at: ago(60) }, { ...missed, counter: 1, at: ago(600) }] })
    expect(told(before, { type: 'ticket:missed', ticket, counter: 2 })?.missed.map(({ number, counter }) => [number, counter])).toEqual([['2014', 2], ['1001', 1]])
  })

  it.each(['ticket:expired', 'ticket:returned', 'ticket:cancelled'] as const)('shows no number as missed after %s', type => {
    expect(told(aShot({ missed: [missed] }), { type, ticket, from: 'missed' })?.missed).toEqual([])
  })

  it('lets an officer go with their counter', () => {
    const shot = told(aShot(), { type: 'counter:changed', counter: 1, state: 'closed' })
    expect(shot?.counters[0]).toMatchObject({ number: 1, state: 'closed' })
    expect(shot?.counters[0]?.officer).toBeUndefined()
  })

  it('asks for a snapshot when only a snapshot can tell', () => {
    expect(told(aShot(), { type: 'setting:changed', settings: ['office'] })).toBeUndefined()
    expect(told(aShot(), { type: 'counter:changed', counter: 9, state: 'open' })).toBeUndefined()
    expect(told(aShot(), { type: 'ticket:undone', ticket, counter: 2, deed: 'finish', to: 'serving' })).toBeUndefined()
  })

  it('takes the break from the signal, and its end', () => {
    const shown = { until: ago(-3600), carried: 12 }
    const shot = followBoard.signal?.(aShot(), { type: 'break:changed', break: shown })
    expect(shot?.break).toEqual(shown)
    expect(followBoard.signal?.(shot ?? aShot(), { type: 'break:changed' })?.break).toBeUndefined()
  })

  it('takes what is expected from the signal, and keeps it where a signal says nothing of the hall', () => {
    const known = aShot({ forecasts })
    expect(followBoard.signal?.(aShot(), { type: 'forecast:changed', forecasts })?.forecasts).toBe(forecasts)
    expect(followBoard.signal?.(known, { type: 'forecast:changed', mine: null })?.forecasts).toBe(forecasts)
  })

  it.each<Said>([{ type: 'ticket:called', ticket, counter: 2, call }, { type: 'ticket:cancelled', ticket, from: 'waiting' }, { type: 'ticket:expired', ticket, from: 'waiting' }])('says sorry no more to whom $type, before the office says so', said => {
    const broken = [{ ...ticket, since: ago(2400) }, { ...aCall('1001', 1).ticket, since: ago(2000) }]
    const shot = followBoard.signal?.(aShot(), { type: 'promise:changed', promise: { minutes: 30, broken } })
    expect(shot?.promise?.broken.map(({ number }) => number)).toEqual(['2014', '1001'])
    expect(told(shot!, said)?.promise?.broken.map(({ number }) => number)).toEqual(['1001'])
  })

  it('takes the numbers waiting from the signal', () => {
    expect(followBoard.signal?.(aShot(), { type: 'waiting:changed', waiting: { CT: 3 } })?.waiting).toEqual({ CT: 3 })
  })
})

describe('a call that was taken back', () => {
  const noted = (...said: Said[]) => {
    let known: readonly Correction[] = []
    const { fact } = correcting(followBoard, by => { known = by(known) })
    for (const one of said) fact(aShot(), { epoch: 'e', rev: 11, prev: 10, at: ago(0), ...one } as LiveFact)
    return known
  }
  const correction = { number: '2014', at: ago(5) }

  it.each(['next', 'call'] as const)('by %s is corrected', deed => {
    expect(noted({ type: 'ticket:undone', ticket, counter: 2, deed, to: 'waiting' })).toEqual([{ number: '2014', at: ago(0) }])
  })

  it.each(['start', 'finish', 'miss', 'hold', 'transfer'] as const)('is not what taking back %s is', deed => {
    expect(noted({ type: 'ticket:undone', ticket, counter: 2, deed, to: 'called' })).toEqual([])
  })

  it('is shown for 20 s from the deed, whenever this board heard of it', () => {
    const shown = (at: string) => correctionsNow([{ number: '2014', at }], aShot(), now)
    expect([shown(ago(0)).length, shown(ago(19)).length, shown(ago(20)).length]).toEqual([1, 1, 0])
  })

  it('is no longer wrong once the number is called again, also when it has left the counter by then', () => {
    const undone: Said = { type: 'ticket:undone', ticket, counter: 2, deed: 'next', to: 'waiting' }
    expect(noted(undone, { type: 'ticket:called', ticket, counter: 2, call })).toEqual([])
    expect(noted(undone, { type: 'ticket:cancelled', ticket, from: 'waiting' })).toEqual([])
    expect(noted(undone, { type: 'ticket:called', ticket: aCall('1001', 1).ticket, counter: 1, call: aCall('1001', 1).call })).toHaveLength(1)
    expect(correctionsNow([correction], aShot({ calls: [aCall('2014', 3)] }), now)).toEqual([])
  })

  it('leaves the spotlight to a call that came later', () => {
    expect(isOvertaken([correction], aShot({ calls: [aCall('1001', 1, { seconds: 60 })] }))).toBe(false)
    expect(isOvertaken([correction], aShot({ calls: [aCall('1001', 1, { seconds: 2 })] }))).toBe(true)
  })

  it('stands once however often it happens', () => {
    expect(withCorrection(withCorrection([correction], { number: '1001', at: ago(3) }), { number: '2014', at: ago(1) }).map(({ number }) => number)).toEqual(['2014', '1001'])
  })
})

describe('the break', () => {
  it('is over at its end, whoever says so', () => {
    expect(breakNow({ until: ago(-1), carried: 0 }, now)).toBeDefined()
    expect(breakNow({ until: ago(0), carried: 0 }, now)).toBeUndefined()
  })

  it('is called lunch at lunchtime only', () => {
    const at = (until: string) => isLunch({ until: `2026-11-23T${until}:00+07:00`, carried: 0 }, office.timeZone)
    expect(['10:00', '12:00', '13:30', '15:00'].map(at)).toEqual([false, true, true, false])
  })
})

describe('the board arranges', () => {
  it('says why of a number that went before others, and of nobody that they have priority', () => {
    const codes = ['order', 'priority', 'returned', 'appointment', 'helper', 'chosen'] as const
    expect(codes.filter(code => isExplained({ why: { code, text: { vi: '', en: '' } } }))).toEqual(['returned', 'appointment', 'helper', 'chosen'])
  })

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
    expect(waitingFields({ fields, waiting: { TQ: 2, CT: 1, HT: 0 } }).map(({ field }) => field.digit)).toEqual([1, 8])
  })

  it('tells of each field what an ordinary number may expect', () => {
    const [first, second] = waitingFields({ fields, waiting: { CT: 1, HD: 2 }, forecasts })
    expect(first?.prospect).toBe(forecasts[0]?.ordinary)
    expect(second?.prospect).toEqual({ forecast: null, hardlyToday: false })
    expect(waitingFields({ fields, waiting: { CT: 1 } })[0]?.prospect).toBeUndefined()
  })

  it.each([[1, ['1'], 0], [3, ['1', '2', '3'], 0], [4, ['1', '2'], 2], [12, ['1', '2'], 10]] as const)('of %i numbers names %j and counts %i', (count, named, others) => {
    expect(shortened(Array.from({ length: count }, (_, place) => ({ number: String(place + 1) })))).toEqual({ named, others })
  })

  it.each([[1, 10], [0.999, 9], [0.95, 9], [0.79, 8], [0.04, 0]])('calls %f no more than %i in ten', (covered, tenths) => {
    expect(tenthsOf({ covered })).toBe(tenths)
  })

  it.each([['Trung tâm Phục vụ hành chính công xã Mẫu Sơn Hạ', ['Trung tâm Phục vụ hành', 'chính công xã Mẫu Sơn Hạ']], ['UBND', ['UBND']]])('cuts the name of the office in the middle: %s', (name, cut) => {
    expect(halves(name)).toEqual(cut)
  })

  it('cuts a long notice into sheets without losing a line', () => {
    const lines = Array.from({ length: 12 }, (_, index) => `Dòng ${index}`)
    const cut = sheets([{ id: 'n', kind: 'papers', title: 'T', lines }], 5)
    expect(cut).toHaveLength(3)
    expect(cut.flatMap(({ lines }) => lines)).toEqual(lines)
  })
})
