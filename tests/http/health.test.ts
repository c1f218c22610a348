import { afterEach, expect, it } from 'vitest'
import { openOffice, type TestOffice } from '../support/office.ts'

let office: TestOffice
afterEach(() => office.close())

it('says that the clock is behind once something was written down at a later time', async () => {
  office = await openOffice({ alwaysOpen: true })
  await (await office.signIn('huongdan')).post('/tickets', { field: 'CT' })
  office.clock.set(office.clock.now() - 2 * 3_600_000)
  const told = await office.as({}).get('/health')
  expect(told.body).toMatchObject({ ok: true, checks: { clock: expect.stringMatching(/^120 minutes behind/) } })
})

it('says why a printer is out of reach', async () => {
  office = await openOffice({ desk: true })
  office.printer.turn('unreachable', { name: 'desk', detail: 'ENOENT: no such folder' })
  expect((await office.as({}).get('/health')).body).toMatchObject({ ok: true, checks: { 'printer.desk': 'unreachable', 'paper': 'desk: ENOENT: no such folder' } })
})

it('says of an office that works in earnest that a printer of it is made of software', async () => {
  office = await openOffice({ desk: true })
  office.printer.turn('ready', { isVirtual: true })
  expect((await office.as({}).get('/health')).body.checks).toMatchObject({ printer: 'ready', paper: 'virtual printer: no slip comes out; set MOISO_PRINTER' })
  office.printer.turn('ready', { isVirtual: false })
  office.printer.turn('ready', { name: 'desk', isVirtual: true })
  expect((await office.as({}).get('/health')).body.checks.paper).toBe('desk: virtual printer: no slip comes out; set MOISO_DESK_PRINTER')
})

it('says nothing of a printer made of software while the office is on trial', async () => {
  office = await openOffice({ trial: true })
  office.printer.turn('ready', { isVirtual: true })
  expect((await office.as({}).get('/health')).body.checks).not.toHaveProperty('paper')
})

it('says nothing of a clock that is right', async () => {
  office = await openOffice()
  expect((await office.as({}).get('/health')).body.checks).not.toHaveProperty('clock')
})
