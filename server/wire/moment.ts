import type { Break, HoldTerms } from '../../common/contract/live.ts'
import type { Moment as WireMoment } from '../../common/contract/office.ts'
import { waitingTickets, type Day } from '../domain/day.ts'
import { officeMoment, sessionsOn } from '../domain/hours.ts'
import { lastReturn } from '../domain/sending.ts'
import { instantOn, isoAt, serviceDate, type Instant } from '../domain/time.ts'

/** Whether people are served now, and how many numbers keep their place over the break. */
export function wireMoment (day: Day, now: Instant): { readonly moment: WireMoment, readonly carried: number } {
  const moment = officeMoment(day.office, now)
  const until = 'until' in moment && moment.until !== undefined ? { until: isoAt(moment.until, day.office.timeZone) } : {}
  return { moment: { kind: moment.kind, ...until }, carried: moment.kind === 'break' ? carriedOver(day, now) : 0 }
}

/** The break of this moment, if it is one. */
export function wireBreak (day: Day, now: Instant): Break | undefined {
  const { moment, carried } = wireMoment(day, now)
  return moment.kind === 'break' && moment.until !== undefined ? { until: moment.until, carried } : undefined
}

/** What a console needs to say until when somebody may come back, before he is sent away. */
export function wireHoldTerms ({ office }: Day, now: Instant): HoldTerms {
  const { timeZone, rules, alwaysOpen } = office
  const date = serviceDate(now, timeZone)
  const sessions = alwaysOpen ? [] : sessionsOn(office, date)
  const iso = (time: string) => isoAt(instantOn(date, time, timeZone), timeZone)
  return {
    minutes: rules.holdMinutes,
    breaks: sessions.slice(1).map(({ from }, place) => ({ from: iso(sessions[place]?.to ?? from), until: iso(from) })),
    last: isoAt(lastReturn(office, { serviceDate: date }, now), timeZone)
  }
}

/** Who waits from the sessions before; numbers given out early for the next one are not kept over, they begin there. */
function carriedOver (day: Day, now: Instant): number {
  const { office } = day
  const date = serviceDate(now, office.timeZone)
  const ends = sessionsOn(office, date).map(({ to }) => instantOn(date, to, office.timeZone)).filter(end => end <= now)
  const began = Math.max(...ends)
  return waitingTickets(day).filter(({ issuedAt }) => issuedAt <= began).length
}
