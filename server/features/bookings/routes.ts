import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { List } from '../../../common/contract/basics.ts'
import { Booked, BookingRequest, BookingShown, CheckInRequest, Slot, SlotQuery } from '../../../common/contract/booking.ts'
import { TicketTaken } from '../../../common/contract/ticket.ts'
import { failureLimit, type FailureLimit } from '../../http/failures.ts'
import { idempotencyHeaders, onceOf } from '../../http/idempotency.ts'
import { emptyBody, tokenParams } from '../../http/params.ts'
import { signedIn } from '../../http/principals.ts'
import { problemResponses } from '../../http/problems.ts'
import type { Clock } from '../../ports/clock.ts'
import { actorOf } from '../../ports/principal.ts'
import type { Bookings } from './use-case.ts'

/** Whoever mistypes tries again; whoever guesses at a kiosk comes to nothing: there are 85 million codes. */
const wrongCodesAnHour = 120

/** A family books a few times; whoever books more at once takes them from others. A kiosk books for everyone in the hall. */
const bookingsAnHour = { phone: 10, kiosk: 120 }

export const bookingRoutes: FastifyPluginAsyncTypebox<{ bookings: Bookings, clock: Clock }> = async (app, { bookings, clock }) => {
  const tags = ['bookings']
  const limitOf = bookingLimits()
  const guesses = failureLimit({ tries: wrongCodesAnHour, windowSeconds: 3600 })
  app.addHook('preHandler', async (request, reply) => { if (!request.office) return reply.refuse({ code: 'NOT_FOUND' }) })
  const officeOf = (request: FastifyRequest) => request.office?.id ?? ''

  app.get('/slots', { schema: { tags, summary: 'Times of a field that can be booked on a day', querystring: SlotQuery, response: { 200: List(Slot), ...problemResponses } }, onRequest: app.may('find-slot') }, async (request, reply) => {
    const slots = await bookings.slots(officeOf(request), request.query.field, request.query.date)
    return slots.ok ? reply.send({ items: [...slots.value] }) : reply.refuse(slots.error)
  })

  app.post('/bookings', {
    schema: { tags, summary: 'Book a time; the code is all there is of it', headers: idempotencyHeaders, body: BookingRequest, response: { 201: Booked, ...problemResponses } },
    onRequest: app.may('book')
  }, async (request, reply) => {
    if (Number.isNaN(Date.parse(request.body.at))) return reply.fault('INVALID_REQUEST', [{ path: '/at', message: 'is no time' }])
    const limited = limitOf(request)
    const retryAfterSeconds = await limited?.limit.take(limited.key)
    if (retryAfterSeconds !== undefined) return reply.refuse({ code: 'TOO_MANY_REQUESTS', retryAfterSeconds })
    const booked = await bookings.book(officeOf(request), request.body, onceOf(request, clock.now()))
    if (!booked.ok || booked.value.replayed) await limited?.limit.giveBack(limited.key)
    return booked.ok ? reply.replayed(booked.value.replayed).code(201).send(booked.value.answer) : reply.refuse(booked.error)
  })

  app.get('/bookings/:token', { schema: { tags, summary: 'The booking of whoever holds this token', params: tokenParams, response: { 200: BookingShown, ...problemResponses } }, onRequest: app.may('see-own') }, async (request, reply) => {
    const booking = await bookings.find(officeOf(request), request.params.token)
    return booking ? reply.send({ booking }) : reply.refuse({ code: 'NOT_FOUND' })
  })

  app.post('/bookings/:token/cancel', {
    schema: { tags, summary: 'Give a booked time up', params: tokenParams, body: emptyBody, response: { 200: BookingShown, ...problemResponses } }, onRequest: app.may('cancel-own')
  }, async (request, reply) => {
    const cancelled = await bookings.cancel(officeOf(request), request.params.token)
    return cancelled.ok ? reply.send({ booking: cancelled.value }) : reply.refuse(cancelled.error)
  })

  app.post('/bookings/check-in', {
    schema: { tags, summary: 'Take the number of a booking, by its code or the token in its QR', headers: idempotencyHeaders, body: CheckInRequest, response: { 201: TicketTaken, ...problemResponses } },
    onRequest: app.may('check-in')
  }, async (request, reply) => {
    const principal = signedIn(request)
    const device = principal.kind === 'kiosk' ? actorOf(principal) : undefined
    const retryAfterSeconds = device === undefined ? undefined : await guesses.take(device)
    if (retryAfterSeconds !== undefined) return reply.refuse({ code: 'TOO_MANY_REQUESTS', retryAfterSeconds })
    const taken = await bookings.checkIn(request.body, principal)
    if (device !== undefined && (taken.ok || taken.error.code !== 'NOT_FOUND')) await guesses.giveBack(device)
    return taken.ok ? reply.replayed(taken.value.replayed).code(201).send(taken.value.answer) : reply.refuse(taken.error)
  })
}

/** How many a device may book: staff and programs as many as they need. */
function bookingLimits (): (request: FastifyRequest) => { readonly limit: FailureLimit, readonly key: string } | undefined {
  const phone = failureLimit({ tries: bookingsAnHour.phone, windowSeconds: 3600 })
  const kiosk = failureLimit({ tries: bookingsAnHour.kiosk, windowSeconds: 3600 })
  return ({ principal, ip }) => {
    if (!principal) return { limit: phone, key: ip }
    return principal.kind === 'staff' || principal.kind === 'key' ? undefined : { limit: kiosk, key: actorOf(principal) }
  }
}
