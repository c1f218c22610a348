import { evolve, waitingTickets, type Day } from '../../../server/domain/day.ts'
import type { Fact } from '../../../server/domain/fact.ts'
import type { Refusal } from '../../../server/domain/refusal.ts'
import type { Result } from '../../../server/domain/result.ts'
import type { Instant } from '../../../server/domain/time.ts'
import type { Visitor } from '../../day/plan.ts'
import type { Agenda } from './agenda.ts'
import type { Temper } from './temper.ts'

/** Somebody with a number. */
export interface Person {
  readonly visitor: Visitor
  /** Lengths of the services still to come, in minutes of an ordinary day. */
  readonly toDo: number[]
  /** Walks out then, unless called before. */
  readonly leavesAt: Instant
  /** Has been at a counter: from then on patience holds. */
  wasHere: boolean
}

/** Told of every fact, with the day before and after it. */
export type Witness = (before: Day, fact: Fact, after: Day) => void

type Decide = (day: Day, at: Instant) => Result<readonly Fact[], Refusal>

/** Facts after which an idle officer looks whether there is somebody to call. */
const news: readonly Fact['type'][] = ['ticket:issued', 'ticket:returned', 'ticket:transferred', 'counter:changed']

/** Of those who are served, so many are sent away for a paper, or on to another field. */
export interface Shares { readonly held: number, readonly transferred: number }

/** The simulated hall: the office's real day, a clock that jumps, and the people. */
export class Hall {
  day: Day
  readonly agenda: Agenda
  readonly temper: Temper
  readonly shares: Shares
  readonly people = new Map<string, Person>()
  readonly refused = new Map<Refusal['code'], number>()
  private readonly witness: Witness

  constructor (day: Day, agenda: Agenda, { temper, shares, witness }: { readonly temper: Temper, readonly shares: Shares, readonly witness: Witness }) {
    this.day = day
    this.agenda = agenda
    this.temper = temper
    this.shares = shares
    this.witness = witness
  }

  get now (): Instant {
    return this.agenda.now
  }

  /** Does what the rules decide; undefined, and nothing done, where they refuse. */
  act (decide: Decide): readonly Fact[] | undefined {
    const decided = decide(this.day, this.now)
    if (!decided.ok) {
      this.refused.set(decided.error.code, (this.refused.get(decided.error.code) ?? 0) + 1)
      return undefined
    }
    for (const fact of decided.value) {
      const before = this.day
      this.day = evolve(before, fact)
      this.witness(before, fact, this.day)
    }
    if (decided.value.some(({ type }) => news.includes(type))) this.agenda.tell()
    return decided.value
  }

  /** How many wait for each counter that is open. */
  crowd (): number {
    const open = [...this.day.counters.values()].filter(({ state }) => state === 'open').length
    return waitingTickets(this.day).length / Math.max(1, open)
  }
}
