import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Call } from '../../common/contract/counter.ts'
import { atRest, lateAfterMs, mostWaiting, step, type Queue, type QueueEvent } from '../../display/announcer/queue.ts'
import { say, sounds, type Loudspeaker, type Played } from '../../display/announcer/say.ts'

const nowMs = Date.parse('2026-11-23T09:42:00+07:00')
const aCall = (id: string, secondsAgo = 0): Call => ({
  id, rev: 1, at: new Date(nowMs - secondsAgo * 1000).toISOString(), repeat: 0, why: { code: 'order', text: { vi: '', en: '' } },
  announcement: { vi: id, en: id }, sound: { vi: `/vi/${id}`, en: `/en/${id}` }
})
const called = (id: string, secondsAgo = 0): QueueEvent => ({ type: 'called', call: aCall(id, secondsAgo), nowMs })
const over = (id: string): QueueEvent => ({ type: 'over', id })
const play = (...events: readonly QueueEvent[]) => events.reduce(step, atRest)
const inLine = ({ speaking, waiting }: Queue) => [speaking, ...waiting].map(call => call?.id)

describe('calls in line', () => {
  it('are spoken one at a time, in the order they came', () => {
    expect(inLine(play(called('a'), called('b'), called('c')))).toEqual(['a', 'b', 'c'])
    expect(inLine(play(called('a'), called('b'), called('c'), over('a')))).toEqual(['b', 'c'])
  })

  it('are five at most: the oldest gives way', () => {
    expect(inLine(play(...'abcdefgh'.split('').map(id => called(id))))).toEqual(['a', 'd', 'e', 'f', 'g', 'h'])
  })

  it('are not spoken when they come late', () => {
    expect(inLine(play(called('a', 21), called('b', 19), called('a', 0)))).toEqual(['b'])
  })

  it('are not spoken twice, nor when they were there before the page', () => {
    expect(inLine(play({ type: 'passed', calls: [aCall('a')] }, called('a'), called('b'), over('b'), called('b')))).toEqual([undefined])
  })

  it('are not spoken any more once they were taken back; the one being spoken ends', () => {
    expect(inLine(play(called('a'), called('b'), called('c'), { type: 'takenBack', ids: ['a', 'b'] }))).toEqual(['a', 'c'])
    expect(inLine(play(called('a'), called('b'), { type: 'takenBack', ids: ['b'] }, called('b')))).toEqual(['a'])
  })

  it('are all dropped by muting, and stay dropped', () => {
    expect(inLine(play(called('a'), called('b'), { type: 'hushed' }, over('a'), called('b')))).toEqual([undefined])
  })
})

describe('whatever happens to the line', () => {
  const id = fc.integer({ min: 0, max: 30 }).map(String)
  const event: fc.Arbitrary<QueueEvent> = fc.oneof(
    { weight: 5, arbitrary: fc.tuple(id, fc.integer({ min: -2, max: 40 })).map(([name, age]) => called(name, age)) },
    { weight: 3, arbitrary: id.map(over) },
    { weight: 1, arbitrary: fc.array(id, { maxLength: 3 }).map(ids => ({ type: 'passed', calls: ids.map(name => aCall(name)) }) as const) },
    { weight: 1, arbitrary: fc.constant({ type: 'hushed' } as const) }
  )

  it('never more than five wait, none is spoken late or twice, and somebody speaks whenever somebody waits', () => {
    fc.assert(fc.property(fc.array(event, { maxLength: 120 }), events => {
      let queue: Queue = atRest
      const spoken: string[] = []
      for (const happened of events) {
        const before = queue
        queue = step(queue, happened)
        expect(queue.waiting.length).toBeLessThanOrEqual(mostWaiting)
        if (!queue.speaking) expect(queue.waiting).toEqual([])
        // One at a time: another call speaks only after the one before was over.
        if (before.speaking && queue.speaking !== before.speaking) expect(['over', 'hushed']).toContain(happened.type)
        if (queue.speaking && queue.speaking !== before.speaking) {
          spoken.push(queue.speaking.id)
          expect(nowMs - Date.parse(queue.speaking.at)).toBeLessThanOrEqual(lateAfterMs)
        }
      }
      expect(new Set(spoken).size).toBe(spoken.length)
      // It always comes to rest when each call that speaks is over.
      for (let rounds = 0; queue.speaking; rounds++) {
        expect(rounds).toBeLessThanOrEqual(mostWaiting)
        queue = step(queue, over(queue.speaking.id))
      }
      expect(queue.waiting).toEqual([])
    }), { numRuns: 500 })
  })
})

describe('saying a call', () => {
  const speaker = (answers: Readonly<Record<string, Played>> = {}) => {
    const heard: string[] = []
    const loudspeaker: Loudspeaker = { prepare: () => {}, stop: () => {}, play: async url => { heard.push(url); return answers[url] ?? 'played' } }
    return { heard, loudspeaker }
  }
  const hear = async (languages: readonly string[], answers: Readonly<Record<string, Played>> = {}, isStopped = () => false) => {
    const { heard, loudspeaker } = speaker(answers)
    return { played: await say(aCall('a'), languages, loudspeaker, isStopped, async () => {}), heard }
  }

  it('is chime, call, repeat', async () => {
    expect(await hear(['vi'])).toEqual({ played: 'played', heard: [sounds.chime, '/vi/a', '/vi/a'] })
  })

  it('says a second language after the first', async () => {
    expect((await hear(['vi', 'en'])).heard).toEqual([sounds.chime, '/vi/a', '/vi/a', '/en/a'])
    expect((await hear(['en'])).heard).toEqual([sounds.chime, '/en/a', '/en/a'])
  })

  it('goes on without a chime, and does not try twice what failed', async () => {
    expect((await hear(['vi'], { [sounds.chime]: 'failed' })).heard).toHaveLength(3)
    expect(await hear(['vi', 'en'], { '/vi/a': 'failed' })).toEqual({ played: 'played', heard: [sounds.chime, '/vi/a', '/en/a'] })
    expect(await hear(['vi'], { '/vi/a': 'failed' })).toEqual({ played: 'failed', heard: [sounds.chime, '/vi/a'] })
  })

  it('stops at once when the browser is locked or the screen is muted', async () => {
    expect(await hear(['vi'], { [sounds.chime]: 'locked' })).toEqual({ played: 'locked', heard: [sounds.chime] })
    expect(await hear(['vi'], {}, () => true)).toEqual({ played: 'failed', heard: [sounds.chime] })
  })

  it('passes over a language without a sound', async () => {
    expect(await hear(['ede'])).toEqual({ played: 'failed', heard: [] })
  })
})
