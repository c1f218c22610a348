import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { announcement } from '../../common/speech/announcement.ts'
import { readWav } from '../../server/features/voice/wav.ts'
import { keyFor, signIn, startServer, type RunningServer } from '../support/server.ts'

let data = ''
let server: RunningServer
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'moiso-voice-'))
  server = await startServer(data)
})
afterAll(async () => {
  await server.kill('SIGTERM')
  await rm(data, { recursive: true, force: true })
})
const get = (path: string, headers: Record<string, string> = {}) => fetch(server.url + path, { headers })

it('a call carries addresses that answer with its sound, kept by the browser for good, also under the office\'s prefix', async () => {
  await (await keyFor(server.url, 'admin')).post('/tickets', { field: 'CT' })
  const officer = await signIn(server.url, 'quay1')
  await officer.post('/counters/1/open')
  const { call } = (await officer.post('/counters/1/next')).body
  expect(call.announcement).toEqual(announcement({ number: '1001', counter: 1, repeat: 0 }))
  expect(call.sound.vi).toMatch(/^\/sound\/vi\/1001-1-0\.wav\?v=[0-9a-f]{10}$/)
  for (const path of [call.sound.vi, call.sound.en, `/o/main${call.sound.vi}`]) {
    const answer = await get(path)
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([200, 'audio/wav', 'public, max-age=31536000, immutable'])
    const { rate, samples } = readWav(new Uint8Array(await answer.arrayBuffer()))
    expect(samples.length / rate).toBeGreaterThan(3)
  }
  const recalled = (await officer.post('/counters/1/recall')).body.call
  const length = async (path: string) => (await (await get(path)).arrayBuffer()).byteLength
  expect(await length(recalled.sound.vi)).toBeGreaterThan(await length(call.sound.vi))
})

it('a sound of another version is still heard, but not kept', async () => {
  for (const path of ['/sound/vi/2014-2-0.wav', '/sound/vi/2014-2-0.wav?v=old']) {
    const answer = await get(path)
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-cache'])
  }
})

it('gives a part to a player that asks for a part', async () => {
  const whole = new Uint8Array(await (await get('/sound/vi/2014-2-0.wav')).arrayBuffer())
  const part = async (range: string) => {
    const answer = await get('/sound/vi/2014-2-0.wav', { range })
    return [answer.status, answer.headers.get('content-range'), new Uint8Array(await answer.arrayBuffer()).length]
  }
  expect(await part('bytes=0-')).toEqual([206, `bytes 0-${whole.length - 1}/${whole.length}`, whole.length])
  expect(await part('bytes=44-99')).toEqual([206, `bytes 44-99/${whole.length}`, 56])
  expect(await part('bytes=-10')).toEqual([206, `bytes ${whole.length - 10}-${whole.length - 1}/${whole.length}`, 10])
  for (const nonsense of ['bytes=-', 'bytes=9-3', 'bytes=99999999-', 'lines=1-2', 'bytes=0-1,5-6']) expect((await part(nonsense))[0]).toBe(200)
})

it('rings and keeps silent', async () => {
  for (const [path, seconds] of [['/sound/chime.wav', 1.5], ['/sound/silence.wav', 0.1]] as const) {
    const { rate, samples } = readWav(new Uint8Array(await (await get(path)).arrayBuffer()))
    expect(samples.length / rate).toBeCloseTo(seconds, 2)
  }
})

it.each([
  ['/sound/vi/201-2-0.wav', 400, 'INVALID_REQUEST'], ['/sound/vi/201400-2-0.wav', 400, 'INVALID_REQUEST'], ['/sound/vi/0014-2-0.wav', 400, 'INVALID_REQUEST'],
  ['/sound/vi/2014-0-0.wav', 400, 'INVALID_REQUEST'], ['/sound/vi/2014-1000-0.wav', 400, 'INVALID_REQUEST'], ['/sound/vi/2014-2-100.wav', 400, 'INVALID_REQUEST'],
  ['/sound/vi/2014-2.wav', 400, 'INVALID_REQUEST'], ['/sound/vi/2014-2-0.mp3', 400, 'INVALID_REQUEST'], ['/sound/..%2Fvi/2014-2-0.wav', 400, 'INVALID_REQUEST'],
  ['/sound/vi/..%2F..%2Fpackage.json', 400, 'INVALID_REQUEST'], ['/sound/fr/2014-2-0.wav', 404, 'NOT_FOUND'], ['/sound/vi/2014-2-0.wav?x=1', 400, 'INVALID_REQUEST'],
  ['/o/nowhere/sound/vi/2014-2-0.wav', 404, 'NOT_FOUND'], ['/sound/vi', 404, 'NOT_FOUND']
])('%s is %i %s', async (path, status, code) => {
  const answer = await get(path)
  expect([answer.status, (await answer.json()).code]).toEqual([status, code])
})
