// A bare Socket.IO broadcast: a request comes in and everyone connected is told. No rules; with /durable one row is on disk first.
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Server } from 'socket.io'
import { openConnection } from '../../server/storage/sqlite/dialect.ts'

const folder = await mkdtemp(join(tmpdir(), 'moiso-bare-'))
const database = await openConnection(join(folder, 'bare.db'))
await database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE said (what TEXT)')

const fact = { epoch: 'e', rev: 1, prev: 0, at: new Date().toISOString(), type: 'ticket:issued', ticket: { id: 'tk_0123456789abcdef', number: '1001', field: 'CT', priority: false } }
const http = createServer((request, response) => {
  request.resume().on('end', () => void answer(request.url === '/durable').then(() => response.writeHead(201, { 'content-type': 'application/json' }).end('{"number":"1001"}')))
})
const io = new Server(http, { perMessageDeflate: false, serveClient: false })
io.of('/live').on('connection', socket => socket.on('watch', (_watch, done: (answer: unknown) => void) => done({ ok: true })))

async function answer (durable: boolean): Promise<void> {
  if (durable) await database.run('INSERT INTO said VALUES (?)', [JSON.stringify(fact)])
  io.of('/live').emit('fact', fact)
}

http.listen(0, '127.0.0.1', () => {
  const address = http.address()
  console.log(`listening on http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`)
})
process.once('SIGTERM', () => void rm(folder, { recursive: true, force: true }).then(() => process.exit(0)))
