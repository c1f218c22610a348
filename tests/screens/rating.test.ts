import { describe, expect, it } from 'vitest'
import type { AskedRating, LiveFact, RatingShot } from '../../common/contract/live.ts'
import { atRest, step, type Flow, type FlowEvent } from '../../display/rating/flow.ts'
import { followRating } from '../../display/rating/follow.ts'
import { eventOfKey } from '../../display/rating/keys.ts'
import { aCounter, office } from './support/office.ts'

const start = 1_000_000
const asked = (token = 'first'): AskedRating => ({ token, counter: 2, officer: { name: 'A', title: 'B' }, solemn: false, until: '2026-11-23T12:00:00+07:00', screenSeconds: 30 })

/** Plays events at their seconds, and keeps all that was sent. */
function play (...events: readonly (readonly [number, FlowEvent])[]) {
  let flow: Flow = atRest
  const sent: unknown[] = []
  for (const [second, event] of events) {
    const stepped = step(flow, event, start + second * 1000)
    flow = stepped.flow
    if (stepped.send) sent.push(stepped.send)
  }
  return { scene: flow.scene, step: flow.scene.step, sent }
}

describe('a question on the rating screen', () => {
  const question: readonly [number, FlowEvent] = [0, { type: 'asked', asked: asked() }]
  const level = (level: 1 | 2 | 3 | 4 | 5): FlowEvent => ({ type: 'level', level })

  it('goes back to rest without sending when nobody answers', () => {
    expect(play(question, [29, { type: 'tick' }]).step).toBe('question')
    expect(play(question, [30, { type: 'tick' }])).toMatchObject({ step: 'rest', sent: [] })
  })

  it('is not asked again from a snapshot that still carries it', () => {
    expect(play(question, [30, { type: 'tick' }], [31, question[1]]).step).toBe('rest')
  })

  it('sends a good level at once, and only once', () => {
    expect(play(question, [3, level(5)], [3, level(5)], [3, level(1)], [3, { type: 'skip' }])).toMatchObject({ step: 'sending', sent: [{ token: 'first', level: 5 }] })
  })

  it('sends a skip with one tap', () => {
    expect(play(question, [3, { type: 'skip' }]).sent).toEqual([{ token: 'first', skipped: true }])
  })

  it('sends a low level with the reasons that stay chosen', () => {
    const reason = (reason: string): readonly [number, FlowEvent] => [6, { type: 'reason', reason }]
    expect(play(question, [3, level(2)], reason('Chờ lâu'), reason('Khác'), reason('Khác'), [8, { type: 'send' }]).sent)
      .toEqual([{ token: 'first', level: 2, reasons: ['Chờ lâu'] }])
  })

  it('sends a low level alone when the citizen walks away', () => {
    expect(play(question, [3, level(1)], [6, { type: 'reason', reason: 'Chờ lâu' }], [35, { type: 'tick' }]).sent).toEqual([])
    expect(play(question, [3, level(1)], [6, { type: 'reason', reason: 'Chờ lâu' }], [36, { type: 'tick' }]).sent).toEqual([{ token: 'first', level: 1 }])
  })

  it('keeps a low level although the office no longer lists the question', () => {
    expect(play(question, [29, level(2)], [31, { type: 'withdrawn' }], [32, { type: 'plain' }]).sent).toEqual([{ token: 'first', level: 2 }])
  })

  it('gives way to a later question, and the level already given is sent', () => {
    expect(play(question, [3, level(2)], [5, { type: 'asked', asked: asked('second') }])).toMatchObject({
      step: 'question', scene: { asked: { token: 'second' } }, sent: [{ token: 'first', level: 2 }]
    })
  })

  it('is withdrawn when it was answered on the phone', () => {
    expect(play(question, [3, { type: 'withdrawn' }]).step).toBe('rest')
  })

  it.each([[undefined, 'thanks'], ['TOKEN_USED', 'used'], ['TOKEN_EXPIRED', 'expired'], ['NO_CONNECTION', 'lost']])('ends in a sentence and rest (%s)', (code, said) => {
    const answered: FlowEvent = { type: 'answered', token: 'first', ...code !== undefined && { code } }
    expect(play(question, [3, level(4)], [4, answered]).scene).toMatchObject({ step: 'said', said })
    expect(play(question, [3, level(4)], [4, answered], [5, { type: 'withdrawn' }], [10, { type: 'tick' }]).step).toBe('rest')
  })

  it('does not let the answer to an old question disturb a new one', () => {
    expect(play(question, [3, level(4)], [4, { type: 'asked', asked: asked('second') }], [5, { type: 'answered', token: 'first' }])).toMatchObject({ step: 'question', scene: { asked: { token: 'second' } } })
  })
})

describe('keys of the rating screen', () => {
  const key = (code: string) => ({ code, repeat: false, ctrlKey: false, altKey: false, metaKey: false })
  const reasons = [{ vi: 'Chờ lâu', en: 'Long wait' }]

  it('answer, skip and choose reasons', () => {
    expect(eventOfKey(key('Digit4'), reasons, 'question')).toEqual({ type: 'level', level: 4 })
    expect(eventOfKey(key('Numpad1'), reasons, 'question')).toEqual({ type: 'level', level: 1 })
    expect(eventOfKey(key('Escape'), reasons, 'question')).toEqual({ type: 'skip' })
    expect(eventOfKey(key('Digit1'), reasons, 'reasons')).toEqual({ type: 'reason', reason: 'Chờ lâu' })
    expect(eventOfKey(key('Escape'), reasons, 'reasons')).toEqual({ type: 'plain' })
  })

  it('do nothing else', () => {
    for (const code of ['Digit6', 'Digit0', 'Enter', 'KeyA']) expect(eventOfKey(key(code), reasons, 'question')).toBeUndefined()
    expect(eventOfKey({ ...key('Digit4'), repeat: true }, reasons, 'question')).toBeUndefined()
    expect(eventOfKey(key('Digit4'), reasons, 'rest')).toBeUndefined()
  })
})

describe('how the rating screen follows its counter', () => {
  const shot: RatingShot = { epoch: 'e1', rev: 1, at: '2026-11-23T09:00:00+07:00', office, counter: aCounter(2), lowRatingReasons: [] }
  const changed = (counter: number) => ({ epoch: 'e1', rev: 2, prev: 1, at: '2026-11-23T09:01:00+07:00', type: 'counter:changed', counter, state: 'paused', reason: 'Họp' } as const satisfies LiveFact)

  it('takes up and puts down a question', () => {
    const withQuestion = followRating.signal?.(shot, { type: 'rating:asked', ...asked() })
    expect(withQuestion?.question).toEqual(asked())
    expect(followRating.signal?.(withQuestion!, { type: 'rating:closed', token: 'another' })).toBe(withQuestion)
    expect(followRating.signal?.(withQuestion!, { type: 'rating:closed', token: 'first' })).toEqual(shot)
  })

  it('shows what its counter does, and no other', () => {
    expect(followRating.fact(shot, changed(2))?.counter).toMatchObject({ state: 'paused', reason: 'Họp' })
    expect(followRating.fact(shot, changed(3))).toBe(shot)
  })
})
