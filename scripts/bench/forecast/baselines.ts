import type { Counter } from '../../../server/domain/counter.ts'
import type { Day } from '../../../server/domain/day.ts'
import type { Ticket } from '../../../server/domain/ticket.ts'
import type { Instant } from '../../../server/domain/time.ts'
import type { Measured } from './measured.ts'
import { minuteMs, type WorkDay } from './work-day.ts'

/** The moment a simple estimator looks at, for one ticket that waits. */
export interface Standing {
  readonly day: Day
  readonly at: Instant
  readonly ticket: Ticket
  /** People of its field who came before it and wait: the line most systems count. */
  readonly ahead: number
  readonly measured: Measured
  readonly sessions: WorkDay['sessions']
}

export type Baseline = (standing: Standing) => Instant

/**
 * What other systems answer, each at its best: with the means of this very office, and knowing when it opens and has lunch.
 * `constant`: so many minutes for each person ahead. `position`: place in line × mean service ÷ counters that serve the
 * field now. `elapsed`: the same, less what those being served have had already. Ahead are those of the own field who came
 * before: counting as our slips do (everybody whom those counters would call first) made all three worse on the ward's days
 * (position 31.0 instead of 18.6 minutes off), for helpers at other counters are not in the division.
 */
export const baselines = {
  constant: standing => after(standing, standing.ahead * standing.measured.minutesEachAhead),
  position: standing => {
    const { counters, mean } = serving(standing)
    const isFree = counters.some(({ ticket }) => ticket === undefined)
    return after(standing, (standing.ahead + (isFree ? 0 : 1)) * mean / Math.max(1, counters.length))
  },
  elapsed: standing => {
    const { counters, mean } = serving(standing)
    const left = counters.map(counter => leftMinutes(standing, counter))
    return after(standing, (standing.ahead * mean + left.reduce((sum, minutes) => sum + minutes, 0)) / Math.max(1, counters.length))
  }
} as const satisfies Record<string, Baseline>

export type BaselineName = keyof typeof baselines
export const baselineNames = Object.keys(baselines) as BaselineName[]

/** The open counters that serve the field first, or else that help with it; before opening, those that will. */
function serving ({ day, ticket: { field }, measured }: Standing): { readonly counters: readonly Counter[], readonly mean: number } {
  const all = [...day.counters.values()]
  const open = all.filter(({ state }) => state === 'open')
  const having = (among: readonly Counter[], kind: 'main' | 'helper') => among.filter(({ number }) => day.office.duties.get(number)?.[kind].includes(field))
  const counters = [having(open, 'main'), having(open, 'helper'), having(all, 'main')].find(some => some.length > 0) ?? []
  return { counters, mean: measured.minutesIn(field) }
}

function leftMinutes ({ day, at, measured }: Standing, { ticket: id }: Counter): number {
  const ticket = id === undefined ? undefined : day.tickets.get(id)
  return ticket?.calledAt === undefined ? 0 : Math.max(0, measured.minutesIn(ticket.field) - (at - ticket.calledAt) / minuteMs)
}

/** So many minutes of work later: before the doors open and over lunch nobody is called. */
function after ({ at, sessions }: Standing, minutes: number): Instant {
  let left = minutes * minuteMs
  for (const { from, to } of sessions) {
    const begin = Math.max(at, from)
    if (begin < to && begin + left <= to) return begin + left
    left -= Math.max(0, to - begin)
  }
  return Math.max(at, sessions.at(-1)?.to ?? at) + left
}
