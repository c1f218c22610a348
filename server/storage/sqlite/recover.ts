import { rename, stat } from 'node:fs/promises'
import type { Store } from '../../ports/store.ts'
import { backupsIn } from '../backups.ts'
import { forgetTestimony, readTestimony, witnessFile, type Testimony } from '../number-witness.ts'
import type { StorageLog } from '../trouble.ts'
import { exists, isInUse, keepOnDisk, setAside } from './files.ts'
import { givenNumbers, knowsLess, passOver, testified, type GivenNumbers } from './given-numbers.ts'
import { looking, newestDay, prepare } from './restore.ts'
import { openConnections, storeOver, type Connections, type SqliteSettings } from './store.ts'
import { verifySqlite, verifySqliteFile } from './verify.ts'

/** What had to be done before the office could open. */
export interface Recovery {
  /** What was wrong, as the database said it. */
  readonly reason: string
  /** Where the damaged database is now. Absent: it is in use, only its newest tickets are missing. */
  readonly aside?: string
  /** The backup that took its place. Absent together with a present `aside`: the office began anew. */
  readonly from?: string
}

export interface Opening {
  /** Folder of backups to fall back on. */
  readonly backups: string
  readonly at: number
  /** Whether no other server works on this data: only then may a file be moved. */
  readonly alone: boolean
  /** Called with an empty database. */
  readonly seed: (store: Store) => Promise<void>
}

export interface OpenedOffice { readonly store: Store, readonly recovery?: Recovery }

/**
 * Opens the store in spite of a damaged file: that one is moved aside, the newest sound backup takes its place, and
 * numbers go on above all that can be known to have been given out. A database that lost its end, or was replaced by
 * hand with an older one, is opened as it is, and numbers go on above what its witness says.
 *
 * @throws as openSqliteStore does, where the file is not damaged but cannot be opened all the same
 */
export async function openOrRecover (settings: SqliteSettings, opening: Opening): Promise<OpenedOffice> {
  const { file } = settings
  const witness = witnessFile(file)
  // Whoever takes the database away wants to begin anew, at 001.
  if (!await exists(file)) await forgetTestimony(witness)
  const testimony = await readTestimony(witness)
  try {
    if (testimony && (await stat(file)).size === 0) throw Object.assign(new Error('the file is empty'), { code: 'SQLITE_NOTADB' })
    return await openAsItIs(settings, opening, testimony)
  } catch (error) {
    if (!opening.alone || !await isDamage(error, file) || await isInUse(file)) throw error
    return recover(settings, opening, testimony, error)
  }
}

async function openAsItIs (settings: SqliteSettings, { at, seed }: Opening, testimony: Testimony | undefined): Promise<OpenedOffice> {
  const connections = await openConnections(settings)
  const store = storeOver(connections, settings)
  try {
    if ((await store.offices()).length === 0) await seed(store)
    const passedOver = testimony && await knowsLess(connections.writing, testimony) ? await passOver(connections.writing, testified(testimony), at) : []
    // What cannot be read must be known before anybody relies on it.
    for (const office of await store.offices()) await store.day(office)
    if (passedOver.length === 0) return { store }
    const reason = 'tickets that were given out are missing'
    settings.log.error({ file: settings.file, passedOver }, `${reason}: their numbers are passed over`)
    return { store, recovery: { reason } }
  } catch (error) {
    await store.close()
    throw error
  }
}

/** A file that SQLite calls torn, or in which nothing else was expected to fail. */
async function isDamage (error: unknown, file: string): Promise<boolean> {
  const code = (error as { code?: unknown }).code
  if (code === 'SQLITE_CORRUPT' || code === 'SQLITE_NOTADB') return true
  return await exists(file) && (await verifySqliteFile(file)).some(({ kind, text }) => kind === 'database' && text.includes('damaged'))
}

async function recover (settings: SqliteSettings, opening: Opening, testimony: Testimony | undefined, error: unknown): Promise<OpenedOffice> {
  const { file, log } = settings
  const { at } = opening
  const reason = error instanceof Error ? error.message : String(error)
  const backup = await newestSoundBackup(opening.backups, log)
  const numbers = await numbersKnown(file, testimony, backup)
  const prepared = backup === undefined ? undefined : await prepare(backup, file, { numbers, at })
  const aside = await setAside(file, at)
  if (prepared) {
    await rename(prepared.file, file)
    await keepOnDisk(file)
  }
  log.error({ reason, aside, from: backup }, backup === undefined
    ? 'THE DATABASE WAS DAMAGED and there is no backup: it was moved aside and the office begins anew'
    : 'THE DATABASE WAS DAMAGED: it was moved aside and the newest backup took its place')
  const recovery: Recovery = { reason, aside, ...backup !== undefined && { from: backup } }
  return { store: await openSeeded(settings, opening, numbers), recovery }
}

async function openSeeded (settings: SqliteSettings, { at, seed }: Opening, numbers: readonly GivenNumbers[]): Promise<Store> {
  const connections: Connections = await openConnections(settings)
  const store = storeOver(connections, settings)
  if ((await store.offices()).length === 0) await seed(store)
  await passOver(connections.writing, numbers, at)
  return store
}

/** Whatever can still be read of the damaged file, and what its witness says. */
async function numbersKnown (file: string, testimony: Testimony | undefined, backup: string | undefined): Promise<readonly GivenNumbers[]> {
  const said = testimony ? testified(testimony) : []
  const from = backup === undefined ? said[0]?.date ?? '' : await newestDay(backup)
  const read = await looking(file, sql => givenNumbers(sql, from)).catch((): readonly GivenNumbers[] => [])
  return [...read, ...said]
}

async function newestSoundBackup (folder: string, log: StorageLog): Promise<string | undefined> {
  for (const backup of (await backupsIn(folder)).reverse()) {
    const findings = await verifySqlite(backup).catch(() => undefined)
    if (findings?.length === 0) return backup
    log.error({ backup, findings }, 'this backup is not sound')
  }
  return undefined
}
