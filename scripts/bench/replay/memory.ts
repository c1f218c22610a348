import type { Outcome } from '../../../server/domain/forecast/calibration.ts'
import { percentile } from '../measure.ts'
import type { QueueDay } from './queue-day.ts'

interface Sum { readonly count: number, readonly total: number }

/** What earlier days taught. A day is remembered when it is over, never sooner. */
export interface Memory {
  /** Queue → its turns. */
  readonly turns: Map<string, Sum>
  allTurns: Sum
  /** Queue → logarithm of the desks open, a mean for each day. */
  readonly desks: Map<string, Sum>
  /** Queue → waits of those who found nobody ahead. */
  readonly atOnce: Map<string, number[]>
  /** Office → date → its last call. */
  readonly lastCalls: Map<string, Map<string, number>>
  /** Forecasts made while their queue was known already, grouped by length, and what came of them. */
  readonly made: Outcome[]
  /** The same forecasts with the width learnt by then, grouped by queue. */
  readonly widened: Outcome[]
}

/** Before anything was measured: a turn takes three minutes, and that weighs as much as thirty turns. */
const priorTurns: Sum = { count: 30, total: 90 }
/** One very long day must not speak for all days of its queue. */
const mostTurnsOfADay = 80
/** How many turns of a queue weigh as much as the mean of all queues. */
const turnsToBelieve = 20
/** An office keeps open about so long after its first arrival, until it has shown otherwise. */
const usualDayMin = 480
/** Fewer waits than this say nothing about a share of a fifth. */
const fewestAtOnce = 30

export function emptyMemory (): Memory {
  return { turns: new Map(), allTurns: priorTurns, desks: new Map(), atOnce: new Map(), lastCalls: new Map(), made: [], widened: [] }
}

export function remember (memory: Memory, { office, date, queue, tickets, turns }: QueueDay): void {
  const count = turns.length
  const total = turns.reduce((sum, { tookMin }) => sum + tookMin, 0)
  const share = Math.min(1, mostTurnsOfADay / Math.max(1, count))
  memory.turns.set(queue, plus(memory.turns.get(queue), { count: count * share, total: total * share }))
  memory.allTurns = plus(memory.allTurns, { count, total })
  memory.desks.set(queue, plus(memory.desks.get(queue), { count: 1, total: tickets.reduce((sum, { booths }) => sum + desksOf(booths), 0) / tickets.length }))
  memory.atOnce.set(queue, [...memory.atOnce.get(queue) ?? [], ...tickets.flatMap(({ ahead, arriveMin, calledMin }) => ahead === 0 ? [calledMin - arriveMin] : [])])
  const lastCalls = memory.lastCalls.get(office) ?? new Map<string, number>()
  memory.lastCalls.set(office, lastCalls.set(date, tickets.reduce((last, { calledMin }) => Math.max(last, calledMin), lastCalls.get(date) ?? 0)))
}

/** Desks on a scale on which half as many are as far off as twice as many; 0 desks and 22 are slips of the feed. */
export function desksOf (booths: number): number {
  return Math.log(Math.min(8, Math.max(1, booths)))
}

/** How long a turn of this queue usually takes, and how many turns say so. */
export function usualTurn ({ turns, allTurns }: Memory, queue: string): { minutes: number, seen: number } {
  const own = turns.get(queue) ?? { count: 0, total: 0 }
  const minutes = (own.total + turnsToBelieve * allTurns.total / allTurns.count) / (own.count + turnsToBelieve)
  return { minutes: Math.max(0.25, minutes), seen: own.count }
}

/** How many more desks than usual are open, as a difference of `desksOf`; 0 where nothing is known. */
export function moreDesks ({ desks }: Memory, queue: string, booths: number): number {
  const usual = desks.get(queue)
  return usual ? desksOf(booths) - usual.total / usual.count : 0
}

/** What those may expect who find nobody ahead: half wait no longer than `likely`, four in five no longer than `latest`. */
export interface AtOnce {
  readonly likely: number
  readonly latest: number
}

/** Of one queue, or without it of all queues together; undefined where too few were seen. */
export function waitAtOnce ({ atOnce }: Memory, queue?: string): AtOnce | undefined {
  const waits = queue === undefined ? [...atOnce.values()].flat() : atOnce.get(queue) ?? []
  return waits.length >= fewestAtOnce ? { likely: percentile(waits, 50), latest: percentile(waits, 80) } : undefined
}

/** When the last number is called in this office on such a day, as far as earlier days tell. */
export function closingMin ({ lastCalls }: Memory, { office, date, openedMin }: QueueDay): number {
  const ofWeekday = (days: ReadonlyMap<string, number> | undefined) => [...days ?? []].flatMap(([day, last]) => weekdayOf(day) === weekdayOf(date) ? [last] : [])
  const own = ofWeekday(lastCalls.get(office))
  if (own.length > 0) return Math.max(...own)
  const known = [[...lastCalls.values()].flatMap(ofWeekday), [...lastCalls.get(office)?.values() ?? []]].find(calls => calls.length > 0)
  return known ? percentile(known, 50) : openedMin + usualDayMin
}

function weekdayOf (date: string): number {
  return new Date(date).getUTCDay()
}

function plus (a: Sum = { count: 0, total: 0 }, b: Sum): Sum {
  return { count: a.count + b.count, total: a.total + b.total }
}
