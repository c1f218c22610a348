import { comesBefore, joinsAnyway, nextTurn, rightOf } from '../turn.ts'
import type { Instant } from '../time.ts'
import type { Cast } from './cast.ts'
import { chance } from './chance.ts'
import { classKey, missedAfter } from './demand.ts'
import type { Experience } from './experience.ts'
import type { Person, RunCounter, RunLine } from './hall.ts'
import { Happenings } from './happenings.ts'
import { Newcoming } from './newcoming.ts'
import { Opening } from './opening.ts'
import { drawnPaces } from './pacing.ts'
import type { Scene, SceneCounter } from './scene.ts'
import { lengthAt, restAt } from './spread.ts'
import { fieldSpread } from './turns.ts'

/** What is asked of chance about a person. */
const ask = { turn: 0, isMissed: 1, missed: 2, changeover: 3, leaves: 4, returns: 5, away: 6, isSent: 7, sentTo: 8, reaction: 9 } as const

const hourMs = 3_600_000
const endsAfterMs = 8 * hourMs

/**
 * Runs a scene forward by the office's own rules: counters become free, call whoever {@link nextTurn} says, and those who
 * come, come back or are sent on take their places. Newcomers are asked about beside it and change nothing.
 */
export class Forward {
  /** Person asked for → when it was called in the latest run; Infinity: not at all. */
  readonly calledAt: Float64Array
  private readonly scene: Scene
  private readonly cast: Cast
  private readonly experience: Experience
  private readonly opening: Opening
  private readonly newcoming: Newcoming
  private readonly happenings = new Happenings()
  /** Everybody who enters in a run, by code; used again in the next. */
  private readonly entering: Person[] = []
  private entered = 0
  private run = 0
  private now: Instant = 0
  private idle = 0
  private left = 0
  private firstPriority: Person | undefined = undefined
  private firstOrdinary: Person | undefined = undefined
  private isNobodyOwn = true
  /** Newcomer and counter → calls that would have been contested had he stood there. */
  private readonly rounds: Int32Array
  private readonly isBinding: boolean

  constructor (scene: Scene, cast: Cast, experience: Experience) {
    this.scene = scene
    this.cast = cast
    this.experience = experience
    this.opening = new Opening(scene, experience)
    this.newcoming = new Newcoming(scene, experience)
    this.calledAt = new Float64Array(cast.asked)
    this.rounds = new Int32Array(cast.newcomers.length * cast.counters.length)
    this.isBinding = cast.lines.some(({ boundTo }) => boundTo !== undefined)
    this.look()
  }

  /** One possible day, from this moment on. */
  once (run: number): void {
    this.begin(run)
    const last = (this.scene.closing ?? this.scene.at) + endsAfterMs
    while (this.left > 0 && this.happenings.take() && this.happenings.at <= last) {
      this.now = this.happenings.at
      const { code } = this.happenings
      if (code >= 0) this.free(code)
      else if (code === slotCode) this.newcoming.slot(this.now, this.arrive)
      else this.enter(this.entering[-1 - code] as Person)
    }
  }

  private begin (run: number): void {
    this.run = run
    this.now = this.scene.at
    this.idle = 0
    this.entered = 0
    this.happenings.clear()
    this.calledAt.fill(Infinity)
    this.rounds.fill(0)
    this.left = this.cast.asked
    for (const line of this.cast.lines) line.clear()
    for (const person of this.cast.waiting) person.line?.add(person)
    drawnPaces(this.cast.counters, this.experience, run)
    // Before anybody who comes again is made of somebody spare.
    this.newcoming.begin(run)
    for (let place = 0; place < this.cast.counters.length; place++) this.beginCounter(place)
    if (this.isBinding) this.look()
    for (const { person, counter } of this.cast.held) if (counter) this.comeBack(person, counter, this.backAt(person))
    this.newcoming.slot(this.now, this.arrive)
  }

  private backAt ({ key }: Person): Instant {
    const held = this.scene.held[this.cast.held.findIndex(({ person }) => person.key === key)]
    return held ? this.now + restAt(this.newcoming.away, this.now - held.since, chance(this.run, key, ask.away)) : Infinity
  }

  private beginCounter (place: number): void {
    const counter = this.cast.counters[place] as RunCounter
    const scene = this.scene.counters[place] as SceneCounter
    counter.returned.clear()
    counter.isIdle = false
    counter.round = scene.contested
    counter.isOpen = scene.state === 'open'
    const at = counter.isOpen || scene.served ? this.opening.from(this.freeAt(counter, scene), scene, counter.key, this.run) : this.opening.begins(scene, counter.key, this.run)
    if (at < Infinity) this.happenings.add(at, place)
  }

  private freeAt (counter: RunCounter, { number, served, since }: SceneCounter): Instant {
    const cast = this.cast.served.get(number)
    if (!served || !cast) return this.now + this.waitsFor(counter, this.experience.today?.freeSince.get(number) ?? since)
    const end = this.now + this.restOf(cast.person, counter, this.now - served.calledAt, served.startedAt !== undefined)
    if (cast.then) this.join(cast.then, end)
    else this.mayReturn(cast.person, counter, end)
    return end + this.changeover(cast.person)
  }

  /** Until an idle counter calls: its officer tidies up, or looks up. */
  private waitsFor (counter: RunCounter, freeSince: Instant): number {
    const { changeover, reaction } = this.experience.flow
    const first = [...counter.own, ...counter.helped].reduce((earliest, line) => Math.min(earliest, line.first?.cameAt ?? Infinity), Infinity)
    const isWaitedFor = first <= freeSince
    const passed = Math.min(longestTidyMs, Math.max(0, this.now - Math.max(freeSince, first)))
    return restAt(isWaitedFor ? changeover : reaction, first === Infinity ? 0 : passed, chance(this.run, counter.key, ask.reaction))
  }

  private restOf (person: Person, counter: RunCounter, passed: number, hasStarted: boolean): number {
    const scale = person.scale * counter.pace
    const rest = restAt(person.turn, passed / scale, chance(this.run, person.key, ask.turn)) * scale
    if (hasStarted || chance(this.run, person.key, ask.isMissed) >= missedAfter(this.experience.demand, this.now - passed - person.cameAt)) return rest
    return Math.min(rest, restAt(this.experience.missed, passed, chance(this.run, person.key, ask.missed)))
  }

  /** A counter can call. */
  private free (place: number): void {
    const counter = this.cast.counters[place] as RunCounter
    if (!counter.isOpen) {
      counter.isOpen = true
      if (this.isBinding) this.look()
    }
    this.askNewcomers(counter, place)
    for (;;) {
      const turn = nextTurn<Person, RunLine>(counter.own, counter.helped, this.scene.rules, counter.round, this.now)
      if (!turn) return this.rest(counter)
      const person = turn.line.take()
      this.note(person.asked)
      if (this.hasLeft(person)) continue
      if (turn.contested) counter.round++
      return this.serve(person, counter, place)
    }
  }

  private rest (counter: RunCounter): void {
    counter.isIdle = true
    this.idle++
  }

  private note (asked: number): void {
    if (asked < 0) return
    this.calledAt[asked] = this.now
    this.left--
  }

  private hasLeft (person: Person): boolean {
    const perHour = this.experience.demand.leavesPerHour
    return perHour > 0 && !person.isBack && chance(this.run, person.key, ask.leaves) < 1 - Math.exp(-perHour * (this.now - Math.max(this.scene.at, person.cameAt)) / hourMs)
  }

  private serve (person: Person, counter: RunCounter, place: number): void {
    const isMissed = !person.isBack && chance(this.run, person.key, ask.isMissed) < missedAfter(this.experience.demand, this.now - person.cameAt)
    const end = this.now + (isMissed
      ? lengthAt(this.experience.missed, chance(this.run, person.key, ask.missed))
      : lengthAt(person.turn, chance(this.run, person.key, ask.turn)) * person.scale * counter.pace * (this.isSentAway(person) ? firstHalf : 1))
    const at = this.opening.from(end + this.changeover(person), this.scene.counters[place] as SceneCounter, counter.key, this.run)
    if (at < Infinity) this.happenings.add(at, place)
    if (!isMissed) this.goOn(person, counter, end)
  }

  private changeover ({ key }: Person): number {
    return lengthAt(this.experience.flow.changeover, chance(this.run, key, ask.changeover))
  }

  /** What follows a turn: the next service on the same number, the way back, or another field. */
  private goOn (person: Person, counter: RunCounter, at: Instant): void {
    if (person.back !== undefined || person.more) return this.goFurther(person, counter, at)
    if (person.isBack) return
    if (chance(this.run, person.key, ask.isSent) >= this.experience.demand.sentOn) return this.mayReturn(person, counter, at)
    const others = this.scene.fields.filter(field => !counter.main.has(field) && this.newcoming.isAsked(field))
    const field = others[Math.floor(chance(this.run, person.key, ask.sentTo) * others.length)]
    if (field !== undefined) this.sendOn(person, field, at)
  }

  private goFurther (person: Person, counter: RunCounter, at: Instant): void {
    const { back, more = [] } = person
    const target = back === undefined || back === counter.number ? undefined : this.cast.counters.find(({ number }) => number === back)
    if (target) return this.comeBack(this.again(person, person.field, more), target, at)
    const [next, ...later] = more
    if (!next) return
    const again = this.again(person, next.field, later)
    if (counter.main.has(next.field)) this.comeBack(again, counter, at)
    else this.join(again, at)
  }

  private sendOn (person: Person, field: string, at: Instant): void {
    const again = this.again(person, field)
    again.isBack = true
    this.join(again, at)
  }

  private mayReturn (person: Person, counter: RunCounter, at: Instant): void {
    if (!this.isSentAway(person)) return
    const again = this.again(person, person.field)
    again.isBack = true
    again.scale = restOfTurn
    this.comeBack(again, counter, at + lengthAt(this.newcoming.away, chance(this.run, person.key, ask.away)))
  }

  private isSentAway (person: Person): boolean {
    return !person.isBack && !person.more && person.back === undefined && chance(this.run, person.key, ask.returns) < this.experience.demand.returns
  }

  /** The same citizen with the same place, for a further turn. */
  private again (person: Person, field: string, more?: Person['more']): Person {
    const again = this.newcoming.spare()
    again.priority = person.priority
    again.place = person.place
    again.cameAt = this.now
    again.key = Math.imul(person.key, 31) + 7
    again.field = field
    again.line = this.cast.open.get(classKey(field, person.priority))
    again.turn = fieldSpread(this.experience.turns.spreads, field)
    again.scale = 1
    again.more = more && more.length > 0 ? more : undefined
    return again
  }

  private comeBack (person: Person, counter: RunCounter, at: Instant): void {
    person.bound = { counters: [counter.number], next: true, since: at }
    person.line = counter.returned
    this.join(person, at)
  }

  private readonly arrive = (person: Person | undefined, at: Instant): void => {
    if (!person) return this.happenings.add(at, slotCode)
    person.line = this.cast.open.get(classKey(person.field, person.priority))
    this.join(person, at)
  }

  private join (person: Person, at: Instant): void {
    if (at === Infinity) return
    this.entering[this.entered++] = person
    this.happenings.add(at, -this.entered)
  }

  private enter (person: Person): void {
    const { line } = person
    if (!line) return
    line.add(person)
    if (this.idle === 0) return
    const place = this.wakes(line)
    if (place < 0) return
    const counter = this.cast.counters[place] as RunCounter
    counter.isIdle = false
    this.idle--
    const at = this.now + lengthAt(this.experience.flow.reaction, chance(this.run, person.key, ask.reaction))
    const opensAt = this.opening.from(at, this.scene.counters[place] as SceneCounter, counter.key, this.run)
    if (opensAt < Infinity) this.happenings.add(opensAt, place)
  }

  /** The idle counter that looks up: one whose own it is, or else one that helps. */
  private wakes (line: RunLine): number {
    let helping = -1
    for (let place = 0; place < this.cast.counters.length; place++) {
      const counter = this.cast.counters[place] as RunCounter
      if (!counter.isIdle) continue
      if (counter.own.includes(line)) return place
      if (helping < 0 && counter.helped.includes(line)) helping = place
    }
    return helping
  }

  private look (): void {
    const isOpen = (number: number) => this.cast.counters.some(counter => counter.number === number && counter.isOpen)
    for (const counter of this.cast.counters) counter.look(this.cast.lines, isOpen)
  }

  /** Whether a newcomer would be called here now. Most need no asking: somebody of their class came before them. */
  private askNewcomers (counter: RunCounter, place: number): void {
    if (!this.seeFirsts(counter)) return
    for (let index = 0; index < this.cast.newcomers.length; index++) {
      const { person, served, line } = this.cast.newcomers[index] as Cast['newcomers'][number]
      const kind = served[place]
      if (kind === undefined || this.calledAt[person.asked] !== Infinity) continue
      if (kind === 'helper' && !this.isNobodyOwn && !joinsAnyway(person, this.scene.rules, this.now)) continue
      const before = person.priority ? this.firstPriority : this.firstOrdinary
      if (before && comesBefore(before.place, person.place)) continue
      if (line?.first && comesBefore(line.first.place, person.place)) continue
      this.askFor(person, counter, kind === 'main' ? counter.ownProbe : counter.helpedProbe, index * this.cast.counters.length + place)
    }
  }

  /** The first of each class in a counter's own lines. False where somebody with a right before all is called anyway. */
  private seeFirsts ({ own }: RunCounter): boolean {
    this.firstPriority = this.firstOrdinary = undefined
    for (let place = 0; place < own.length; place++) {
      const { first } = own[place] as RunLine
      if (!first) continue
      const right = rightOf(first, this.scene.rules, this.now)
      if (right === 'returned' || right === 'appointment') return false
      if (right === 'priority') this.firstPriority = earlier(this.firstPriority, first)
      else this.firstOrdinary = earlier(this.firstOrdinary, first)
    }
    this.isNobodyOwn = !this.firstPriority && !this.firstOrdinary
    return true
  }

  private askFor (person: Person, counter: RunCounter, probe: RunLine, pair: number): void {
    probe.first = person
    const round = counter.round + (this.rounds[pair] as number)
    const turn = nextTurn<Person, RunLine>(counter.own, counter.helped, this.scene.rules, round, this.now)
    probe.first = undefined
    if (turn?.line === probe) return this.note(person.asked)
    if (!turn?.contested) return
    const without = nextTurn<Person, RunLine>(counter.own, counter.helped, this.scene.rules, counter.round, this.now)
    if (!without?.contested) this.rounds[pair]! += 1
  }
}

function earlier (best: Person | undefined, other: Person): Person {
  return best && comesBefore(best.place, other.place) ? best : other
}

/** Where the next half-hour's arrivals are drawn; before every person at the same time. */
const slotCode = -1_000_000
/** What those take who are sent away is for the most part remembered as a gap between two turns. */
const firstHalf = 0.2
/** Who comes back needs less than a whole turn more. */
const restOfTurn = 0.5
const longestTidyMs = 4 * 60_000
