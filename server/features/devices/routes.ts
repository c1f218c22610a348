import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { Device, DeviceMade, DeviceRequest, Paired, PairRequest, type Device as WireDevice } from '../../../common/contract/access.ts'
import { List } from '../../../common/contract/basics.ts'
import { isoAt } from '../../domain/time.ts'
import { emptyBody, idParams } from '../../http/params.ts'
import { setCookie, signedIn } from '../../http/principals.ts'
import { problemResponses } from '../../http/problems.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Device as StoredDevice } from '../../ports/directory.ts'
import type { Live } from '../../ports/live.ts'
import type { Store } from '../../ports/store.ts'
import type { Pairing } from './use-case.ts'

/** Kiosks, boards, signs and rating screens: made by the administrator, bound to a browser by a code. */
export const deviceRoutes: FastifyPluginAsyncTypebox<{ store: Store, clock: Clock, pairing: Pairing, live: Live }> = async (app, { store, clock, pairing, live }) => {
  const tags = ['devices']
  const onRequest = app.may('keep-devices')
  const zoneOf = async (office: string) => (await store.day(office)).office.timeZone

  app.post('/devices', { schema: { tags, summary: 'Add a screen; its code pairs a browser', body: DeviceRequest, response: { 201: DeviceMade, ...problemResponses } }, onRequest }, async (request, reply) => {
    const { office } = signedIn(request)
    const { counter, kind } = request.body
    const day = await store.day(office)
    const needsCounter = kind === 'rating' || kind === 'sign'
    if (needsCounter ? counter === undefined || !day.counters.has(counter) : counter !== undefined) return reply.fault('INVALID_REQUEST', [{ path: '/counter', message: needsCounter ? 'must name a counter of the office' : 'belongs to rating and sign only' }])
    const { device, code, expiresAt } = await pairing.add(office, request.body)
    return reply.code(201).send({ device: shown(device, day.office.timeZone), pairingCode: code, expiresAt: isoAt(expiresAt, day.office.timeZone) })
  })

  app.get('/devices', { schema: { tags, summary: 'Screens of the office', response: { 200: List(Device), ...problemResponses } }, onRequest }, async request => {
    const { office } = signedIn(request)
    const timeZone = await zoneOf(office)
    return { items: (await store.directory.devices(office)).map(device => shown(device, timeZone)) }
  })

  app.post('/devices/:id/code', { schema: { tags, summary: 'A fresh pairing code', params: idParams, body: emptyBody, response: { 201: DeviceMade, ...problemResponses } }, onRequest }, async (request, reply) => {
    const { office } = signedIn(request)
    const renewed = await pairing.renew(office, request.params.id)
    if (!renewed) return reply.refuse({ code: 'NOT_FOUND' })
    const timeZone = await zoneOf(office)
    return reply.code(201).send({ device: shown(renewed.device, timeZone), pairingCode: renewed.code, expiresAt: isoAt(renewed.expiresAt, timeZone) })
  })

  app.delete('/devices/:id', { schema: { tags, summary: 'Remove a screen; it is cut off at once', params: idParams, body: emptyBody, response: { 204: Type.Null(), ...problemResponses } }, onRequest }, async (request, reply) => {
    const { office } = signedIn(request)
    if (!await store.directory.removeDevice(office, request.params.id, clock.now())) return reply.refuse({ code: 'NOT_FOUND' })
    live.cut(`device:${request.params.id}`)
    return reply.code(204).send(null)
  })

  app.post('/devices/pair', { schema: { tags, summary: 'Bind this browser to a screen by its code', body: PairRequest, response: { 200: Paired, ...problemResponses } }, onRequest: app.may('pair') }, async (request, reply) => {
    const paired = await pairing.pair(request.body.code, request.ip)
    if (!paired.ok) return reply.refuse(paired.error)
    const { device, office, token } = paired.value
    live.cut(`device:${device.id}`)
    setCookie(reply, device.kind, token)
    return reply.send({ device: shown(device, await zoneOf(office)) })
  })
}

function shown ({ id, kind, name, counter, lastSeenAt }: StoredDevice, timeZone: string): WireDevice {
  return { id, kind, name, ...counter !== undefined && { counter }, ...lastSeenAt !== undefined && { lastSeenAt: isoAt(lastSeenAt, timeZone) } }
}
