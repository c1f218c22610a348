import type { Instant } from '../time.ts'
import { comesBefore, joinsAnyway, nextTurn, rightOf } from '../turn.ts'
import type { Cast } from './cast.ts'
import type { Person, RunCounter, RunLine } from './hall.ts'
import type { Scene } from './scene.ts'

/** Asked beside a run: when would somebody be called who took a number now? Nobody in the run notices. */
export class Asides {
  private readonly scene: Scene
  private readonly cast: Cast
  private readonly calledAt: Float64Array
  private readonly called: () => void
  /** Newcomer and counter → calls that would have been contested had he stood there. */
  private readonly rounds: Int32Array
  private firstPriority: Person | undefined
  private firstOrdinary: Person | undefined
  private isNobodyOwn = true

  constructor (scene: Scene, cast: Cast, calledAt: Float64Array, called: () => void) {
    this.scene = scene
    this.cast = cast
    this.calledAt = calledAt
    this.called = called
    this.rounds = new Int32Array(cast.newcomers.length * cast.counters.length)
  }

  begin (): void {
    this.rounds.fill(0)
  }

  /** Whether a newcomer would be called here now. Most need no asking: somebody of their class came before them. */
  ask (counter: RunCounter, place: number, now: Instant): void {
    let hasSeen = false
    for (let index = 0; index < this.cast.newcomers.length; index++) {
      const { person, served, line } = this.cast.newcomers[index] as Cast['newcomers'][number]
      const kind = served[place]
      if (kind === undefined || this.calledAt[person.asked] !== Infinity) continue
      if (line?.first && comesBefore(line.first.place, person.place)) continue
      if (!hasSeen && !this.seeFirsts(counter, now)) return
      hasSeen = true
      if (kind === 'helper' && !this.isNobodyOwn && !joinsAnyway(person, this.scene.rules, now)) continue
      const before = person.priority ? this.firstPriority : this.firstOrdinary
      if (before && comesBefore(before.place, person.place)) continue
      this.askFor(person, counter, kind === 'main' ? counter.ownProbe : counter.helpedProbe, index * this.cast.counters.length + place, now)
    }
  }

  /** The first of each class in a counter's own lines. False where somebody with a right before all is called anyway. */
  private seeFirsts ({ own }: RunCounter, now: Instant): boolean {
    this.firstPriority = this.firstOrdinary = undefined
    for (let place = 0; place < own.length; place++) {
      const { first } = own[place] as RunLine
      if (!first) continue
      const right = rightOf(first, this.scene.rules, now)
      if (right === 'returned' || right === 'appointment') return false
      if (right === 'priority') this.firstPriority = earlier(this.firstPriority, first)
      else this.firstOrdinary = earlier(this.firstOrdinary, first)
    }
    this.isNobodyOwn = !this.firstPriority && !this.firstOrdinary
    return true
  }

  private askFor (person: Person, counter: RunCounter, probe: RunLine, pair: number, now: Instant): void {
    probe.first = person
    const round = counter.round + (this.rounds[pair] as number)
    const turn = nextTurn<Person, RunLine>(counter.own, counter.helped, this.scene.rules, round, now)
    probe.first = undefined
    if (turn?.line === probe) {
      this.calledAt[person.asked] = now
      return this.called()
    }
    if (!turn?.contested) return
    const without = nextTurn<Person, RunLine>(counter.own, counter.helped, this.scene.rules, counter.round, now)
    if (!without?.contested) this.rounds[pair]! += 1
  }
}

function earlier (best: Person | undefined, other: Person): Person {
  return best && comesBefore(best.place, other.place) ? best : other
}
