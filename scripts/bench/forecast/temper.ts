import type { Dice } from '../../day/dice.ts'
import { minuteMs, type WorkDay } from './work-day.ts'
import type { Instant } from '../../../server/domain/time.ts'

/**
 * How people really are on one day; nobody tells the engine. Beside lognormal lengths of service, which it may expect:
 *
 * - the day is quick or slow as a whole (σ 10 %), and each hour of it (σ 8 %); on one day in seven the ministry's
 *   software crawls for half an hour or more, and everything takes half as long again;
 * - each officer has a pace of his own (σ 15 %), kept over the months; one day in ten somebody else sits there;
 * - in a full hall officers hurry (−7 %), in an empty one they chat (+6 %); before lunch and closing they hurry again;
 * - many dossiers take longer, but not in proportion (to the power of 0.6);
 * - one counter-day in sixteen opens half an hour to two hours late, the others up to six minutes;
 * - officers leave their counter about twice a day (8 minutes, now and then a meeting of half an hour), tidy their desk between
 *   two citizens, stop calling up to five minutes before lunch and are back up to eight minutes after it; whom they serve at
 *   11:30 they finish, so that some sit there until noon;
 * - patience ends (after two and a half hours on average, lunch at home not counted; for some after half an hour): then somebody
 *   walks out, one in three gives the number up, the others are called in vain; of those who were missed one in three appears later;
 * - who was sent away for a paper takes 25 minutes on average, some too long, one in twelve does not come back;
 * - one in twenty is started late or not at all on the screen; one call in a hundred is out of turn.
 */
export interface Temper {
  readonly dice: Dice
  /** How much longer things take at that time than they should. */
  readonly paceAt: (at: Instant) => number
  readonly officers: ReadonlyMap<number, OfficerToday>
}

export interface OfficerToday {
  readonly pace: number
  readonly tidyMinutes: number
  readonly stints: readonly Stint[]
}

/** A stretch at the counter, morning or afternoon. */
export interface Stint {
  readonly from: Instant
  /** From then on nobody is called. */
  readonly to: Instant
  readonly absences: readonly { readonly from: Instant, readonly minutes: number }[]
}

/** Each officer's own pace, the same on all days. */
export function pacesOf (counters: readonly number[], dice: Dice): ReadonlyMap<number, number> {
  return new Map(counters.map(number => [number, dice.lognormal(1, 0.15)]))
}

export function temperOf (day: WorkDay, paces: ReadonlyMap<number, number>, dice: Dice): Temper {
  const whole = dice.lognormal(1, 0.1)
  const hours = Array.from({ length: 24 }, () => dice.lognormal(1, 0.08))
  const crawl = dice.happens(1 / 7) ? spell(day, dice) : undefined
  return {
    dice,
    paceAt: at => whole * (hours[Math.floor((at - day.midnight) / (60 * minuteMs))] ?? 1) * (crawl && crawl.from <= at && at < crawl.to ? 1.5 : 1),
    officers: new Map([...paces].map(([number, pace]) => [number, officerToday(day, dice.happens(0.1) ? dice.lognormal(1, 0.15) : pace, dice)]))
  }
}

function spell ({ sessions }: WorkDay, dice: Dice): { readonly from: Instant, readonly to: Instant } {
  const { from, to } = dice.oneOf(sessions.map(session => [session, 1] as const)) ?? { from: 0, to: 0 }
  const begin = from + dice.uniform() * (to - from)
  return { from: begin, to: begin + (20 + 50 * dice.uniform()) * minuteMs }
}

function officerToday ({ sessions }: WorkDay, pace: number, dice: Dice): OfficerToday {
  const isLate = dice.happens(1 / 16)
  const stints = sessions.map(({ from, to }, place): Stint => {
    const late = place === 0 ? isLate ? 30 + 90 * dice.uniform() : 6 * dice.uniform() : 8 * dice.uniform()
    // Before lunch some stop early; at closing time nobody does while people wait.
    const early = place < sessions.length - 1 ? 5 * dice.uniform() : 0
    return { from: from + late * minuteMs, to: to - early * minuteMs, absences: absencesIn(from, to, dice) }
  })
  return { pace, tidyMinutes: dice.lognormal(0.6, 0.5), stints }
}

function absencesIn (from: Instant, to: Instant, dice: Dice): Stint['absences'] {
  const howMany = [0.35, 0.3].filter(chance => dice.happens(chance)).length + Number(dice.happens(0.35))
  return Array.from({ length: howMany }, () => ({ from: from + dice.uniform() * (to - from), minutes: dice.happens(0.08) ? 20 + 20 * dice.uniform() : dice.lognormal(8, 0.5) }))
    .sort((a, b) => a.from - b.from)
}
