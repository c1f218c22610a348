import type { Foretold } from '../../../server/domain/forecast/calibration.ts'
import { paceOf, usualPaceRule, type Pace } from './pace.ts'
import { closingMin, moreDesks, usualTurn, waitAtOnce, type AtOnce, type Memory } from './memory.ts'
import type { QueueDay, Turn } from './queue-day.ts'
import type { PastTicket } from './tickets-file.ts'

/** What may be known of a ticket when it is taken. */
export type Newcomer = Pick<PastTicket, 'arriveMin' | 'ahead' | 'booths'>

/** A queue as it stands when a day begins: what the days before say of it. */
export interface Line {
  readonly usualMin: number
  readonly seen: number
  readonly closesMin: number
  readonly openedMin: number
  readonly moreDesks: (booths: number) => number
  readonly atOnce: AtOnce
}

/** Called at once, or at the feed's next look five minutes later: what holds where nothing was measured. */
const untoldAtOnce: AtOnce = { likely: 0, latest: 5 }

/** The lines of one day; each says what is known of it before the day begins. */
export function linesOf (memory: Memory): (day: QueueDay) => Line {
  const anywhere = waitAtOnce(memory) ?? untoldAtOnce
  return day => lineOf(memory, day, anywhere)
}

function lineOf (memory: Memory, day: QueueDay, anywhere: AtOnce): Line {
  const { minutes, seen } = usualTurn(memory, day.queue)
  return {
    usualMin: minutes, seen, closesMin: closingMin(memory, day), openedMin: day.openedMin,
    moreDesks: booths => moreDesks(memory, day.queue, booths), atOnce: waitAtOnce(memory, day.queue) ?? anywhere
  }
}

/** The bounds at 10 and 90 % of a normal distribution, in standard deviations. */
const tenth = 1.2816
/** How much the logarithm of a wait varies for reasons of the whole day, and of one single turn. Measured. */
const daySpread = 0.33
const turnSpread = 0.45
/** The first hour goes slower: crowds from before opening, desks not all manned. Measured. */
const firstHour = { minutes: 60, slower: 1.2 }
/** Twice the desks do not halve a turn: they often serve other queues as well. Measured. */
const desksHelp = 0.2
/** Who is called is called some way into a turn, and the feed rounds up to its next look. */
const headStart = { turns: 0.5, minutes: 2.5 }

/** How long the newcomer will wait, in minutes, before any calibration. `turns` are those that ended before now. */
export function foretoldWait (line: Line, { arriveMin, ahead, booths }: Newcomer, turns: readonly Turn[]): Foretold {
  if (ahead === 0) return { earliest: 0, ...line.atOnce }
  const { factor, spread } = paceToday(line, turns, arriveMin)
  const turnMin = line.usualMin * factor * Math.exp(-desksHelp * line.moreDesks(booths))
  const slower = arriveMin - line.openedMin < firstHour.minutes ? firstHour.slower : 1
  const waitMin = slower * (turnMin * (ahead + headStart.turns) + headStart.minutes)
  const deviation = tenth * Math.sqrt(daySpread ** 2 + spread ** 2 + turnSpread ** 2 / ahead)
  const remainingMin = Math.max(60, line.closesMin - arriveMin)
  return {
    earliest: beforeClosing(waitMin * Math.exp(-deviation), remainingMin),
    likely: beforeClosing(waitMin, remainingMin),
    latest: beforeClosing(waitMin * Math.exp(deviation), remainingMin)
  }
}

/** A queue of which little is known is believed less, and today's turns more. */
function paceToday ({ usualMin, seen }: Line, turns: readonly Turn[], nowMin: number): Pace {
  const trust = 6 + (usualPaceRule.trust - 6) * seen / (seen + 20)
  return paceOf(turns.map(({ atMin, tookMin }) => ({ took: tookMin, usual: usualMin, agoMs: (nowMin - atMin) * 60_000 })), { ...usualPaceRule, trust })
}

/**
 * The longer the line beside the time left, the faster it moves towards the end: people have gone home, and everyone
 * still there is called before closing. Short waits stay nearly as they are; none outlasts the day. The shape is
 * measured: between a power of 1.25 and 2 the error differs by 2 %.
 */
function beforeClosing (waitMin: number, remainingMin: number): number {
  const power = 1.5
  // What the squeeze takes off ordinary waits, given back.
  const wait = 1.15 * waitMin
  return wait / (1 + (wait / remainingMin) ** power) ** (1 / power)
}
