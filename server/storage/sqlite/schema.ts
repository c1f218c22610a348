import type { Generated } from 'kysely'

/*
 * The tables as TypeScript sees them; schema.sql is what SQLite holds. Instants are UTC milliseconds,
 * booleans 0 or 1, texts by language and lists JSON.
 */

interface InOffice { office_id: string }
interface Removable { removed_at: number | null }

export interface Schema {
  office: {
    id: string, name: string, phone: string | null, time_zone: string, hours: string, holidays: string, promise_minutes: number
    rules: string, recall_limit: number, rating_minutes: number, confirmed: number, epoch: string
  }
  standing: InOffice & { rev: number, tip: string, last_at: number, service_date: string }
  field: InOffice & Removable & { id: string, digit: number, position: number }
  field_version: InOffice & {
    field_id: string, version: number, name: string, kiosk_label: string, purpose: string, windows: string | null
    quota: number | null, asks_dossiers: number, notice: string | null
  }
  procedure: InOffice & Removable & { id: string, position: number }
  procedure_version: InOffice & {
    procedure_id: string, version: number, field_id: string, name: string, kiosk_label: string, purpose: string, papers: string
    fee: string | null, result_time: string | null, mean_minutes: number, solemn: number, letter: string | null, needs_review: number
  }
  officer: InOffice & { id: string, version: number, name: string, title: string }
  counter: InOffice & Removable & {
    number: number, state: string, officer_id: string | null, officer_version: number | null, holder: string | null
    reason: string | null, since: number, contested: number, undoable: string | null, taken_from: string | null, panic: string | null
  }
  counter_duty: InOffice & { counter: number, field_id: string, kind: string, position: number }
  priority_class: InOffice & Removable & { id: string, name: string, position: number }
  low_rating_reason: InOffice & Removable & { position: number, text: string }
  notice: InOffice & Removable & { id: string, kind: string, title: string, lines: string, position: number }

  fact: InOffice & {
    rev: number, type: string, at: number, done_by: string, payload: string | null, salt: string | null, payload_hash: string, hash: string
  }
  ticket: InOffice & {
    id: string, number: string, service_date: string, issued_at: number, issued_rev: number, issued_by: string, overruled_by: string | null, paper: number, issued_field: string, sequence: number
    session: string | null, purpose: string, priority: number, dossiers: number, appointment: number | null
    state: string, leg: number, counter: number | null, place_at: number, place_rev: number, moved_rev: number
    bound: string | null, hold: string | null, more: string | null, back: number | null
  }
  leg: InOffice & {
    ticket_id: string, leg: number, field_id: string, field_version: number, procedure_id: string | null, procedure_version: number | null
    waiting_since: number, returned_at: number | null, counter: number | null
    officer_id: string | null, officer_version: number | null, called_at: number | null, started_at: number | null
    ended_at: number | null, recalls: number, call: string | null, outcome: string | null, dossier_code: string | null
  }
  given_elsewhere: InOffice & { service_date: string, digit: number, first: number, last: number, noted_at: number }
  forecast: InOffice & { ticket_id: string, made_at: number, earliest: number, likely: number, latest: number, promised_by: number }
  ticket_token: InOffice & { ticket_id: string, token: string, language: string }
  priority_count: InOffice & { service_date: string, class: string, tickets: number }
  kept_answer: InOffice & { principal: string, key: string, fingerprint: string, answer: string, at: number }
  print_job: InOffice & {
    place: Generated<number>, id: string, printer: string, ticket_id: string | null, number: string, service_date: string, slip: string, at: number, asked_by: string
    state: string, tries: number, error: string | null, confirmed_by: string | null
  }

  rating_question: InOffice & {
    token: string, ticket_id: string, counter: number, officer_id: string, officer_version: number, field_id: string, purpose: string
    service_date: string, solemn: number, asked_at: number, until: number
  }
  rating_settled: InOffice & { ticket_id: string, service_date: string }
  spent_token: InOffice & { token_hash: string, ended: string, forget_on: string }
  rating: InOffice & { service_date: string, key: string, officer_id: string, level: number, handling: number | null, reasons: string }
  rating_comment: InOffice & { month: string, key: string, text: string }
  rating_tally: InOffice & { month: string, field_id: string, purpose: string, level: number, ratings: number }
  rating_outcome: InOffice & { service_date: string, officer_id: string, outcome: string, questions: number }

  booking: InOffice & {
    token: string, code: string, field_id: string, procedure_id: string | null, at: number, service_date: string, language: string
    state: string, ticket_id: string | null, made_at: number
  }

  person: InOffice & Removable & { id: string, username: string, password_hash: string, pin_hash: string | null }
  person_version: InOffice & { person_id: string, version: number, name: string, title: string, role: string, counter: number | null }
  session: InOffice & { id: string, person_id: string, token_hash: string, expires_at: number }
  api_key: InOffice & Removable & { id: string, name: string, role: string, token_hash: string, created_at: number }
  device: InOffice & Removable & {
    id: string, kind: string, name: string, counter: number | null, token_hash: string | null
    pairing_hash: string | null, pairing_expires_at: number | null, last_seen_at: number | null
  }
}
