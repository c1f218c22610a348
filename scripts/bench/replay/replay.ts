import type { Foretold } from '../../../server/domain/forecast/calibration.ts'
import type { Figures } from '../measure.ts'
import { simpleWaits } from './baselines.ts'
import { groupOf, lessonsOf } from './lessons.ts'
import { foretoldWait, linesOf } from './line.ts'
import { emptyMemory, remember, type Memory } from './memory.ts'
import { daysOf, type QueueDay, type Turn } from './queue-day.ts'
import { figuresOf, type Scored } from './score.ts'
import { printTable } from './table.ts'
import { readTickets, type PastTicket } from './tickets-file.ts'

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
  const lineOf = linesOf(memory)
  const lessons = lessonsOf(memory)
  return day.flatMap(queueDay => {
    const line = lineOf(queueDay)
    let ended = 0
    return queueDay.tickets.map(ticket => {
      // A call of the same minute may have come after the arrival: only earlier ones are known.
      while (ended < queueDay.turns.length && queueDay.turns[ended]!.atMin < ticket.arriveMin) ended++
      const turns = queueDay.turns.slice(0, ended)
      return {
        date: ticket.date, ahead: ticket.ahead, waited: ticket.calledMin - ticket.arriveMin,
        foretold: forecastOf(ticket, turns), simple: simpleWaits(memory, queueDay.queue, ticket, turns)
      }
    })

    function forecastOf (ticket: PastTicket, turns: readonly Turn[]): Foretold {
      const made = foretoldWait(line, ticket, turns)
      // Who finds nobody ahead is told what such people met, nothing else.
      if (ticket.ahead === 0) return made
      const widened = lessons.widened(made, ticket.ahead)
      // How a queue errs that nobody knows yet says nothing about one that is known.
      if (line.seen > 0) {
        const actual = ticket.calledMin - ticket.arriveMin
        memory.made.push({ foretold: made, actual, group: groupOf(ticket.ahead) })
        memory.widened.push({ foretold: widened, actual, group: queueDay.queue })
      }
      return lessons.moved(widened, queueDay.queue)
    }
  })
}
