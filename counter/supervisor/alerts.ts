import type { Counter } from '../../common/contract/counter.ts'
import type { FloorShot, PromiseAtRisk, PromiseBroken } from '../../common/contract/live.ts'

/** One field in which people wait too long, or will. */
export interface Alert {
  readonly field: string
  readonly broken: readonly PromiseBroken[]
  readonly soon: readonly PromiseAtRisk[]
  readonly remedies: readonly Remedy[]
}

/** What a supervisor can do at one counter: have it call, go on, help out or open. */
export interface Remedy {
  readonly kind: 'call' | 'help' | 'resume' | 'open'
  readonly counter: number
  /** Why it is paused. */
  readonly reason?: string
}

const mostRemedies = 3
const kinds: readonly Remedy['kind'][] = ['call', 'help', 'resume', 'open']

/** Fields with a promise that is broken first, then those where one is at risk; the longest wait first. */
export function alertsOf ({ promise, counters }: Pick<FloorShot, 'promise' | 'counters'>): readonly Alert[] {
  if (!promise) return []
  const { broken, soon = [] } = promise
  const fields = new Set([...broken, ...soon].map(({ field }) => field))
  return [...fields].map(field => ({
    field, broken: broken.filter(late => late.field === field), soon: soon.filter(next => next.field === field), remedies: remediesFor(field, counters)
  }))
}

/** Who can shorten the waits of a field: free counters at once, paused ones after a word, closed ones once somebody sits there. */
export function remediesFor (field: string, counters: readonly Counter[]): readonly Remedy[] {
  return counters
    .filter(({ main, helper }) => main.includes(field) || helper.includes(field))
    .flatMap(counter => remedyAt(counter, counter.main.includes(field)) ?? [])
    .sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || a.counter - b.counter)
    .slice(0, mostRemedies)
}

function remedyAt ({ number: counter, state, ticket, reason }: Counter, isMain: boolean): Remedy | undefined {
  switch (state) {
    case 'closed': return { kind: 'open', counter }
    case 'paused': return { kind: 'resume', counter, ...reason !== undefined && { reason } }
    case 'open': return ticket ? undefined : { kind: isMain ? 'call' : 'help', counter }
  }
}
