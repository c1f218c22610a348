import type { Office } from '../office.ts'
import type { PastLeg } from './past.ts'
import { reopeningOf, type Reopening } from './reopening.ts'
import { blendedSpread, lognormalSpread, type Spread } from './spread.ts'
import { grouped } from './turns.ts'
import type { SessionTimes } from './working-days.ts'

const minuteMs = 60_000

/** What passes between two turns at a counter, and how sessions begin and end there. */
export interface Flow {
  /** From the end of one turn to the next call, somebody waiting: a desk tidied, a cup of tea, now and then a longer absence. */
  readonly changeover: Spread
  /** From an arrival to the call, where the counter stood idle. */
  readonly reaction: Spread
  /** How long a pause lasts. */
  readonly pause: Spread
  /** Start of session (`07:30`) → counter → share of the days on which it worked then. */
  readonly presence: ReadonlyMap<string, ReadonlyMap<number, number>>
  /** Start of session → from then to a counter's first call, somebody waiting. */
  readonly lateness: ReadonlyMap<string, Spread>
  readonly reopening: Reopening
  /** Share of those left at closing time who are called all the same. */
  readonly overtime: number
}

const priorWeight = 10
const longestGapMs = 60 * minuteMs
const [earliestMs, latestMs] = [-20 * minuteMs, 150 * minuteMs]
const priorChangeover = lognormalSpread(0.7 * minuteMs, 0.8)
/** An officer at a free counter is not at the screen: he reads, he is on the telephone. */
const priorReaction = lognormalSpread(1.5 * minuteMs, 1)
const priorPause = lognormalSpread(10 * minuteMs, 0.8)
const priorLateness = lognormalSpread(4 * minuteMs, 1.2)

export function flowOf (duties: Office['duties'], legs: readonly PastLeg[], sessionsOf: (leg: PastLeg) => readonly SessionTimes[]): Flow {
  const called = legs.filter(({ calledAt, counter }) => calledAt !== undefined && counter !== undefined) as Called[]
  const stints = [...grouped(called, ({ serviceDate, counter, calledAt, ...leg }) => `${serviceDate} ${counter} ${sessionIn(sessionsOf({ serviceDate, ...leg }), calledAt)?.name}`).values()]
    .map(stint => stint.sort((a, b) => a.calledAt - b.calledAt))
  const gaps = stints.flatMap(gapsIn)
  const byDate = grouped(legs, ({ serviceDate }) => serviceDate)
  const waited = gaps.filter(({ isIdle }) => !isIdle).map(({ ms }) => ms)
  return {
    changeover: blendedSpread(priorChangeover, waited, priorWeight),
    reaction: blendedSpread(priorReaction, gaps.filter(({ isIdle }) => isIdle).map(({ ms }) => ms), priorWeight),
    pause: blendedSpread(priorPause, waited.filter(ms => ms > longAbsenceMs), priorWeight),
    presence: presenceOf(duties, called, sessionsOf),
    lateness: latenessOf(stints, sessionsOf),
    reopening: reopeningOf(duties, stints.flatMap(calls => inSession(calls, sessionsOf)), date => byDate.get(date) ?? []),
    overtime: overtimeOf(legs, sessionsOf)
  }
}

type Called = PastLeg & { readonly calledAt: number, readonly counter: number }

/** A gap this long is no changeover: somebody was away. */
const longAbsenceMs = 4 * minuteMs

function sessionIn (sessions: readonly SessionTimes[], at: number): SessionTimes | undefined {
  return sessions.find(({ to }) => at < to) ?? sessions.at(-1)
}

function inSession (calls: readonly Called[], sessionsOf: (leg: PastLeg) => readonly SessionTimes[]) {
  const session = calls[0] && sessionIn(sessionsOf(calls[0]), calls[0].calledAt)
  return session ? [{ calls, session }] : []
}

/** Since when somebody could have been called. */
function readySince ({ returnedAt, appointment, waitingSince }: PastLeg): number {
  return Math.max(returnedAt ?? waitingSince, Math.min(appointment ?? 0, waitingSince))
}

function gapsIn (stint: readonly Called[]): { readonly ms: number, readonly isIdle: boolean }[] {
  return stint.slice(1).flatMap((leg, place) => {
    const end = stint[place]?.endedAt
    if (end === undefined) return []
    const isIdle = readySince(leg) > end
    const ms = leg.calledAt - Math.max(end, readySince(leg))
    return ms >= 0 && ms <= longestGapMs ? [{ ms, isIdle }] : []
  })
}

function latenessOf (stints: readonly (readonly Called[])[], sessionsOf: (leg: PastLeg) => readonly SessionTimes[]): ReadonlyMap<string, Spread> {
  const seen = stints.flatMap(([first]) => {
    const session = first && sessionIn(sessionsOf(first), first.calledAt)
    if (!first || !session) return []
    // Who came later and was called at once says that the counter was there already, not since when.
    if (first.calledAt - Math.max(session.from, readySince(first)) < atOnceMs && readySince(first) > session.from) return []
    const ms = first.calledAt - session.from
    return ms >= earliestMs && ms <= latestMs ? [{ name: session.name, ms }] : []
  })
  return new Map([...grouped(seen, ({ name }) => name)].map(([name, own]) => [name, blendedSpread(priorLateness, own.map(({ ms }) => ms), priorWeight)]))
}

const atOnceMs = 2 * minuteMs

export function latenessIn (flow: Flow, session: string): Spread {
  return flow.lateness.get(session) ?? priorLateness
}

/** Before anything was seen every counter is expected in every session. */
const priorPresence = { share: 0.95, weight: 3 }

/** A counter that called nobody was away only where somebody came for what it serves first. */
function presenceOf (duties: Office['duties'], called: readonly Called[], sessionsOf: (leg: PastLeg) => readonly SessionTimes[]): Flow['presence'] {
  const withSession = called.flatMap(leg => {
    const session = sessionIn(sessionsOf(leg), leg.calledAt)
    return session ? [{ ...leg, session: session.name }] : []
  })
  return new Map([...grouped(withSession, leg => leg.session)].map(([session, legs]) => {
    const days = [...grouped(legs, ({ serviceDate }) => serviceDate).values()].map(day => ({ counters: new Set(day.map(({ counter }) => counter)), fields: new Set(day.map(({ field }) => field)) }))
    return [session, new Map([...duties.values()].map(({ number, main }) => {
      const there = days.filter(({ counters }) => counters.has(number)).length
      const away = days.filter(({ counters, fields }) => !counters.has(number) && main.some(field => fields.has(field))).length
      return [number, (there + priorPresence.share * priorPresence.weight) / (there + away + priorPresence.weight)]
    }))]
  }))
}

export function presenceIn (flow: Flow, session: string, counter: number): number {
  return flow.presence.get(session)?.get(counter) ?? priorPresence.share
}

/** Those who hold a number are served to the end, unless the office shows otherwise. */
const priorOvertime = 3

function overtimeOf (legs: readonly PastLeg[], sessionsOf: (leg: PastLeg) => readonly SessionTimes[]): number {
  let [after, left] = [priorOvertime, 0]
  for (const leg of legs) {
    const closing = sessionsOf(leg).at(-1)?.to ?? Infinity
    if (leg.calledAt !== undefined) after += Number(leg.calledAt > closing + minuteMs)
    else left += Number(leg.end === 'away' && (leg.endedAt ?? 0) >= closing && leg.waitingSince < closing)
  }
  return after / (after + left)
}
