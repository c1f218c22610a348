// npm run verify [-- FILE]: whether a database is whole. Ends with 0 when it is, with 1 when something was found.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { databaseFile, readSettings } from '../server/settings/settings.ts'
import { verifySqlite } from '../server/storage/sqlite/verify.ts'
import { stepBack } from '../server/storage/step-back.ts'
import { fromWhereTheyStand, tell } from './telling.ts'

const most = 50
const [named] = process.argv.slice(2)

stepBack()
await tell(async say => {
  const file = named === undefined ? databaseFile(readSettings(process.env)) : resolve(fromWhereTheyStand, named)
  if (!existsSync(file)) throw new Error(`${file}: không có tệp này / no such file`)
  const findings = await verifySqlite(file)
  for (const { office, vi, text } of findings.slice(0, most)) say(`${office === undefined ? '' : `[${office}] `}${vi}`, text)
  if (findings.length > most) say(`… và ${findings.length - most} lỗi nữa`, `… and ${findings.length - most} more`)
  if (findings.length > 0) return say(`Có ${findings.length} lỗi trong ${file}`, `${findings.length} found`, 1)
  say(`Cơ sở dữ liệu nguyên vẹn: ${file}`, 'the database is sound')
})
