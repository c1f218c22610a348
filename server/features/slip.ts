import type { Day } from '../domain/day.ts'
import { countersFor } from '../domain/desk.ts'
import type { Ticket } from '../domain/ticket.ts'
import { isoAt, type Instant } from '../domain/time.ts'
import type { SlipFacts } from '../ports/slip-printer.ts'

/** What a ticket's slip says, in the citizen's language. */
export function slipOf (day: Day, ticket: Ticket, about: { readonly ahead: number | undefined, readonly language: 'vi' | 'en', readonly reprint: boolean, readonly url: string | undefined }): SlipFacts {
  const { office } = day
  const procedure = ticket.procedure === undefined ? undefined : office.procedures.get(ticket.procedure)
  return {
    kind: 'ticket', reprint: about.reprint, language: about.language,
    office: { name: office.name[about.language], ...office.phone !== undefined && { phone: office.phone } },
    number: ticket.number, field: office.fields.get(ticket.field)?.name[about.language] ?? ticket.field,
    ...procedure && { procedure: procedure.name[about.language] },
    counters: countersFor(day, ticket), priority: ticket.priority, ...about.ahead !== undefined && { ahead: about.ahead },
    issuedAt: isoAt(ticket.issuedAt, office.timeZone), serviceDate: ticket.serviceDate,
    papers: procedure?.papers ?? [], ...about.url !== undefined && { url: about.url }, trial: !office.confirmed
  }
}

/** What the slip of somebody who is sent away for a paper says: what is missing, and until when which counter keeps the number. */
export function returnSlipOf (day: Day, ticket: Ticket, hold: { readonly counter: number, readonly reason: string, readonly until: Instant }, about: { readonly language: 'vi' | 'en', readonly url: string | undefined }) {
  const { office } = day
  const procedure = ticket.procedure === undefined ? undefined : office.procedures.get(ticket.procedure)
  return {
    kind: 'return' as const, reprint: false, language: about.language,
    office: { name: office.name[about.language], ...office.phone !== undefined && { phone: office.phone } },
    number: ticket.number, field: office.fields.get(ticket.field)?.name[about.language] ?? ticket.field,
    ...procedure && { procedure: procedure.name[about.language] }, priority: ticket.priority,
    issuedAt: isoAt(ticket.issuedAt, office.timeZone), serviceDate: ticket.serviceDate,
    counter: hold.counter, reason: hold.reason, until: isoAt(hold.until, office.timeZone),
    ...about.url !== undefined && { url: about.url }, trial: !office.confirmed
  }
}
