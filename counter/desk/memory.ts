import type { Given } from './issuing.ts'
import { noWish, type Wish } from './wish.ts'

const mostGiven = 6

/** What the page keeps while its parts come and go, and when somebody has to sign in again. */
export class Memory {
  wish: Wish = noWish
  /** Given out here, the latest first. */
  given: readonly Given[] = []
  /** The number looked for. */
  sought = ''
  /** The code of a booking, as far as it is typed. */
  code = ''

  gave (given: Given): void {
    const others = this.given.filter(({ taken: { ticket } }) => ticket.id !== given.taken.ticket.id)
    this.given = [given, ...others].slice(0, mostGiven)
  }
}
