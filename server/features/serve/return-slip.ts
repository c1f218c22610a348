import type { Day } from '../../domain/day.ts'
import type { Fact } from '../../domain/fact.ts'
import type { AtCounter } from '../../domain/serving.ts'
import type { Address } from '../../ports/address.ts'
import type { Chance } from '../../ports/clock.ts'
import type { SlipPrinter } from '../../ports/slip-printer.ts'
import type { Alongside } from '../../ports/store.ts'
import { returnSlip, stillSpoken } from '../slip.ts'

export interface ReturnSlipNeeds { readonly chance: Chance, readonly address: Address, readonly printer: SlipPrinter }

/** The paper that a citizen who is sent away takes along: when, where and with what to come back. */
export function printReturnSlip (day: Day, facts: readonly Fact[], { at, by }: AtCounter, held: { readonly ticket: string, readonly token: string, readonly language: string }, { chance, address, printer }: ReturnSlipNeeds): readonly Alongside[] {
  return facts.flatMap((fact): Alongside[] => {
    const ticket = fact.type === 'ticket:held' ? day.tickets.get(fact.ticket.id) : undefined
    // The token was read before the turn: it must be this ticket's.
    if (fact.type !== 'ticket:held' || ticket?.id !== held.ticket) return []
    const link = address.onPaper(day.office.id, `/t/${held.token}`, !day.office.confirmed)
    const slip = returnSlip(day, ticket, fact, { language: stillSpoken(held.language, printer), link })
    return [{ kind: 'print-job', job: { id: chance.id('pj'), printer: printer.desk, ticket: ticket.id, number: ticket.number, serviceDate: ticket.serviceDate, at, by, slip } }]
  })
}
