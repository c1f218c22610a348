import type { Counter } from '../contract/counter.ts'
import type { LiveFact } from '../contract/live.ts'

type PanicFact = Extract<LiveFact, { type: 'panic:raised' | 'panic:ended' | 'panic:accepted' }>

/** A counter after its officer called for help, somebody came, or it was over. */
export function withPanic ({ panic, ...counter }: Counter, fact: PanicFact): Counter {
  switch (fact.type) {
    case 'panic:raised': return { ...counter, panic: { since: fact.at } }
    case 'panic:accepted': return { ...counter, panic: { since: panic?.since ?? fact.at, acceptedBy: fact.acceptedBy } }
    case 'panic:ended': return counter
  }
}
