import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { closed, Id, List } from '../../../common/contract/basics.ts'
import { Print, Ticket, TicketState, TicketTurn } from '../../../common/contract/ticket.ts'
import { currentDate } from '../../domain/ticketing.ts'
import { idempotencyHeaders, onceOf } from '../../http/idempotency.ts'
import { emptyBody, idParams } from '../../http/params.ts'
import { signedIn } from '../../http/principals.ts'
import { problemResponses } from '../../http/problems.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Forecaster } from '../../ports/forecaster.ts'
import type { Store } from '../../ports/store.ts'
import { ticketTurn } from '../../wire/my-ticket.ts'
import { wireTicket } from '../../wire/shapes.ts'
import type { CancelTicket, Reprint, ReturnTicket } from './use-case.ts'

const Filter = Type.Object({
  state: Type.Optional(TicketState), field: Type.Optional(Id),
  number: Type.Optional(Type.String({ pattern: '^[0-9A-Za-z]{1,12}$', description: 'In any state, where no state is asked for' }))
}, closed)

interface TicketRouteNeeds {
  readonly store: Store
  readonly clock: Clock
  readonly forecaster?: Pick<Forecaster, 'outlook'>
  readonly reprint: Reprint
  readonly returnTicket: ReturnTicket
  readonly cancelTicket: CancelTicket
}

export const ticketRoutes: FastifyPluginAsyncTypebox<TicketRouteNeeds> = async (app, { store, clock, forecaster, reprint, returnTicket, cancelTicket }) => {
  const tags = ['tickets']

  app.get('/tickets', { schema: { tags, summary: 'Tickets of today', querystring: Filter, response: { 200: List(Ticket), ...problemResponses } }, onRequest: app.may('see-tickets') }, async request => {
    const { office } = signedIn(request)
    const day = await store.day(office)
    const found = await store.ticketsOn(office, currentDate(day, clock.now()), request.query)
    return { items: found.map(ticket => wireTicket(ticket, day.office.timeZone, 'staff')) }
  })

  app.get('/tickets/:id', { schema: { tags, summary: 'One ticket', params: idParams, response: { 200: Ticket, ...problemResponses } }, onRequest: app.may('see-tickets') }, async (request, reply) => {
    const { office } = signedIn(request)
    const day = await store.day(office)
    const ticket = day.tickets.get(request.params.id) ?? await store.ticket(office, request.params.id)
    return ticket ? reply.send(wireTicket(ticket, day.office.timeZone, 'staff')) : reply.refuse({ code: 'NOT_FOUND' })
  })

  app.get('/tickets/:id/turn', { schema: { tags, summary: 'When a number may be called, where, and how many go before it', params: idParams, response: { 200: TicketTurn, ...problemResponses } }, onRequest: app.may('see-tickets') }, async (request, reply) => {
    const { office } = signedIn(request)
    const day = await store.day(office)
    const ticket = day.tickets.get(request.params.id) ?? await store.ticket(office, request.params.id)
    return ticket ? reply.send(ticketTurn(day, ticket, forecaster?.outlook(office), clock.now())) : reply.refuse({ code: 'NOT_FOUND' })
  })

  app.post('/tickets/:id/print', {
    schema: { tags, summary: 'Print the slip again, marked IN LẠI', headers: idempotencyHeaders, params: idParams, body: emptyBody, response: { 200: Type.Object({ print: Print }, closed), ...problemResponses } },
    onRequest: app.may('reprint')
  }, async (request, reply) => {
    const printed = await reprint(request.params.id, signedIn(request), onceOf(request, clock.now()))
    return printed.ok ? reply.replayed(printed.value.replayed).send(printed.value.answer) : reply.refuse(printed.error)
  })

  app.post('/tickets/:id/return', {
    schema: { tags, summary: 'A held or missed ticket comes back to waiting', headers: idempotencyHeaders, params: idParams, body: emptyBody, response: { 200: Type.Object({ ticket: Ticket }, closed), ...problemResponses } },
    onRequest: app.may('return-ticket')
  }, async (request, reply) => {
    const returned = await returnTicket(request.params.id, signedIn(request), onceOf(request, clock.now()))
    return returned.ok ? reply.replayed(returned.value.replayed).send({ ticket: returned.value.answer }) : reply.refuse(returned.error)
  })

  app.post('/tickets/:id/cancel', {
    schema: { tags, summary: 'A number is given up; the counter it stands at is free', headers: idempotencyHeaders, params: idParams, body: emptyBody, response: { 200: Type.Object({ ticket: Ticket }, closed), ...problemResponses } },
    onRequest: app.may('cancel-ticket')
  }, async (request, reply) => {
    const cancelled = await cancelTicket(request.params.id, signedIn(request), onceOf(request, clock.now()))
    return cancelled.ok ? reply.replayed(cancelled.value.replayed).send({ ticket: cancelled.value.answer }) : reply.refuse(cancelled.error)
  })
}
