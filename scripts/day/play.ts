import type { WallMinutes } from './arrivals.ts'
import { giveOpinion } from './citizen.ts'
import { startClock, type Speed } from './clock.ts'
import { gatherCrowd, type Guest } from './crowd.ts'
import { openEar, type Ear } from './ear.ts'
import type { Hall } from './hall.ts'
import { runKiosk } from './kiosk.ts'
import { openLine, ServerGone, type ServerAddress } from './line.ts'
import { workCounter } from './officer.ts'
import type { Passes } from './passes.ts'
import type { PlannedDay } from './plan.ts'
import { newCounts, type Counts } from './tally.ts'

export interface PlayOptions {
  readonly url: ServerAddress
  readonly passes: Passes
  readonly speed: Speed
  /** How many take numbers at a time (2). */
  readonly kiosks?: number
  /** False: no paper (true). */
  readonly slips?: boolean
  /** What officers watch while they wait: their console keeps the lease fresh, the floor costs the server less (console). */
  readonly watching?: 'console' | 'floor'
  /** How long a silent server is waited for before the day is given up, in real seconds (60). */
  readonly patienceSeconds?: number
}

/** A day under way. */
export interface Playing {
  readonly counts: Readonly<Counts>
  /** The simulated time. */
  readonly now: () => WallMinutes
  /** Ends when everybody has been served, or after a stop. What went wrong is in the counts: it fails only on a mistake in here. */
  readonly done: Promise<Counts>
  /** Nobody comes any more; officers finish with whom they have and close their counters. */
  readonly stop: () => Promise<Counts>
}

/** Phones that rate at the same time; more and the officers wait for them, so that nothing grows without end. */
const phonesAtOnce = 50

/** Plays a planned day against a running server, by nothing but its public interface. */
export function playDay (day: PlannedDay, options: PlayOptions): Playing {
  const stop = new AbortController()
  const counts = newCounts()
  const line = openLine({ url: options.url, counts, patienceMs: (options.patienceSeconds ?? 60) * 1000, stopped: stop.signal })
  const opens = Math.min(day.visitors[0]?.ticketAt ?? Infinity, day.sessions[0]?.from ?? 0)
  const clock = startClock(opens, options.speed, stop.signal)
  let isDoorClosed = false
  const hall: Hall = { day, url: options.url, line, clock, crowd: gatherCrowd(), counts, stopped: stop.signal, doorClosed: () => isDoorClosed }

  /** One who finds the server gone for good ends the day for all. */
  const orGiveUp = async (part: Promise<void>) => {
    try {
      await part
    } catch (error) {
      stop.abort()
      if (!(error instanceof ServerGone)) throw error
      counts.errors++
    }
  }
  async function play (): Promise<Counts> {
    const kiosks = runKiosks(hall, options).map(orGiveUp)
    const officers = runCounters(hall, options, orGiveUp)
    await Promise.all([Promise.all(kiosks).finally(() => { isDoorClosed = true }), officers])
    return counts
  }
  const done = play().finally(line.close)
  return { counts, now: clock.now, done, stop: () => { stop.abort(); return done } }
}

/** All kiosks share one line of people. */
function runKiosks (hall: Hall, { passes, kiosks = 2, slips = true }: PlayOptions): Promise<void>[] {
  const waiting = hall.day.visitors.values()
  const kiosk = hall.line.as(passes.kiosk)
  return Array.from({ length: kiosks }, () => runKiosk(hall, kiosk, waiting, slips))
}

/** Every counter's officer, and the phones of those whom they have served. */
async function runCounters (hall: Hall, options: PlayOptions, orGiveUp: (part: Promise<void>) => Promise<void>): Promise<void> {
  const phones = new Set<Promise<void>>()
  const served = async (guest: Guest) => {
    const phone = orGiveUp(giveOpinion(hall, guest)).finally(() => phones.delete(phone))
    phones.add(phone)
    if (phones.size >= phonesAtOnce) await Promise.race(phones)
  }
  await Promise.all([...options.passes.officers].map(([counter, pass]) => orGiveUp((async () => {
    const ear = await listenAt(hall, counter, options)
    await workCounter(hall, { counter, officer: hall.line.as(pass), ear, served }).finally(ear.close)
  })())))
  await Promise.all(phones)
}

async function listenAt ({ line, url }: Hall, counter: number, { passes, watching = 'console' }: PlayOptions): Promise<Ear> {
  const pass = passes.officers.get(counter) ?? {}
  const { body } = await line.as(pass).get('/counters')
  const duty = (body.items as readonly { number: number, main: string[], helper: string[] }[]).find(({ number }) => number === counter)
  const fields = new Set([...duty?.main ?? [], ...duty?.helper ?? []])
  return openEar(url, pass, watching === 'console' ? { view: 'console', counter } : { view: 'floor' }, fields)
}
