import type { Instant } from '../time.ts'
import { chance, normalAt, shareBelow } from './chance.ts'
import type { Experience } from './experience.ts'
import { latenessIn, presenceIn } from './flow.ts'
import type { Scene, SceneCounter } from './scene.ts'
import { lengthAt, restAt, shareWithin, type Spread } from './spread.ts'
import type { SessionTimes } from './working-days.ts'

/** What is asked of chance about a counter; sessions are counted on from the last two. */
const ask = { pause: 30, reopens: 31, opens: 40, late: 50 } as const

/** How much of their lateness all counters have in common. */
const together = 0.6

/**
 * When counters work in a run: not over lunch, not before the morning, and after closing only if this office serves
 * those who are left. Everything is drawn by run and counter, so that asking twice gives the same answer.
 */
export class Opening {
  private readonly scene: Scene
  private readonly experience: Experience
  /** The session that runs now, or -1. */
  private readonly present: number
  private readonly presentEnd: Instant
  private readonly isAfterHours: boolean

  constructor (scene: Scene, experience: Experience) {
    this.scene = scene
    this.experience = experience
    this.present = scene.sessions.findIndex(({ from, to }) => from <= scene.at && scene.at < to)
    this.presentEnd = scene.sessions[this.present]?.to ?? -Infinity
    this.isAfterHours = scene.closing !== undefined && scene.at >= scene.closing
  }

  /** The first moment from `at` on when that counter calls, once it stands open; Infinity: not today. */
  from (at: Instant, counter: SceneCounter, key: number, run: number): Instant {
    if (at < this.presentEnd) return at
    const { sessions, closing } = this.scene
    if (closing === undefined || sessions.length === 0) return at
    if (at >= closing) return this.isServedAfterHours(run) ? at : Infinity
    const next = sessions.findIndex(({ to }) => at < to)
    const session = sessions[next] as SessionTimes
    if (at >= session.from) return at
    // Somebody is served in the break: that counter has none.
    if (this.worksOn(counter)) return at
    return Math.max(at, this.start(next, key, run))
  }

  /** When a counter begins to work that is paused or closed now; Infinity: not today. */
  begins (counter: SceneCounter, key: number, run: number): Instant {
    return counter.state === 'paused' ? this.resumes(counter, key, run) : this.opens(counter, key, run)
  }

  private resumes (counter: SceneCounter, key: number, run: number): Instant {
    const { at } = this.scene
    const session = this.scene.sessions[this.present]
    // Still at lunch.
    if (session && counter.since < session.from) return this.startsLate(session, key, run)
    const luck = chance(run, key, ask.pause)
    return this.from(this.present < 0 ? at : at + restAt(this.experience.flow.pause, at - counter.since, luck), counter, key, run)
  }

  private opens (counter: SceneCounter, key: number, run: number): Instant {
    const { at, sessions, closing } = this.scene
    if (closing === undefined || sessions.length === 0 || at >= closing) return Infinity
    for (let place = sessions.findIndex(({ to }) => at < to); place < sessions.length; place++) {
      const session = sessions[place] as SessionTimes
      const opensAt = place === this.present ? this.opensNow(counter, session, key, run) : this.opensIn(place, counter, key, run)
      if (opensAt < session.to) return opensAt
    }
    return Infinity
  }

  private opensIn (place: number, { number }: SceneCounter, key: number, run: number): Instant {
    const session = this.scene.sessions[place] as SessionTimes
    return chance(run, key, ask.opens + place) < presenceIn(this.experience.flow, session.name, number) ? this.start(place, key, run) : Infinity
  }

  /**
   * In the running session, if at all: closed is no more certain than paused. Whoever sits at home when a counter opens
   * after all has missed his call; whoever waits for one that does not has lost an hour.
   */
  private opensNow (counter: SceneCounter, session: SessionTimes, key: number, run: number): Instant {
    const { reopening } = this.experience.flow
    const luck = chance(run, key, ask.opens + this.present)
    const there = presenceIn(this.experience.flow, session.name, counter.number)
    const wasOpen = counter.since >= session.from
    if (!wasOpen && luck < stillShare(there, latenessIn(this.experience.flow, session.name), this.scene.at - session.from)) return this.startsLate(session, key, run)
    // Not opened yet, and others serve all it is there for: nobody looks for a substitute.
    if (!wasOpen && !this.isMissed(counter)) return Infinity
    const { at } = this.scene
    const passed = at - Math.max(counter.since, session.from)
    // One that is due is more likely to come than one that has gone.
    if (luck >= stillShare(wasOpen ? reopening.share : there * Math.sqrt(reopening.share), reopening.after, passed)) return Infinity
    return at + restAt(reopening.after, passed, chance(run, key, ask.reopens))
  }

  /** Whether it has a field of its own that nobody else serves. */
  private isMissed ({ number, main }: SceneCounter): boolean {
    const others = this.scene.counters.filter(other => other.number !== number && other.state !== 'closed')
    return main.some(field => !others.some(other => other.main.includes(field) || other.helper.includes(field)))
  }

  private startsLate (session: SessionTimes, key: number, run: number): Instant {
    const { at } = this.scene
    return at + restAt(latenessIn(this.experience.flow, session.name), at - session.from, this.lateness(this.present, key, run))
  }

  private start (place: number, key: number, run: number): Instant {
    const session = this.scene.sessions[place] as SessionTimes
    return session.from + lengthAt(latenessIn(this.experience.flow, session.name), this.lateness(place, key, run))
  }

  /** How late beside other days, as a share: colleagues who ate together, or sit in the same meeting, are late together. */
  private lateness (place: number, key: number, run: number): number {
    const [all, own] = [normalAt(chance(run, 0x1a7e, ask.late + place)), normalAt(chance(run, key, ask.late + place))]
    return shareBelow(Math.sqrt(together) * all + Math.sqrt(1 - together) * own)
  }

  private worksOn ({ served }: SceneCounter): boolean {
    return this.present < 0 && served !== undefined && this.scene.sessions.every(({ from, to }) => served.calledAt < from || served.calledAt >= to)
  }

  private isServedAfterHours (run: number): boolean {
    return this.isAfterHours || chance(run, 0x0fe1, 60) < this.experience.flow.overtime
  }
}

/** The chance that something comes which comes so often, after such a time, when so much of it has passed without it. */
function stillShare (often: number, after: Spread, passedMs: number): number {
  const late = often * (1 - shareWithin(after, passedMs))
  return late / (1 - often + late)
}
