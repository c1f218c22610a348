import { calibrationOf } from '../../../server/domain/forecast/calibration.ts'
import type { Figures } from '../measure.ts'
import { simpleWaits } from './baselines.ts'
import { corrected, foretoldWait, groupOf, linesOf } from './line.ts'
import { emptyMemory, remember, type Memory } from './memory.ts'
import { daysOf, type QueueDay } from './queue-day.ts'
import { figuresOf, type Scored } from './score.ts'
import { printTable } from './table.ts'
import { readTickets, type PastTicket } from './tickets-file.ts'

/** On minutes of waiting. Tickets of one day err alike: two hundred of them weigh as much as the forecasts as made. */
const calibrationRule = { grain: 2, trust: 200 }

/**
 * Goes through the tickets of real offices day by day, foretells each from what was known when it was taken, and scores
 * the forecasts beside simple estimators. Later days know the earlier ones; those of `train` are known from the start.
 */
export async function replay (file: string, { train }: { readonly train?: string } = {}): Promise<Figures> {
  const tickets = await read(file)
  const days = daysOf(tickets)
  const memory = emptyMemory()
  if (train !== undefined) learn(memory, await read(train), new Set(days.keys()))
  const scored = [...days.values()].flatMap(day => {
    const forecasts = forecastsOf(memory, day)
    for (const queueDay of day) remember(memory, queueDay)
    return forecasts
  })
  printTable(scored)
  return { ...figuresOf(scored), ...train === undefined && laterFigures(scored) }
}

/** The same for all days but the first, of which nothing was known beforehand. */
function laterFigures (scored: readonly Scored[]): Figures {
  const later = scored.filter(({ date }) => date !== scored[0]?.date)
  if (later.length === 0) return {}
  return Object.fromEntries(Object.entries(figuresOf(later)).map(([name, figure]) => [`later${name[0]!.toUpperCase()}${name.slice(1)}`, figure]))
}

async function read (file: string): Promise<readonly PastTicket[]> {
  const { tickets, odd } = await readTickets(file)
  if (odd.length > 0) console.log(`  ${file}: ${odd.length} odd ${odd.length === 1 ? 'row' : 'rows'} passed over, the first in ${odd[0]}`)
  return tickets
}

/** Days that are scored are never learnt from beforehand. */
function learn (memory: Memory, tickets: readonly PastTicket[], scored: ReadonlySet<string>): void {
  const days = [...daysOf(tickets)]
  const both = days.flatMap(([date]) => scored.has(date) ? [date] : [])
  if (both.length > 0) console.log(`  in both files, and not learnt from beforehand: ${both.join(', ')}`)
  for (const [date, day] of days) {
    if (scored.has(date)) continue
    forecastsOf(memory, day)
    for (const queueDay of day) remember(memory, queueDay)
  }
}

/** The forecasts of a day, which are remembered with their outcomes for the days after it. */
export function forecastsOf (memory: Memory, day: readonly QueueDay[]): Scored[] {
  const calibration = calibrationOf(memory.outcomes, calibrationRule)
  const lineOf = linesOf(memory)
  return day.flatMap(queueDay => {
    const line = lineOf(queueDay)
    let ended = 0
    return queueDay.tickets.map(ticket => {
      const { date, arriveMin, calledMin, ahead } = ticket
      // A call of the same minute may have come after the arrival: only earlier ones are known.
      while (ended < queueDay.turns.length && queueDay.turns[ended]!.atMin < arriveMin) ended++
      const turns = queueDay.turns.slice(0, ended)
      const foretold = foretoldWait(line, ticket, turns)
      const waited = calledMin - arriveMin
      // How a queue errs that nobody knows yet says nothing about one that is known.
      if (ahead > 0 && line.seen > 0) memory.outcomes.push({ foretold, actual: waited, group: groupOf(ahead) })
      return { date, ahead, waited, foretold: corrected(foretold, calibration, ahead), simple: simpleWaits(memory, queueDay.queue, ticket, turns) }
    })
  })
}
