import { Kysely } from 'kysely'
import { StorageTrouble } from '../trouble.ts'
import { dialectOver, type Connection } from './dialect.ts'
import type { Schema } from './schema.ts'

/** One connection, by hand-written SQL where it is hot and through Kysely elsewhere. */
export interface Access {
  readonly sql: Connection
  readonly db: Kysely<Schema>
}

export function accessTo (sql: Connection): Access {
  return { sql, db: new Kysely<Schema>({ dialect: dialectOver(sql) }) }
}

export interface Job<Value> {
  /** Runs inside a savepoint of its own: what it throws undoes this job and no other. */
  readonly run: (access: Access) => Promise<Value>
  /** Called when the group is on disk, before anything else is written. */
  readonly kept: (value: Value) => void
  /** Called when this job, or the whole group, could not be kept. */
  readonly lost: (error: unknown) => void
}

export interface Writer {
  readonly enqueue: <Value>(job: Job<Value>) => void
  readonly write: <Value>(run: Job<Value>['run']) => Promise<Value>
  /** Runs between two groups, outside any transaction: what fails there takes nobody with it. */
  readonly between: <Value>(run: Job<Value>['run']) => Promise<Value>
  /** Waits for what is under way, then refuses everything. */
  readonly close: () => Promise<void>
}

/**
 * The one who writes. Everything that waits is committed as one group: an fsync costs the same for one job as for fifty.
 * A shared connection without this loses one caller's work in another's ROLLBACK.
 */
export function startWriter (access: Access, begin: 'BEGIN IMMEDIATE' | 'BEGIN'): Writer {
  let waiting: Job<unknown>[] = []
  let apart: (() => Promise<void>)[] = []
  let working: Promise<void> | undefined
  let closed = false

  const work = async () => {
    while (waiting.length > 0 || apart.length > 0) {
      // Requests that arrived in the same breath share the group.
      await new Promise(resolve => { setImmediate(resolve) })
      const [group, alone] = [waiting, apart]
      waiting = []
      apart = []
      if (group.length > 0) await commitGroup(access, begin, group)
      for (const run of alone) await run()
    }
    working = undefined
  }
  const enqueue = <Value>(job: Job<Value>) => {
    if (closed) return job.lost(new Error('The store is closed'))
    waiting.push(job as Job<unknown>)
    working ??= work()
  }
  return {
    enqueue,
    write: run => new Promise((resolve, reject) => { enqueue({ run, kept: resolve, lost: reject }) }),
    between: run => new Promise((resolve, reject) => {
      if (closed) return reject(new Error('The store is closed'))
      apart.push(() => run(access).then(resolve, (error: unknown) => reject(asTrouble(error))))
      working ??= work()
    }),
    close: async () => {
      closed = true
      await working
    }
  }
}

type Outcome = { readonly value: unknown } | { readonly error: unknown }

async function commitGroup (access: Access, begin: string, group: readonly Job<unknown>[]): Promise<void> {
  const outcomes: Outcome[] = []
  try {
    await access.sql.run(begin)
    for (const job of group) outcomes.push(await attempt(access.sql, () => job.run(access)))
    await access.sql.run('COMMIT')
  } catch (error) {
    // SQLite may have rolled back by itself; then there is nothing left to roll back.
    await access.sql.run('ROLLBACK').catch(() => undefined)
    for (const job of group) job.lost(asTrouble(error))
    return
  }
  group.forEach((job, place) => settle(job, outcomes[place] as Outcome))
}

function settle (job: Job<unknown>, outcome: Outcome): void {
  if ('error' in outcome) job.lost(outcome.error)
  else job.kept(outcome.value)
}

/**
 * Runs work in a savepoint. A failure of its own is returned with nothing kept of it;
 * a failure of the disk is thrown, for it takes the whole group with it.
 */
export async function attempt<Value> (sql: Connection, run: () => Promise<Value>): Promise<{ readonly value: Value } | { readonly error: unknown }> {
  await sql.run('SAVEPOINT job')
  try {
    const value = await run()
    await sql.run('RELEASE job')
    return { value }
  } catch (error) {
    if (isTrouble(error)) throw error
    await sql.run('ROLLBACK TO job')
    await sql.run('RELEASE job')
    return { error }
  }
}

/** BUSY: another process has held the file for longer than the five seconds we wait. */
const troubles: readonly unknown[] = ['SQLITE_FULL', 'SQLITE_IOERR', 'SQLITE_READONLY', 'SQLITE_CANTOPEN', 'SQLITE_BUSY', 'ENOSPC']

function isTrouble (error: unknown): error is Error & { code: string } {
  return error instanceof Error && 'code' in error && troubles.includes(error.code)
}

function asTrouble (error: unknown): unknown {
  return isTrouble(error) ? new StorageTrouble(error) : error
}
