import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ClientEvents } from '../../common/contract/live.ts'
import { cellOf, conditions, deeds, everybody, may, rolesFor, type Deed } from '../../common/contract/permissions.ts'
import { permissionTexts } from '../../common/i18n/permissions.ts'
import { roleTexts } from '../../common/i18n/roles.ts'
import { deedOfView } from '../../server/live/views.ts'
import { WatchRequest } from '../../server/live/watch.ts'
import { docsPath, permissionsPage } from '../../scripts/permissions/page.ts'
import { openOffice, type TestOffice } from '../support/office.ts'

const root = resolve(import.meta.dirname, '../..')
/** Asked by no route and no view: two go by PIN, the other chooses what an answer holds. */
const askedWithin: readonly Deed[] = ['overrule', 'sign-in-by-pin', 'see-order-calls']
/** What a client may say on a socket, and why: each view decides by its own deed. */
const heard: Record<keyof ClientEvents | 'error' | 'disconnect', string> = { watch: 'asks a deed for each view', error: 'no deed', disconnect: 'no deed' }

let office: TestOffice
beforeAll(async () => { office = await openOffice() })
afterAll(() => office.close())

it('knows the deed of every route: who adds one decides who may', () => {
  const routes = office.app.declaredRoutes()
  expect(routes.filter(({ deeds }) => deeds.length === 0).map(({ method, url }) => `${method} ${url}`), 'declare it: onRequest: app.may(deed)').toEqual([])
  // Fastify's own list: none may be registered before the table is asked.
  const listed = [...office.app.printRoutes({ commonPrefix: false, includeHooks: false }).matchAll(/ \(([A-Z, ]+)\)$/gm)].flatMap(([, methods = '']) => methods.split(', '))
  expect(listed.length).toBeGreaterThan(100)
  expect(routes.map(({ method }) => method).sort()).toEqual(listed.sort())
})

it('knows the deed of every live view, and of everything a socket is heard to say', () => {
  const views = WatchRequest.anyOf.flatMap(({ properties: { view } }) => 'anyOf' in view ? view.anyOf.map(({ const: name }) => name) : [view.const])
  expect(views.length).toBeGreaterThan(5)
  expect(Object.keys(deedOfView).sort()).toEqual([...views].sort())
  const sources = readdirSync(join(root, 'server/live')).map(file => readFileSync(join(root, 'server/live', file), 'utf8'))
  const listeners = sources.flatMap(source => [...source.matchAll(/\bsocket\.on(?:ce|Any)?\(\s*'?([\w-]+)/g)].map(([, event]) => event ?? ''))
  expect(listeners.sort()).toEqual(Object.keys(heard).sort())
})

it('decides every cell, has no deed that nobody asks, and no condition that no cell names', () => {
  const asked = new Set([...office.app.declaredRoutes().flatMap(({ deeds }) => deeds), ...Object.values(deedOfView), ...askedWithin])
  expect(deeds.filter(deed => !asked.has(deed))).toEqual([])
  const cells = deeds.flatMap(deed => everybody.map(who => cellOf(who, deed)))
  expect(cells.filter(cell => typeof cell !== 'boolean' && !conditions.includes(cell))).toEqual([])
  expect(conditions.filter(condition => !cells.includes(condition))).toEqual([])
})

it('asks nobody else: only the table says who may', () => {
  const files = ['server/features', 'server/http', 'server/live'].flatMap(folder => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts')).map(name => join(folder, name)))
  const own = files.filter(file => /\brole\b *(?:===|!==) *'/.test(readFileSync(join(root, file), 'utf8')))
  // Trial mode gives nobody but an officer a way in.
  expect(own).toEqual(['server/features/trial/use-case.ts'])
})

it('grants a key what its role may, never a person\'s own secret, and an observer\'s key no more than the observer', () => {
  for (const deed of deeds) {
    if (cellOf('key:observer', deed) !== cellOf('observer', deed)) expect(deed).toMatch(/pin$/)
    for (const role of rolesFor(deed)) if (!['set-pin', 'sign-in-by-pin', 'overrule'].includes(deed)) expect(may({ kind: 'key', role }, deed, { trial: true, machine: true }), `${role} ${deed}`).toBe(true)
  }
})

it('has names for every deed, person and condition, and a page that says what the table says', () => {
  expect(Object.keys(permissionTexts.vi).sort()).toEqual([...deeds.map(deed => `deed.${deed}`), ...conditions.map(condition => `if.${condition}`)].sort())
  for (const who of everybody) if (!who.startsWith('key:')) expect(roleTexts.vi).toHaveProperty([`who.${who}`])
  expect(readFileSync(docsPath, 'utf8'), 'run node scripts/permissions.ts').toBe(permissionsPage(office.app.declaredRoutes()))
})

/** As promised to other programs, in words of its own: a slip in the table shows here. Keys: as their role, and what stands here. */
const promised: Readonly<Record<string, string>> = {
  'POST /keys': 'admin', 'GET /keys': 'admin', 'DELETE /keys/:id': 'admin',
  'POST /devices': 'admin', 'GET /devices': 'admin', 'DELETE /devices/:id': 'admin', 'POST /devices/:id/code': 'admin', 'POST /devices/pair': 'anyone',
  'POST /session': 'anyone', 'DELETE /session': 'anyone',
  'GET /office': 'anyone', 'GET /fields': 'anyone', 'GET /procedures': 'anyone', 'GET /counters': 'anyone', 'GET /notices': 'anyone', 'GET /my/:token': 'anyone', 'POST /my/:token/cancel': 'anyone',
  'POST /tickets': 'kiosk guide admin key', 'GET /tickets': 'staff', 'GET /tickets/:id': 'staff', 'POST /tickets/:id/print': 'kiosk guide officer', 'POST /tickets/:id/return': 'guide officer',
  'GET /print-jobs/:id': 'staff kiosk key', 'GET /facts': 'supervisor admin key',
  'GET /reports/order': 'supervisor observer admin', 'GET /reports/forecast': 'supervisor observer admin',
  ...Object.fromEntries(['open', 'take-over', 'pause', 'resume', 'close', 'next', 'recall', 'start', 'finish', 'miss', 'hold', 'transfer', 'call', 'undo'].map(deed => [`POST /counters/:n/${deed}`, 'officer'])),
  'POST /ratings': 'stranger holder rating'
}
const meant: Readonly<Record<string, readonly string[]>> = { anyone: everybody, staff: ['officer', 'guide', 'supervisor', 'admin'], key: ['key:officer', 'key:guide', 'key:supervisor', 'key:admin'] }

it.each(Object.entries(promised))('keeps what is promised of %s: %s', (request, whom) => {
  const [method, path] = request.split(' ')
  const route = office.app.declaredRoutes().find(declared => declared.method === method && declared.url === `/api/v1${path}`)
  const named = new Set(whom.split(' ').flatMap(word => meant[word] ?? [word]))
  for (const role of named) if (everybody.some(who => who === `key:${role}`)) named.add(`key:${role}`)
  const allowed = everybody.filter(who => route?.deeds.some(deed => cellOf(who, deed) !== false))
  expect(allowed).toEqual(everybody.filter(who => named.has(who)))
})
