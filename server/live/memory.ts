import type { Day } from '../domain/day.ts'
import type { Recorded } from '../domain/fact.ts'
import type { Instant } from '../domain/time.ts'
import type { Committed, LoggedFact, Store } from '../ports/store.ts'
import { recallBroken, type BrokenToday } from './broken.ts'
import type { LiveNeeds } from './needs.ts'
import { recallToday, type CountersToday } from './today.ts'

/** What the live side remembers of an office, so that a snapshot and the facts after it meet without a seam. */
export interface OfficeMemory {
  readonly epoch: string
  day: Day
  /** The newest facts, oldest first, without holes. */
  recent: readonly Recorded[]
  readonly broken: BrokenToday
  readonly today: CountersToday
}

const kept = 500

export async function recallOffice (store: Store, office: string, now: Instant, log: LiveNeeds['log']): Promise<OfficeMemory> {
  const day = await store.day(office)
  const logged = await store.factsAfter(office, Math.max(0, day.rev - kept), kept)
  return { epoch: await store.epoch(office), day, recent: logged.flatMap(recorded), broken: await recallBroken(store, day, now, log), today: await recallToday(store, day, now, log) }
}

export function remember (memory: OfficeMemory, committed: Committed): void {
  memory.day = committed.after
  memory.today.committed(committed)
  memory.recent = [...memory.recent, ...committed.facts].slice(-kept)
}

/** Facts after `rev`, or undefined when they are no longer all at hand. */
export function missedSince (memory: OfficeMemory, rev: number): readonly Recorded[] | undefined {
  if (rev > memory.day.rev) return undefined
  const missed = memory.recent.filter(fact => fact.rev > rev)
  return missed.length === memory.day.rev - rev ? missed : undefined
}

/** A fact whose payload was deleted by law cannot be replayed. */
function recorded ({ rev, type, at, by, payload }: LoggedFact): Recorded[] {
  return payload ? [{ ...payload, rev, type, at, by } as unknown as Recorded] : []
}
