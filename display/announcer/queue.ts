import type { Call } from '../../common/contract/counter.ts'

/** What a loudspeaker says now and next. Nothing here makes a sound or looks at a clock. */
export interface Queue {
  readonly speaking?: Call
  /** Oldest first. */
  readonly waiting: readonly Call[]
  /** Ids of calls that had their chance, oldest first: none gets a second one. */
  readonly heard: readonly string[]
}

export type QueueEvent =
  /** A call became known at `nowMs` of the office's time. */
  | { readonly type: 'called', readonly call: Call, readonly nowMs: number }
  /** Calls that are not to be spoken: from before this page, or while it was mute. */
  | { readonly type: 'passed', readonly calls: readonly Call[] }
  /** The call is said, or will not be. */
  | { readonly type: 'over', readonly id: string }
  /** Calls that were a mistake: what is not said yet stays unsaid. */
  | { readonly type: 'takenBack', readonly ids: readonly string[] }
  | { readonly type: 'hushed' }

export const atRest: Queue = { waiting: [], heard: [] }
export const mostWaiting = 5
/** After this a call is no longer news: a replayed fact, a screen that was away. */
export const lateAfterMs = 20_000
const remembered = 500

/** The next state. When `speaking` is another call than before, it is time to say it. */
export function step (queue: Queue, event: QueueEvent): Queue {
  switch (event.type) {
    case 'called': return called(queue, event.call, event.nowMs)
    case 'passed': return event.calls.reduce(remember, queue)
    case 'over': return queue.speaking?.id === event.id ? next(queue) : queue
    case 'takenBack': return { ...queue, waiting: queue.waiting.filter(({ id }) => !event.ids.includes(id)) }
    case 'hushed': return { heard: queue.heard, waiting: [] }
  }
}

function called (queue: Queue, call: Call, nowMs: number): Queue {
  if (queue.heard.includes(call.id)) return queue
  const known = remember(queue, call)
  if (nowMs - Date.parse(call.at) > lateAfterMs) return known
  if (!queue.speaking) return { ...known, speaking: call }
  return { ...known, waiting: [...queue.waiting, call].slice(-mostWaiting) }
}

function next ({ waiting: [speaking, ...waiting], heard }: Queue): Queue {
  return speaking ? { speaking, waiting, heard } : { waiting, heard }
}

function remember (queue: Queue, { id }: Call): Queue {
  return queue.heard.includes(id) ? queue : { ...queue, heard: [...queue.heard, id].slice(-remembered) }
}
