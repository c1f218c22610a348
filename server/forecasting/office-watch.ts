import type { Day } from '../domain/day.ts'
import type { Outlook } from '../domain/forecast/range.ts'
import { sceneOf } from '../domain/forecast/scene.ts'
import { settled } from '../domain/forecast/settle.ts'
import { fieldOpening, officeMoment } from '../domain/hours.ts'
import { officeTime } from '../domain/office-time.ts'
import { currentDate } from '../domain/ticketing.ts'
import type { Instant } from '../domain/time.ts'
import type { Clock } from '../ports/clock.ts'
import type { Store } from '../ports/store.ts'
import type { Answer, Desk } from './desk.ts'
import { createPace } from './pace.ts'
import { createTeacher } from './teacher.ts'
import { createWaiting } from './waiting.ts'

export interface WatchNeeds {
  readonly store: Pick<Store, 'day' | 'history'>
  readonly clock: Clock
  readonly desk: Desk
  readonly beatMs: number
  readonly tell: (office: string, outlook: Outlook, tookMs: number) => void
  readonly failed: (error: unknown) => void
}

/** Keeps one office's outlook up with its facts and with the clock. */
export interface OfficeWatch {
  readonly outlook: () => Outlook | undefined
  readonly begin: () => void
  /** The day after a fact. */
  readonly moved: (day: Day) => void
  readonly refresh: () => Promise<Outlook>
  readonly stop: () => void
}

/** While there is no desk. */
const retryMs = 1_000
const isStopped = 'The forecaster is stopped'

export function createOfficeWatch (id: string, needs: WatchNeeds): OfficeWatch {
  const { store, clock, desk, beatMs, tell } = needs
  let day: Day | undefined
  let outlook: Outlook | undefined
  /** Teaching, or waiting for an answer. */
  let isBusy = false
  /** Something happened meanwhile. */
  let isBehind = false
  let stopped = false
  const failed = (error: unknown) => { if (!stopped) needs.failed(error) }
  const teacher = createTeacher(store.history, desk, failed)
  const waiting = createWaiting<Outlook>()

  const pace = createPace(desk.gapMs, () => {
    if (stopped || !day) return
    if (isBusy) isBehind = true
    else if (desk.open() === undefined) pace.soon(retryMs)
    else reckon(day)
  })

  const reckon = (present: Day) => {
    const subject = { office: present.office, today: currentDate(present, clock.now()) }
    isBusy = true
    isBehind = false
    if (!teacher.hasTaught(subject)) return void teacher.teach(subject).then(() => free(0))
    waiting.asked()
    desk.ask(id, sceneOf(present, officeTime(present, clock.now(), 0)), answered)
  }
  const free = (pauseMs?: number) => {
    isBusy = false
    if (isBehind || pauseMs !== undefined) pace.soon(pauseMs)
  }
  const answered = (answer: Answer) => {
    if (stopped) return
    if ('lost' in answer) return free(retryMs)
    if ('error' in answer) {
      failed(new Error(answer.error))
      waiting.failed(new Error(answer.error))
    } else {
      outlook = settled(outlook, answer.outlook)
      tell(id, outlook, answer.tookMs)
      isBehind = waiting.answered(outlook) || isBehind
    }
    free()
  }
  const beat = async () => {
    day ??= await store.day(id)
    if (!isAwake(day, clock.now())) return
    await teacher.renewToday()
    pace.soon()
  }
  const beats = setInterval(() => void beat().catch(failed), beatMs).unref()

  return {
    outlook: () => outlook,
    begin: () => void beat().catch(failed),
    moved: after => {
      day = after
      pace.soon()
    },
    refresh: async () => {
      const present = await store.day(id)
      if (!day || present.rev > day.rev) day = present
      await teacher.renewToday()
      if (stopped) throw new Error(isStopped)
      const next = waiting.next()
      pace.soon()
      return next
    },
    stop: () => {
      stopped = true
      pace.stop()
      clearInterval(beats)
      waiting.failed(new Error(isStopped))
    }
  }
}

/** Nobody needs a forecast of a closed office in which nobody waits. */
function isAwake ({ office, tickets }: Day, at: Instant): boolean {
  return tickets.list.some(({ state }) => state === 'waiting') || officeMoment(office, at).kind !== 'closed'
    || [...office.fields.values()].some(field => fieldOpening(office, field, at).open)
}
