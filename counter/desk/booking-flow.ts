import type { Booked, Slot } from '../../common/contract/booking.ts'
import type { Problem } from '../../common/contract/problem.ts'
import { firstFree, type DaySlots } from '../../common/ui/booking-days.ts'

/** A time being chosen for somebody, or just booked. */
export interface BookingDraft {
  readonly field?: string
  readonly days: readonly DaySlots[]
  readonly doing: 'choosing' | 'asking' | 'booking'
  readonly date?: string
  readonly slot?: Slot
  readonly booked?: Booked
  readonly problem?: Problem
}

export const noBooking: BookingDraft = { days: [], doing: 'choosing' }

export function withField (field: string): BookingDraft { return { field, days: [], doing: 'asking' } }

/** A day that was asked for anew; a time that is gone is no longer chosen. */
export function withDays (draft: BookingDraft, added: readonly DaySlots[]): BookingDraft {
  const { slot: before, problem: _, ...rest } = draft
  const days = [...draft.days.filter(({ date }) => !added.some(day => day.date === date)), ...added].sort((a, b) => a.date < b.date ? -1 : 1)
  const slot = days.flatMap(({ slots }) => slots).find(({ at, left }) => at === before?.at && left > 0)
  const date = draft.date ?? firstFree(days)
  return { ...rest, days, doing: 'choosing', ...date !== undefined && { date }, ...slot && { slot } }
}

export function withDay ({ slot: _, ...draft }: BookingDraft, date: string): BookingDraft { return { ...draft, date } }
