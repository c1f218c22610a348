import type { Day } from '../../domain/day.ts'
import type { Store } from '../../ports/store.ts'
import type { StorageLog } from '../trouble.ts'
import type { AlwaysOpen } from '../turning.ts'
import { bookings } from './bookings.ts'
import { callLog } from './call-log.ts'
import { devices } from './devices.ts'
import { openConnection, type Connection } from './dialect.ts'
import { history } from './history.ts'
import { loadStanding } from './load-day.ts'
import { migrate } from './migrate.ts'
import { keys, people, sessions } from './people.ts'
import { printJobs } from './print-jobs.ts'
import { ratings } from './ratings.ts'
import { reading } from './reading.ts'
import { tightness } from './room.ts'
import { served } from './served.ts'
import { seedOffice } from './seed.ts'
import { startTurns } from './turns.ts'
import { accessTo, startWriter, type Writer } from './writer.ts'

export interface SqliteSettings {
  /** The database file; made if it is not there. */
  readonly file: string
  readonly alwaysOpen: AlwaysOpen
  readonly log: StorageLog
  /** Looks at a database that another process may be writing; every write is refused. */
  readonly readOnly?: boolean
}

/**
 * Opens the store on one SQLite file, brought up to this code.
 *
 * @throws when the file is newer than the code, another program's, or cannot be opened
 */
export async function openSqliteStore (settings: SqliteSettings): Promise<Store> {
  return storeOver(await openConnections(settings), settings)
}

/** One connection that writes, one that reads beside it without waiting for it. */
export interface Connections { readonly writing: Connection, readonly reading: Connection }

export async function openConnections ({ file, readOnly = false }: Pick<SqliteSettings, 'file' | 'readOnly'>): Promise<Connections> {
  const writing = await openConnection(file, { readOnly })
  try {
    await prepare(writing, readOnly)
    const reading = await openConnection(file, { readOnly: true })
    await reading.exec('PRAGMA busy_timeout = 5000')
    return { writing, reading }
  } catch (error) {
    await writing.close()
    throw error
  }
}

/** The store itself; apart from the opening of files, so that tests can put faults between. */
export function storeOver (connections: Connections, { file, alwaysOpen, log, readOnly = false }: Omit<SqliteSettings, 'file'> & { readonly file?: string }): Store {
  const reader = accessTo(connections.reading)
  const writer = startWriter(accessTo(connections.writing), readOnly ? 'BEGIN' : 'BEGIN IMMEDIATE')
  const turns = startTurns(writer, alwaysOpen, log)
  const isTight = tightness(writer, file)
  return {
    ...reading(reader),
    ...callLog(reader),
    ...served(reader),
    seed: seed => writer.write(access => seedOffice(access, seed)),
    turn: turns.take,
    // Who only looks takes no turns, and would never learn that another process did.
    day: readOnly ? office => freshDay(writer, office, alwaysOpen) : turns.day,
    onCommitted: turns.onCommitted,
    printJobs: printJobs(reader, writer),
    ratings: ratings(reader, writer),
    bookings: bookings(reader, writer),
    history: history(reader),
    directory: { ...people(reader, writer), ...sessions(reader, writer), ...keys(reader, writer), ...devices(reader, writer) },
    // What is deleted is wiped in the file at once, but stands in the log until that is written back and cut.
    forget: () => writer.between(async ({ sql }) => { await sql.all('PRAGMA wal_checkpoint(TRUNCATE)') }),
    isTight,
    trouble: async () => await trouble(writer) ?? (await isTight() ? 'the disk is almost full: no new numbers, those who wait are still called' : undefined),
    close: once(async () => {
      await writer.close()
      await connections.reading.close()
      await connections.writing.close()
    })
  }
}

async function freshDay (writer: Writer, office: string, alwaysOpen: AlwaysOpen): Promise<Day> {
  const standing = await writer.write(access => loadStanding(access, office, alwaysOpen))
  if (!standing) throw new Error(`There is no office ${office}`)
  return standing.day
}

function once (work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined
  return () => done ??= work()
}

/**
 * `synchronous = FULL` is what makes a power cut cost nothing that was acknowledged (WAL alone loses the last commits);
 * `secure_delete` wipes what was deleted, rating questions above all.
 */
async function prepare (connection: Connection, readOnly: boolean): Promise<void> {
  await connection.exec('PRAGMA busy_timeout = 5000')
  if (!readOnly) await connection.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA journal_size_limit = 67108864')
  if (!readOnly) await migrate(connection)
  await connection.exec('PRAGMA foreign_keys = ON')
}

/** Asks the disk itself: a page that can be written and committed now. */
async function trouble (writer: Writer): Promise<string | undefined> {
  try {
    await writer.between(async ({ sql }) => {
      await sql.run('BEGIN IMMEDIATE')
      try {
        await sql.run('INSERT INTO probe (filler) VALUES (zeroblob(32768))')
        await sql.run('DELETE FROM probe')
        await sql.run('COMMIT')
      } catch (error) {
        await sql.run('ROLLBACK').catch(() => undefined)
        throw error
      }
    })
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
