import { afterEach } from 'vitest'
import { createForecaster, type ForecasterNeeds, type RunningForecaster } from '../../server/forecasting/forecaster.ts'
import { deskHere } from '../../server/forecasting/desk-here.ts'
import type { Store } from '../../server/ports/store.ts'
import { monday9 } from '../storage/support/office.ts'
import { openSqlite, settings, type OpenedSqlite } from '../storage/support/sqlite.ts'
import { storeOver } from '../../server/storage/sqlite/store.ts'
import { begin, end, issue, next, office, open } from '../storage/support/turns.ts'

export const minute = 60_000

export interface Foretold {
  readonly store: Store
  readonly forecaster: RunningForecaster
  readonly opened: OpenedSqlite
  /** What was logged. */
  readonly logged: readonly string[]
  /** Moves the clock. */
  readonly at: (minutes: number) => void
}

const opened: { readonly stop: () => Promise<unknown> }[] = []
afterEach(async () => { for (const { stop } of opened.splice(0).reverse()) await stop() })

/** An office with a forecaster that is started; without an office file's hours it is always open. */
export async function foretold ({ hours = false, before, ...needs }: Partial<Pick<ForecasterNeeds, 'desk' | 'beatMs'>> & { readonly hours?: boolean, readonly before?: (store: Store, opened: OpenedSqlite) => Promise<unknown> } = {}): Promise<Foretold> {
  const it = await openSqlite()
  opened.push({ stop: it.done })
  const store = hours ? storeOver(it.connections, { ...settings, alwaysOpen: () => false }) : it.store
  await before?.(store, it)
  let now = monday9
  const logged: string[] = []
  const forecaster = createForecaster({ store, clock: { now: () => now }, log: { error: (_detail, message) => { logged.push(message) } }, desk: deskHere(), ...needs })
  forecaster.start()
  opened.push({ stop: forecaster.stop })
  return { store, forecaster, opened: it, logged, at: minutes => { now = monday9 + minutes * minute } }
}

/** `people` waiting for the counters 1 and 2, which are open. */
export async function aQueue (store: Store, people: number): Promise<void> {
  await Promise.all([open(store, 1), open(store, 2), ...Array.from({ length: people }, () => issue(store))])
}

/** A number served from beginning to end. */
export const serve = (store: Store) => Promise.all([next(store, 1), begin(store, 1), end(store, 1)])

export const revOf = async (store: Store) => (await store.day(office)).rev

/** Resolves when it holds; fails after ten seconds. */
export async function until (holds: () => boolean | Promise<boolean>): Promise<void> {
  const begun = performance.now()
  while (!await holds()) {
    if (performance.now() - begun > 10_000) throw new Error('it never came')
    await new Promise(resolve => setTimeout(resolve, 5))
  }
}
