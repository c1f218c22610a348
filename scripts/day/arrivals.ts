import { minutesOf } from '../../server/domain/time.ts'
import type { Dice } from './dice.ts'
import type { SimulatedOffice } from './office-file.ts'

/** Minutes since midnight on the office's wall; fractions are seconds. */
export type WallMinutes = number

export interface Arrival {
  readonly arrivesAt: WallMinutes
  /** Later than `arrivesAt` for whoever has to wait at the door. */
  readonly ticketAt: WallMinutes
}

/** A stretch of the day in which the kiosk gives out numbers. */
interface TicketWindow { readonly from: WallMinutes, readonly to: WallMinutes }

const noon = 12 * 60
const lastMoment = 1 / 60

/** Throws arrivals by the office's half-hour weights. On Saturdays people come in the morning only. */
export function arrivalsOf ({ arrivalHalfHourWeights, office }: SimulatedOffice, dice: Dice, morningOnly: boolean): () => Arrival {
  const windows = office.hours.sessions.map(({ ticketsFrom, ticketsTo }) => ({ from: minutesOf(ticketsFrom), to: minutesOf(ticketsTo) }))
  const halfHours = Object.entries(arrivalHalfHourWeights)
    .map(([time, weight]) => [minutesOf(time), weight] as const)
    .filter(([from]) => !morningOnly || from < noon)
  return () => {
    const from = dice.oneOf(halfHours) ?? windows[0]?.from ?? noon
    return atTheDoor(from + dice.uniform() * 30, windows)
  }
}

/** Who comes between two windows waits for the next; who would come after the last has asked when it ends and hurries. */
function atTheDoor (arrivesAt: WallMinutes, windows: readonly TicketWindow[]): Arrival {
  const window = windows.find(({ to }) => arrivesAt < to)
  if (window) return { arrivesAt, ticketAt: Math.max(arrivesAt, window.from) }
  const last = (windows.at(-1)?.to ?? arrivesAt) - lastMoment
  return { arrivesAt: last, ticketAt: last }
}
