import type { Day } from '../../server/domain/day.ts'
import { waitSteps } from '../../server/domain/forecast/demand.ts'
import { experienceOf, type Experience } from '../../server/domain/forecast/experience.ts'
import { outlookOf } from '../../server/domain/forecast/outlook.ts'
import { sceneOf } from '../../server/domain/forecast/scene.ts'
import { constantSpread } from '../../server/domain/forecast/spread.ts'
import type { Office } from '../../server/domain/office.ts'
import type { Instant } from '../../server/domain/time.ts'
import { anOffice, minute, now } from './builders.ts'

const never = constantSpread(0)

/** An office without any chance: each field's services take so many minutes, everybody is there, and nobody else comes. */
export function certain (minutes: Readonly<Record<string, number>>, office: Office = anOffice()): Experience {
  const usual = experienceOf(office, [])
  const always = new Map([...office.duties.keys()].map(counter => [counter, 1]))
  const { sessions } = office.hours
  return {
    ...usual, missed: never,
    turns: { dossierPower: 0, heaps: 1, rest: 1, paces: new Map(), spreads: new Map([...office.fields.keys()].map(field => [`${field} `, constantSpread((minutes[field] ?? 10) * minute)])) },
    flow: {
      changeover: never, reaction: never, pause: constantSpread(10 * minute), reopening: { share: 0, after: constantSpread(45 * minute) }, overtime: 1,
      presence: new Map(sessions.map(({ from }) => [from, always])), lateness: new Map(sessions.map(({ from }) => [from, never]))
    },
    demand: { rates: new Map(), alike: 100, days: 1, missed: waitSteps.map(() => 0), leaves: waitSteps.map(() => 0), mostLeave: 0, returns: 0, sentOn: 0 },
    variation: { day: 0, counter: 0, turn: 0 }
  }
}

/** Ticket number → minutes from now to the likely call. */
export function likelyIn (day: Day, experience: Experience, at: Instant = now): Record<string, number> {
  const { tickets } = outlookOf(sceneOf(day, at), experience)
  return Object.fromEntries([...tickets].map(([id, { range }]) => [id.replace('tk_', ''), ((range?.likely ?? NaN) - at) / minute]))
}
