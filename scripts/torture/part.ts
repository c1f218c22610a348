/** How long a part goes on: rounds of kill -9, and everything else in proportion. */
export interface Extent {
  readonly rounds: number
  /** One line of progress. */
  readonly say: (line: string) => void
}

export interface Outcome {
  readonly figures: Readonly<Record<string, number | string>>
  /** Broken promises, one line each; empty when all held. */
  readonly failures: readonly string[]
}

export type Part = (extent: Extent) => Promise<Outcome>

/** What fifty rounds stand for. */
export const fullRounds = 50

export function inProportion (amount: number, { rounds }: Extent): number {
  return Math.max(1, Math.round(amount * rounds / fullRounds))
}
