import { nextTurn } from '../turn.ts'
import type { Instant } from '../time.ts'
import { Aftermath, ask } from './aftermath.ts'
import { Asides } from './asides.ts'
import type { Cast } from './cast.ts'
import { chance } from './chance.ts'
import { classKey, hasLeft, missedAfter } from './demand.ts'
import type { Experience } from './experience.ts'
import type { Person, RunCounter, RunLine } from './hall.ts'
import { Happenings } from './happenings.ts'
import { Newcoming } from './newcoming.ts'
import { Opening } from './opening.ts'
import { drawnPaces } from './pacing.ts'
import type { Scene, SceneCounter } from './scene.ts'
import { lengthAt, restAt } from './spread.ts'

/** Of several free counters the one that calls is the quickest: what was measured is its time, and is drawn once for all. */
const anyCounter = 0x0f4e

const endsAfterMs = 8 * 3_600_000

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
  private readonly aftermath: Aftermath
  private readonly asides: Asides
  private readonly isBinding: boolean

  constructor (scene: Scene, cast: Cast, experience: Experience) {
    this.scene = scene
    this.cast = cast
    this.experience = experience
    this.opening = new Opening(scene, experience)
    this.newcoming = new Newcoming(scene, experience)
    this.calledAt = new Float64Array(cast.asked)
    this.aftermath = new Aftermath(scene, cast, experience, { newcoming: this.newcoming, join: this.join })
    this.asides = new Asides(scene, cast, this.calledAt, () => this.left--)
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
    this.aftermath.begin(run)
    this.asides.begin()
    this.left = this.cast.asked
    for (const line of this.cast.lines) line.clear()
    for (const person of this.cast.waiting) person.line?.add(person)
    drawnPaces(this.cast.counters, this.experience, run)
    // Before anybody who comes again is made of somebody spare.
    this.newcoming.begin(run)
    for (let place = 0; place < this.cast.counters.length; place++) this.beginCounter(place)
    if (this.isBinding) this.look()
    this.cast.held.forEach(this.beginHeld)
    this.newcoming.slot(this.now, this.arrive)
  }

  private readonly beginHeld = ({ person, counter }: Cast['held'][number], place: number): void => {
    const held = this.scene.held[place]
    if (!held || !counter) return
    const at = this.now + restAt(this.newcoming.away, this.now - held.since, chance(this.run, person.key, ask.away))
    this.aftermath.returnHeld(person, counter, at, held.until)
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
    if (cast.then) this.joinAfter(cast.then, end)
    else this.aftermath.mayReturn(cast.person, counter, end)
    return end + this.changeover(cast.person)
  }

  /** Whoever goes on where he is, is next there from that moment on. */
  private joinAfter (then: Person, at: Instant): void {
    if (then.bound) then.bound = { ...then.bound, since: at }
    this.join(then, at)
  }

  /** Until a free counter calls: its officer tidies up, or looks up. */
  private waitsFor (counter: RunCounter, freeSince: Instant): number {
    const { changeover, reaction } = this.experience.flow
    const first = [...counter.own, ...counter.helped].reduce((earliest, line) => Math.min(earliest, line.first?.cameAt ?? Infinity), Infinity)
    const isTidying = first <= freeSince
    const wait = isTidying ? changeover : reaction
    const passed = first === Infinity ? 0 : this.now - Math.max(freeSince, first)
    // Longer than ever measured: something else keeps him, and may end at any time.
    return restAt(wait, passed < (wait.at(-1) ?? 0) ? passed : 0, chance(this.run, isTidying ? counter.key : anyCounter, ask.reaction))
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
    this.asides.ask(counter, place, this.now)
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
    const { cameAt, isBack, key } = person
    return !isBack && hasLeft(this.experience.demand, Math.max(0, this.scene.at - cameAt), this.now - cameAt, chance(this.run, key, ask.leaves))
  }

  private serve (person: Person, counter: RunCounter, place: number): void {
    const isMissed = !person.isBack && chance(this.run, person.key, ask.isMissed) < missedAfter(this.experience.demand, this.now - person.cameAt)
    const end = this.now + (isMissed
      ? lengthAt(this.experience.missed, chance(this.run, person.key, ask.missed))
      : lengthAt(person.turn, chance(this.run, person.key, ask.turn)) * person.scale * counter.pace * this.aftermath.shareOf(person))
    const at = this.opening.from(end + this.changeover(person), this.scene.counters[place] as SceneCounter, counter.key, this.run)
    if (at < Infinity) this.happenings.add(at, place)
    if (!isMissed) this.aftermath.follow(person, counter, end)
  }

  private changeover ({ key }: Person): number {
    return lengthAt(this.experience.flow.changeover, chance(this.run, key, ask.changeover))
  }

  private readonly arrive = (person: Person | undefined, at: Instant): void => {
    if (!person) return this.happenings.add(at, slotCode)
    person.line = this.cast.open.get(classKey(person.field, person.priority))
    this.join(person, at)
  }

  private readonly join = (person: Person, at: Instant): void => {
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
}

/** Where the next half-hour's arrivals are drawn; before every person at the same time. */
const slotCode = -1_000_000
