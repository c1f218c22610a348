import type { Instant } from '../time.ts'
import { chance, countAt, normalAt } from './chance.ts'
import { classKey } from './demand.ts'
import type { Experience } from './experience.ts'
import { Person } from './hall.ts'
import type { Scene } from './scene.ts'
import { lognormalSpread, type Spread } from './spread.ts'
import { fieldSpread } from './turns.ts'

const halfHourMs = 30 * 60_000
const priorAway = lognormalSpread(25 * 60_000, 0.7)

/** A field and class that people come for. */
interface Kind { readonly field: string, readonly priority: boolean, readonly key: number, readonly rates: Float64Array, readonly turn: Spread }

/**
 * Those who will come after this moment. Each half-hour of the day is drawn as a whole by run and class: asked again later,
 * the same people come, less those who have come by then.
 */
export class Newcoming {
  /** How long those stay away who were sent for a paper. */
  readonly away: Spread = priorAway
  private readonly scene: Scene
  private readonly experience: Experience
  private readonly kinds: readonly Kind[]
  private readonly people: Person[] = []
  private used = 0
  private run = 0
  private volume = 1

  constructor (scene: Scene, experience: Experience) {
    this.scene = scene
    this.experience = experience
    this.kinds = scene.fields.flatMap((field, place) => [false, true].flatMap((priority, second) => {
      const rates = experience.demand.rates.get(classKey(field, priority))
      return rates ? [{ field, priority, rates, key: 2 * place + second, turn: fieldSpread(experience.turns.spreads, field) }] : []
    }))
  }

  begin (run: number): void {
    this.run = run
    this.used = 0
    const { alike } = this.experience.demand
    const { shape, rate } = this.experience.today?.visitors ?? { shape: alike, rate: alike }
    // Wilson and Hilferty's approximation of the gamma law.
    this.volume = shape / rate * Math.max(0, 1 - 1 / (9 * shape) + normalAt(chance(run, 0xa221, 0)) / (3 * Math.sqrt(shape))) ** 3
  }

  /** Those of the half-hour that holds `now`, and then `undefined` with the beginning of the next. */
  slot (now: Instant, come: (person: Person | undefined, at: Instant) => void): void {
    const slot = Math.floor((now - this.scene.midnight) / halfHourMs)
    const begin = this.scene.midnight + slot * halfHourMs
    for (const kind of this.kinds) {
      const rate = kind.rates[slot % kind.rates.length] ?? 0
      if (rate === 0) continue
      const key = 1000 * slot + kind.key
      const howMany = countAt(rate * this.volume, chance(this.run, key, 0))
      for (let one = 1; one <= howMany; one++) {
        const at = begin + chance(this.run, key, one) * halfHourMs
        if (at > this.scene.at) come(this.newcomer(kind, key + 7919 * one, at), at)
      }
    }
    come(undefined, begin + halfHourMs)
  }

  private newcomer ({ field, priority, turn }: Kind, key: number, at: Instant): Person {
    const person = this.spare()
    person.field = field
    person.priority = priority
    person.place = { at, rev: 0 }
    person.cameAt = at
    person.key = key
    person.turn = turn
    person.scale = this.experience.turns.heaps
    return person
  }

  /** Somebody of no account, made once and used in every run. */
  spare (): Person {
    const person = this.people[this.used] ??= new Person()
    this.used++
    person.bound = person.more = person.back = person.appointment = undefined
    person.asked = -1
    person.isBack = false
    person.scale = 1
    return person
  }
}
