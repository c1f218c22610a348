import type { ConsoleShot } from '../../common/contract/live.ts'

/** What an officer can do at a counter, named as the last part of its path. */
export type Deed = 'next' | 'recall' | 'start' | 'finish' | 'miss' | 'pause' | 'resume' | 'close' | 'open' | 'take-over'

export interface Offer {
  /** The one thing to press next. */
  readonly primary: Deed
  readonly possible: readonly Deed[]
}

type Known = Pick<ConsoleShot, 'counter' | 'mine' | 'current'> & { readonly office: Pick<ConsoleShot['office'], 'recallLimit'> }

/** What this browser may do now. The office decides again; this only keeps hopeless buttons quiet. */
export function offer ({ counter, mine, current, office }: Known): Offer {
  if (counter.state === 'closed') return { primary: 'open', possible: ['open'] }
  if (!mine) return { primary: 'take-over', possible: ['take-over'] }
  if (current?.ticket.state === 'called') {
    const recall: readonly Deed[] = current.recalls < office.recallLimit ? ['recall'] : []
    return { primary: 'start', possible: ['start', 'finish', 'miss', ...recall] }
  }
  if (current) return { primary: 'finish', possible: ['finish'] }
  return counter.state === 'paused' ? { primary: 'resume', possible: ['resume', 'close'] } : { primary: 'next', possible: ['next', 'pause', 'close'] }
}

/** Changes whenever a deed at this counter has taken effect: until then its button stays pending. */
export function situation (shot: ConsoleShot | undefined): string {
  if (!shot) return ''
  const { counter, mine, current } = shot
  return [counter.state, mine, current?.ticket.id, current?.ticket.state, current?.recalls].join('|')
}
