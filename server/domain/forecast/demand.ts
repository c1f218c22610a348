import type { Office } from '../office.ts'
import { wallClock, type Instant } from '../time.ts'
import type { PastLeg } from './past.ts'
import { grouped } from './turns.ts'

/** Who comes, and who goes before being called. */
export interface Demand {
  /** {@link classKey} → arrivals in each half-hour of an average day. */
  readonly rates: ReadonlyMap<string, Float64Array>
  /** How much days differ: the shape of a gamma law with mean 1; the larger, the more alike they are. */
  readonly alike: number
  /** How many average days the rates rest on. */
  readonly days: number
  /** Waited up to {@link waitSteps} → the share that is called in vain. */
  readonly missed: readonly number[]
  /** Waited up to {@link waitSteps} → how many of those waiting give their number up in an hour, as a rate. */
  readonly leaves: readonly number[]
  readonly mostLeave: number
  /** Of those who were at a counter, so many come back there for the rest. */
  readonly returns: number
  /** Of those who were at a counter, so many are sent on to another field. */
  readonly sentOn: number
}

export const halfHours = 48

/**
 * Arrivals of a Vietnamese office by half-hour, from seven o'clock on: what is expected where nothing was measured.
 * An assumption, checked only for plausibility; a day's own measurements soon outweigh it.
 */
const usualShares: readonly number[] = [7, 13, 12, 11, 9, 8, 6, 4, 2, 0, 0, 0, 3, 8, 7, 4, 3, 2, 1].map(share => share / 100)
const usualFrom = 14
const usualPriority = 0.2
const usualPerCounter = 25
const usualMissed = 0.05
/** Such a likeness of days comes of weekdays alone. */
const usualVariance = 0.06

/** Minutes waited, the last without end. */
export const waitSteps = [10, 25, 50, 90, 140, 200, Infinity] as const

export function classKey (field: string, priority: boolean): string {
  return priority ? `${field} priority` : field
}

export function demandOf (office: Office, legs: readonly PastLeg[]): Demand {
  const dates = new Set(legs.map(({ serviceDate }) => serviceDate))
  const first = legs.filter(({ leg }) => leg === 1)
  const called = legs.filter(({ calledAt }) => calledAt !== undefined)
  const leaves = leavesOf(legs)
  return {
    rates: ratesOf(office, first, dates.size), days: dates.size, alike: dates.size === 0 ? 0.5 : 1 / varianceOf(first, dates.size),
    missed: missedOf(called), leaves, mostLeave: Math.max(...leaves),
    returns: shareOf(called, ({ returnedAt }) => returnedAt !== undefined, 0.03),
    sentOn: shareOf(called, ({ end }) => end === 'sent', 0.03)
  }
}

/** The half-hour of the day on the office's wall. */
export function halfHourOf (at: Instant, timeZone: string): number {
  return Math.floor(wallClock(at, timeZone).minutes / 30)
}

/** Measured on so many days, with one day of what is usual beside them. */
function ratesOf (office: Office, first: readonly PastLeg[], days: number): ReadonlyMap<string, Float64Array> {
  const rates = new Map<string, Float64Array>()
  const perDay = days > 0 ? first.length / days : usualPerCounter * office.duties.size
  const counted = new Map<string, Float64Array>()
  for (const { field, priority, waitingSince } of first) {
    const key = classKey(field, priority)
    const counts = counted.get(key) ?? new Float64Array(halfHours)
    counts[halfHourOf(waitingSince, office.timeZone)]! += 1
    counted.set(key, counts)
  }
  for (const field of office.fields.keys()) {
    for (const priority of [false, true]) {
      const counts = counted.get(classKey(field, priority))
      const sum = counts?.reduce((total, count) => total + count, 0) ?? 0
      const share = days > 0 ? sum / Math.max(1, first.length) : (priority ? usualPriority : 1 - usualPriority) / office.fields.size
      rates.set(classKey(field, priority), Float64Array.from({ length: halfHours }, (_, slot) =>
        ((counts?.[slot] ?? 0) + perDay * share * (usualShares[slot - usualFrom] ?? 0)) / (days + 1)))
    }
  }
  return rates
}

/** How much the days' numbers of visitors differ, beyond chance. */
function varianceOf (first: readonly PastLeg[], days: number): number {
  const counts = [...grouped(first, ({ serviceDate }) => serviceDate).values()].map(day => day.length)
  const mean = first.length / days
  const spread = counts.reduce((sum, count) => sum + (count / mean - 1) ** 2, 0) - counts.length / Math.max(1, mean)
  return Math.max(0.005, (Math.max(0, spread) + 5 * usualVariance) / (counts.length + 4))
}

/** Those who wait longer are more often gone. Steps with few are near those before them. */
function missedOf (called: readonly PastLeg[]): readonly number[] {
  const weight = 20
  let before = usualMissed
  return waitSteps.map((to, step) => {
    const from = waitSteps[step - 1] ?? 0
    const own = called.filter(({ calledAt, waitingSince, returnedAt }) => {
      const minutes = ((calledAt ?? 0) - waitingSince) / 60_000
      return returnedAt === undefined && from <= minutes && minutes < to
    })
    before = (own.filter(({ end }) => end === 'missed').length + weight * before) / (own.length + weight)
    return before
  })
}

export function missedAfter ({ missed }: Demand, waitedMs: number): number {
  let step = 0
  while (step < missed.length - 1 && waitedMs / 60_000 >= (waitSteps[step] as number)) step++
  return missed[step] as number
}

/** Given up while waiting, not left over at closing: ended long before the day's last call. */
function leavesOf (legs: readonly PastLeg[]): readonly number[] {
  const weight = 10 // hours of waiting
  const left = waitSteps.map(() => 0)
  const hours = waitSteps.map(() => 0)
  for (const day of grouped(legs, ({ serviceDate }) => serviceDate).values()) {
    const lastCall = day.reduce((latest, { calledAt = 0 }) => Math.max(latest, calledAt), 0)
    for (const { waitingSince, calledAt, endedAt, end } of day) {
      const until = calledAt ?? (end === 'away' ? endedAt : undefined)
      if (until === undefined) continue
      const minutes = (until - waitingSince) / 60_000
      for (let step = 0; step < waitSteps.length; step++) hours[step]! += minutesIn(step, minutes) / 60
      if (calledAt === undefined && until < lastCall) left[waitSteps.findIndex(to => minutes < to)]! += 1
    }
  }
  let before = 0
  return left.map((howMany, step) => before = (howMany + weight * before) / ((hours[step] ?? 0) + weight))
}

/** How much of a wait falls into a step. */
function minutesIn (step: number, minutes: number): number {
  return Math.max(0, Math.min(minutes, waitSteps[step] ?? Infinity) - (waitSteps[step - 1] ?? 0))
}

/** Whether somebody has left for good after waiting from one length to another, both in ms; `luck` between 0 and 1. */
export function hasLeft ({ leaves, mostLeave }: Demand, fromMs: number, toMs: number, luck: number): boolean {
  // Nearly everybody stays: no need to look closer where even the highest rate would not do.
  if (luck * 3_600_000 >= mostLeave * (toMs - fromMs)) return false
  let rate = 0
  for (let step = 0; step < leaves.length; step++) rate += (leaves[step] as number) * (minutesIn(step, toMs / 60_000) - minutesIn(step, fromMs / 60_000)) / 60
  return luck < 1 - Math.exp(-rate)
}

function shareOf (legs: readonly PastLeg[], is: (leg: PastLeg) => boolean, usual: number): number {
  const weight = 30
  return (legs.filter(is).length + usual * weight) / (legs.length + weight)
}
