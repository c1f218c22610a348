import type { Slot } from '../contract/booking.ts'
import type { Office } from '../contract/office.ts'
import { wallTime } from './moment.ts'

/** The times of one day, full ones included. */
export interface DaySlots { readonly date: string, readonly slots: readonly Slot[] }

/** Days asked for at once. The office says nowhere how far ahead it may be booked: its answers do. */
export const daysAtOnce = 14
const dayMs = 86_400_000
/** A longer row of days off than any holiday. */
const longestBreakDays = 7

/**
 * The moment from which days are counted. When the office closes, or opens next, it says itself;
 * the clock of this phone or desk may be years off, and is asked only where the office never closes.
 */
export function countedFrom ({ open, opensAt, closesAt }: Pick<Office, 'open' | 'opensAt' | 'closesAt'>, here: Date): Date {
  const told = open ? closesAt : opensAt
  return told === null ? here : new Date(told)
}

/** Dates as the office's calendar has them, the first `from` days after that of `now`. */
export function datesAhead (now: Date, timeZone: string, from: number, count = daysAtOnce): readonly string[] {
  const { year, month, day } = wallTime(now, timeZone)
  return Array.from({ length: count }, (_, index) => new Date(Date.UTC(year, month - 1, day) + (from + index) * dayMs).toISOString().slice(0, 10))
}

/** Days on which any time is offered. */
export function offered (days: readonly DaySlots[]): readonly DaySlots[] {
  return days.filter(({ slots }) => slots.length > 0)
}

export function freeIn ({ slots }: DaySlots): number {
  return slots.filter(({ left }) => left > 0).length
}

/** The first day with a free time: what most people want. */
export function firstFree (days: readonly DaySlots[]): string | undefined {
  return days.find(day => freeIn(day) > 0)?.date
}

/** Whether it is worth asking for later days: times are still offered close to the last one asked for. */
export function mayGoOn (days: readonly DaySlots[]): boolean {
  return offered(days.slice(-longestBreakDays)).length > 0
}

/** Morning and afternoon apart; a part without times is not there. */
export function halves (slots: readonly Slot[], timeZone: string): readonly { readonly half: 'morning' | 'afternoon', readonly slots: readonly Slot[] }[] {
  const isMorning = ({ at }: Slot) => wallTime(at, timeZone).hour < 12
  return ([['morning', slots.filter(isMorning)], ['afternoon', slots.filter(slot => !isMorning(slot))]] as const)
    .map(([half, slots]) => ({ half, slots })).filter(({ slots }) => slots.length > 0)
}

/** Noon of a service day, for naming it: no time zone of an office moves it to another day than its own. */
export function noonOf (date: string): Date {
  return new Date(`${date}T12:00:00Z`)
}
