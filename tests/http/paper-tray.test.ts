import { connect } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createVirtualPrinter } from '../../printer/index.ts'
import { openOffice, type Asking, type TestOffice } from '../support/office.ts'
import { eventually } from '../printer/support.ts'
import { aBand, cut } from '../printer/virtual-support.ts'

const tray = createVirtualPrinter({ widthDots: 384, now: () => new Date('2026-11-23T02:40:00Z') })
const well = { power: 'on', paper: 'ok', cover: 'closed', cutter: 'ok', feedHeld: false, rowsPerSecond: 0, bytesPerSecond: 0, network: 'ok', processId: 'answered' }
let office: TestOffice
let stranger: Asking
let listening: { readonly port: number, close (): Promise<void> }
beforeAll(async () => {
  office = await openOffice({ trial: true, tray })
  stranger = office.as({})
  listening = await tray.listen(0)
})
afterAll(async () => {
  await listening.close()
  await office.close()
})

async function send (...bytes: readonly Uint8Array[]): Promise<void> {
  const socket = connect(listening.port, '127.0.0.1')
  await new Promise<void>(resolve => { socket.end(Buffer.concat(bytes), resolve) })
}

it('shows the printer, and anyone may turn its knobs while the office is on trial', async () => {
  const state = { isOnline: true, fault: 'none', waitingBytes: 0, hangingRows: 0, widthDots: 384 }
  expect((await stranger.get('/printer/knobs')).body).toEqual({ knobs: well, state })
  const turned = await stranger.post('/printer/knobs', { paper: 'out', rowsPerSecond: 1200 })
  expect(turned).toMatchObject({ status: 200, body: { knobs: { ...well, paper: 'out', rowsPerSecond: 1200 }, state: { ...state, isOnline: false } } })
  expect((await stranger.post('/printer/knobs')).body.knobs.paper).toBe('out')
  expect((await stranger.post('/printer/knobs', { paper: 'ok', rowsPerSecond: 0 })).body).toEqual({ knobs: well, state })
})

it.each([
  ['a knob that is not there', { colour: 'red' }], ['one that is no trainer\'s', { bufferBytes: 1 }], ['a value that is not there', { paper: 'gone' }],
  ['a wrong type', { feedHeld: 'yes' }], ['a speed below nothing', { rowsPerSecond: -1 }], ['no object', ['paper']], ['several at once, one wrong', { cover: 'open', power: 'maybe' }]
])('refuses %s and turns nothing', async (_what, body) => {
  expect((await stranger.post('/printer/knobs', body)).body).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
  expect((await stranger.get('/printer/knobs')).body.knobs).toEqual(well)
})

it('shows the slip that is coming out, and then the sheet, whole or torn', async () => {
  expect((await stranger.get('/printer/hanging.png')).status).toBe(404)
  await send(aBand(30, 48))
  await eventually(() => tray.state().hangingRows === 30)
  const hanging = await stranger.get('/printer/hanging.png')
  expect([hanging.status, hanging.headers['content-type'], hanging.headers['cache-control']]).toEqual([200, 'image/png', 'no-store'])
  await stranger.post('/printer/knobs', { power: 'off' })
  await stranger.post('/printer/knobs', { power: 'on' })
  await send(aBand(20, 48), cut)
  await eventually(() => tray.sheets().length === 2)
  const sheet = { widthDots: 384, at: '2026-11-23T09:40:00.000+07:00' }
  expect((await stranger.get('/printer/sheets')).body).toEqual({ items: [{ ...sheet, id: 1, heightDots: 30, complete: false }, { ...sheet, id: 2, heightDots: 20, complete: true }] })
  expect((await stranger.get('/printer/sheets/2.png')).status).toBe(200)
  expect((await stranger.get('/printer/sheets/3.png')).status).toBe(404)
})

it('belongs to the guide and the administrator once the office is confirmed', async () => {
  const [admin, officer, guide] = await Promise.all(['admin', 'quay1', 'huongdan'].map(office.signIn)) as [Asking, Asking, Asking]
  await admin.post('/office/confirm')
  for (const path of ['/printer/knobs', '/printer/sheets', '/printer/sheets/1.png', '/printer/hanging.png']) expect((await stranger.get(path)).body).toMatchObject({ status: 401, code: 'SIGN_IN_REQUIRED' })
  expect((await stranger.post('/printer/knobs', { cover: 'open' })).body.code).toBe('SIGN_IN_REQUIRED')
  expect((await officer.post('/printer/knobs', { cover: 'open' })).body).toMatchObject({ status: 403, code: 'NOT_ALLOWED' })
  expect(tray.knobs().cover).toBe('closed')
  expect((await guide.post('/printer/knobs', { cover: 'open' })).body.knobs.cover).toBe('open')
})

it('is not there where the printer is a real one', async () => {
  const other = await openOffice({ trial: true })
  for (const path of ['/printer/knobs', '/printer/sheets', '/printer/hanging.png']) expect((await other.as({}).get(path)).body).toMatchObject({ status: 404, code: 'NOT_FOUND' })
  expect((await other.as({}).post('/printer/knobs', { cover: 'open' })).status).toBe(404)
  await other.close()
})
