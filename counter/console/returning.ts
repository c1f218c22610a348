import type { ConsoleShot } from '../../common/contract/live.ts'
import { Doing } from './doing.ts'

/** Brings back numbers that did not come when called, each by its ticket's id. */
export class Returning extends Doing<string> {
  see (shot: ConsoleShot | undefined): void { this.saw(missedIn(shot)) }

  bring (shot: ConsoleShot, ticket: string): Promise<boolean> {
    return this.do(ticket, `/tickets/${ticket}/return`, missedIn(shot))
  }
}

const missedIn = (shot: ConsoleShot | undefined): string => shot?.missed.map(({ id }) => id).join(' ') ?? ''
