import { checkingIn, notCheckedIn, typed } from './booking.ts'
import { backFromHardly, guided, hardlyAt, hardlyTaken, notOverruled, overruling, pinTyped } from './cut-off.ts'
import { reprint } from './reprint.ts'
import { jobOf, printed, remember, shown } from './shown.ts'
import { start, type Confirming, type Input, type Listing, type Printed, type Step } from './steps.ts'
import { choose, count, counted, counting, drop, isShut, mayAdd } from './wish.ts'

/** Where a touch, or an answer of the office, leads. Pure: what is to be sent is read from the step. */
export function follow (step: Step, input: Input, newKey: () => string): Step {
  switch (input.do) {
    case 'field':
    case 'procedure': return isListing(step) ? touched(step, input, newKey) : step
    case 'page': return step.at === 'fields' || step.at === 'procedures' ? { ...step, page: input.page } : step
    case 'search': return { at: 'search', query: '', ...adding(step) }
    case 'type': return step.at === 'search' ? { ...step, query: input.query } : step
    case 'more': return step.at === 'confirm' && mayAdd(step) ? { at: 'fields', page: 0, adding: step } : step
    case 'drop': return step.at === 'confirm' ? drop(step, input.place, newKey()) : step
    case 'dossiers': return step.at === 'confirm' && !step.sending ? counting(step, step) : step
    case 'count': return step.at === 'dossiers' ? count(step, input.count) : step
    case 'counted': return step.at === 'dossiers' ? counted(step, newKey()) : step
    case 'priority': return step.at === 'confirm' && !step.sending ? { ...step, priorityClass: input.priorityClass, problem: undefined, key: newKey() } : step
    case 'send': return step.at === 'confirm' ? sent(step, input.hardly ?? false) : step
    case 'taken': return shown(step, input)
    case 'refused': return refused(step, input)
    case 'guide': return step.at === 'hardly' ? guided(step) : step
    case 'goOn': return step.at === 'hardly' ? step.next ?? step.wish ?? step : step
    case 'overrule': return step.at === 'hardly' ? overruling(step) : step
    case 'booking': return { at: 'booking', code: '', sending: false }
    case 'key': return step.at === 'hardly' ? pinTyped(step, input.key, newKey()) : typed(step, input.key)
    case 'misread': return { at: 'booking', code: '', sending: false, misread: true }
    case 'checkIn': return checkingIn(step, input.asked)
    case 'notCheckedIn': return notCheckedIn(step, input)
    case 'print': return onPaper(step, input)
    case 'checklist': return step.at === 'confirm' && mayAskList(step) ? { ...step, checklist: { key: newKey(), askedAt: input.now } } : step
    case 'checklistAsked': return asked(step, input)
    case 'remember': return remember(step)
    case 'reprint':
    case 'keepSlip':
    case 'printAgain':
    case 'reprinted': return reprint(step, input, newKey)
    case 'help': return step.at === 'help' ? step : { at: 'help', from: step }
    case 'back': return back(step)
    case 'home': return start
  }
}

const isListing = (step: Step): step is Listing => step.at === 'fields' || step.at === 'procedures' || step.at === 'search'
/** The wish that gets one more thing is carried along. */
const adding = (step: Step): { readonly adding?: Confirming } => 'adding' in step && step.adding ? { adding: step.adding } : {}

function touched (step: Listing, input: Extract<Input, { do: 'field' | 'procedure' }>, newKey: () => string): Step {
  const { field } = input
  if (isShut(field)) return { at: 'shut', field, from: step }
  const next = chosen(step, input, newKey)
  return input.do === 'field' && input.hardly && !('adding' in step) ? hardlyAt(step, next) : next
}

function chosen (step: Listing, input: Extract<Input, { do: 'field' | 'procedure' }>, newKey: () => string) {
  const { field } = input
  if (input.do === 'field' && input.hasProcedures) return { at: 'procedures', field, page: 0, ...adding(step) } as const
  return choose(step, { field, ...input.do === 'procedure' && input.procedure && { procedure: input.procedure } }, newKey())
}

function sent (step: Confirming, isHardly: boolean): Step {
  if (step.sending) return step
  return isHardly ? hardlyTaken(step) : { ...step, sending: true, problem: undefined }
}

/** The office may know better than this screen that a number will hardly be served. */
function refused (step: Step, { key, problem }: Extract<Input, { do: 'refused' }>): Step {
  if (step.at === 'hardly') return notOverruled(step, key, problem)
  if (step.at !== 'confirm' || step.key !== key) return step
  return problem.code === 'HARDLY_TODAY' ? hardlyTaken(step, problem) : { ...step, sending: false, problem }
}

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
  return step.at === 'ticket' && step.print !== 'printed' ? jobOf(step) : undefined
}

/** How far a slip has come: the ticket's, or the list's. */
function onPaper (step: Step, input: Printed): Step {
  const { job, state, printer } = input.job
  if (step.at === 'confirm' && step.checklist?.job === job) return { ...step, checklist: { ...step.checklist, print: state, at: printer } }
  return step.at === 'ticket' && jobOf(step) === job ? printed(step, input) : step
}

function back (step: Step): Step {
  switch (step.at) {
    case 'fields': return step.adding ?? start
    case 'procedures':
    case 'search': return { ...start, ...adding(step) }
    case 'ticket': return start
    case 'help':
    case 'shut':
    case 'dossiers': return step.from
    case 'hardly': return backFromHardly(step)
    case 'booking':
    case 'confirm': return step.sending ? step : step.at === 'booking' ? start : step.from
  }
}
