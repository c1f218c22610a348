import { evolve, type Day } from '../../../server/domain/day.ts'
import type { Fact } from '../../../server/domain/fact.ts'
import { experienceOf, withToday } from '../../../server/domain/forecast/experience.ts'
import type { PastLeg } from '../../../server/domain/forecast/past.ts'
import { outlookOf } from '../../../server/domain/forecast/outlook.ts'
import { sceneOf } from '../../../server/domain/forecast/scene.ts'
import { openCounter } from '../../../server/domain/lease.ts'
import type { Office } from '../../../server/domain/office.ts'
import { callNext, start } from '../../../server/domain/serving.ts'
import { takeTicket } from '../../../server/domain/ticketing.ts'
import type { Instant } from '../../../server/domain/time.ts'
import type { SimulatedOffice } from '../../day/office-file.ts'
import { planDay } from '../../day/plan.ts'
import { percentile, type Figures } from '../measure.ts'
import { Memory } from './memory.ts'
import { tools } from './seat.ts'
import { emptyDay } from './simulate.ts'
import { minuteMs, workDays } from './work-day.ts'

export const crowd = { waiting: 300, counters: 40 }
const rehearsals = 20
const times = 100

/** How long one reckoning takes in the fullest hall: scene, today's experience and outlook, as the worker does it; processor time beside it, where others share the machine. */
export function speed (file: SimulatedOffice, ward: Office, legs: readonly PastLeg[]): Figures {
  const office = widened(ward)
  const { day, memory, at } = fullHall(file, office)
  const experience = experienceOf(office, legs)
  const reckon = (seed: number) => {
    const begun = performance.now()
    outlookOf(sceneOf(day, at), withToday(experience, memory.on(day.serviceDate), at), { seed })
    return performance.now() - begun
  }
  for (let seed = 0; seed < rehearsals; seed++) reckon(seed)
  const before = process.cpuUsage()
  const tookMs = Array.from({ length: times }, (_, seed) => reckon(seed))
  const { user, system } = process.cpuUsage(before)
  return { 'reckoning.p50Ms': percentile(tookMs, 50), 'reckoning.p99Ms': percentile(tookMs, 99), 'reckoning.processorMs': (user + system) / 1000 / times }
}

/** The ward's counters, four times over. */
function widened (ward: Office): Office {
  const duties = Array.from({ length: crowd.counters / ward.duties.size }, (_, storey) => [...ward.duties.values()].map(duty => ({ ...duty, number: storey * ward.duties.size + duty.number }))).flat()
  return { ...ward, duties: new Map(duties.map(duty => [duty.number, duty])) }
}

/** At every counter somebody is served, and three hundred wait. */
function fullHall (file: SimulatedOffice, office: Office): { readonly day: Day, readonly memory: Memory, readonly at: Instant } {
  const [morning] = workDays(office, '2026-10-19', 1)
  const memory = new Memory()
  let day = emptyDay(office)
  let at = (morning?.sessions[0]?.from ?? 0) + 30 * minuteMs
  const act = (decided: ReturnType<typeof callNext>) => {
    if (!decided.ok) throw new Error(decided.error.code)
    for (const fact of decided.value) day = noted(memory, day, fact)
  }
  for (const [place, { field, procedure, priority, dossiers }] of planDay(file, { seed: 1, visitors: crowd.waiting + crowd.counters }).visitors.entries()) {
    act(takeTicket(day, { field, priority, dossiers, ...procedure !== undefined && { procedure } }, `t${place}`, { by: 'kiosk:k', isAlone: true }, at += 1000))
  }
  for (const counter of office.duties.keys()) {
    const seat = { counter, holder: 'h', by: 'staff:p', at: at += 5000 }
    act(openCounter(day, seat, { id: `p_${counter}`, version: 1, name: '', title: '' }))
    act(callNext(day, seat, tools))
    act(start(day, seat))
  }
  return { day, memory, at: at + minuteMs }
}

function noted (memory: Memory, before: Day, fact: Fact): Day {
  const after = evolve(before, fact)
  memory.note(before, fact, after)
  return after
}
