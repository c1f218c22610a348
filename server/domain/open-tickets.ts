import type { Ticket } from './ticket.ts'

/** How many of a field wait, by class. */
export interface ClassCounts { readonly priority: number, readonly ordinary: number }
type Waiting = ReadonlyMap<string, ClassCounts>

const nobody: ClassCounts = { priority: 0, ordinary: 0 }

/**
 * The day's open tickets in order of issue, and how many of them wait. Immutable.
 * A list copied whole: an office has a few hundred at most, and copying a list is a hundred times
 * cheaper than copying a map of the same size, which every turn would have to do.
 */
export class OpenTickets {
  readonly list: readonly Ticket[]
  /** Field → how many wait, so that a new ticket's place need not be counted through the list. */
  readonly waiting: Waiting

  private constructor (list: readonly Ticket[], waiting: Waiting) {
    this.list = list
    this.waiting = waiting
  }

  static of (list: readonly Ticket[]): OpenTickets {
    return new OpenTickets(list, list.reduce<Waiting>((waiting, ticket) => counted(waiting, ticket, 1), new Map()))
  }

  get size (): number {
    return this.list.length
  }

  get (id: string): Ticket | undefined {
    return this.list[this.placeOf(id)]
  }

  has (id: string): boolean {
    return this.placeOf(id) >= 0
  }

  /** With one more, issued last. */
  and (ticket: Ticket): OpenTickets {
    return new OpenTickets([...this.list, ticket], counted(this.waiting, ticket, 1))
  }

  /** With this one in the place it has; the same tickets if it is not open. */
  with (ticket: Ticket): OpenTickets {
    const place = this.placeOf(ticket.id)
    const before = this.list[place]
    return before ? new OpenTickets(this.list.with(place, ticket), counted(counted(this.waiting, before, -1), ticket, 1)) : this
  }

  without (id: string): OpenTickets {
    const place = this.placeOf(id)
    const before = this.list[place]
    return before ? new OpenTickets(this.list.toSpliced(place, 1), counted(this.waiting, before, -1)) : this
  }

  waitingIn (field: string): ClassCounts {
    return this.waiting.get(field) ?? nobody
  }

  /** From the end: what was issued last is asked for most. */
  private placeOf (id: string): number {
    return this.list.findLastIndex(ticket => ticket.id === id)
  }
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
