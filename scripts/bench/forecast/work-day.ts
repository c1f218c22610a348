import type { Office } from '../../../server/domain/office.ts'
import { sessionsOn } from '../../../server/domain/hours.ts'
import { addDays, instantOn, type Instant, type ServiceDate } from '../../../server/domain/time.ts'

export const minuteMs = 60_000

export interface WorkDay {
  readonly date: ServiceDate
  readonly midnight: Instant
  readonly sessions: readonly { readonly from: Instant, readonly to: Instant }[]
}

/** So many days on which the office works, one after the other. */
export function workDays (office: Office, first: ServiceDate, howMany: number): WorkDay[] {
  const days: WorkDay[] = []
  for (let date = first; days.length < howMany; date = addDays(date, 1)) {
    const sessions = sessionsOn(office, date)
    if (sessions.length > 0) days.push({ date, midnight: at(office, date, '00:00'), sessions: sessions.map(({ from, to }) => ({ from: at(office, date, from), to: at(office, date, to) })) })
  }
  return days
}

/** How much of that time the office worked. */
export function workMs (sessions: WorkDay['sessions'], from: Instant, to: Instant): number {
  return sessions.reduce((sum, session) => sum + Math.max(0, Math.min(to, session.to) - Math.max(from, session.from)), 0)
}

function at ({ timeZone }: Office, date: ServiceDate, time: string): Instant {
  return instantOn(date, time, timeZone)
}
