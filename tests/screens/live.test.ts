import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { KioskShot, LiveFact, ShotOf, View, Watched } from '../../common/contract/live.ts'
import { LiveView } from '../../common/ui/live.ts'
import type { Wire, WireEvents } from '../../common/ui/wire.ts'
import { office } from './support/office.ts'

const at = '2026-11-23T09:42:00+07:00'
const aShot = (rev: number, epoch = 'e1'): KioskShot => ({ epoch, rev, at, office, waiting: {}, printer: 'ready', printers: [{ printer: 'kiosk', state: 'ready' }] })
const aFact = (rev: number, prev: number, epoch = 'e1'): LiveFact => ({ type: 'setting:changed', settings: [], epoch, rev, prev, at })

/** A line in the test's hand: answers wait until told. */
class FakeWire implements Wire {
  readonly asked: { readonly after?: { rev: number }, readonly answer: (answer: Watched<KioskShot>) => void }[] = []
  closed = false
  events!: WireEvents
  watch <V extends View> (watch: { after?: { rev: number } }): Promise<Watched<ShotOf[V]>> {
    return new Promise(resolve => { this.asked.push({ ...watch, answer: resolve as never }) })
  }

  reconnect (): void { this.events.connected() }
  close (): void { this.closed = true }
  async answer (answer: Watched<KioskShot>): Promise<void> {
    this.asked.at(-1)?.answer(answer)
    await Promise.resolve()
    await Promise.resolve()
  }
}

describe('a live view', () => {
  let wire: FakeWire
  let view: LiveView<'kiosk'>
  const followed: number[] = []
  const start = async (rev = 10) => { wire.events.connected(); await wire.answer({ ok: true, snapshot: aShot(rev) }) }

  beforeEach(() => {
    vi.useFakeTimers()
    followed.length = 0
    wire = new FakeWire()
    view = new LiveView<'kiosk'>({
      watch: { view: 'kiosk' },
      follow: {
        fact: (shot, fact) => { followed.push(fact.rev); return fact.rev === 99 ? undefined : { ...shot } },
        signal: (shot, signal) => signal.type === 'waiting:changed' ? { ...shot, waiting: signal.waiting } : shot
      },
      open: (_as, events) => { wire.events = events; return wire }
    }, () => {})
    view.start()
  })
  afterEach(() => { view.stop(); vi.useRealTimers() })

  it('loads until its first snapshot', async () => {
    expect(view.state.status).toBe('loading')
    await start()
    expect(view.state).toMatchObject({ status: 'live', shot: { rev: 10 } })
  })

  it('applies what follows and drops what it knows', async () => {
    await start()
    for (const fact of [aFact(12, 10), aFact(12, 10), aFact(9, 8), aFact(13, 12)]) wire.events.fact(fact)
    expect(followed).toEqual([12, 13])
  })

  it.each([['a gap', aFact(14, 12)], ['another epoch', aFact(11, 10, 'e2')], ['a reducer in doubt', aFact(99, 10)]])('asks for a fresh snapshot after %s', async (_name, fact) => {
    await start()
    wire.events.fact(fact)
    expect(wire.asked).toHaveLength(2)
    expect(wire.asked[1]?.after).toBeUndefined()
    await wire.answer({ ok: true, snapshot: aShot(20) })
    expect(view.state).toMatchObject({ status: 'live', shot: { rev: 20 } })
  })

  it('asks anew when a tick is ahead, and not when it is not', async () => {
    await start()
    wire.events.tick({ epoch: 'e1', rev: 10, at })
    expect(wire.asked).toHaveLength(1)
    wire.events.tick({ epoch: 'e1', rev: 11, at })
    expect(wire.asked).toHaveLength(2)
  })

  it('keeps what arrives while an answer is under way', async () => {
    wire.events.connected()
    wire.events.fact(aFact(11, 10))
    wire.events.signal({ type: 'waiting:changed', waiting: { CT: 4 } })
    await wire.answer({ ok: true, snapshot: aShot(10) })
    expect(followed).toEqual([11])
    expect(view.state.shot?.waiting).toEqual({ CT: 4 })
  })

  it('comes back from where it was and takes the facts it missed', async () => {
    await start()
    wire.events.connected()
    expect(wire.asked[1]?.after).toMatchObject({ rev: 10 })
    await wire.answer({ ok: true, facts: [aFact(11, 10), aFact(12, 11)] })
    expect(followed).toEqual([11, 12])
    expect(view.state.status).toBe('live')
  })

  it('is stale after ten seconds of silence, says since when, and recovers', async () => {
    await start()
    vi.advanceTimersByTime(9_900)
    expect(view.state.status).toBe('live')
    vi.advanceTimersByTime(200)
    expect(view.state).toMatchObject({ status: 'stale', staleSince: at, shot: { rev: 10 } })
    wire.events.tick({ epoch: 'e1', rev: 10, at })
    expect(view.state.status).toBe('live')
  })

  it('is stale without a past when the server was never reached', () => {
    vi.advanceTimersByTime(10_001)
    expect(view.state).toMatchObject({ status: 'stale' })
    expect(view.state.staleSince).toBeUndefined()
  })

  it('asks again when no answer comes', async () => {
    wire.watch = vi.fn(() => Promise.reject(new Error('timeout')))
    wire.events.connected()
    await vi.advanceTimersByTimeAsync(2100)
    expect(wire.watch).toHaveBeenCalledTimes(2)
  })

  it('says when it is turned away, forgets what it knew, and tries again', async () => {
    await start()
    wire.events.connected()
    await wire.answer({ ok: false, code: 'SIGN_IN_REQUIRED' })
    expect(view.state).toEqual({ status: 'refused', code: 'SIGN_IN_REQUIRED' })
    await vi.advanceTimersByTimeAsync(15_100)
    expect(wire.asked).toHaveLength(3)
  })

  it('drops a late answer to an old question', async () => {
    wire.events.connected()
    wire.events.connected()
    wire.asked[0]?.answer({ ok: true, snapshot: aShot(5) })
    await wire.answer({ ok: true, snapshot: aShot(10) })
    expect(view.state.shot?.rev).toBe(10)
  })
})
