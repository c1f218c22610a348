import type { Forecast } from '../../common/contract/ticket.ts'
import type { Day } from '../domain/day.ts'
import { countersFor, isServed } from '../domain/desk.ts'
import type { ByLanguage, Field, Office, Procedure } from '../domain/office.ts'
import type { Apology } from '../domain/promise.ts'
import { refuse, type Refusal } from '../domain/refusal.ts'
import type { Ticket } from '../domain/ticket.ts'
import { isoAt, type Instant } from '../domain/time.ts'
import type { SlipLink } from '../ports/address.ts'
import type { Principal } from '../ports/principal.ts'
import type { SlipFacts, SlipPrinter } from '../ports/slip-printer.ts'

/** `vi`, `en`, or one of the office's own languages. */
type SlipLanguage = string

export interface TicketSlip {
  readonly ahead: number | undefined
  readonly forecast: Forecast | null
  readonly hardlyToday?: boolean
  /** When the office closes, for whom it may be too early. */
  readonly closes?: string
  readonly language: SlipLanguage
  /** When it was asked for; absent for the first slip. */
  readonly reprintedAt?: Instant
  readonly link: SlipLink
}

/** What a ticket's slip says, in the citizen's language. */
export function ticketSlip (day: Day, ticket: Ticket, { ahead, forecast, hardlyToday, closes, language, reprintedAt, link }: TicketSlip): SlipFacts {
  const { office } = day
  const procedure = ticket.procedure === undefined ? undefined : office.procedures.get(ticket.procedure)
  return {
    kind: 'ticket', ...head(office, language), reprint: reprintedAt !== undefined,
    ...reprintedAt !== undefined && { reprintedAt: isoAt(reprintedAt, office.timeZone) },
    number: ticket.number, field: fieldName(office, ticket.field, language),
    ...procedure && { procedure: nameIn(procedure.name, language) },
    counters: countersFor(day, ticket), priority: ticket.priority, ...ahead !== undefined && { ahead, served: isServed(day, ticket) },
    ...forecast && { forecast: { earliest: forecast.earliest, latest: forecast.latest, ...forecast.closes !== undefined && { closes: forecast.closes } } },
    ...hardlyToday && closes !== undefined && { hardlyToday: { closes } },
    issuedAt: isoAt(ticket.issuedAt, office.timeZone), serviceDate: ticket.serviceDate,
    papers: procedure?.papers ?? [], ...link
  }
}

/** What the slip of somebody who is sent away for a paper says: what is missing, and until when which counter keeps the number. */
export function returnSlip ({ office }: Day, ticket: Ticket, hold: { readonly counter: number, readonly reason: string, readonly until: Instant }, { language, link }: Pick<TicketSlip, 'language' | 'link'>): SlipFacts {
  return { kind: 'return', ...ticketHead(office, ticket, language), counter: hold.counter, reason: hold.reason, until: isoAt(hold.until, office.timeZone), ...link }
}

/** What the office writes to somebody whom it kept waiting longer than it had promised. */
export function apologySlip ({ office }: Day, ticket: Ticket, owed: Apology, { language, link }: Pick<TicketSlip, 'language' | 'link'>): SlipFacts {
  return { kind: 'apology', ...ticketHead(office, ticket, language), ...owed, ...link }
}

/** The papers of a procedure, for somebody who came to ask or must come back. */
export function checklistSlip (day: Day, procedure: Procedure, language: SlipLanguage, at: Instant): SlipFacts {
  const { office } = day
  const { papers, fee, resultTime } = procedure
  return {
    kind: 'checklist', ...head(office, language), procedure: nameIn(procedure.name, language), field: fieldName(office, procedure.field, language),
    counters: countersFor(day, procedure), papers, ...fee !== undefined && { fee }, ...resultTime !== undefined && { resultTime },
    printedAt: isoAt(at, office.timeZone)
  }
}

/** A number to be handed out while there is no electricity or network. */
export function paperNumberSlip ({ office }: Pick<Day, 'office'>, field: Field, number: string, language: SlipLanguage): SlipFacts {
  return { kind: 'paper-number', ...head(office, language), number, field: nameIn(field.name, language) }
}

/** A page to see with one's own eyes that a printer prints well. */
export function testSlip ({ office }: Day, printer: { readonly name: string, readonly label: string }, language: SlipLanguage, at: Instant): SlipFacts {
  return { kind: 'test', ...head(office, language), printer: printer.name, profile: printer.label, printedAt: isoAt(at, office.timeZone) }
}

/** A slip as it may be shown to those who were not given its ticket: the code leads nowhere, since who holds the token may rate and cancel. */
export function withoutToken (slip: SlipFacts): SlipFacts {
  if (!('url' in slip) || slip.url === undefined) return slip
  return { ...slip, url: slip.url.replace(/[^/]+$/, token => '0'.repeat(token.length)) }
}

/** Where the slips that somebody asks for come out: staff stand at the guide's desk, everybody else at the kiosk. */
export function printerFor (principal: Principal, { kiosk, desk }: Pick<SlipPrinter, 'kiosk' | 'desk'>): string {
  return principal.kind === 'staff' ? desk : kiosk
}

export function refuseLanguage (language: SlipLanguage, { languages }: Pick<SlipPrinter, 'languages'>): { readonly ok: false, readonly error: Refusal } | undefined {
  return languages.includes(language) ? undefined : refuse({ code: 'UNKNOWN_LANGUAGE', language, known: languages.join(', ') })
}

/** A text file may have gone since the language was chosen: a slip in Vietnamese is better than none. */
export function stillSpoken (language: SlipLanguage, { languages }: Pick<SlipPrinter, 'languages'>): SlipLanguage {
  return languages.includes(language) ? language : 'vi'
}

function ticketHead (office: Office, ticket: Ticket, language: SlipLanguage) {
  const procedure = ticket.procedure === undefined ? undefined : office.procedures.get(ticket.procedure)
  return {
    ...head(office, language), reprint: false,
    number: ticket.number, field: fieldName(office, ticket.field, language),
    ...procedure && { procedure: nameIn(procedure.name, language) }, priority: ticket.priority,
    issuedAt: isoAt(ticket.issuedAt, office.timeZone), serviceDate: ticket.serviceDate
  }
}

function head (office: Office, language: SlipLanguage) {
  return {
    language, trial: !office.confirmed,
    office: { name: nameIn(office.name, language), ...office.phone !== undefined && { phone: office.phone } }
  }
}

/** The catalogue is kept in two languages; a slip in another one has its own sentences around Vietnamese names. */
function nameIn (name: ByLanguage, language: SlipLanguage): string {
  return language === 'en' ? name.en : name.vi
}

function fieldName ({ fields }: Office, id: string, language: SlipLanguage): string {
  const field = fields.get(id)
  return field ? nameIn(field.name, language) : id
}
