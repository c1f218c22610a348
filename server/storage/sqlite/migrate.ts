import { readdir, readFile } from 'node:fs/promises'
import type { Connection } from './dialect.ts'

const folder = new URL('./migrations/', import.meta.url)
/** `MoiS`, in the file's own header: someone else's database is not ours to change. */
const applicationId = 0x4d6f6953

interface Migration { readonly number: number, readonly file: string }

/**
 * Brings a database up to this code. Each step is one transaction together with its number, so that an
 * interrupted one is simply taken again. References are not enforced meanwhile, or no table could be made anew;
 * whoever opened the connection turns that on afterwards.
 *
 * @throws when the database is newer than the code, or not ours
 */
export async function migrate (connection: Connection, upTo = Infinity): Promise<void> {
  const migrations = (await listMigrations()).filter(({ number }) => number <= upTo)
  await refuseStranger(connection)
  await connection.exec('PRAGMA foreign_keys = OFF')
  for (const migration of migrations) await apply(connection, migration)
  const newest = migrations.at(-1)?.number ?? 0
  const version = await pragma(connection, 'user_version')
  if (version > newest && upTo === Infinity) {
    throw new Error(`The database is at version ${version}, this program knows up to ${newest}: start the newer program, or restore a backup made by this one.`)
  }
}

async function listMigrations (): Promise<Migration[]> {
  const files = (await readdir(folder)).filter(name => /^\d{4}-[a-z0-9-]+\.sql$/.test(name)).sort()
  return files.map(file => ({ number: Number(file.slice(0, 4)), file }))
}

/** The version is read again under the lock: two processes may start at once. */
async function apply (connection: Connection, { number, file }: Migration): Promise<void> {
  if (await pragma(connection, 'user_version') >= number) return
  const sql = await readFile(new URL(file, folder), 'utf8')
  await connection.exec('BEGIN IMMEDIATE')
  try {
    if (await pragma(connection, 'user_version') < number) await connection.exec(`${sql};PRAGMA user_version = ${number};PRAGMA application_id = ${applicationId};`)
    await connection.exec('COMMIT')
  } catch (error) {
    await connection.exec('ROLLBACK').catch(() => undefined)
    throw new Error(`Migration ${file} failed; the database is as it was before it.`, { cause: error })
  }
}

async function refuseStranger (connection: Connection): Promise<void> {
  const [schema] = await connection.all<{ tables: number }>('SELECT count(*) AS tables FROM sqlite_schema')
  if (schema && schema.tables > 0 && await pragma(connection, 'application_id') !== applicationId) {
    throw new Error('This file is the database of another program; it is left untouched.')
  }
}

async function pragma (connection: Connection, name: 'user_version' | 'application_id'): Promise<number> {
  const [row] = await connection.all<Record<string, number>>(`PRAGMA ${name}`)
  return row?.[name] ?? 0
}
