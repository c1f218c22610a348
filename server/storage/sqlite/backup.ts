import { rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { openConnection } from './dialect.ts'
import { exists, keepOnDisk, nameFinally } from './files.ts'
import { verifySqlite, type Finding } from './verify.ts'

export interface Copy {
  readonly bytes: number
  readonly tickets: number
}

/** The copy, or what it was to be copied from, is not sound. */
export class Unsound extends Error {
  readonly findings: readonly Finding[]

  constructor (file: string, findings: readonly Finding[]) {
    super(`${file}: ${findings[0]?.vi} / ${findings[0]?.text}`)
    this.name = 'Unsound'
    this.findings = findings
  }
}

/**
 * Copies a database as it is at one moment, also while a server writes to it: readers of the log hold no writer up.
 * The copy gets its name only when it is whole, verified and on the disk.
 *
 * @throws when `to` is there already (EEXIST), the disk takes nothing more, or the copy is not sound ({@link Unsound})
 */
export async function backupSqlite (file: string, to: string): Promise<Copy> {
  if (await exists(to)) throw Object.assign(new Error(`${to}: đã có tệp này / is there already`), { code: 'EEXIST' })
  if (!await exists(dirname(to))) throw new Error(`${dirname(to)}: không có thư mục này / no such folder`)
  const part = `${to}.part`
  await rm(part, { force: true })
  try {
    await copySqlite(file, part)
    const findings = await verifySqlite(part)
    if (findings.length > 0) throw new Unsound(file, findings)
    await keepOnDisk(part)
    const tickets = await countTickets(part)
    await nameFinally(part, to)
    await keepOnDisk(to)
    return { bytes: (await stat(to)).size, tickets }
  } finally {
    await rm(part, { force: true })
  }
}

/** A compact copy in one file, without a log beside it and without anything that was deleted. */
export async function copySqlite (file: string, to: string): Promise<void> {
  const sql = await openConnection(file, { readOnly: true })
  try {
    await sql.exec('PRAGMA busy_timeout = 5000')
    await sql.run('VACUUM INTO ?', [to])
  } finally {
    await sql.close()
  }
  // Copied as a database with a log; a copy on a stick that cannot be written to must open too.
  const copy = await openConnection(to)
  try {
    await copy.exec('PRAGMA journal_mode = DELETE')
  } finally {
    await copy.close()
  }
}

export async function countTickets (file: string): Promise<number> {
  const sql = await openConnection(file, { readOnly: true })
  try {
    const [row] = await sql.all<{ tickets: number }>('SELECT count(*) AS tickets FROM ticket')
    return row?.tickets ?? 0
  } finally {
    await sql.close()
  }
}
