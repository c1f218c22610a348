import type { Instant } from '../time.ts'
import { chance } from './chance.ts'
import type { Experience } from './experience.ts'
import { latenessIn, presenceIn } from './flow.ts'
import type { Scene, SceneCounter } from './scene.ts'
import { lengthAt, restAt, shareWithin } from './spread.ts'
import type { SessionTimes } from './working-days.ts'

/** What is asked of chance about a counter; sessions are counted on from the last two. */
const ask = { pause: 30, opens: 40, late: 50 } as const

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
    const luck = chance(run, key, ask.pause)
    // Still at lunch.
    if (session && counter.since < session.from) return at + restAt(latenessIn(this.experience.flow, session.name), at - session.from, luck)
    return this.from(this.present < 0 ? at : at + restAt(this.experience.flow.pause, at - counter.since, luck), counter, key, run)
  }

  private opens (counter: SceneCounter, key: number, run: number): Instant {
    const { at, sessions, closing } = this.scene
    if (closing === undefined || sessions.length === 0 || at >= closing) return Infinity
    const first = sessions.findIndex(({ to }) => at < to)
    for (let place = first; place < sessions.length; place++) {
      const session = sessions[place] as SessionTimes
      const share = place === this.present ? this.laterShare(counter, session) : presenceIn(this.experience.flow, session.name, counter.number)
      if (chance(run, key, ask.opens + place) < share) return place === this.present ? this.startsLate(session, key, run, place) : this.start(place, key, run)
    }
    return Infinity
  }

  /** The chance that a counter still opens in the running session. One that was open in it has gone home. */
  private laterShare ({ number, since }: SceneCounter, session: SessionTimes): number {
    const { flow } = this.experience
    if (since >= session.from) return 0
    const there = presenceIn(flow, session.name, number)
    const late = there * (1 - shareWithin(latenessIn(flow, session.name), this.scene.at - session.from))
    return late / (1 - there + late)
  }

  private startsLate (session: SessionTimes, key: number, run: number, place: number): Instant {
    const { at } = this.scene
    return at + restAt(latenessIn(this.experience.flow, session.name), at - session.from, chance(run, key, ask.late + place))
  }

  private start (place: number, key: number, run: number): Instant {
    const session = this.scene.sessions[place] as SessionTimes
    return session.from + lengthAt(latenessIn(this.experience.flow, session.name), chance(run, key, ask.late + place))
  }

  private worksOn ({ served }: SceneCounter): boolean {
    return this.present < 0 && served !== undefined && this.scene.sessions.every(({ from, to }) => served.calledAt < from || served.calledAt >= to)
  }

  private isServedAfterHours (run: number): boolean {
    return this.isAfterHours || chance(run, 0x0fe1, 60) < this.experience.flow.overtime
  }
}
