import { addDays, type ServiceDate } from '../domain/time.ts'

/** Service days, both ends included. */
export interface ReportPeriod { readonly from?: ServiceDate, readonly to?: ServiceDate }

/** A year and the day it began on. */
const mostDays = 366

/** Neither backwards nor too long. */
export function isReadable (from: ServiceDate, to: ServiceDate): boolean {
  return from <= to && to <= addDays(from, mostDays)
}

/** What is wrong with a period that is not. */
export const unreadablePeriod = { path: '/to', message: `must not be before \`from\`, nor more than ${mostDays} days after it` }
