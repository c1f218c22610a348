import type { Memory } from './memory.ts'
import type { Turn } from './queue-day.ts'
import type { PastTicket } from './tickets-file.ts'

/** What simple estimators say, in minutes of waiting. */
export interface SimpleWaits {
  /** The city's own formula: people ahead × its minutes per case ÷ desks. */
  readonly city: number
  /** Turns until the call (people ahead, and one's own) × what a turn of this queue took on earlier days. */
  readonly history: number
  /** The same × what a turn took today. */
  readonly today: number
}

export const simpleNames = ['city', 'history', 'today'] as const satisfies (keyof SimpleWaits)[]

/** Few turns are no pace of a day: without so many turns of other days beside them, today's pace errs a tenth more. */
const usualTurns = 10

/** `turns` are those that ended before now. Where a queue has no history all queues stand in for it; where there is none at all, the city's formula. */
export function simpleWaits ({ turns: histories, allTurns }: Memory, queue: string, { ahead, serviceMin, booths }: PastTicket, turns: readonly Turn[]): SimpleWaits {
  const cityTurn = serviceMin / Math.max(1, booths)
  const own = histories.get(queue)
  const usualTurn = own && own.count > 0 ? own.total / own.count : histories.size > 0 ? allTurns.total / allTurns.count : cityTurn
  const todaysTurn = (turns.reduce((sum, { tookMin }) => sum + tookMin, 0) + usualTurns * usualTurn) / (turns.length + usualTurns)
  const turnsToGo = ahead === 0 ? 0 : ahead + 1
  return { city: ahead * cityTurn, history: turnsToGo * usualTurn, today: turnsToGo * todaysTurn }
}
