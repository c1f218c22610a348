import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openConnection } from '../../../server/storage/sqlite/dialect.ts'
import { openConnections, storeOver, type Connections } from '../../../server/storage/sqlite/store.ts'
import { verifySqlite } from '../../../server/storage/sqlite/verify.ts'
import type { Store } from '../../../server/ports/store.ts'
import type { Opened } from '../contract/opened.ts'
import { anOffice } from './office.ts'

export const settings = { alwaysOpen: () => true, log: { error: () => undefined } }

export interface OpenedSqlite extends Opened {
  readonly file: string
  readonly connections: Connections
  /** Those of the store opened last. */
  readonly newest: () => Connections
  readonly done: () => Promise<void>
}

export async function aFolder (): Promise<{ readonly path: string, readonly done: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'moiso-storage-'))
  return { path, done: () => rm(path, { recursive: true, force: true }) }
}

/** A fresh SQLite store; `between` may put a fault between it and its connections. */
export async function openSqlite (between: (connections: Connections) => Connections = it => it): Promise<OpenedSqlite> {
  const folder = await aFolder()
  const file = join(folder.path, 'office.db')
  const stores: Store[] = []
  let newest: Connections
  const open = async () => {
    const connections = await openConnections({ file })
    newest = connections
    const store = storeOver(between(connections), settings)
    stores.push(store)
    return { store, connections }
  }
  const { store, connections } = await open()
  await store.seed(anOffice())
  const closeAll = () => Promise.all(stores.splice(0).map(it => it.close()))
  return {
    store, connections, file,
    newest: () => newest,
    reopen: async () => {
      await closeAll()
      return (await open()).store
    },
    beside: async () => (await open()).store,
    tamper: statement => withConnection(file, sql => sql.exec(`PRAGMA foreign_keys = ON; ${statement}`)),
    forge: (rev, column, value) => withConnection(file, sql => sql.exec(`
      DROP TRIGGER fact_is_never_changed; UPDATE fact SET ${column} = ${value} WHERE rev = ${rev}`)),
    findings: () => verifySqlite(file),
    fill: isFull => newest.writing.exec(`PRAGMA max_page_count = ${isFull ? 1 : 4294967294}`),
    done: async () => {
      await closeAll()
      await folder.done()
    }
  }
}

async function withConnection (file: string, use: (sql: Awaited<ReturnType<typeof openConnection>>) => Promise<void>): Promise<void> {
  const sql = await openConnection(file)
  try { await use(sql) } finally { await sql.close() }
}
