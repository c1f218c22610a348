import {
  SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler,
  type CompiledQuery, type DatabaseConnection, type Dialect, type Driver, type QueryResult
} from 'kysely'
import sqlite3 from 'sqlite3'

/*
 * The only file that knows the driver. `sqlite3` is archived upstream; whatever replaces it is written here
 * (docs/decisions/0003-sqlite3.md).
 */

export interface Connection {
  /** Every row of one statement. Also the way to read RETURNING: the driver's `get` leaves the statement open, uncommitted. */
  readonly all: <Row>(sql: string, values?: readonly unknown[]) => Promise<Row[]>
  /** Runs one statement; returns how many rows it changed. */
  readonly run: (sql: string, values?: readonly unknown[]) => Promise<number>
  /** Runs several statements, without values. */
  readonly exec: (sql: string) => Promise<void>
  /** Every statement asked for so far, for tests of how they are run. */
  readonly statements: () => readonly string[]
  readonly close: () => Promise<void>
}

/**
 * Opens one connection. Its statements run one after the other and are compiled once.
 * Errors carry SQLite's own code (`SQLITE_FULL`) as `code`.
 */
export async function openConnection (file: string, { readOnly = false } = {}): Promise<Connection> {
  const mode = readOnly ? sqlite3.OPEN_READONLY : sqlite3.OPEN_READWRITE | sqlite3.OPEN_CREATE
  const database = await new Promise<sqlite3.Database>((resolve, reject) => {
    const opening: sqlite3.Database = new sqlite3.Database(file, mode, error => error ? reject(error) : resolve(opening))
  })
  const compiled = new Map<string, Promise<sqlite3.Statement>>()
  const inTurn = oneByOne()
  const compile = (sql: string) => new Promise<sqlite3.Statement>((resolve, reject) => {
    const statement: sqlite3.Statement = database.prepare(sql, error => error ? reject(error) : resolve(statement))
  })
  const statementOf = (sql: string) => {
    const known = compiled.get(sql) ?? compile(sql)
    compiled.set(sql, known)
    known.catch(() => compiled.delete(sql))
    return known
  }
  return {
    all: <Row>(sql: string, values: readonly unknown[] = []) => inTurn(async () => {
      const statement = await statementOf(sql)
      return new Promise<Row[]>((resolve, reject) => {
        statement.all<Row>(bindable(values), (error, rows) => error ? reject(error) : resolve(rows))
      })
    }),
    run: (sql, values = []) => inTurn(async () => {
      const statement = await statementOf(sql)
      return new Promise((resolve, reject) => {
        statement.run(bindable(values), function (error) { if (error) reject(error); else resolve(this.changes) })
      })
    }),
    exec: sql => inTurn(() => new Promise((resolve, reject) => { database.exec(sql, error => error ? reject(error) : resolve()) })),
    statements: () => [...compiled.keys()],
    close: () => inTurn(async () => {
      // The driver refuses to close while compiled statements are about.
      for (const statement of await Promise.all(compiled.values())) await new Promise<void>(resolve => { statement.finalize(() => resolve()) })
      await new Promise<void>((resolve, reject) => { database.close(error => error ? reject(error) : resolve()) })
    })
  }
}

/** The driver hands compiled statements to its threads without regard to order; a waiting thread is one less for everybody. */
function oneByOne (): <Value>(work: () => Promise<Value>) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve()
  return work => {
    const result = last.then(work)
    last = result.catch(() => undefined)
    return result
  }
}

/** The driver binds NULL for what it does not know (BigInt, undefined, objects), and says nothing. */
function bindable (values: readonly unknown[]): readonly unknown[] {
  const stranger = values.findIndex(value => !(value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)))
  if (stranger >= 0) throw new TypeError(`Value ${stranger + 1} cannot be stored: ${typeof values[stranger]}`)
  return values
}

/** Kysely over one connection. Transactions belong to the writer alone: shared by all callers, they would undo each other's work. */
export function dialectOver (connection: Connection): Dialect {
  const shared: DatabaseConnection = {
    executeQuery: query => execute(connection, query),
    streamQuery: () => { throw new Error('Rows are not streamed here') }
  }
  const notHere = async () => { throw new Error('Transactions belong to the writer') }
  const driver: Driver = {
    init: async () => undefined,
    acquireConnection: async () => shared,
    releaseConnection: async () => undefined,
    beginTransaction: notHere,
    commitTransaction: notHere,
    rollbackTransaction: notHere,
    destroy: async () => undefined
  }
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => driver,
    createIntrospector: db => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler()
  }
}

async function execute<Row> (connection: Connection, { sql, parameters, query }: CompiledQuery): Promise<QueryResult<Row>> {
  const writes = query.kind === 'InsertQueryNode' || query.kind === 'UpdateQueryNode' || query.kind === 'DeleteQueryNode'
  if (!writes || query.returning) return { rows: await connection.all<Row>(sql, parameters) }
  return { rows: [], numAffectedRows: BigInt(await connection.run(sql, parameters)) }
}
