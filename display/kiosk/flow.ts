import type { Field, Procedure } from '../../common/contract/office.ts'
import type { Problem } from '../../common/contract/problem.ts'
import type { PrintJob, PrintState, TicketRequest, TicketTaken } from '../../common/contract/ticket.ts'

/** The papers of a procedure, on their way to paper. */
export interface Checklist {
  /** One intent, one key. */
  readonly key: string
  readonly job?: string
  /** Absent until the office has answered. */
  readonly print?: PrintState
  /** The printer its job is at. */
  readonly at?: string
  readonly askedAt: number
  readonly refused?: boolean
}

export interface Confirming {
  readonly at: 'confirm'
  readonly field: Field
  readonly procedure?: Procedure
  /** Where "back" leads. */
  readonly from: Step
  readonly priorityClass?: string
  readonly sending: boolean
  readonly checklist?: Checklist
  readonly problem?: Problem
  /** One intent, one key: a second touch or a lost answer gives the same ticket again. A changed wish is a new intent. */
  readonly key: string
}
export interface Shown {
  readonly at: 'ticket'
  readonly field: Field
  readonly taken: TicketTaken
  readonly print?: PrintState
  /** The printer its job is at, once known. */
  readonly printer?: string
  readonly shownAt: number
  readonly closesAt: number
}
export type Step =
  | { readonly at: 'fields', readonly page: number }
  | { readonly at: 'procedures', readonly field: Field, readonly page: number }
  | { readonly at: 'search', readonly query: string }
  | { readonly at: 'help', readonly from: Step }
  | Confirming
  | Shown

export type Input =
  | { readonly do: 'field', readonly field: Field, readonly hasProcedures: boolean }
  | { readonly do: 'procedure', readonly field: Field, readonly procedure?: Procedure }
  | { readonly do: 'page', readonly page: number }
  | { readonly do: 'search' }
  | { readonly do: 'type', readonly query: string }
  | { readonly do: 'priority', readonly priorityClass?: string }
  | { readonly do: 'send' }
  | { readonly do: 'taken', readonly key: string, readonly taken: TicketTaken, readonly now: number }
  | { readonly do: 'refused', readonly key: string, readonly problem: Problem }
  | { readonly do: 'print', readonly now: number, readonly job: Pick<PrintJob, 'job' | 'state' | 'printer'> }
  | { readonly do: 'checklist', readonly now: number }
  | { readonly do: 'checklistAsked', readonly key: string, readonly job?: string }
  | { readonly do: 'remember' }
  | { readonly do: 'help' }
  | { readonly do: 'back' }
  | { readonly do: 'home' }

export const start: Step = { at: 'fields', page: 0 }
export const ticketShownMs = 12_000
/** Without paper the number is to be remembered, or photographed by somebody who first has to find their phone. */
export const paperlessShownMs = 25_000

/** From the news that a slip is printed. */
export const takeSlipMs = 6_000

/** Where a touch, or an answer of the office, leads. Pure: what is to be sent is read from the step. */
export function follow (step: Step, input: Input, newKey: () => string): Step {
  switch (input.do) {
    case 'field': return input.hasProcedures ? { at: 'procedures', field: input.field, page: 0 } : confirm(step, input.field, undefined, newKey())
    case 'procedure': return confirm(step, input.field, input.procedure, newKey())
    case 'page': return step.at === 'fields' || step.at === 'procedures' ? { ...step, page: input.page } : step
    case 'search': return { at: 'search', query: '' }
    case 'type': return step.at === 'search' ? { ...step, query: input.query } : step
    case 'priority': return step.at === 'confirm' && !step.sending ? { ...step, priorityClass: input.priorityClass, problem: undefined, key: newKey() } : step
    case 'send': return step.at === 'confirm' ? { ...step, sending: true, problem: undefined } : step
    case 'taken': return taken(step, input)
    case 'refused': return isAnswerTo(step, input.key) ? { ...step, sending: false, problem: input.problem } : step
    case 'print': return printed(step, input)
    case 'checklist': return step.at === 'confirm' && mayAskList(step) ? { ...step, checklist: { key: newKey(), askedAt: input.now } } : step
    case 'checklistAsked': return asked(step, input)
    case 'remember': return remember(step)
    case 'help': return step.at === 'help' ? step : { at: 'help', from: step }
    case 'back': return back(step)
    case 'home': return start
  }
}

function confirm (from: Step, field: Field, procedure: Procedure | undefined, key: string): Confirming {
  return { at: 'confirm', field, ...(procedure ? { procedure } : {}), from, sending: false, key }
}

const isAnswerTo = (step: Step, key: string): step is Confirming => step.at === 'confirm' && step.key === key

/** Also after the person has gone back: the ticket exists, so its number must be seen. */
function taken (step: Step, { taken, now, key }: Extract<Input, { do: 'taken' }>): Step {
  if (step.at === 'ticket') return step
  const field = isAnswerTo(step, key) ? step.field : undefined
  return {
    at: 'ticket', taken, field: field ?? nameless(taken), shownAt: now, closesAt: now + ticketShownMs,
    ...(taken.print ? { print: taken.print.state } : {})
  }
}

const nameless = ({ ticket }: TicketTaken): Field => ({
  id: ticket.field, digit: Number(ticket.number[0]) || 9, name: { vi: '', en: '' }, kioskLabel: { vi: '', en: '' },
  purpose: ticket.purpose, waiting: 0, served: true, open: true, opensAt: null, counters: []
})

/** One list is enough, unless it did not come. */
export function mayAskList ({ checklist }: Confirming): boolean {
  return !checklist || checklist.refused === true || checklist.print === 'failed' || checklist.print === 'unknown'
}

function asked (step: Step, { key, job }: Extract<Input, { do: 'checklistAsked' }>): Step {
  if (step.at !== 'confirm' || step.checklist?.key !== key) return step
  return { ...step, checklist: { ...step.checklist, ...job === undefined ? { refused: true } : { job, print: 'queued' as const } } }
}

/** The job whose paper somebody at this screen waits for. */
export function awaitedJob (step: Step): string | undefined {
  if (step.at === 'help') return awaitedJob(step.from)
  if (step.at === 'confirm') return step.checklist?.print === 'printed' ? undefined : step.checklist?.job
  return step.at === 'ticket' && step.print !== 'printed' ? step.taken.print?.job : undefined
}

/** How far a slip has come: the ticket's, or the list's. */
function printed (step: Step, { job: { job, state, printer }, now }: Extract<Input, { do: 'print' }>): Step {
  if (step.at === 'confirm' && step.checklist?.job === job) return { ...step, checklist: { ...step.checklist, print: state, at: printer } }
  if (step.at !== 'ticket' || step.taken.print?.job !== job) return step
  const isNews = state === 'printed' && step.print !== 'printed'
  // Paper that came late is still to be taken: time to read that, and to reach for it.
  return { ...step, print: state, printer, ...isNews && { closesAt: Math.max(step.closesAt, now + takeSlipMs) } }
}

/** The screen stays as long as somebody needs who goes without paper. Said again, it changes nothing. */
function remember (step: Step): Step {
  if (step.at !== 'ticket' || step.closesAt >= step.shownAt + paperlessShownMs) return step
  return { ...step, closesAt: step.shownAt + paperlessShownMs }
}

function back (step: Step): Step {
  switch (step.at) {
    case 'fields': return start
    case 'procedures':
    case 'search':
    case 'ticket': return start
    case 'help': return step.from
    case 'confirm': return step.sending ? step : step.from
  }
}

/** What the confirmed step asks the office for. */
export function requestOf ({ field, procedure, priorityClass }: Confirming, language: 'vi' | 'en'): TicketRequest {
  return {
    field: field.id, language,
    ...(procedure ? { procedure: procedure.id, purpose: procedure.purpose } : {}),
    ...(priorityClass ? { priority: true, priorityClass } : {})
  }
}
