import type { Office } from '../domain/office.ts'
import { addDays, type ServiceDate } from '../domain/time.ts'
import type { History } from '../ports/history.ts'
import type { Desk } from './desk.ts'
import type { Lesson } from './reckoner.ts'

/** What a desk must know of an office: how it is settled, its earlier days, today so far. */
export interface Subject { readonly office: Office, readonly today: ServiceDate }

export interface Teacher {
  /** Whether the desk open now knows it. */
  readonly hasTaught: (subject: Subject) => boolean
  /** Tells the desk everything, the newest days first. A day that cannot be read is left out: the office's own figures are better than no forecast. */
  readonly teach: (subject: Subject) => Promise<void>
  /** Tells the desk, if it was taught, how today went until now. */
  readonly renewToday: () => Promise<void>
}

/** Twelve weeks are about sixty working days: long enough for every procedure, short enough to forget how things once were. */
const daysBack = 84

export function createTeacher (history: History, desk: Desk, failed: (error: unknown) => void): Teacher {
  let taught: Subject & { readonly shift: number | undefined } | undefined
  return {
    hasTaught: ({ office, today }) => taught !== undefined && taught.office === office && taught.today === today && taught.shift === desk.open(),
    teach: async subject => {
      const lesson = taught = { ...subject, shift: desk.open() }
      try {
        for await (const next of lessonsOf(history, subject, failed)) {
          if (taught !== lesson || desk.open() !== lesson.shift) return
          desk.tell(next)
        }
      } catch (error) {
        failed(error)
      }
    },
    renewToday: async () => {
      const before = taught
      if (!before) return
      const lesson = await lessonOfToday(history, before)
      if (taught === before && desk.open() === before.shift) desk.tell(lesson)
    }
  }
}

/** Day by day, so that nobody who asks the same process for something waits for all of them. */
async function * lessonsOf (history: History, { office, today }: Subject, failed: (error: unknown) => void): AsyncGenerator<Lesson> {
  yield { kind: 'office', office }
  for (let back = 1; back <= daysBack; back++) {
    const lesson = await lessonOf(history, office, addDays(today, -back)).catch(failed)
    if (lesson) yield lesson
  }
  yield await lessonOfToday(history, { office, today })
}

async function lessonOf (history: History, { id }: Office, date: ServiceDate): Promise<Lesson | undefined> {
  const legs = await history.legs(id, date, date)
  return legs.length > 0 ? { kind: 'earlier', office: id, legs, forecasts: await history.forecasts(id, date, date) } : undefined
}

async function lessonOfToday (history: History, { office: { id }, today }: Subject): Promise<Lesson> {
  return { kind: 'today', office: id, legs: await history.legs(id, today, today) }
}
