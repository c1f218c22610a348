import type { ApologyRequest, SlipAsked } from '../../../common/contract/printer.ts'
import type { Day } from '../../domain/day.ts'
import { apologyOwed } from '../../domain/promise.ts'
import { refuse, type Refusal } from '../../domain/refusal.ts'
import { ok, type Result } from '../../domain/result.ts'
import type { Ticket } from '../../domain/ticket.ts'
import { currentDate } from '../../domain/ticketing.ts'
import type { Address } from '../../ports/address.ts'
import type { Chance, Clock } from '../../ports/clock.ts'
import { actorOf, type Principal } from '../../ports/principal.ts'
import type { SlipPrinter } from '../../ports/slip-printer.ts'
import type { Once, Store, Turned } from '../../ports/store.ts'
import type { OfficeTurn } from '../office-turn.ts'
import { apologySlip, printerFor, refuseLanguage, stillSpoken } from '../slip.ts'
import { onceAtATime } from './once-at-a-time.ts'

export interface ApologyNeeds {
  readonly turn: OfficeTurn
  readonly store: Pick<Store, 'ticket' | 'tokenOf'>
  readonly clock: Clock
  readonly chance: Chance
  readonly address: Address
  readonly printer: SlipPrinter
}

type Apologised = Result<Turned<SlipAsked>, Refusal>
export type Apologise = (ticket: string, principal: Principal, wish: ApologyRequest, once?: Once) => Promise<Apologised>

/** Prints an apology for whoever waited longer than promised, also when he has been called or has gone home. */
export function apologyUseCase ({ turn, store, clock, chance, address, printer }: ApologyNeeds): Apologise {
  const alone = onceAtATime<Turned<SlipAsked>>(clock)

  return async (id, principal, wish, once) => {
    const apologised = await alone(`${principal.office}/${id}`, once?.key, () => apologise(id, principal, wish, once))
    if (apologised.ok && !apologised.value.replayed) printer.wake()
    return apologised
  }

  async function apologise (id: string, principal: Principal, { language }: ApologyRequest, once?: Once): Promise<Apologised> {
    const unspoken = language === undefined ? undefined : refuseLanguage(language, printer)
    if (unspoken) return unspoken
    const held = await store.tokenOf(principal.office, id)
    const stored = await store.ticket(principal.office, id)
    if (!stored || !held) return refuse({ code: 'NOT_FOUND' })
    return turn<SlipAsked>(principal.office, (day, at, wall) => {
      const ticket = day.tickets.get(id) ?? stored
      const owed = apologyOwed(day.office, ticket, currentDate(day, wall), at)
      if (!owed.ok) return owed
      const slip = apologySlip(day, ticket, owed.value, { language: language ?? stillSpoken(held.language, printer), link: linkFor(day, held.token) })
      const job = { id: chance.id('pj'), printer: printerFor(principal, printer), ...namedOn(ticket), at, by: actorOf(principal), slip }
      return ok({ facts: [], alongside: [{ kind: 'print-job', job }], answer: () => ({ print: { job: job.id, state: 'queued' as const } }) })
    }, once)
  }

  function linkFor ({ office }: Day, token: string) {
    return address.onPaper(office.id, `/t/${token}`, !office.confirmed)
  }
}

function namedOn ({ id, number, serviceDate }: Ticket) {
  return { ticket: id, number, serviceDate }
}
