import type { ByLanguage } from './office.ts'
import type { Instant } from './time.ts'

export type WhyCode = 'order' | 'priority' | 'returned' | 'appointment' | 'helper' | 'chosen'

/** Why this ticket and not another, in words a citizen understands. */
export interface Why { readonly code: WhyCode, readonly text: ByLanguage }

/** One call as it is shown and spoken, the same everywhere. */
export interface Call {
  readonly id: string
  /** 0 for the call, 1 and up for each recall. */
  readonly repeat: number
  readonly why: Why
  readonly announcement: ByLanguage
  readonly sound: ByLanguage
}

/** A call once it is a fact: with its place in the log and its time. */
export interface CallMade extends Call { readonly rev: number, readonly at: Instant }

/** Turns a decision into the office's words; handed in, so that the rules stay free of language. */
export interface Wording {
  readonly announcement: (about: { readonly number: string, readonly counter: number, readonly repeat: number }) => ByLanguage
  readonly sound: (about: { readonly number: string, readonly counter: number, readonly repeat: number }) => ByLanguage
  readonly why: (code: WhyCode, number: string) => ByLanguage
}
