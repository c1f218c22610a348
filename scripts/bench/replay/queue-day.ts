import type { PastTicket } from './tickets-file.ts'

/** How long the line took to move on by one while somebody waited. */
export interface Turn {
  readonly atMin: number
  readonly tookMin: number
}

/** One queue of one office on one day. */
export interface QueueDay {
  readonly office: string
  readonly date: string
  /** Office and queue together. */
  readonly queue: string
  /** In the order of their arrival. */
  readonly tickets: readonly PastTicket[]
  /** In the order of time. Whoever looks at one may know only calls up to then. */
  readonly turns: readonly Turn[]
  /** The first arrival of that day in the whole office: about when it opened. */
  readonly openedMin: number
}

/** Longer than this the line did not move, it stood still: lunch, or a gap in the record. */
const longestTurnMin = 60

/** The queue-days of each day, first day first. */
export function daysOf (tickets: readonly PastTicket[]): ReadonlyMap<string, readonly QueueDay[]> {
  const days = new Map<string, QueueDay[]>()
  for (const [date, ofDay] of [...grouped(tickets, ({ date }) => date)].sort(([a], [b]) => a < b ? -1 : 1)) {
    days.set(date, [...grouped(ofDay, ({ office }) => office).values()].flatMap(queueDaysOf))
  }
  return days
}

function queueDaysOf (ofOffice: readonly PastTicket[]): QueueDay[] {
  const openedMin = ofOffice.reduce((first, { arriveMin }) => Math.min(first, arriveMin), Infinity)
  return [...grouped(ofOffice, ({ queue }) => queue).values()].map(ofQueue => {
    const tickets = ofQueue.toSorted((a, b) => a.arriveMin - b.arriveMin)
    const { office, date, queue } = tickets[0]!
    return { office, date, queue: JSON.stringify([office, queue]), tickets, turns: turnsOf(tickets), openedMin }
  })
}

/**
 * From call to call, of those before whom somebody else was called. Who found nobody ahead tells nothing: the desk may
 * have been free long before.
 */
function turnsOf (tickets: readonly PastTicket[]): Turn[] {
  const calls = tickets.toSorted((a, b) => a.calledMin - b.calledMin)
  return calls.flatMap(({ arriveMin, calledMin, ahead }, place) => {
    const before = calls[place - 1]
    return before === undefined || ahead === 0 ? [] : [{ atMin: calledMin, tookMin: Math.min(longestTurnMin, calledMin - Math.max(before.calledMin, arriveMin)) }]
  })
}

function grouped<Value> (values: readonly Value[], by: (value: Value) => string): Map<string, Value[]> {
  const groups = new Map<string, Value[]>()
  for (const value of values) {
    const group = groups.get(by(value))
    if (group) group.push(value)
    else groups.set(by(value), [value])
  }
  return groups
}
