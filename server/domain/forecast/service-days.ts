import { sessionsOn } from '../hours.ts'
import type { Office } from '../office.ts'
import { addDays, type ServiceDate } from '../time.ts'

/** A holiday season and then some lies between two days on which somebody works. */
const longestGapDays = 30

/** The first of the last `count` days that the office worked, the day `to` counted where it does. An office that is always open works every day. */
export function lastServiceDays (office: Office, to: ServiceDate, count: number): ServiceDate {
  const works = (date: ServiceDate) => office.alwaysOpen || sessionsOn(office, date).length > 0
  let [first, left] = [to, count]
  for (let date = to, gap = 0; left > 0 && gap <= longestGapDays; date = addDays(date, -1)) {
    gap = works(date) ? 0 : gap + 1
    if (gap > 0) continue
    first = date
    left--
  }
  return first
}
