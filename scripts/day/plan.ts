import { minutesOf } from '../../server/domain/time.ts'
import { arrivalsOf, type Arrival, type WallMinutes } from './arrivals.ts'
import { seededDice, type Dice } from './dice.ts'
import type { SimulatedOffice } from './office-file.ts'

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'satMorning'
export type Level = 1 | 2 | 3 | 4 | 5

/** What a citizen does with the question after the transaction. Not every phone is taken out. */
export type Opinion =
  | { readonly kind: 'rated', readonly level: Level, readonly reasons: readonly string[] }
  | { readonly kind: 'skipped' }
  | { readonly kind: 'unanswered' }

export interface Visitor extends Arrival {
  readonly field: string
  readonly procedure?: string
  readonly priority: boolean
  /** Said at the kiosk, counted for the day, forgotten for the person. */
  readonly priorityClass?: string
  readonly dossiers: number
  /** Has left before the number is called. */
  readonly noShow: boolean
  /** Hears the number only when it is said again. */
  readonly recalled: boolean
  readonly serviceMinutes: number
  readonly opinion: Opinion
}

export interface PlannedDay {
  /** In the order in which they stand before the kiosk. */
  readonly visitors: readonly Visitor[]
  /** When the counters work; between two sessions they pause. */
  readonly sessions: readonly { readonly from: WallMinutes, readonly to: WallMinutes }[]
}

export interface DayWish {
  readonly seed: number
  /** Exactly that many; absent: the office's usual number, times its factor for the weekday. */
  readonly visitors?: number
  readonly weekday?: Weekday
}

// Assumptions where the office file says nothing.
const skippedShare = 0.4 // of those who do not rate: they say so, the others walk away
const dossierShares = [[1, 0.9], [2, 0.05], [3, 0.02], [5, 0.02], [12, 0.01]] as const
const unknownProcedure = { meanMinutes: 10, cv: 0.5 }
const lowLevel = 2

/** Plans who comes on a day and what happens to each. Pure: the same wish gives the same day. */
export function planDay (file: SimulatedOffice, { seed, visitors, weekday }: DayWish): PlannedDay {
  const dice = seededDice(seed)
  const arrive = arrivalsOf(file, dice, weekday === 'satMorning')
  const factor = weekday === undefined ? 1 : file.weekdayMultiplier[weekday] ?? 1
  const howMany = visitors ?? Math.round(file.simulation.visitorsPerDay * factor)
  return {
    visitors: Array.from({ length: howMany }, () => planVisitor(file, dice, arrive())).sort((a, b) => a.ticketAt - b.ticketAt || a.arrivesAt - b.arrivesAt),
    sessions: file.office.hours.sessions.map(({ from, to }) => ({ from: minutesOf(from), to: minutesOf(to) }))
  }
}

function planVisitor (file: SimulatedOffice, dice: Dice, arrival: Arrival): Visitor {
  const { simulation } = file
  const field = dice.oneOf(file.fields.map(({ id, shareOfArrivals }) => [id, shareOfArrivals] as const)) ?? file.fields[0]?.id ?? ''
  const procedure = dice.oneOf(byCommonness(file.procedures.filter(known => known.field === field)))
  const { meanMinutes, cv } = procedure ?? unknownProcedure
  const priority = dice.happens(simulation.priority)
  const priorityClass = dice.oneOf(byCommonness(file.priorityClasses))
  return {
    ...arrival, field, ...procedure && { procedure: procedure.id }, priority, ...priority && priorityClass && { priorityClass: priorityClass.id },
    dossiers: dice.oneOf(dossierShares) ?? 1,
    noShow: dice.happens(simulation.noShow),
    recalled: dice.happens(simulation.recalledOnce),
    serviceMinutes: dice.lognormal(meanMinutes, cv),
    opinion: planOpinion(file, dice)
  }
}

/** Office files name the most usual first: the second is half as usual, the third a third. */
function byCommonness<Kind> (kinds: readonly Kind[]): (readonly [Kind, number])[] {
  return kinds.map((kind, place) => [kind, 1 / (place + 1)] as const)
}

function planOpinion ({ simulation, lowRatingReasons }: SimulatedOffice, dice: Dice): Opinion {
  if (!dice.happens(simulation.ratingResponse)) return { kind: dice.happens(skippedShare) ? 'skipped' : 'unanswered' }
  const level = Number(dice.oneOf(Object.entries(simulation.ratingLevels)) ?? 5) as Level
  const reasons = level <= lowLevel ? lowRatingReasons.filter(() => dice.happens(0.3)).map(({ name }) => name.normalize('NFC')) : []
  return { kind: 'rated', level, reasons }
}
