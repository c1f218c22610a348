/** What a printer last said of itself. */
export interface Condition {
  /** A connection stands and it answers. */
  readonly reachable: boolean
  readonly paper: 'ok' | 'low' | 'out'
  readonly cover: 'closed' | 'open'
  readonly fault?: 'cutter' | 'unrecoverable' | 'recoverable'
  /** It stopped without naming one of the reasons above (its feed button is held, it waits for a person). */
  readonly offline: boolean
}

/** What people are told of a printer: one word, the worst thing first. Each has its own sentence on screens. */
export type PrinterState = 'ready' | 'paper-low' | 'paper-out' | 'cover-open' | 'fault' | 'unreachable'

/** The states in which a slip would not come out: nothing is sent then. Nearly empty paper is only a warning. */
export type BlockingState = Exclude<PrinterState, 'ready' | 'paper-low'>

export const unheard: Condition = { reachable: false, paper: 'ok', cover: 'closed', offline: false }

export function stateOf (condition: Condition): PrinterState {
  if (!condition.reachable) return 'unreachable'
  if (condition.cover === 'open') return 'cover-open'
  if (condition.paper === 'out') return 'paper-out'
  if (condition.fault || condition.offline) return 'fault'
  return condition.paper === 'low' ? 'paper-low' : 'ready'
}

export function isBlocking (state: PrinterState): state is BlockingState {
  return state !== 'ready' && state !== 'paper-low'
}
