import { closedTicket, evolve, type ClosingType, type Day } from '../domain/day.ts'
import type { Fact, FactOf, Recorded } from '../domain/fact.ts'
import { refuse, type Refusal } from '../domain/refusal.ts'
import { ok, type Result } from '../domain/result.ts'
import type { Ticket } from '../domain/ticket.ts'
import type { Alongside, Decided, Once, Turned } from '../ports/store.ts'
import { sealFact, type SealedFact } from './chain.ts'

/** Where an office stands: its day, and the hash its next fact points back to. */
export interface Standing { readonly day: Day, readonly tip: string }

export interface Turn {
  readonly office: string
  readonly decide: (day: Day) => Result<Decided<unknown>, Refusal>
  readonly once?: Once
}

/** Whether an office ignores its hours, by whether it was confirmed: the machine's own setting. */
export type AlwaysOpen = (confirmed: boolean) => boolean

/** What an idempotency key has already been answered with. */
export interface KeptAnswer { readonly fingerprint: string, readonly answer: string, readonly at: number }

/** One fact with the day on both sides of it. */
export interface Step {
  readonly fact: Recorded
  readonly sealed: SealedFact
  /** The ticket that the fact is about, before and after it; it was not open before it was issued, and before a finish was taken back. */
  readonly ticket?: { readonly before?: Ticket, readonly after: Ticket }
}

export interface Deed {
  readonly office: string
  readonly before: Standing
  readonly after: Standing
  readonly steps: readonly Step[]
  readonly alongside: readonly Alongside[]
  readonly answer: unknown
  readonly once?: Once
}

/** Either a deed to be stored, or an outcome that stores nothing. */
export type Proposal =
  | { readonly deed: Deed }
  | { readonly outcome: Result<Turned<unknown>, Refusal> }

/** For how long a repeated request gets the first answer again. */
export const keepAnswersMs = 24 * 60 * 60_000

/**
 * Runs one turn on a day. Pure, but for the salts of the facts.
 *
 * @throws what `decide` or `answer` throw, or when a fact is about a ticket that is not open
 */
export function propose (turn: Turn, standing: Standing, kept: KeptAnswer | undefined, alwaysOpen: AlwaysOpen): Proposal {
  const { office, once } = turn
  if (once && kept && once.at - kept.at < keepAnswersMs) return { outcome: replay(once, kept) }
  const decided = turn.decide(standing.day)
  if (!decided.ok) return { outcome: decided }
  const { facts, alongside = [], answer } = decided.value
  const steps: Step[] = []
  let { day, tip } = standing
  for (const fact of facts) {
    const after = evolve(day, fact)
    const sealed = sealFact(tip, office, after.rev, fact)
    const ticket = ticketAround(day, fact, after)
    steps.push({ fact: { ...fact, rev: after.rev }, sealed, ...ticket && { ticket } })
    day = after
    tip = sealed.hash
  }
  if (alongside.some(({ kind }) => kind === 'confirmed')) day = { ...day, office: { ...day.office, confirmed: true, alwaysOpen: alwaysOpen(true) } }
  return { deed: { office, before: standing, after: { day, tip }, steps, alongside, answer: answer(day), ...once && { once } } }
}

export function keptAnswer ({ answer, once }: Deed): KeptAnswer | undefined {
  return once && { fingerprint: once.fingerprint, answer: JSON.stringify(answer ?? null), at: once.at }
}

function replay (once: Once, kept: KeptAnswer): Result<Turned<unknown>, Refusal> {
  if (once.fingerprint !== kept.fingerprint) return refuse({ code: 'IDEMPOTENCY_KEY_REUSED' })
  return ok({ answer: JSON.parse(kept.answer) as unknown, replayed: true })
}

function ticketAround (day: Day, fact: Fact, after: Day): Step['ticket'] {
  if (!('ticket' in fact)) return undefined
  const { id } = fact.ticket
  const before = fact.type === 'ticket:issued' ? undefined : day.tickets.get(id)
  const open = after.tickets.get(id)
  if (open && (before || fact.type === 'ticket:issued' || fact.type === 'ticket:undone')) return { ...before && { before }, after: open }
  if (!before) throw new Error(`${fact.type} about ticket ${id}, which is not open`)
  return { before, after: closedTicket(before, fact as FactOf<ClosingType>) }
}
