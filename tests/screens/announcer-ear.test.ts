import { beforeEach, afterEach, expect, it, vi } from 'vitest'
import type { BoardShot, CallShown, LiveFact } from '../../common/contract/live.ts'
import { officeClock } from '../../common/ui/clock.ts'
import { Announcer } from '../../display/announcer/announcer.ts'
import { sounds, type Loudspeaker } from '../../display/announcer/say.ts'
import { office } from './support/office.ts'

const start = Date.parse('2026-11-23T09:42:00+07:00')
const iso = (second: number) => new Date(start + second * 1000).toISOString()
const aCall = (id: string, rev: number, second: number): CallShown => ({
  ticket: { id, number: '2014', field: 'HT', priority: false }, counter: 2, state: 'called',
  call: { id, rev, at: iso(second), repeat: 0, why: { code: 'order', text: { vi: '', en: '' } }, announcement: { vi: id, en: id }, sound: { vi: id, en: id } }
})
const aShot = (...calls: CallShown[]): BoardShot => ({ epoch: 'e1', rev: 1, at: iso(0), office, fields: [], counters: [], calls, missed: [], waiting: {}, notices: [] })
const aFact = ({ ticket, counter, call }: CallShown): LiveFact => ({ type: 'ticket:called', ticket, counter, call, epoch: 'e1', rev: call.rev, prev: 0, at: call.at })

let shot: BoardShot | undefined
let heard: string[]
let announcer: Announcer
/** A screen that draws a shot, at a second of the office's time. */
const draw = async (second: number, ...calls: CallShown[]) => {
  officeClock.heard(iso(second))
  shot = aShot(...calls)
  announcer.hostUpdated()
  await vi.advanceTimersByTimeAsync(3000)
}
const hear = async (second: number, call: CallShown) => {
  officeClock.heard(iso(second))
  announcer.listening({ fact: before => before }).fact(aShot(), aFact(call))
  await vi.advanceTimersByTimeAsync(3000)
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('location', { search: '' })
  heard = []
  const loudspeaker: Loudspeaker = { prepare: () => {}, stop: () => {}, play: async url => { if (url !== sounds.chime) heard.push(url); return 'played' } }
  shot = undefined
  announcer = new Announcer({ addController: () => {}, removeController: () => {}, requestUpdate: () => {}, updateComplete: Promise.resolve(true) }, { shot: () => shot, loudspeaker })
})
afterEach(() => { vi.useRealTimers(); vi.unstubAllGlobals() })

it('a screen that has just been opened or reloaded says nothing of what it finds', async () => {
  await draw(1, aCall('old', 5, 0))
  expect(heard).toEqual([])
})

it('a call is said once, whether it is heard as a fact, drawn, or both', async () => {
  await draw(0)
  await hear(1, aCall('a', 6, 1))
  await draw(2, aCall('a', 6, 1))
  await hear(3, aCall('a', 6, 1))
  expect(heard).toEqual(['a', 'a'])
})

it('a screen back from a gap says what is still news, in the order it was called, and nothing older than 20 s', async () => {
  await draw(0)
  await draw(30, aCall('c', 9, 29), aCall('b', 8, 15), aCall('a', 7, 2))
  await vi.advanceTimersByTimeAsync(10_000)
  expect(heard).toEqual(['b', 'b', 'c', 'c'])
})

it('a fact that is replayed late is not said', async () => {
  await draw(0)
  await hear(60, aCall('a', 6, 39))
  expect(heard).toEqual([])
})
