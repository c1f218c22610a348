import { experienceOf, withToday, type Experience } from '../domain/forecast/experience.ts'
import { outlookOf } from '../domain/forecast/outlook.ts'
import type { PastForecast, PastLeg } from '../domain/forecast/past.ts'
import type { Expectation, Outlook, Range } from '../domain/forecast/range.ts'
import type { Scene } from '../domain/forecast/scene.ts'
import type { Office } from '../domain/office.ts'

/** What a reckoner is told of an office; plain data, it crosses to another thread. */
export type Lesson =
  /** This is how the office is now; whatever was told of it before is void. */
  | { readonly kind: 'office', readonly office: Office }
  | { readonly kind: 'earlier', readonly office: string, readonly legs: readonly PastLeg[], readonly forecasts: readonly PastForecast[] }
  /** Today so far, in place of what was told of it before. */
  | { readonly kind: 'today', readonly office: string, readonly legs: readonly PastLeg[] }

export interface Reckoner {
  readonly learn: (lesson: Lesson) => void
  /** @throws when it was told nothing of that office, or when what it finds is no range of time */
  readonly reckon: (office: string, scene: Scene) => Outlook
}

interface Known {
  readonly office: Office
  /** What was told since the experience was last drawn from it. */
  readonly legs: PastLeg[]
  readonly forecasts: PastForecast[]
  readonly today: readonly PastLeg[]
  /** Drawn once from what earlier days have left; those need not be kept then. */
  readonly experience?: Experience
}

/** Draws experience from earlier days and outlooks from a scene. Knows no clock, no store and no thread. */
export function createReckoner (): Reckoner {
  const offices = new Map<string, Known>()
  return {
    learn: lesson => {
      if (lesson.kind === 'office') offices.set(lesson.office.id, { office: lesson.office, legs: [], forecasts: [], today: [] })
      const known = lesson.kind === 'office' ? undefined : offices.get(lesson.office)
      if (lesson.kind === 'today' && known) offices.set(lesson.office, { ...known, today: lesson.legs })
      if (lesson.kind !== 'earlier') return
      known?.legs.push(...lesson.legs)
      known?.forecasts.push(...lesson.forecasts)
    },
    reckon: (id, scene) => {
      const known = offices.get(id)
      if (!known) throw new Error(`Nothing is known of ${id}`)
      const experience = known.experience ?? experienceOf(known.office, known.legs, known.forecasts)
      if (!known.experience) offices.set(id, { ...known, legs: [], forecasts: [], experience })
      return inWholeInstants(outlookOf(scene, withToday(experience, known.today, scene.at)))
    }
  }
}

/** An instant is whole, and what is stored with a number must be a range: a forecast may be missing, it may not cost a number. */
function inWholeInstants (outlook: Outlook): Outlook {
  return {
    ...outlook,
    tickets: new Map([...outlook.tickets].map(([id, prospect]) => [id, whole(prospect)])),
    newcomers: new Map([...outlook.newcomers].map(([field, { ordinary, priority }]) =>
      [field, { ...ordinary && { ordinary: whole(ordinary) }, ...priority && { priority: whole(priority) } }]))
  }
}

function whole<Known extends Expectation> (known: Known): Known {
  if (!known.range) return known
  const { earliest, likely, latest } = known.range
  const range: Range = { earliest: Math.floor(earliest), likely: Math.round(likely), latest: Math.ceil(latest) }
  if (!(Number.isSafeInteger(range.earliest) && range.earliest <= range.likely && range.likely <= range.latest && Number.isSafeInteger(range.latest))) {
    throw new Error(`No range of time: ${earliest}, ${likely}, ${latest}`)
  }
  return { ...known, range }
}
