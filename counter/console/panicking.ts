import type { Counter } from '../../common/contract/counter.ts'
import type { ConsoleShot } from '../../common/contract/live.ts'
import { Doing } from './doing.ts'

export type PanicDeed = 'panic' | 'panic/accept' | 'panic/end'

/** A counter whose officer has called colleagues for help. */
export type InPanic = Counter & { readonly panic: NonNullable<Counter['panic']> }

export function inPanic ({ counter, colleagues }: Pick<ConsoleShot, 'counter' | 'colleagues'>): readonly InPanic[] {
  return [counter, ...colleagues].filter((counter): counter is InPanic => counter.panic !== undefined)
}

/** Calls for help: one's own, and those of colleagues that are accepted or ended here. */
export class Panicking extends Doing<string> {
  see (shot: ConsoleShot | undefined): void { this.saw(callsIn(shot)) }

  ask (shot: ConsoleShot, deed: PanicDeed, counter: number): Promise<boolean> {
    return this.do(`${deed} ${counter}`, `/counters/${counter}/${deed}`, callsIn(shot), {})
  }
}

const callsIn = (shot: ConsoleShot | undefined): string => shot ? inPanic(shot).map(({ number, panic }) => `${number} ${panic.since} ${panic.acceptedBy?.name ?? ''}`).join('|') : ''
