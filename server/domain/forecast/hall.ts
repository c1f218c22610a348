import type { First } from '../turn.ts'
import { comesBefore } from '../turn.ts'
import type { Bound, Place, Service } from '../ticket.ts'
import type { Instant } from '../time.ts'
import type { Spread } from './spread.ts'

/** Somebody in the hall of a run. Made once and used in every run: what changes in a run is set anew. */
export class Person implements First {
  priority = false
  place: Place = nowhere
  bound: Bound | undefined = undefined
  appointment: Instant | undefined = undefined
  /** What chances are drawn by. */
  key = 0
  /** Place among those whose call is foretold; -1 for all others. */
  asked = -1
  field = ''
  line: RunLine | undefined = undefined
  cameAt: Instant = 0
  turn: Spread = none
  /** How much longer than `turn`, at an average counter on an average day. */
  scale = 1
  dossiers = 1
  more: readonly Service[] | undefined = undefined
  back: number | undefined = undefined
  /** Comes back, or comes for the rest, for a shorter turn, and is then done. */
  isBack = false
  behind: Person | undefined = undefined
}

const nowhere: Place = { at: 0, rev: 0 }
const none: Spread = new Float64Array(64)

/** People who are called one after the other; whoever enters stands where the place says, not where the door is. */
export class RunLine {
  first: Person | undefined = undefined
  private last: Person | undefined = undefined
  readonly field: string
  /** Counters it is meant for; as long as one of them is open, no other calls from it. */
  readonly boundTo: readonly number[] | undefined
  private readonly isOfReturned: boolean

  constructor (field: string, boundTo?: readonly number[], isOfReturned = false) {
    this.field = field
    this.boundTo = boundTo
    this.isOfReturned = isOfReturned
  }

  clear (): void {
    this.first = this.last = undefined
  }

  add (person: Person): void {
    if (!this.last || !this.goesBefore(person, this.last)) return this.addLast(person)
    let before: Person | undefined
    let after = this.first
    while (after && !this.goesBefore(person, after)) [before, after] = [after, after.behind]
    person.behind = after
    if (before) before.behind = person
    else this.first = person
  }

  take (): Person {
    const taken = this.first as Person
    this.first = taken.behind
    if (!this.first) this.last = undefined
    return taken
  }

  private addLast (person: Person): void {
    person.behind = undefined
    if (this.last) this.last.behind = person
    else this.first = person
    this.last = person
  }

  private goesBefore (a: Person, b: Person): boolean {
    const sooner = this.isOfReturned ? (a.bound?.since ?? 0) - (b.bound?.since ?? 0) : 0
    return sooner < 0 || (sooner === 0 && comesBefore(a.place, b.place))
  }
}

/** A counter in a run. */
export class RunCounter {
  readonly number: number
  readonly main: ReadonlySet<string>
  readonly helper: ReadonlySet<string>
  readonly key: number
  /** Of those who come back to this counter. */
  readonly returned: RunLine
  /** For asking what would be if one more stood there: empty otherwise. */
  readonly ownProbe = new RunLine('')
  readonly helpedProbe = new RunLine('')
  own: RunLine[] = []
  helped: RunLine[] = []
  round = 0
  isOpen = false
  isIdle = false
  /** How much longer a turn takes here in this run. */
  pace = 1

  constructor (number: number, main: readonly string[], helper: readonly string[]) {
    this.number = number
    this.main = new Set(main)
    this.helper = new Set(helper)
    this.key = 0x51ed27 + number
    this.returned = new RunLine('', [number], true)
  }

  /** Which lines it may call from, given which counters stand open. */
  look (lines: readonly RunLine[], isOpen: (counter: number) => boolean): void {
    this.own = [this.returned]
    this.helped = []
    for (const line of lines) {
      const isMine = line.boundTo?.includes(this.number) === true
      if (!isMine && line.boundTo?.some(isOpen)) continue
      if (isMine || this.main.has(line.field)) this.own.push(line)
      else if (this.helper.has(line.field)) this.helped.push(line)
    }
    this.own.push(this.ownProbe)
    this.helped.push(this.helpedProbe)
  }
}
