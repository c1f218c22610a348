import { addDays, instantOn, serviceDate, wallClock, type Instant } from '../../server/domain/time.ts'
import type { Weekday } from '../day/plan.ts'

const hall = 'Asia/Ho_Chi_Minh'
const weekdays: readonly (Weekday | undefined)[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'satMorning', undefined]

/** When the demo's office begins: as MOISO_NOW says, else on the coming Monday at 07:00, when the door opens. */
export function startsOn (said: string | undefined, now: Instant): Instant {
  const at = said === undefined || said === '' ? comingMonday(now) : Date.parse(said)
  if (Number.isNaN(at)) throw new Error(`MOISO_NOW: an ISO time such as 2026-11-23T07:00:00+07:00 is needed, not "${said}"`)
  return at
}

/** Undefined on a Sunday, when no factor is known. */
export function weekdayOf (at: Instant, timeZone = hall): Weekday | undefined {
  return weekdays[wallClock(at, timeZone).weekday - 1]
}

function comingMonday (now: Instant): Instant {
  return instantOn(addDays(serviceDate(now, hall), 8 - wallClock(now, hall).weekday), '07:00', hall)
}
