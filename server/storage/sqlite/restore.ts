import { mkdir, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { copySqlite, countTickets, Unsound } from './backup.ts'
import { openConnection, type Connection } from './dialect.ts'
import { exists, isInUse, keepOnDisk, removeDatabase, setAside } from './files.ts'
import { givenNumbers, knowsLess, passOver, testified, type GivenNumbers, type PassedOver } from './given-numbers.ts'
import { readTestimony, witnessFile } from '../number-witness.ts'
import { newEpoch } from './seed.ts'
import { openConnections } from './store.ts'
import { verifySqlite, verifySqliteFile } from './verify.ts'

export interface Restored {
  readonly tickets: number
  /** Where the replaced database is now; absent when there was none. */
  readonly aside?: string
  /** Numbers that will not be given again. */
  readonly passedOver: readonly PassedOver[]
  /** Whether it is known what was given out after the copy was made. */
  readonly certain: boolean
}

export interface Restoring {
  /** The copy. */
  readonly from: string
  /** The database that it takes the place of. */
  readonly file: string
  readonly at: number
  /** How many numbers of each field to pass over on the copy's last day, on top of what is known. */
  readonly skip?: number
}

/**
 * Puts a copy in the place of a database that nobody has open. The replaced one is kept. Every screen asks anew
 * (a new epoch), everybody signs in again, and no number that either database has given out is given out again that day.
 *
 * @throws in words for people: when the database is in use, or the copy is not there or not sound
 */
export async function restoreSqlite ({ from, file, at, skip = 0 }: Restoring): Promise<Restored> {
  if (!await exists(from)) throw new Error(`${from}: không có tệp này / no such file`)
  if (await isInUse(file)) throw new Error(`${file}: đang được sử dụng, hãy dừng máy chủ trước / is in use, stop the server first`)
  const findings = await verifySqlite(from)
  if (findings.length > 0) throw new Unsound(from, findings)
  await mkdir(dirname(file), { recursive: true })
  const { numbers, certain } = await numbersOf(file, await newestDay(from))
  const prepared = await prepare(from, file, { numbers, at, skip })
  const aside = await exists(file) ? await setAside(file, at) : undefined
  await rename(prepared.file, file)
  await keepOnDisk(file)
  return { tickets: await countTickets(file), ...aside !== undefined && { aside }, passedOver: prepared.passedOver, certain }
}

interface Known { readonly numbers: readonly GivenNumbers[], readonly certain: boolean }

/** What the replaced database and its witness say was given out since `day`. */
async function numbersOf (file: string, day: string): Promise<Known> {
  const testimony = await readTestimony(witnessFile(file))
  const said = testimony ? testified(testimony) : []
  if (!await exists(file)) return { numbers: said, certain: testimony !== undefined }
  const sound = (await verifySqliteFile(file)).length === 0
  return looking(file, async sql => {
    const numbers = await givenNumbers(sql, day)
    const lacks = !sound || (testimony !== undefined && await knowsLess(sql, testimony))
    return { numbers: lacks ? [...numbers, ...said] : numbers, certain: sound || testimony !== undefined }
  })
}

/** The copy beside the database it will replace, brought up to this code and told what it must know. */
export async function prepare (from: string, file: string, { numbers, at, skip = 0 }: { readonly numbers: readonly GivenNumbers[], readonly at: number, readonly skip?: number }): Promise<{ readonly file: string, readonly passedOver: readonly PassedOver[] }> {
  const next = `${file}.restoring`
  await removeDatabase(next)
  await copySqlite(from, next)
  const { writing, reading } = await openConnections({ file: next })
  let passedOver: readonly PassedOver[]
  try {
    await writing.run('BEGIN IMMEDIATE')
    passedOver = await passOver(writing, [...numbers, ...skip > 0 ? await further(writing, skip) : []], at)
    for (const { id } of await writing.all<{ id: string }>('SELECT id FROM office')) await writing.run('UPDATE office SET epoch = ? WHERE id = ?', [newEpoch(), id])
    // Who has signed out since the copy was made must not be signed in again by it.
    await writing.run('DELETE FROM session')
    await writing.run('COMMIT')
  } finally {
    await reading.close()
    await writing.close()
  }
  await keepOnDisk(next)
  return { file: next, passedOver }
}

/** `skip` numbers more of every field than the copy has given out on its newest day. */
async function further (sql: Connection, skip: number): Promise<readonly GivenNumbers[]> {
  const fields = await sql.all<{ office: string, date: string, digit: number }>(`
    SELECT s.office_id AS office, s.service_date AS date, f.digit FROM standing AS s
    JOIN field AS f ON f.office_id = s.office_id AND f.removed_at IS NULL WHERE s.service_date <> ''`)
  const given = await givenNumbers(sql, fields[0]?.date ?? '')
  return fields.map(field => ({ ...field, last: skip + (given.find(it => it.office === field.office && it.date === field.date && it.digit === field.digit)?.last ?? 0) }))
}

/** The newest service day that every office of a database has reached: earlier ones give out nothing any more. */
export async function newestDay (file: string): Promise<string> {
  return looking(file, async sql => (await sql.all<{ day: string }>('SELECT coalesce(min(service_date), \'\') AS day FROM standing'))[0]?.day ?? '')
}

export async function looking<Value> (file: string, look: (sql: Connection) => Promise<Value>): Promise<Value> {
  const sql = await openConnection(file, { readOnly: true })
  try {
    return await look(sql)
  } finally {
    await sql.close()
  }
}
