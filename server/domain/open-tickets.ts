import type { Ticket } from './ticket.ts'

/**
 * The day's open tickets in order of issue. Immutable.
 * A list copied whole: an office has a few hundred at most, and copying a list is a hundred times
 * cheaper than copying a map of the same size, which every turn would have to do.
 */
export class OpenTickets {
  readonly list: readonly Ticket[]

  private constructor (list: readonly Ticket[]) {
    this.list = list
  }

  static of (list: readonly Ticket[]): OpenTickets {
    return new OpenTickets(list)
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
    return new OpenTickets([...this.list, ticket])
  }

  /** With this one in the place it has; the same tickets if it is not open. */
  with (ticket: Ticket): OpenTickets {
    const place = this.placeOf(ticket.id)
    return place < 0 ? this : new OpenTickets(this.list.with(place, ticket))
  }

  without (id: string): OpenTickets {
    const place = this.placeOf(id)
    return place < 0 ? this : new OpenTickets(this.list.toSpliced(place, 1))
  }

  /** From the end: what was issued last is asked for most. */
  private placeOf (id: string): number {
    return this.list.findLastIndex(ticket => ticket.id === id)
  }
}
