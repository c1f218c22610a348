import { setTimeout as sleep } from 'node:timers/promises'
import type { WallMinutes } from './arrivals.ts'

/** 1 is real time, 60 an hour a minute; `max` waits for nothing. */
export type Speed = number | 'max'

/** The simulated day's own clock; the server's runs on at real speed. Waiting ends early when the day is stopped. */
export interface DayClock {
  readonly now: () => WallMinutes
  readonly until: (at: WallMinutes) => Promise<void>
  readonly pass: (minutes: number) => Promise<void>
}

export function startClock (from: WallMinutes, speed: Speed, stopped: AbortSignal): DayClock {
  return speed === 'max' ? hurriedClock(from) : steadyClock(from, speed, stopped)
}

/** Shows the latest time anybody has waited for. */
function hurriedClock (from: WallMinutes): DayClock {
  let latest = from
  return {
    now: () => latest,
    until: async at => { latest = Math.max(latest, at) },
    pass: async () => {}
  }
}

function steadyClock (from: WallMinutes, speed: number, stopped: AbortSignal): DayClock {
  const startedAt = performance.now()
  const now = () => from + (performance.now() - startedAt) / 60_000 * speed
  const pass = (minutes: number) => rest(minutes * 60_000 / speed, stopped)
  return { now, pass, until: at => pass(at - now()) }
}

/** Sleeps, or returns at once when the day is stopped. */
export async function rest (ms: number, stopped: AbortSignal): Promise<void> {
  if (ms <= 0 || stopped.aborted) return
  await sleep(ms, undefined, { signal: stopped }).catch(() => {})
}
