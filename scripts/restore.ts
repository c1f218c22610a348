// npm run restore -- FILE [--skip NUMBERS]: puts a copy in the place of the database of a stopped server.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { lastRun } from '../server/running.ts'
import { databaseFile, readSettings } from '../server/settings/settings.ts'
import { restoreSqlite } from '../server/storage/sqlite/restore.ts'
import { fromWhereTheyStand, tell } from './telling.ts'

await tell(async say => {
  const { values, positionals: [named] } = parseArgs({ allowPositionals: true, options: { skip: { type: 'string', default: '0' } } })
  const skip = Number(values.skip)
  if (named === undefined || !Number.isInteger(skip) || skip < 0 || skip > 10_000) throw new Error('npm run restore -- TỆP / FILE [--skip 100]')
  const settings = readSettings(process.env)
  const { running } = await lastRun(settings.MOISO_DATA)
  if (running !== undefined) throw new Error(`Máy chủ đang chạy (${running}), hãy dừng trước / the server is running, stop it first`)
  const { tickets, aside, passedOver, certain } = await restoreSqlite({ from: resolve(fromWhereTheyStand, named), file: databaseFile(settings), at: Date.now(), skip })
  say(`Đã khôi phục: ${tickets} phiếu`, `restored: ${tickets} tickets`)
  if (aside !== undefined) say(`Cơ sở dữ liệu trước đó được giữ ở ${aside}`, 'the database before is kept there')
  for (const { office, date, digit, first, last } of passedOver) {
    const [from, to] = [first, last].map(sequence => `${digit}${String(sequence).padStart(3, '0')}`)
    say(`[${office}] ${date}: không cấp lại ${from}–${to}, người dân đang giữ`, 'not given again: people hold them')
  }
  if (!certain && skip === 0) {
    say('Không rõ những số đã cấp sau lúc sao lưu. Nếu hôm nay máy cũ còn cấp số sau đó, hãy khôi phục lại với --skip 100',
      'what was given out after the copy is not known: if the old computer gave out numbers today after it, restore again with --skip 100')
  }
})
