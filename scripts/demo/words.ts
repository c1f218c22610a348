import { isoAt, type Instant } from '../../server/domain/time.ts'
import type { WallMinutes } from '../day/arrivals.ts'
import type { Speed } from '../day/clock.ts'
import type { PlannedDay } from '../day/plan.ts'
import type { Counts } from '../day/tally.ts'

export interface Welcome {
  readonly url: string
  readonly day: PlannedDay
  readonly speed: Speed
  readonly startsAt: Instant
  readonly timeZone: string
  readonly passwords: { readonly admin: string, readonly staff: string }
}

/** What the person at the terminal has to know. */
export function welcome ({ url, day, speed, startsAt, timeZone, passwords }: Welcome): string[] {
  return [
    `Open ${url}/`,
    '  From there one click opens each screen: board, kiosk, rating, a counter\'s console, the printer.',
    '  Take a counter over in its console and it is yours; numbers you take at the kiosk are served like all others.',
    `  Staff: quay1, quay2 …, huongdan, giamsat with ${passwords.staff} · admin with ${passwords.admin}`,
    '',
    `A simulated day: ${day.visitors.length} people, ${speed === 'max' ? 'as fast as the server answers' : `${speed} times as fast as life${lasting(day, speed)}`}.`,
    `Only the people are faster. The clock on the screens starts on ${isoAt(startsAt, timeZone).slice(0, 16).replace('T', ' at ')} and runs in real time,`,
    'so the times and waits that screens show are those of this demonstration, not of a real day.',
    ''
  ]
}

/** `10:35  issued 61 · waiting 7 · served 49 · missed 3 · rated 22` */
export function progress (now: WallMinutes, counts: Counts): string {
  const { issued, called, finished, missed, rated } = counts
  return `${wallTime(now)}  issued ${issued} · waiting ${Math.max(0, issued - called)} · served ${finished} · missed ${missed} · rated ${rated}`
}

/** What happened, in one or two sentences. */
export function happened (counts: Counts, { visitors }: PlannedDay, isEarly: boolean): string {
  const { issued, finished, missed, rated, skipped, refused, refusals, errors } = counts
  const trouble = [
    ...refused > 0 ? [`The server said no ${refused} times: ${Object.entries(refusals).map(([code, times]) => `${code} ${times}`).join(', ')}.`] : [],
    ...errors > 0 ? [`${errors} requests found no answer.`] : []
  ]
  return [
    isEarly ? 'The day was stopped; the counters are closed.' : 'The day is over.',
    `${issued} of ${visitors.length} people took a number: ${finished} were served, ${missed} did not come when called; ${rated} rated, ${skipped} skipped the question.`,
    ...trouble
  ].join(' ')
}

function lasting ({ visitors, sessions }: PlannedDay, speed: number): string {
  const minutes = (Math.max(sessions.at(-1)?.to ?? 0, visitors.at(-1)?.ticketAt ?? 0) - Math.min(sessions[0]?.from ?? 0, visitors[0]?.ticketAt ?? 0)) / speed
  return minutes < 2 ? `, about ${Math.max(1, Math.round(minutes * 60))} seconds` : `, about ${Math.round(minutes)} minutes`
}

function wallTime (minutes: WallMinutes): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(Math.floor(minutes % 60)).padStart(2, '0')}`
}
