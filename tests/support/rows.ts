import { openConnection } from '../../server/storage/sqlite/dialect.ts'

/** Every row of every table, but for what a health check may write and wipe. */
export async function everyRow (file: string): Promise<readonly (readonly [string, unknown])[]> {
  const sql = await openConnection(file, { readOnly: true })
  const tables = await sql.all<{ name: string }>('SELECT name FROM sqlite_schema WHERE type = \'table\' AND name NOT LIKE \'sqlite_%\' AND name <> \'probe\' ORDER BY name')
  const rows: [string, unknown][] = []
  for (const { name } of tables) rows.push([name, await sql.all(`SELECT * FROM ${name}`)])
  await sql.close()
  return rows
}
