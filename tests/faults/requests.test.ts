import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { verifySqlite } from '../../server/storage/sqlite/verify.ts'
import { openOffice, type Asking, type TestOffice } from '../support/office.ts'
import { aRequest, routesOf } from '../support/requests.ts'

const casesPerRoute = 100

let office: TestOffice
let askers: readonly Asking[]
let known: readonly string[]
beforeAll(async () => {
  office = await openOffice({ alwaysOpen: true })
  const admin = await office.signIn('admin')
  const key = async (role: string) => office.as({ authorization: `Bearer ${(await admin.post('/keys', { name: role, role })).body.key}` })
  const officer = await key('officer')
  askers = [office.as({}), await office.pair('kiosk'), officer, await key('admin'), await key('guide'), await key('supervisor')]
  await officer.post('/counters/1/open')
  const { body } = await officer.post('/tickets', { field: 'CT' })
  known = ['CT', 'HT', 'CT01', 'vi', 'quay1', '1', '2', '1001-1-0.wav', body.ticket.id, body.token, body.print.job]
})
afterAll(() => office.close())

it(`no route answers any of ${casesPerRoute} strange requests with a fault, and the database stays sound`, async () => {
  const routes = routesOf((await office.as({}).get('/openapi.json')).body)
  expect(routes.length).toBeGreaterThan(45)
  const faults: string[] = []
  let seed = 1
  for (const route of routes) {
    for (const { method, url, headers, payload } of fc.sample(aRequest(route, known), { numRuns: casesPerRoute, seed })) {
      const asker = askers[seed++ % askers.length]
      const answer = await office.app.inject({ method: method as 'GET', url, headers: { ...asker?.headers, ...headers }, ...payload !== undefined && { payload } })
      // A page is not there to be read: this office was not built.
      const isPage = route.method === 'GET' && !/^\/(api|health|sound)/.test(route.path)
      if (answer.statusCode >= 500 && !isPage) faults.push(`${answer.statusCode} ${method} ${url} ${JSON.stringify(headers)} ${payload?.slice(0, 200) ?? ''}`)
    }
  }
  expect(faults).toEqual([])
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  expect(await verifySqlite(office.file)).toEqual([])
  expect((await office.as({}).get('/health')).status).toBe(200)
}, 60_000)
