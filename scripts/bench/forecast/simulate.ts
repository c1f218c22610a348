import { evolve, type Day } from '../../../server/domain/day.ts'
import type { Office } from '../../../server/domain/office.ts'
import { OpenTickets } from '../../../server/domain/open-tickets.ts'
import { endEarlierDay } from '../../../server/domain/ticketing.ts'
import { seededDice, type Dice } from '../../day/dice.ts'
import type { SimulatedOffice } from '../../day/office-file.ts'
import { planDay } from '../../day/plan.ts'
import { Agenda, type Doings } from './agenda.ts'
import { Hall, type Witness } from './hall.ts'
import { seatAt } from './seat.ts'
import { pacesOf, temperOf } from './temper.ts'
import { arrivals } from './visiting.ts'
import { minuteMs, workDays, type WorkDay } from './work-day.ts'
import { workCounter } from './working.ts'

export interface SimulationWish {
  readonly file: SimulatedOffice
  readonly office: Office
  /** On an average day; days differ by a tenth or so. */
  readonly visitors: number
  readonly days: number
  readonly seed: number
}

/** Who looks on: told of every fact, and with doings of his own on each day. */
export interface Onlooker {
  readonly witness: Witness
  readonly doings?: (hall: Hall, day: WorkDay) => Doings
}

const firstDate = '2026-10-19'
const afterworkMs = 3 * 60 * minuteMs

/** One service day after the other in the same office, each lived to its end. The same wish gives the same days. */
export function * simulate ({ file, office, visitors, days, seed }: SimulationWish, onlooker: Onlooker): Generator<{ readonly day: WorkDay, readonly hall: Hall }> {
  const dice = seededDice(seed)
  const paces = pacesOf([...office.duties.keys()], dice)
  let end = emptyDay(office)
  for (const day of workDays(office, firstDate, days)) {
    const hall = morning(day, end, { file, paces, dice: seededDice(dayseed(dice)), onlooker })
    const planned = planDay(file, { seed: dayseed(dice), visitors: Math.round(visitors * dice.lognormal(1, 0.1)) })
    if (onlooker.doings) hall.agenda.begin(onlooker.doings(hall, day))
    hall.agenda.begin(arrivals(hall, day, planned.visitors))
    for (const [counter, officer] of hall.temper.officers) hall.agenda.begin(workCounter(seatAt(hall, counter, officer)))
    hall.agenda.runUntil((day.sessions.at(-1)?.to ?? day.midnight) + afterworkMs)
    end = hall.day
    yield { day, hall }
  }
}

function dayseed (dice: Dice): number {
  return Math.floor(dice.uniform() * 2 ** 31)
}

interface Morning { readonly file: SimulatedOffice, readonly paces: ReadonlyMap<number, number>, readonly dice: Dice, readonly onlooker: Onlooker }

/** The hall before anybody comes; what yesterday left open expires. */
function morning (day: WorkDay, yesterday: Day, { file, paces, dice, onlooker: { witness } }: Morning): Hall {
  const temper = temperOf(day, paces, dice)
  const { heldForPapers: held = 0, transferred = 0 } = file.simulation
  const begun = endEarlierDay(yesterday, day.midnight).reduce((before, fact) => {
    const after = evolve(before, fact)
    witness(before, fact, after)
    return after
  }, yesterday)
  return new Hall(begun, new Agenda(day.midnight), { temper, shares: { held, transferred }, witness })
}

export function emptyDay (office: Office): Day {
  const counters = [...office.duties.keys()].map(number => ({ number, state: 'closed', since: 0, contested: 0 } as const))
  return {
    office, rev: 0, lastAt: 0, serviceDate: '', sequences: new Map(), onPaper: new Map(), givenInSession: new Map(), tickets: OpenTickets.of([]),
    counters: new Map(counters.map(counter => [counter.number, counter]))
  }
}
