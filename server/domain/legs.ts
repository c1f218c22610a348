import type { NextLeg } from './fact.ts'
import type { Office } from './office.ts'
import type { Bound, Service, Ticket } from './ticket.ts'
import type { Instant } from './time.ts'

/**
 * Where a ticket goes when its present leg ends: back to the counter that sent it on and is in the middle of its service,
 * else to its next service; undefined when it is done.
 */
export function nextLeg (office: Office, ticket: Ticket, { counter, at }: { readonly counter: number, readonly at: Instant }): NextLeg | undefined {
  const { dossiers, back } = ticket
  // What the office no longer offers cannot be waited for.
  const later = (ticket.more ?? []).filter(({ field }) => office.fields.has(field))
  if (back !== undefined && back !== counter) {
    return { ...fieldAsNow(office, fieldBackAt(office, back, ticket)), bound: nextAt(back, at), ...later.length > 0 && { more: later } }
  }
  const [next, ...more] = later
  return next && { ...serviceLeg(office, next, dossiers, counter, at), ...more.length > 0 && { more } }
}

/** Whoever can stay where he is, stays: the counter that just served him calls him next. */
function serviceLeg (office: Office, service: Service, dossiers: number, counter: number, at: Instant): NextLeg {
  const procedure = service.procedure === undefined ? undefined : office.procedures.get(service.procedure)
  const bound = office.duties.get(counter)?.main.includes(service.field) ? nextAt(counter, at) : bulkLane(office, dossiers, at)
  return {
    ...fieldAsNow(office, service.field), ...procedure && { procedure: procedure.id, procedureVersion: procedure.version },
    ...bound && { bound }
  }
}

/** Back where it was sent on from: for its procedure, if that is served there, else for what that counter serves first. */
function fieldBackAt (office: Office, counter: number, { procedure, field }: Ticket): string {
  const { main = [], helper = [] } = office.duties.get(counter) ?? {}
  const first = procedure === undefined ? undefined : office.procedures.get(procedure)?.field
  if (first !== undefined && [...main, ...helper].includes(first)) return first
  return main.includes(field) ? field : main[0] ?? field
}

export function fieldAsNow (office: Office, field: string): Pick<NextLeg, 'field' | 'fieldVersion'> {
  return { field, fieldVersion: office.fields.get(field)?.version ?? 1 }
}

/** A heap of dossiers goes to the counters set apart for it, where the office has any. */
export function bulkLane ({ rules }: Pick<Office, 'rules'>, dossiers: number, since: Instant): Bound | undefined {
  const { bulk } = rules
  return bulk && dossiers >= bulk.from && bulk.counters.length > 0 ? { counters: bulk.counters, next: false, since } : undefined
}

/** Before everyone else at that counter. */
export function nextAt (counter: number, since: Instant): Bound {
  return { counters: [counter], next: true, since }
}
