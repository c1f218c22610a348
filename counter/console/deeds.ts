import type { CallRequest, DeedRequest, FinishRequest, HoldRequest, PauseRequest, TransferRequest } from '../../common/contract/counter.ts'
import type { ConsoleShot } from '../../common/contract/live.ts'

/** What an officer can do at a counter, named as the last part of its path. */
export type Deed =
  | 'next' | 'recall' | 'start' | 'finish' | 'miss' | 'hold' | 'transfer' | 'call' | 'undo'
  | 'pause' | 'resume' | 'close' | 'open' | 'take-over'

/** Deeds that ask something first, and what they are told. */
export interface Wishes { readonly hold: HoldRequest, readonly transfer: TransferRequest, readonly call: CallRequest, readonly pause: PauseRequest }
export type Asked = keyof Wishes
export type Wish = Wishes[Asked] | FinishRequest

const asked: readonly Deed[] = ['hold', 'transfer', 'call', 'pause'] satisfies readonly Asked[]
export function isAsked (deed: Deed): deed is Asked { return asked.includes(deed) }

const toTheNumber: readonly Deed[] = ['recall', 'start', 'finish', 'miss', 'hold', 'transfer']

/** Which number a deed is meant for, so that the office refuses it to any other. */
export function meantBy ({ current }: Pick<ConsoleShot, 'current'>, deed: Deed): DeedRequest {
  return current && toTheNumber.includes(deed) ? { ticket: current.ticket.id } : {}
}

export interface Offer {
  /** The one thing to press next. */
  readonly primary: Deed
  readonly possible: readonly Deed[]
}

type Known = Pick<ConsoleShot, 'counter' | 'mine' | 'current'> & { readonly office: Pick<ConsoleShot['office'], 'recallLimit'>, readonly queue: Pick<ConsoleShot['queue'], 'next'> }

/** What this browser may do now. The office decides again; this only keeps hopeless buttons quiet. */
export function offer (shot: Known, now: Date): Offer {
  const { primary, possible } = atCounter(shot)
  const undo: readonly Deed[] = shot.mine && undoSeconds(shot.counter, now) > 0 ? ['undo'] : []
  return { primary, possible: [...possible, ...undo] }
}

function atCounter ({ counter, mine, current, office, queue }: Known): Offer {
  if (counter.state === 'closed') return { primary: 'open', possible: ['open'] }
  if (!mine) return { primary: 'take-over', possible: ['take-over'] }
  if (current?.ticket.state === 'called') {
    const recall: readonly Deed[] = current.recalls < office.recallLimit ? ['recall'] : []
    return { primary: 'start', possible: ['start', 'finish', 'miss', 'hold', 'transfer', ...recall] }
  }
  if (current) return { primary: 'finish', possible: ['finish', 'hold', 'transfer'] }
  if (counter.state === 'paused') return { primary: 'resume', possible: ['resume', 'close'] }
  // With one person waiting there is nothing to choose.
  const call: readonly Deed[] = queue.next.length > 1 ? ['call'] : []
  return { primary: 'next', possible: ['next', 'pause', 'close', ...call] }
}

/** Whole seconds in which the latest deed can still be taken back; 0 when there is none. */
export function undoSeconds ({ undo }: ConsoleShot['counter'], now: Date): number {
  return undo ? Math.max(0, Math.ceil((Date.parse(undo.until) - now.getTime()) / 1000)) : 0
}

/** Changes whenever a deed at this counter has taken effect: until then its button stays pending. */
export function situation (shot: ConsoleShot | undefined): string {
  if (!shot) return ''
  const { counter, mine, current } = shot
  return [counter.state, mine, current?.ticket.id, current?.ticket.state, current?.recalls].join('|')
}
