import { afterAll, beforeAll, expect, it } from 'vitest'
import { openOffice, type TestOffice } from '../support/office.ts'

let office: TestOffice
beforeAll(async () => { office = await openOffice() })
afterAll(() => office.close())

it('has a deed for every route', async () => {
  const routes = office.app.declaredRoutes()
  expect(routes.filter(({ deed }) => deed === undefined).map(({ method, url }) => `${method} ${url}`)).toEqual([])
})
