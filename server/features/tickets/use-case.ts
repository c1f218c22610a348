import { conditionOf } from '../../../common/contract/permissions.ts'
import type { Print, Ticket as WireTicket } from '../../../common/contract/ticket.ts'
import { closedTicket } from '../../domain/day.ts'
import { ahead } from '../../domain/desk.ts'
import { refuse, type Refusal } from '../../domain/refusal.ts'
import { ok, type Result } from '../../domain/result.ts'
import { cancelTicket, returnTicket } from '../../domain/sending.ts'
import type { Ticket } from '../../domain/ticket.ts'
import type { Address } from '../../ports/address.ts'
import type { Chance } from '../../ports/clock.ts'
import type { Forecaster } from '../../ports/forecaster.ts'
import { actorOf, type Principal } from '../../ports/principal.ts'
import type { SlipPrinter } from '../../ports/slip-printer.ts'
import type { Once, Store, Turned } from '../../ports/store.ts'
import { ticketForecast, ticketLateToday } from '../../wire/forecast.ts'
import { wireTicket } from '../../wire/shapes.ts'
import type { OfficeTurn } from '../office-turn.ts'
import { printerFor, stillSpoken, ticketSlip } from '../slip.ts'

export interface ReprintNeeds {
  readonly turn: OfficeTurn
  readonly store: Store
  readonly chance: Chance
  readonly address: Address
  readonly printer: SlipPrinter
  readonly forecaster?: Pick<Forecaster, 'outlook'>
}

export interface Reprinted { readonly print: Print }
export type Reprint = (ticket: string, principal: Principal, once?: Once) => Promise<Result<Turned<Reprinted>, Refusal>>

type TicketDeed = (ticket: string, principal: Principal, once?: Once) => Promise<Result<Turned<WireTicket>, Refusal>>
export type ReturnTicket = TicketDeed
export type CancelTicket = TicketDeed

/** A held or missed ticket comes back to waiting. */
export function returnTicketUseCase (turn: OfficeTurn): ReturnTicket {
  return (id, principal, once) => turn<WireTicket>(principal.office, (day, at) => {
    const returned = returnTicket(day, id, actorOf(principal), at)
    if (!returned.ok) return returned
    return ok({ facts: returned.value, answer: after => wireTicket(after.tickets.get(id) as Ticket, after.office.timeZone, 'staff') })
  }, once)
}

/** A number is given up for its citizen. */
export function cancelTicketUseCase (turn: OfficeTurn): CancelTicket {
  return (id, principal, once) => turn<WireTicket>(principal.office, (day, at) => {
    const cancelled = cancelTicket(day, id, actorOf(principal), at)
    if (!cancelled.ok) return cancelled
    const closing = cancelled.value.find(fact => fact.type === 'ticket:cancelled')
    if (!closing) throw new Error('a cancelled ticket leaves a fact')
    const ticket = closedTicket(day.tickets.get(id) as Ticket, closing)
    return ok({ facts: cancelled.value, answer: () => wireTicket(ticket, day.office.timeZone, 'staff') })
  }, once)
}

/** A kiosk may reprint what it gave out itself, this long. */
const kioskReprintMs = 60_000

/** Another slip of the same number, marked IN LẠI. */
export function reprintUseCase ({ turn, store, chance, address, printer, forecaster }: ReprintNeeds): Reprint {
  return async (id, principal, once) => {
    const held = await store.tokenOf(principal.office, id)
    const stored = await store.ticket(principal.office, id)
    if (!stored || !held) return refuse({ code: 'NOT_FOUND' })
    const by = actorOf(principal)
    const isOwnOnly = conditionOf(principal, 'reprint') === 'fresh'
    const reprinted = await turn<Reprinted>(principal.office, (day, at) => {
      const ticket = day.tickets.get(id) ?? stored
      if (isOwnOnly && ticket.issuedBy !== by) return refuse({ code: 'NOT_ALLOWED' })
      if (isOwnOnly && at - ticket.issuedAt > kioskReprintMs) return refuse({ code: 'REPRINT_TOO_LATE' })
      const link = address.onPaper(principal.office, `/t/${held.token}`, !day.office.confirmed)
      const slip = ticketSlip(day, ticket, { ahead: ahead(day, ticket, at), forecast: ticketForecast(day, forecaster?.outlook(principal.office), ticket, at), ...ticketLateToday(day, forecaster?.outlook(principal.office), ticket, at), language: stillSpoken(held.language, printer), reprintedAt: at, link })
      const job = { id: chance.id('pj'), printer: printerFor(principal, printer), ticket: id, number: ticket.number, serviceDate: ticket.serviceDate, at, by, slip }
      return ok({ facts: [], alongside: [{ kind: 'print-job', job }], answer: () => ({ print: { job: job.id, state: 'queued' as const } }) })
    }, once)
    if (reprinted.ok && !reprinted.value.replayed) printer.wake()
    return reprinted
  }
}
