import { stepBack } from '../step-back.ts'
import { backupSqlite } from './backup.ts'
import { verifySqlite } from './verify.ts'

/*
 * Work on a database that would hold up the server, done by a process of its own:
 *   attendant.ts check FILE      prints what verifySqlite finds, as JSON
 *   attendant.ts backup FILE TO  prints the size of the copy and its tickets, as JSON
 */
stepBack()
// Whoever asked for it holds the other end; killed or not, nobody would hear the answer any more.
process.stdin.resume().once('close', () => process.exit(1))
const [work, file = '', to = ''] = process.argv.slice(2)
try {
  console.log(JSON.stringify(work === 'backup' ? await backupSqlite(file, to) : await verifySqlite(file)))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
process.stdin.removeAllListeners('close').destroy()
