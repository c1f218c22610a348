// A bare Socket.IO broadcast: a request comes in and everyone connected is told. No database, no rules.
import { createServer } from 'node:http'
import { Server } from 'socket.io'

const http = createServer((request, response) => {
  request.resume().on('end', () => {
    io.of('/live').emit('fact', { epoch: 'e', rev: 1, prev: 0, at: new Date().toISOString(), type: 'ticket:issued', ticket: { id: 'tk_0123456789abcdef', number: '1001', field: 'CT', priority: false } })
    response.writeHead(201, { 'content-type': 'application/json' }).end('{"number":"1001"}')
  })
})
const io = new Server(http, { perMessageDeflate: false, serveClient: false })
io.of('/live').on('connection', socket => socket.on('watch', (_watch, done: (answer: unknown) => void) => done({ ok: true })))
http.listen(0, '127.0.0.1', () => {
  const address = http.address()
  console.log(`listening on http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`)
})
process.once('SIGTERM', () => process.exit(0))
