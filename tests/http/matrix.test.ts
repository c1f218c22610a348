import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Watch } from '../../common/contract/live.ts'
import { everybody, cellOf, type Deed, type Who } from '../../common/contract/permissions.ts'
import type { DeclaredRoute } from '../../server/http/permitting.ts'
import { deedOfView } from '../../server/live/views.ts'
import { openEverybody } from '../support/everybody.ts'
import { openOffice, type Asking, type TestOffice } from '../support/office.ts'
import { everyRow } from '../support/rows.ts'
import { listen, openScreen } from '../support/screen.ts'

/* The matrix (A1): every route and every live view, asked by each kind of person, on a real server. */

let office: TestOffice
let port: number
let people: ReadonlyMap<Who, Asking>
let taken: { readonly ticket: { readonly id: string }, readonly token: string, readonly print: { readonly job: string } }
beforeAll(async () => {
  office = await openOffice({ alwaysOpen: true })
  port = await listen(office)
  people = await openEverybody(office)
  taken = (await people.get('kiosk')!.post('/tickets', { field: 'CT' })).body
})
afterAll(() => office.close())

const nobody: readonly Who[] = ['stranger', 'holder']
const anotherToken = 'x'.repeat(32)
/** What stands in an address: things that are there, and for others than its holder a token that is not. */
const addressFor = (url: string, who: Who) => url.replace(/:(\w+)|\*/g, (_blank, name = '') => {
  switch (String(name)) {
    case 'id': return url.includes('print-jobs') ? taken.print.job : taken.ticket.id
    case 'n': return '1'
    case 'token': return who === 'holder' ? taken.token : anotherToken
    case 'language': return 'vi'
    case 'file': return '1001-1-0.wav'
    default: return 'x'
  }
})
/** A field that no route knows: whoever may is told so, and nothing is done. */
const nonsense = { 'no such field': true }

async function ask ({ method, url }: DeclaredRoute, who: Who): Promise<{ readonly status: number, readonly code: unknown }> {
  // Metrics through a proxy: the machine itself may read them.
  const headers = { ...people.get(who)?.headers, ...url === '/metrics' && { 'x-forwarded-for': '192.168.1.77' }, ...method !== 'GET' && { 'content-type': 'application/json' } }
  const answer = await fetch(`http://127.0.0.1:${port}${addressFor(url, who)}`, { method, headers, ...method !== 'GET' && { body: JSON.stringify(nonsense) } })
  const text = await answer.text()
  return { status: answer.status, code: answer.headers.get('content-type')?.includes('problem+json') && text ? JSON.parse(text).code : undefined }
}

/** Trial mode is over here, and nobody asks on the machine itself. */
const mayBegin = (who: Who, deeds: readonly Deed[]) => deeds.map(deed => cellOf(who, deed)).some(cell => cell !== false && cell !== 'trial' && cell !== 'machine')

describe('every route, asked by everybody', () => {
  it('is refused exactly where the table says no, before anything is done: 401 to nobody, 403 to somebody', async () => {
    // A HEAD is its GET without the answer, and declares the same.
    const [routes, before] = [office.app.declaredRoutes().filter(({ method }) => method !== 'HEAD'), await everyRow(office.file)]
    const wrong: string[] = []
    let refused = 0
    for (const route of routes) {
      for (const who of everybody) {
        const { status, code } = await ask(route, who)
        const isRefused = status === 401 || status === 403
        const expected = nobody.includes(who) ? 401 : 403
        if (mayBegin(who, route.deeds) ? isRefused : status !== expected) wrong.push(`${route.method} ${route.url} by ${who}: ${status} ${String(code)}`)
        if (isRefused) refused++
        else if (route.method !== 'GET' && code !== 'INVALID_REQUEST') wrong.push(`${route.method} ${route.url} took nonsense from ${who}: ${status} ${String(code)}`)
      }
    }
    expect(wrong).toEqual([])
    expect(routes.length).toBeGreaterThan(60)
    expect(refused).toBeGreaterThan(300)
    expect(await everyRow(office.file)).toEqual(before)
  }, 60_000)
})

describe('every live view, watched by everybody', () => {
  const ask = (view: keyof typeof deedOfView, token: string): Watch => {
    if (view === 'ticket') return { view, token }
    return view === 'sign' || view === 'rating' || view === 'console' ? { view, counter: 1 } : { view }
  }
  it.each(everybody)('opens exactly where the table says yes: %s', async who => {
    const screen = openScreen(port, people.get(who))
    for (const view of Object.keys(deedOfView) as (keyof typeof deedOfView)[]) {
      const answer = await screen.watch(ask(view, who === 'holder' ? taken.token : anotherToken) as never)
      const refusal = nobody.includes(who) ? 'SIGN_IN_REQUIRED' : 'NOT_ALLOWED'
      const expected = view === 'ticket' && who !== 'holder' ? 'NOT_FOUND' : cellOf(who, deedOfView[view]) === false ? refusal : 'open'
      expect([view, answer.ok ? 'open' : answer.code]).toEqual([view, expected])
    }
    screen.close()
  })
})
