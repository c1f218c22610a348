// npm run backup -- FILE: a consistent, verified copy, also while the server runs.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { databaseFile, readSettings } from '../server/settings/settings.ts'
import { backupSqlite } from '../server/storage/sqlite/backup.ts'
import { stepBack } from '../server/storage/step-back.ts'
import { fromWhereTheyStand, tell } from './telling.ts'

const [named] = process.argv.slice(2)

stepBack()
await tell(async say => {
  if (named === undefined) throw new Error('npm run backup -- TỆP / FILE')
  const file = databaseFile(readSettings(process.env))
  if (!existsSync(file)) throw new Error(`${file}: chưa có cơ sở dữ liệu / there is no database`)
  const to = resolve(fromWhereTheyStand, named)
  const { bytes, tickets } = await backupSqlite(file, to)
  say(`Đã sao lưu vào ${to}: ${(bytes / 1e6).toFixed(1)} MB, ${tickets} phiếu, đã kiểm tra`, `copied, ${tickets} tickets, verified`)
})
