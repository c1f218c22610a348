import { comesBefore } from './order.ts'
import type { Ticket } from './ticket.ts'

/** How many of a field wait, by class. */
export interface ClassCounts { readonly priority: number, readonly ordinary: number }
type Waiting = ReadonlyMap<string, ClassCounts>

const nobody: ClassCounts = { priority: 0, ordinary: 0 }

/**
 * The day's open tickets in order of place, and how many of them wait. Immutable.
 * A list copied whole: an office has a few hundred at most, and copying a list is a hundred times
 * cheaper than copying a map of the same size, which every turn would have to do.
 */
export class OpenTickets {
  readonly list: readonly Ticket[]
  /** Field → how many wait, so that a new ticket's place need not be counted through the list. */
  readonly waiting: Waiting
  /** How many wait with a right of their own: bound to a counter, with an appointment, re-entered. */
  readonly outOfLine: number

  private constructor (list: readonly Ticket[], waiting: Waiting, outOfLine: number) {
    this.list = list
    this.waiting = waiting
    this.outOfLine = outOfLine
  }

  /** From tickets in any order. */
  static of (tickets: readonly Ticket[]): OpenTickets {
    const list = [...tickets].sort((a, b) => comesBefore(a.place, b.place) ? -1 : 1)
    return new OpenTickets(list, list.reduce<Waiting>((waiting, ticket) => counted(waiting, ticket, 1), new Map()), list.filter(isOutOfLine).length)
  }

  get size (): number {
    return this.list.length
  }

  get (id: string): Ticket | undefined {
    return this.list[this.indexOf(id)]
  }

  has (id: string): boolean {
    return this.indexOf(id) >= 0
  }

  /** With one that was not among them, at its place. */
  and (ticket: Ticket): OpenTickets {
    const behind = this.list.findLastIndex(other => comesBefore(other.place, ticket.place)) + 1
    const list = behind === this.list.length ? [...this.list, ticket] : this.list.toSpliced(behind, 0, ticket)
    return new OpenTickets(list, counted(this.waiting, ticket, 1), this.outOfLine + Number(isOutOfLine(ticket)))
  }

  /** With this one as it is now; the same tickets if it is not open. */
  with (ticket: Ticket): OpenTickets {
    const index = this.indexOf(ticket.id)
    const before = this.list[index]
    if (!before) return this
    if (before.place.at !== ticket.place.at || before.place.rev !== ticket.place.rev) return this.without(ticket.id).and(ticket)
    const outOfLine = this.outOfLine - Number(isOutOfLine(before)) + Number(isOutOfLine(ticket))
    return new OpenTickets(this.list.with(index, ticket), counted(counted(this.waiting, before, -1), ticket, 1), outOfLine)
  }

  without (id: string): OpenTickets {
    const index = this.indexOf(id)
    const before = this.list[index]
    if (!before) return this
    return new OpenTickets(this.list.toSpliced(index, 1), counted(this.waiting, before, -1), this.outOfLine - Number(isOutOfLine(before)))
  }

  waitingIn (field: string): ClassCounts {
    return this.waiting.get(field) ?? nobody
  }

  /** From the end: what was issued last is asked for most. */
  private indexOf (id: string): number {
    return this.list.findLastIndex(ticket => ticket.id === id)
  }
}

function isOutOfLine ({ state, bound, appointment, place, issuedAt }: Ticket): boolean {
  return state === 'waiting' && (bound !== undefined || appointment !== undefined || place.at !== issuedAt)
}

function counted (waiting: Waiting, { state, field, priority }: Ticket, by: 1 | -1): Waiting {
  if (state !== 'waiting') return waiting
  const before = waiting.get(field) ?? nobody
  const after = priority ? { ...before, priority: before.priority + by } : { ...before, ordinary: before.ordinary + by }
  const counts = new Map(waiting).set(field, after)
  // A field without anyone has no entry, so that equal days are equal.
  if (after.priority + after.ordinary === 0) counts.delete(field)
  return counts
}
