import type { Office } from '../contract/office.ts'

/**
 * Until when those are served who hold a number, while no more numbers are given out in this session.
 * Absent at any other time, also before the first numbers of a session: then none have been stopped.
 */
export function servedUntil ({ open, opensAt, moment: { kind, until } }: Pick<Office, 'open' | 'opensAt' | 'moment'>, now: Date): string | undefined {
  if (open || kind !== 'working' || until === undefined || now.getTime() >= Date.parse(until)) return undefined
  return opensAt === null || Date.parse(opensAt) >= Date.parse(until) ? until : undefined
}
