// npm run admin -- reset-password USER [--office ID]: on the machine itself, also while the server runs.
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { hash } from '@node-rs/argon2'
import { firstPassword } from '../server/settings/chance.ts'
import { databaseFile, readSettings } from '../server/settings/settings.ts'
import { openSqliteStore } from '../server/storage/sqlite/store.ts'
import { tell } from './telling.ts'

await tell(async say => {
  const { values, positionals: [deed, username] } = parseArgs({ allowPositionals: true, options: { office: { type: 'string' } } })
  if (deed !== 'reset-password' || username === undefined) throw new Error('npm run admin -- reset-password USER [--office ID]')
  const file = databaseFile(readSettings(process.env))
  if (!existsSync(file)) throw new Error(`${file}: chưa có cơ sở dữ liệu / there is no database`)
  const store = await openSqliteStore({ file, alwaysOpen: () => false, log: console })
  try {
    const known: string[] = []
    for (const office of await store.offices()) if (await store.directory.person(office, username)) known.push(office)
    const [office, another] = values.office === undefined ? known : known.filter(id => id === values.office)
    if (office === undefined) throw new Error(`${username}: không có người dùng này / there is no such user`)
    if (another !== undefined) throw new Error(`${username}: có ở ${known.join(', ')}; hãy thêm --office / is in several offices, add --office`)
    const password = firstPassword()
    await store.directory.setPassword(office, username, await hash(password))
    say('Mật khẩu mới, chỉ hiện một lần', 'the new password, shown once; every session of this person has ended')
    console.log(`  ${username}: ${password}`)
  } finally {
    await store.close()
  }
})
