import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { may } from '../../common/contract/permissions.ts'
import { openOffice, type Asking, type TestOffice } from '../support/office.ts'
import { routesOf, type Route } from '../support/requests.ts'
import { everyRow } from '../support/rows.ts'

let office: TestOffice
let admin: Asking
let routes: readonly Route[]
let values: Readonly<Record<string, string>>
beforeAll(async () => {
  office = await openOffice({ alwaysOpen: true })
  admin = await office.signIn('admin')
  routes = routesOf((await admin.get('/openapi.json')).body)
  const { body: taken } = await admin.post('/tickets', { field: 'CT' })
  const { body: made } = await admin.post('/keys', { name: 'máy', role: 'officer' })
  values = { '{id}': made.id, '{n}': '1', '{token}': taken.token, '{language}': 'vi', '{file}': '1001-1-0.wav' }
})
afterAll(() => office.close())

const addressOf = ({ path }: Route) => path.replace(/\{\w+\}/g, blank => values[blank] ?? 'x')
const changing = () => routes.filter(({ method }) => method !== 'GET')
/** Whoever may not is told so before anybody looks at what was sent. */
const mayAdmin = ({ method, path }: Route) => office.app.declaredRoutes().some(declared => declared.method === method && declared.url.replace(/:(\w+)/g, '{$1}') === path && declared.deeds.some(deed => may({ kind: 'staff', role: 'admin' }, deed)))

const everything = () => everyRow(office.file)

describe('looking changes nothing (A3)', () => {
  it('no GET, and no HEAD, by anyone leaves a trace in the facts or in any table', async () => {
    const officer = await office.signIn('quay1')
    const kiosk = await office.pair('kiosk')
    const before = await everything()
    expect(before).toHaveProperty('length')
    for (const route of routes.filter(({ method }) => method === 'GET')) {
      for (const who of [office.as({}), admin, officer, kiosk]) {
        for (const method of ['GET', 'HEAD'] as const) await office.app.inject({ method, url: addressOf(route), headers: who.headers })
      }
    }
    expect(await everything()).toEqual(before)
  })
})

describe('a page of another site (A3)', () => {
  const foreign: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ['another site', { origin: 'http://evil.test' }],
    ['another port of the same machine', { origin: 'http://localhost:81' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['a site whose name begins as ours', { origin: 'http://localhost.evil.test' }],
    ['no origin, but a browser that says so', { 'sec-fetch-site': 'cross-site' }]
  ]
  it.each(foreign)('can change nothing by any route: %s', async (_who, headers) => {
    const before = await everything()
    expect(changing().length).toBeGreaterThan(15)
    for (const route of changing()) {
      const answer = await office.app.inject({ method: route.method as 'POST', url: addressOf(route), headers: { ...admin.headers, ...headers } })
      expect([addressOf(route), answer.statusCode, answer.json().code]).toEqual([addressOf(route), 403, 'FOREIGN_ORIGIN'])
    }
    expect(await everything()).toEqual(before)
  })

  it.each(['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x', 'text/plain; charset=application/json'])('cannot dress a request up as a simple one: %s', async type => {
    const before = await everything()
    for (const route of changing().filter(({ method }) => method === 'POST')) {
      const answer = await office.app.inject({ method: 'POST', url: addressOf(route), headers: { ...admin.headers, 'content-type': type }, payload: '{"field":"CT"}' })
      expect([addressOf(route), answer.statusCode]).toEqual([addressOf(route), mayAdmin(route) ? 415 : 403])
    }
    expect(await everything()).toEqual(before)
  })
})
