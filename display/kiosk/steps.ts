import type { CheckInRequest } from '../../common/contract/booking.ts'
import type { Field, Procedure } from '../../common/contract/office.ts'
import type { PrintJob, PrintState, MyTicket, TicketTaken } from '../../common/contract/ticket.ts'
import type { Problem } from '../../common/contract/problem.ts'

/** One thing to be done at the office. */
export interface Chosen { readonly field: Field, readonly procedure?: Procedure }

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

/** What is about to become one number. */
export interface Confirming extends Chosen {
  readonly at: 'confirm'
  /** Done one after the other on the same number, after the first. */
  readonly more: readonly Chosen[]
  /** Absent where nobody asks. */
  readonly dossiers?: number
  /** Where "back" leads. */
  readonly from: Step
  readonly priorityClass?: string
  readonly sending: boolean
  readonly checklist?: Checklist
  readonly problem?: Problem
  /** One intent, one key: a second touch or a lost answer gives the same ticket again. A changed wish is a new intent. */
  readonly key: string
  /** A guide is here, who gives the number although it will hardly be served today. */
  readonly guided?: boolean
}

/** A number that will hardly be served today: said before it is given out. */
export interface Hardly {
  readonly at: 'hardly'
  readonly field: Field
  readonly from: Step
  /** Where a guide goes on while only the field is chosen. */
  readonly next?: Step & { readonly at: 'procedures' | 'confirm' | 'dossiers' }
  /** What a guide may give a number for. */
  readonly wish?: Confirming
  /** Of the guide, as far as it is typed; absent until a guide is asked for it. */
  readonly pin?: string
  readonly sending: boolean
  readonly problem?: Problem
  /** What the office said, where it knew before this screen did. */
  readonly told?: string
}

/** How many dossiers the citizen brings. */
export interface Counting {
  readonly at: 'dossiers'
  readonly count: number
  readonly wish: Confirming
  readonly from: Step
}

/** Checking in with the code of a booking. */
export interface CheckingIn {
  readonly at: 'booking'
  /** As far as it is typed. */
  readonly code: string
  readonly sending: boolean
  /** What the office was asked last, to be asked again when no answer came. */
  readonly asked?: CheckInRequest
  readonly problem?: Problem
  /** Something was scanned that is no booking. */
  readonly misread?: boolean
}

/** Another slip of a number: first asked of its citizen, then of the office. */
export interface Reprint {
  readonly at: 'asking' | 'sending' | 'sent' | 'refused' | 'unsure'
  /** One intent, one key. */
  readonly key: string
  readonly job?: string
  readonly sentAt?: number
}

export interface Shown {
  readonly at: 'ticket'
  readonly field: Field
  readonly taken: TicketTaken
  /** For a booked time. */
  readonly booked?: boolean
  /** Of a number that was given out before: how it stands now, where the office could be asked. */
  readonly again?: { readonly mine?: MyTicket }
  readonly print?: PrintState
  /** The printer its job is at, once known. */
  readonly printer?: string
  readonly reprint?: Reprint
  readonly shownAt: number
  readonly closesAt: number
}

/** Choosing; `adding` is the wish that gets one more thing to be done, `guided` as in {@link Confirming}. */
export type Listing =
  | { readonly at: 'fields', readonly page: number, readonly adding?: Confirming }
  | { readonly at: 'procedures', readonly field: Field, readonly page: number, readonly adding?: Confirming, readonly guided?: boolean }
  | { readonly at: 'search', readonly query: string, readonly adding?: Confirming }

export type Step =
  | Listing
  | { readonly at: 'shut', readonly field: Field, readonly from: Step }
  | { readonly at: 'help', readonly from: Step }
  | Counting
  | Confirming
  | Hardly
  | CheckingIn
  | Shown

export type Input =
  /** `hardly`: whoever takes a number of it now will hardly be called today. */
  | { readonly do: 'field', readonly field: Field, readonly hasProcedures: boolean, readonly hardly?: boolean }
  | { readonly do: 'procedure', readonly field: Field, readonly procedure?: Procedure }
  | { readonly do: 'page', readonly page: number }
  | { readonly do: 'search' }
  | { readonly do: 'type', readonly query: string }
  | { readonly do: 'more' }
  | { readonly do: 'drop', readonly place: number }
  | { readonly do: 'dossiers' }
  | { readonly do: 'count', readonly count: number }
  | { readonly do: 'counted' }
  | { readonly do: 'priority', readonly priorityClass?: string }
  | { readonly do: 'send', readonly hardly?: boolean }
  | { readonly do: 'guide' }
  /** It may be served today after all, or somebody has priority. */
  | { readonly do: 'goOn' }
  | { readonly do: 'overrule' }
  | Taken
  | { readonly do: 'refused', readonly key: string, readonly problem: Problem }
  | { readonly do: 'booking' }
  | { readonly do: 'key', readonly key: string }
  | { readonly do: 'misread' }
  | { readonly do: 'checkIn', readonly asked: CheckInRequest }
  | { readonly do: 'notCheckedIn', readonly asked: CheckInRequest, readonly problem: Problem }
  | Printed
  | { readonly do: 'checklist', readonly now: number }
  | { readonly do: 'checklistAsked', readonly key: string, readonly job?: string }
  | { readonly do: 'remember' }
  | { readonly do: 'reprint', readonly now: number }
  | { readonly do: 'keepSlip' }
  | { readonly do: 'printAgain' }
  /** Without a job the office said no, or is not known to have heard. */
  | { readonly do: 'reprinted', readonly key: string, readonly now: number, readonly job?: string, readonly unsure?: boolean }
  | { readonly do: 'help' }
  | { readonly do: 'back' }
  | { readonly do: 'home' }

/** The office gave a number; `field` as its catalogue has it. */
export interface Taken {
  readonly do: 'taken'
  readonly taken: TicketTaken
  readonly now: number
  readonly field?: Field
  readonly booked?: boolean
  readonly again?: Shown['again']
}
export interface Printed { readonly do: 'print', readonly now: number, readonly job: Pick<PrintJob, 'job' | 'state' | 'printer'> }

export const start: Step = { at: 'fields', page: 0 }
