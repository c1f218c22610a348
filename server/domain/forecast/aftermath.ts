import type { Instant } from '../time.ts'
import type { Cast } from './cast.ts'
import { chance } from './chance.ts'
import { classKey } from './demand.ts'
import type { Experience } from './experience.ts'
import type { Person, RunCounter } from './hall.ts'
import type { Newcoming } from './newcoming.ts'
import type { Scene } from './scene.ts'
import { lengthAt } from './spread.ts'
import { fieldSpread } from './turns.ts'

/** What is asked of chance about a person. */
export const ask = { turn: 0, isMissed: 1, missed: 2, changeover: 3, leaves: 4, returns: 5, away: 6, isSent: 7, sentTo: 8, reaction: 9 } as const

/** What those take who are sent away is for the most part remembered as a gap between two turns. */
const firstHalf = 0.2

/** Arrivals in a half-hour; a field with fewer all day is one nobody is sent to. */
const seldom = 0.02

/** How people enter a line later in the run. */
interface Doors {
  readonly newcoming: Newcoming
  readonly join: (person: Person, at: Instant) => void
}

/** What follows a turn: the next service on the same number, the way back, another field, or a paper to be fetched. */
export class Aftermath {
  private readonly scene: Scene
  private readonly cast: Cast
  private readonly experience: Experience
  private readonly doors: Doors
  /** Counter → fields that people come for and that are not its own. */
  private readonly others: ReadonlyMap<number, readonly string[]>
  private run = 0

  constructor (scene: Scene, cast: Cast, experience: Experience, doors: Doors) {
    this.scene = scene
    this.cast = cast
    this.experience = experience
    this.doors = doors
    const { rates } = experience.demand
    const isAsked = (field: string) => [false, true].some(priority => rates.get(classKey(field, priority))?.some(rate => rate > seldom))
    const asked = scene.fields.filter(isAsked)
    this.others = new Map(cast.counters.map(({ number, main }) => [number, asked.filter(field => !main.has(field))]))
  }

  begin (run: number): void {
    this.run = run
  }

  /** How much of a whole turn it is. */
  shareOf (person: Person): number {
    return this.isSentAway(person) ? firstHalf : 1
  }

  follow (person: Person, counter: RunCounter, at: Instant): void {
    if (person.back !== undefined || person.more) return this.goFurther(person, counter, at)
    if (person.isBack) return
    if (chance(this.run, person.key, ask.isSent) >= this.experience.demand.sentOn) return this.mayReturn(person, counter, at)
    const others = this.others.get(counter.number) ?? []
    const field = others[Math.floor(chance(this.run, person.key, ask.sentTo) * others.length)]
    if (field !== undefined) this.sendOn(person, field, at)
  }

  private goFurther (person: Person, counter: RunCounter, at: Instant): void {
    const { back, more = [], field } = person
    const target = back === undefined || back === counter.number ? undefined : this.cast.counters.find(({ number }) => number === back)
    const first = target && this.scene.counters.find(({ number }) => number === back)?.main[0]
    if (target) return this.comeBack(this.again(person, target.main.has(field) ? field : first ?? field, at, more), target, at)
    const [next, ...later] = more
    if (!next) return
    const again = this.again(person, next.field, at, later)
    if (counter.main.has(next.field)) return this.comeBack(again, counter, at)
    if (this.scene.bulk && person.dossiers >= this.scene.bulk.from) again.line = this.cast.heaps.get(classKey(next.field, person.priority))
    this.doors.join(again, at)
  }

  private sendOn (person: Person, field: string, at: Instant): void {
    const again = this.again(person, field, at)
    again.isBack = true
    this.doors.join(again, at)
  }

  mayReturn (person: Person, counter: RunCounter, at: Instant): void {
    if (!this.isSentAway(person)) return
    const again = this.again(person, person.field, at)
    again.isBack = true
    again.scale = this.experience.turns.rest
    this.comeBack(again, counter, at + lengthAt(this.doors.newcoming.away, chance(this.run, person.key, ask.away)))
  }

  private isSentAway (person: Person): boolean {
    return !person.isBack && !person.more && person.back === undefined && chance(this.run, person.key, ask.returns) < this.experience.demand.returns
  }

  /** The same citizen with the same place, for a further turn. */
  private again (person: Person, field: string, at: Instant, more?: Person['more']): Person {
    const again = this.doors.newcoming.spare()
    again.priority = person.priority
    again.place = person.place
    again.cameAt = at
    again.key = Math.imul(person.key, 31) + 7
    again.field = field
    again.line = this.cast.open.get(classKey(field, person.priority))
    again.turn = fieldSpread(this.experience.turns.spreads, field)
    again.scale = 1
    again.dossiers = person.dossiers
    again.more = more && more.length > 0 ? more : undefined
    return again
  }

  /** Back from where it was sent for a paper: in time it is next at that counter, else behind everybody of its class. */
  returnHeld (person: Person, counter: RunCounter, at: Instant, until: Instant): void {
    if (at <= until) return this.comeBack(person, counter, at)
    person.bound = undefined
    person.place = { at, rev: 0 }
    person.line = this.cast.open.get(classKey(person.field, person.priority))
    this.doors.join(person, at)
  }

  /** Next at that counter, from then on. */
  comeBack (person: Person, counter: RunCounter, at: Instant): void {
    person.bound = { counters: [counter.number], next: true, since: at }
    person.line = counter.returned
    this.doors.join(person, at)
  }
}
