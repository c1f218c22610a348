import type { ConsoleShot } from '../../common/contract/live.ts'
import { Printing } from '../../common/ui/printing.ts'

/** A slip for the number at the counter. */
export class PrintingHere extends Printing {
  /** Words about a number that has left the counter would be taken for the next one's. */
  see (shot: ConsoleShot | undefined): void {
    if (shot && this.slip && shot.current?.ticket.id !== this.slip.ticket.id) this.end()
  }
}
