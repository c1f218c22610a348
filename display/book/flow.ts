import type { Booked, Booking, Slot } from '../../common/contract/booking.ts'
import type { Field, Office, Procedure } from '../../common/contract/office.ts'
import type { Problem } from '../../common/contract/problem.ts'
import { firstFree, type DaySlots } from '../../common/ui/booking-days.ts'

/** Choosing a time: the days known so far, which of them is looked at, and which time is wanted. */
export interface TimeStep {
  readonly at: 'time'
  readonly field: Field
  readonly procedure?: Procedure
  readonly days: readonly DaySlots[]
  readonly doing: 'asking' | 'choosing' | 'booking'
  readonly date?: string
  readonly chosen?: Slot
}
export interface BookedStep {
  readonly at: 'booked'
  readonly token: string
  readonly booking: Booking
  /** Made just now, not looked up. */
  readonly isNew: boolean
  readonly cancelling: 'offered' | 'asked' | 'sending'
}
export type Step =
  | { readonly at: 'loading' }
  | { readonly at: 'field' }
  | { readonly at: 'procedure', readonly field: Field }
  | TimeStep
  | BookedStep
  /** The address names a booking that the office does not know. */
  | { readonly at: 'unknown' }

export interface BookModel {
  readonly office?: Office
  readonly fields: readonly Field[]
  readonly procedures: readonly Procedure[]
  readonly step: Step
  /** Why the latest question to the office was not answered as hoped. */
  readonly problem?: Problem
}

export type BookEvent =
  | { readonly type: 'opened', readonly office: Office, readonly fields: readonly Field[], readonly procedures: readonly Procedure[] }
  | { readonly type: 'field', readonly field: Field }
  /** Without a procedure: another one, or the officer shall say. */
  | { readonly type: 'procedure', readonly procedure?: Procedure }
  | { readonly type: 'asking' }
  | { readonly type: 'days', readonly days: readonly DaySlots[] }
  | { readonly type: 'day', readonly date: string }
  | { readonly type: 'slot', readonly slot: Slot }
  | { readonly type: 'booking' }
  | { readonly type: 'booked', readonly booked: Booked }
  | { readonly type: 'found', readonly token: string, readonly booking: Booking }
  | { readonly type: 'lost' }
  | { readonly type: 'cancelling', readonly to: BookedStep['cancelling'] }
  | { readonly type: 'failed', readonly problem: Problem }
  | { readonly type: 'back' }
  | { readonly type: 'again' }

export const atFirst: BookModel = { fields: [], procedures: [], step: { at: 'loading' } }

/** The next picture. Asking the office is the page's own affair. */
export function next (model: BookModel, event: BookEvent): BookModel {
  const { problem: _, ...calm } = model
  switch (event.type) {
    case 'opened': return { ...calm, office: event.office, fields: event.fields, procedures: event.procedures }
    case 'field': return { ...calm, step: proceduresOf(model, event.field).length > 0 ? { at: 'procedure', field: event.field } : timeOf(event.field) }
    case 'procedure': return model.step.at === 'procedure' ? { ...calm, step: timeOf(model.step.field, event.procedure) } : model
    case 'booked': return { ...calm, step: { at: 'booked', token: event.booked.token, booking: event.booked.booking, isNew: true, cancelling: 'offered' } }
    case 'found': return { ...calm, step: { at: 'booked', token: event.token, booking: event.booking, isNew: false, cancelling: 'offered' } }
    case 'lost': return { ...calm, step: { at: 'unknown' } }
    case 'again': return { ...calm, step: { at: 'field' } }
    case 'back': return { ...calm, step: before(model) }
    case 'cancelling': return model.step.at === 'booked' ? { ...calm, step: { ...model.step, cancelling: event.to } } : model
    case 'failed': return { ...calm, problem: event.problem, step: calmed(model.step) }
    case 'asking':
    case 'days':
    case 'day':
    case 'slot':
    case 'booking': return model.step.at === 'time' ? { ...calm, step: choosing(model.step, event) } : model
  }
}

function choosing (step: TimeStep, event: BookEvent & { readonly type: 'asking' | 'days' | 'day' | 'slot' | 'booking' }): TimeStep {
  switch (event.type) {
    case 'asking': return { ...step, doing: 'asking' }
    case 'days': return withDays(step, event.days)
    case 'day': return { ...step, date: event.date, chosen: undefined }
    case 'slot': return { ...step, chosen: event.slot }
    case 'booking': return { ...step, doing: 'booking' }
  }
}

/** Days asked for anew take the place of what was known of them; a time that is gone is no longer chosen. */
function withDays (step: TimeStep, added: readonly DaySlots[]): TimeStep {
  const days = [...step.days.filter(({ date }) => !added.some(day => day.date === date)), ...added].sort((a, b) => a.date < b.date ? -1 : 1)
  const chosen = days.flatMap(({ slots }) => slots).find(({ at, left }) => at === step.chosen?.at && left > 0)
  return { ...step, days, doing: 'choosing', date: step.date ?? firstFree(days), chosen }
}

/** What was under way is not: it may be tried again. */
function calmed (step: Step): Step {
  if (step.at === 'time') return { ...step, doing: 'choosing' }
  return step.at === 'booked' && step.cancelling === 'sending' ? { ...step, cancelling: 'asked' } : step
}

function before (model: BookModel): Step {
  const { step } = model
  const hadProcedures = step.at === 'time' && proceduresOf(model, step.field).length > 0
  return hadProcedures ? { at: 'procedure', field: step.field } : { at: 'field' }
}

const timeOf = (field: Field, procedure?: Procedure): TimeStep => ({ at: 'time', field, ...procedure && { procedure }, days: [], doing: 'asking' })

export function proceduresOf ({ procedures }: BookModel, field: Field): readonly Procedure[] {
  return procedures.filter(procedure => procedure.field === field.id)
}

/** Fields whose times can be booked; none where the office books no times at all. */
export function bookableFields ({ office, fields }: BookModel): readonly Field[] {
  return office?.bookable ? fields.filter(({ bookable }) => bookable) : []
}
