import { access, link, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { openConnection } from './dialect.ts'

/** What SQLite keeps beside a database while it is open; the log may hold its newest commits. */
const companions = ['-wal', '-shm']

export async function exists (path: string): Promise<boolean> {
  return access(path).then(() => true, () => false)
}

/** Makes sure that a file, and its name, survive a power cut. */
export async function keepOnDisk (path: string): Promise<void> {
  await sync(path, 'r+')
  // Windows has no such thing as syncing a folder, and needs none.
  await sync(dirname(path), 'r').catch(() => undefined)
}

async function sync (path: string, mode: string): Promise<void> {
  const handle = await open(path, mode)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Gives a file its final name, unless that name is taken: then it throws EEXIST. */
export async function nameFinally (from: string, to: string): Promise<void> {
  try {
    await link(from, to)
    await rm(from)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error
    // Memory sticks know no links; there the name is looked at first.
    if (await exists(to)) throw Object.assign(new Error(`${to} is there already`), { code: 'EEXIST' })
    await rename(from, to)
  }
}

/** `2026-11-23T10-42-07`, the machine's own time, fit for a file name everywhere. */
export function stamp (at: number): string {
  const local = new Date(at - new Date(at).getTimezoneOffset() * 60_000)
  return local.toISOString().slice(0, 19).replaceAll(':', '-')
}

/** Renames a database, with what belongs to it, so that its name says when: `moiso.2026-11-23T10-42-07.db`. Returns the new name. */
export async function setAside (file: string, at: number): Promise<string> {
  const ending = extname(file)
  const stem = join(dirname(file), basename(file, ending))
  let aside = `${stem}.${stamp(at)}${ending}`
  for (let again = 2; await exists(aside); again++) aside = `${stem}.${stamp(at)}-${again}${ending}`
  // The log goes first: a new database must never find the old one's beside it.
  for (const companion of companions) if (await exists(file + companion)) await rename(file + companion, aside + companion)
  await rename(file, aside)
  return aside
}

export async function removeDatabase (file: string): Promise<void> {
  for (const path of [file, ...companions.map(companion => file + companion)]) await rm(path, { force: true })
}

/** Whether another process has this database open. Also brings what is in its log into the file itself. */
export async function isInUse (file: string): Promise<boolean> {
  if (!await exists(file)) return false
  const sql = await openConnection(file)
  try {
    await sql.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT; PRAGMA wal_checkpoint(TRUNCATE)')
    return false
  } catch (error) {
    return (error as { code?: string }).code === 'SQLITE_BUSY'
  } finally {
    await sql.close()
  }
}
