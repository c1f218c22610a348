import { rolesFor } from '../../../common/contract/permissions.ts'
import type { TicketRequest, TicketTaken } from '../../../common/contract/ticket.ts'
import { comesTooLate } from '../../domain/cut-off.ts'
import { evolve } from '../../domain/day.ts'
import { ahead } from '../../domain/desk.ts'
import { isPlain, newcomerProspect } from '../../domain/forecast/newcomer.ts'
import { promiseTo } from '../../domain/promise.ts'
import { refuse, type Refusal } from '../../domain/refusal.ts'
import { ok, type Result } from '../../domain/result.ts'
import type { Ticket } from '../../domain/ticket.ts'
import type { Instant } from '../../domain/time.ts'
import { takeTicket } from '../../domain/ticketing.ts'
import type { Address } from '../../ports/address.ts'
import type { Chance } from '../../ports/clock.ts'
import type { Forecaster } from '../../ports/forecaster.ts'
import { actorOf, type Principal } from '../../ports/principal.ts'
import type { SlipPrinter } from '../../ports/slip-printer.ts'
import type { Alongside, Once, Store, Turned } from '../../ports/store.ts'
import { ticketLateToday, wireForecast } from '../../wire/forecast.ts'
import { wireTicket } from '../../wire/shapes.ts'
import type { OfficeTurn } from '../office-turn.ts'
import type { Pins } from '../pins.ts'
import { printerFor, refuseLanguage, ticketSlip } from '../slip.ts'

export interface TakeTicketNeeds {
  readonly store: Pick<Store, 'published' | 'isTight'>
  readonly turn: OfficeTurn
  readonly chance: Chance
  readonly address: Address
  readonly printer: SlipPrinter
  readonly pins: Pick<Pins, 'whose'>
  readonly forecaster?: Pick<Forecaster, 'outlook'>
}

/** What a ticket is taken for beside what was asked: the booking it comes from. */
export interface ForBooking { readonly appointment: Instant, readonly alongside: (ticket: string) => Alongside }

export type TakeTicket = (request: TicketRequest, principal: Principal, once?: Once, booking?: ForBooking) => Promise<Result<Turned<TicketTaken>, Refusal>>

/** Gives out a number: on disk, with its print job, before anyone sees it. */
export function takeTicketUseCase ({ store, turn, chance, address, printer, pins, forecaster }: TakeTicketNeeds): TakeTicket {
  return async (request, principal, once, booking) => {
    const by = actorOf(principal)
    const language = request.language ?? 'vi'
    const unspoken = refuseLanguage(language, printer)
    if (unspoken) return unspoken
    if (await store.isTight()) return refuse({ code: 'STORAGE_FULL' })
    if (!await isKnownClass(store, principal.office, request)) return refuse({ code: 'UNKNOWN_PRIORITY_CLASS', class: request.priorityClass ?? '' })
    const overruling = await overruler(pins, request, principal)
    if (!overruling.ok) return overruling
    const taken = await turn<TicketTaken>(principal.office, (day, at, wall) => {
      const id = chance.id('tk')
      const newcomer = [day, forecaster?.outlook(principal.office), { field: request.field, priority: request.priority ?? false }] as const
      const issued = takeTicket(day, { ...request, ...booking && { appointment: booking.appointment } }, id, { by, isAlone: principal.kind === 'kiosk', isTooLate: comesTooLate(...newcomer), ...overruling.value }, at, wall)
      if (!issued.ok) return issued
      const after = issued.value.reduce(evolve, day)
      const ticket = after.tickets.get(id) as Ticket
      const token = chance.token()
      const path = `/t/${token}`
      const place = ahead(after, ticket, at) ?? 0
      // Whoever booked a time, or goes to a counter of his own, is no newcomer of the field: the next outlook knows him.
      const range = isPlain(ticket) ? newcomerProspect(...newcomer, at)?.range : undefined
      const forecast = range ? wireForecast(range, day.office) : null
      const late = ticketLateToday(after, forecaster?.outlook(principal.office), ticket, at)
      const job = request.slip === false ? undefined : {
        id: chance.id('pj'), printer: printerFor(principal, printer), ticket: id, number: ticket.number, serviceDate: ticket.serviceDate, at, by,
        slip: ticketSlip(after, ticket, { ahead: place, forecast, ...late, language, link: address.onPaper(principal.office, path, !day.office.confirmed) })
      }
      const answer = { ticket: wireTicket(ticket, day.office.timeZone), ahead: place, forecast, ...late, token, url: address.url(principal.office, path), print: job ? { job: job.id, state: 'queued' as const } : null }
      return ok({
        facts: issued.value,
        alongside: [
          { kind: 'token', ticket: id, token, language }, ...job ? [{ kind: 'print-job', job } as const] : [], ...countedClass(request, ticket), ...booking ? [booking.alongside(id)] : [],
          ...range ? [{ kind: 'forecast', ticket: id, at, range, promisedBy: promiseTo(day.office, ticket) } as const] : []
        ],
        answer: () => answer
      })
    }, once)
    if (taken.ok && !taken.value.replayed) printer.wake()
    return taken
  }
}

/** Whoever typed a PIN at a kiosk; behind a desk there is nothing to overrule. */
async function overruler (pins: Pick<Pins, 'whose'>, { overrule }: TicketRequest, principal: Principal): Promise<Result<{ readonly overruledBy?: string }, Refusal>> {
  if (!overrule || principal.kind !== 'kiosk') return ok({})
  const holder = await pins.whose({ office: principal.office, pin: overrule.pin, from: actorOf(principal) }, rolesFor('overrule'))
  return holder.ok ? ok({ overruledBy: `staff:${holder.value.id}` }) : holder
}

/** A class is one that the office publishes, and goes with priority only. */
async function isKnownClass (store: Pick<Store, 'published'>, office: string, { priority, priorityClass }: TicketRequest): Promise<boolean> {
  if (priorityClass === undefined) return true
  const { priorityClasses } = await store.published(office)
  return priority === true && priorityClasses.some(({ id }) => id === priorityClass)
}

/** The reason for a priority is counted for the day and forgotten for the person. */
function countedClass (request: TicketRequest, ticket: Ticket): Alongside[] {
  return ticket.priority && request.priorityClass !== undefined
    ? [{ kind: 'priority-class', date: ticket.serviceDate, class: request.priorityClass }]
    : []
}
