import type { NextLeg } from './fact.ts'
import type { Office } from './office.ts'
import type { Bound, Service, Ticket } from './ticket.ts'
import type { Instant } from './time.ts'

/** Where a ticket goes when its present leg ends: to its next service, or back to the counter that sent it on; undefined when it is done. */
export function nextLeg (office: Office, ticket: Ticket, { counter, at }: { readonly counter: number, readonly at: Instant }): NextLeg | undefined {
  const [next, ...more] = ticket.more ?? []
  if (next && office.fields.has(next.field)) return { ...serviceLeg(office, next, counter, at), ...more.length > 0 && { more }, ...ticket.back !== undefined && { back: ticket.back } }
  if (ticket.back === undefined) return undefined
  return { ...fieldAsNow(office, ticket.field), bound: nextAt(ticket.back, at) }
}

/** Whoever can stay where he is, stays: the counter that just served him calls him next. */
function serviceLeg (office: Office, service: Service, counter: number, at: Instant): NextLeg {
  const procedure = service.procedure === undefined ? undefined : office.procedures.get(service.procedure)
  const staysHere = office.duties.get(counter)?.main.includes(service.field)
  return {
    ...fieldAsNow(office, service.field), ...procedure && { procedure: procedure.id, procedureVersion: procedure.version },
    ...staysHere && { bound: nextAt(counter, at) }
  }
}

export function fieldAsNow (office: Office, field: string): Pick<NextLeg, 'field' | 'fieldVersion'> {
  return { field, fieldVersion: office.fields.get(field)?.version ?? 1 }
}

/** Before everyone else at that counter. */
export function nextAt (counter: number, since: Instant): Bound {
  return { counters: [counter], next: true, since }
}
