import { sessionsOn } from '../hours.ts'
import type { Office } from '../office.ts'
import { instantOn, type Instant, type ServiceDate } from '../time.ts'

/** A session of one day; by `name` it is the same on all days. */
export interface SessionTimes {
  /** When it begins on the wall, `07:30`. */
  readonly name: string
  readonly from: Instant
  readonly to: Instant
}

/** The sessions of each day, worked out once for all who ask. */
export function sessionsByDate (office: Office): (day: { readonly serviceDate: ServiceDate }) => readonly SessionTimes[] {
  const known = new Map<ServiceDate, readonly SessionTimes[]>()
  return ({ serviceDate }) => {
    const sessions = known.get(serviceDate) ?? (office.alwaysOpen ? [] : sessionTimes(office, serviceDate))
    known.set(serviceDate, sessions)
    return sessions
  }
}

export function sessionTimes (office: Office, date: ServiceDate): readonly SessionTimes[] {
  const at = (time: string) => instantOn(date, time, office.timeZone)
  return sessionsOn(office, date).map(({ from, to }) => ({ name: from, from: at(from), to: at(to) }))
}
