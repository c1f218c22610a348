import { keepHere, keptHere } from '../../common/ui/kept-here.ts'

export const longestWrapUpSeconds = 120

/** How one officer likes to work, in this browser. */
export interface Preferences {
  /** Enter asks for the outcome before it finishes. */
  readonly askOutcome: boolean
  /** After a finish by hand the next number is called by itself, when the wrap-up is over. */
  readonly autoNext: boolean
  readonly wrapUpSeconds: number
  /** The outcome used last: the suggestion for the next. */
  readonly lastOutcome?: string
}

export const usualPreferences: Preferences = { askOutcome: false, autoNext: false, wrapUpSeconds: 30 }

const name = (officer: string) => `console.${officer}`

/** Whatever else is kept there is not believed. */
export function preferencesOf (officer: string): Preferences {
  const kept = keptHere(name(officer))
  if (typeof kept !== 'object' || kept === null) return usualPreferences
  const { askOutcome, autoNext, wrapUpSeconds, lastOutcome } = kept as Partial<Record<keyof Preferences, unknown>>
  return {
    askOutcome: askOutcome === true, autoNext: autoNext === true,
    wrapUpSeconds: boundedSeconds(wrapUpSeconds),
    ...typeof lastOutcome === 'string' && { lastOutcome }
  }
}

export function boundedSeconds (seconds: unknown): number {
  return typeof seconds === 'number' && Number.isFinite(seconds) ? Math.min(longestWrapUpSeconds, Math.max(0, Math.round(seconds))) : usualPreferences.wrapUpSeconds
}

/** The preferences of whoever sits here. */
export class OwnWay {
  now: Preferences = usualPreferences
  private officer = ''

  of (officer: string): void {
    this.officer = officer
    this.now = preferencesOf(officer)
  }

  change (part: Partial<Preferences>): void {
    this.now = { ...this.now, ...part }
    keepHere(name(this.officer), this.now)
  }
}
