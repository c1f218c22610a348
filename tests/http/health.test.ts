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

it('says nothing of a clock that is right', async () => {
  office = await openOffice()
  expect((await office.as({}).get('/health')).body.checks).not.toHaveProperty('clock')
})
