import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { request } from 'node:https'
import type { IncomingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { io } from 'socket.io-client'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { adminPassword, program, signIn, staffPassword, startServer, type RunningServer } from '../support/server.ts'

let data: string
let server: RunningServer | undefined
beforeEach(async () => { data = await mkdtemp(join(tmpdir(), 'moiso-process-')) })
afterEach(async () => {
  await server?.kill()
  await rm(data, { recursive: true, force: true })
})

it('no secret reaches the log: tokens, keys, cookies, codes and passwords of a whole visit with its mishaps', async () => {
  server = await startServer(data, { MOISO_PRINTER: 'tcp://127.0.0.1:9' })
  const { url } = server
  const admin = await signIn(url, 'admin')
  const { body: made } = await admin.post('/keys', { name: 'máy', role: 'officer' })
  const { body: device } = await admin.post('/devices', { kind: 'board', name: 'Sảnh' })
  const paired = await fetch(`${url}/api/v1/devices/pair`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ code: device.pairingCode }) })
  const key = program(url, { authorization: `Bearer ${made.key}` })
  const officer = await signIn(url, 'quay1')
  const { body: taken } = await key.post('/tickets', { field: 'CT' }, { 'idempotency-key': 'secret-key-of-a-kiosk' })
  await officer.post('/counters/1/open')
  await officer.post('/counters/1/next')
  await officer.post('/counters/1/finish')
  const anyone = program(url)
  const { body: mine } = await anyone.get(`/my/${taken.token}`)
  const page = await fetch(`${url}/t/${taken.token}`)
  expect(page.headers.get('referrer-policy')).toBe('no-referrer')
  const phone = io(`${url}/live`, { transports: ['polling'], reconnection: false })
  expect(await phone.timeout(5_000).emitWithAck('watch', { view: 'ticket', token: taken.token })).toMatchObject({ ok: true })
  phone.emit('watch', { view: 'ticket', token: [taken.token] })
  phone.emit('error', taken.token)
  await anyone.post('/ratings', { token: mine.rating.token, level: 9 })
  await anyone.post('/ratings', { token: mine.rating.token, level: 4 })
  await anyone.post(`/my/${taken.token}/nothing`, { password: staffPassword })
  await fetch(`${url}/api/v1/my/${taken.token}%00`)
  await fetch(`${url}/api/v1/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: `{"username":"quay2","password":"${staffPassword}"` })
  await anyone.post('/session', { username: adminPassword, password: 'wrong-password-typed' })
  phone.close()
  expect(await server.kill('SIGTERM')).toBe(0)

  const secrets = { token: taken.token, rating: mine.rating.token, key: made.key, code: device.pairingCode, staff: officer.headers['cookie'], board: paired.headers.getSetCookie()[0]?.split(';')[0], adminPassword, staffPassword, typed: 'wrong-password-typed', once: 'secret-key-of-a-kiosk' }
  const said = [...server.out, ...server.errors].join('\n')
  expect(said.length).toBeGreaterThan(50)
  for (const [what, secret] of Object.entries(secrets)) {
    const text = String(secret).replace(/^moiso_\w+=/, '')
    expect(text.length, what).toBeGreaterThanOrEqual(8)
    expect(said.includes(text), what).toBe(false)
  }
}, 30_000)

it('with a certificate everything is https: cookies are Secure, browsers are told to stay, sockets too, and plain http is no way in', async () => {
  const [cert, key] = [join(data, 'cert.pem'), join(data, 'key.pem')]
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1', '-keyout', key, '-out', cert], { stdio: 'ignore' })
  server = await startServer(data, { MOISO_TLS_CERT: cert, MOISO_TLS_KEY: key })
  const { url } = server
  expect(url).toMatch(/^https:/)
  const ca = await readFile(cert, 'utf8')
  const signed = await secureAsk(`${url}/api/v1/session`, ca, { username: 'quay1', password: staffPassword }, { origin: url })
  expect(signed.status).toBe(200)
  for (const cookie of signed.headers['set-cookie'] ?? []) expect(cookie).toMatch(/; HttpOnly; Secure; SameSite=Strict$/)
  expect(signed.headers['strict-transport-security']).toMatch(/max-age=\d{7,}/)

  const socket = io(`${url}/live`, { ca, transports: ['websocket'], reconnection: false, extraHeaders: { cookie: signed.headers['set-cookie']?.[0]?.split(';')[0] ?? '', origin: url } })
  expect(await socket.timeout(5_000).emitWithAck('watch', { view: 'console', counter: 1 })).toMatchObject({ ok: true })
  socket.close()
  await expect(fetch(url.replace('https', 'http'))).rejects.toThrow()
  expect(await server.kill('SIGTERM')).toBe(0)
}, 30_000)

function secureAsk (url: string, ca: string, body: unknown, headers: Record<string, string>): Promise<{ status: number | undefined, headers: IncomingHttpHeaders }> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { ca, method: 'POST', headers: { ...headers, 'content-type': 'application/json' } }, answer => {
      answer.resume()
      resolve({ status: answer.statusCode, headers: answer.headers })
    })
    asked.on('error', reject).end(JSON.stringify(body))
  })
}
