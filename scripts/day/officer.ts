import type { WallMinutes } from './arrivals.ts'
import type { Guest } from './crowd.ts'
import type { Ear } from './ear.ts'
import type { Hall } from './hall.ts'
import { codeOf, type Answer, type Asker } from './line.ts'

interface CalledTicket { readonly id: string }
interface HeldCounter { readonly number: number, readonly state: string, readonly ticket?: CalledTicket }

export interface CounterStaff {
  readonly counter: number
  readonly officer: Asker
  readonly ear: Ear
  /** Told of everyone who leaves the counter served. */
  readonly served: (guest: Guest) => Promise<void>
}

const walkMinutes = 0.5 // from the seat to the counter
const patienceMinutes = 1 // before a number is said again, and after
const strangerMinutes = 5
const lookUpMs = 500
/** A person may take this counter over at any time; then it is theirs. */
const takenFromUs = ['NOT_HOLDER', 'COUNTER_CLOSED']

/** An officer's day: opens, calls whoever the office says is next, pauses between sessions, closes when nobody is left. */
export async function workCounter (hall: Hall, staff: CounterStaff): Promise<void> {
  const { clock, day, stopped } = hall
  await clock.until(day.sessions[0]?.from ?? 0)
  if (stopped.aborted || !await sitDown(staff)) return
  const breaks = breaksOf(hall)
  while (!stopped.aborted) {
    if (breaks[0] && clock.now() >= breaks[0].from) await takeBreak(hall, staff, breaks.shift() as Break)
    else if (!await callOne(hall, staff)) break
  }
  await staff.officer.post(`/counters/${staff.counter}/close`, {}, takenFromUs)
}

interface Break { readonly from: WallMinutes, readonly to: WallMinutes }

function breaksOf ({ day: { sessions } }: Hall): Break[] {
  return sessions.slice(1).map((next, place) => ({ from: sessions[place]?.to ?? next.from, to: next.from }))
}

/** Holds the counter, also where an earlier holder left it open or paused, or somebody standing there. */
async function sitDown ({ counter, officer }: CounterStaff): Promise<boolean> {
  const opened = await officer.post(`/counters/${counter}/open`, {}, ['COUNTER_TAKEN'])
  const held = codeOf(opened) === 'COUNTER_TAKEN' ? await officer.post(`/counters/${counter}/take-over`) : opened
  if (held.status !== 200) return false
  const { state, ticket } = held.body.counter as HeldCounter
  if (state === 'paused') await officer.post(`/counters/${counter}/resume`)
  if (ticket) await officer.post(`/counters/${counter}/finish`)
  return true
}

async function takeBreak ({ clock }: Hall, { counter, officer }: CounterStaff, { to }: Break): Promise<void> {
  const paused = await officer.post(`/counters/${counter}/pause`, { reason: 'Nghỉ trưa' }, takenFromUs)
  await clock.pass(to - clock.now())
  if (paused.status === 200) await officer.post(`/counters/${counter}/resume`, {}, takenFromUs)
}

/** False when the officer's day is over. */
async function callOne (hall: Hall, { counter, officer, ear, served }: CounterStaff): Promise<boolean> {
  const heard = ear.count()
  const wasLast = hall.doorClosed() // looked at before asking: whoever came until then is found by the call
  const next = await officer.post(`/counters/${counter}/next`, {}, ['NOBODY_WAITING', ...takenFromUs])
  if (next.status === 200) {
    hall.counts.called++
    const guest = await hall.crowd.callUp((next.body.ticket as CalledTicket).id)
    if (await serve(hall, deed => officer.post(`/counters/${counter}/${deed}`, {}, takenFromUs), guest) && guest) await served(guest)
    return true
  }
  if (codeOf(next) !== 'NOBODY_WAITING' || wasLast) return false
  await ear.more(heard, lookUpMs)
  return true
}

/** From the call to the end of the transaction. True when someone was served. */
async function serve ({ clock, counts }: Hall, act: (deed: string) => Promise<Answer>, guest: Guest | undefined): Promise<boolean> {
  const { noShow, recalled, serviceMinutes } = guest?.visitor ?? { noShow: false, recalled: false, serviceMinutes: strangerMinutes }
  await clock.pass(noShow || recalled ? patienceMinutes : walkMinutes)
  if (noShow || recalled) {
    await act('recall')
    await clock.pass(noShow ? patienceMinutes : walkMinutes)
  }
  if (noShow) {
    if ((await act('miss')).status === 200) counts.missed++
    return false
  }
  await act('start')
  await clock.pass(serviceMinutes)
  const isDone = (await act('finish')).status === 200
  if (isDone) counts.finished++
  return isDone
}
