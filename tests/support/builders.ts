import type { Wording } from '../../server/domain/call.ts'
import type { Counter, Officer } from '../../server/domain/counter.ts'
import { evolve, type Day } from '../../server/domain/day.ts'
import type { Fact } from '../../server/domain/fact.ts'
import type { Desk } from '../../server/domain/order.ts'
import { OpenTickets } from '../../server/domain/open-tickets.ts'
import type { Field, Office, Rules } from '../../server/domain/office.ts'
import type { Refusal } from '../../server/domain/refusal.ts'
import type { Result } from '../../server/domain/result.ts'
import type { AtCounter } from '../../server/domain/serving.ts'
import type { Ticket } from '../../server/domain/ticket.ts'
import { instantOn, type Instant } from '../../server/domain/time.ts'

/** Monday 23 November 2026, 09:00 on the office's wall. */
export const now: Instant = instantOn('2026-11-23', '09:00', 'Asia/Ho_Chi_Minh')
export const minute = 60_000

const both = (text: string) => ({ vi: text, en: text })

export function aField (id: string, digit: number, more: Partial<Field> = {}): Field {
  return { id, digit, version: 1, name: both(id), kioskLabel: both(id), purpose: 'submit', ...more }
}

/** In turns, re-entry at the end, an hour to fetch a paper, a minute to undo. */
export function someRules (more: Partial<Rules> = {}): Rules {
  return { policy: { kind: 'ratio', priority: 1, ordinary: 1 }, reentry: { kind: 'end' }, holdMinutes: 60, undoSeconds: 60, ...more }
}

/** Fields CT (1), HT (2), DD (3); counter 1 serves CT and helps HT, counter 2 the other way round, counter 3 DD and helps CT. */
export function anOffice (more: Partial<Office> = {}): Office {
  const fields = [aField('CT', 1), aField('HT', 2), aField('DD', 3)]
  return {
    id: 'main', name: both('Trung tâm'), timeZone: 'Asia/Ho_Chi_Minh',
    hours: {
      days: [1, 2, 3, 4, 5],
      sessions: [
        { from: '07:30', to: '11:30', ticketsFrom: '07:00', ticketsTo: '11:15' },
        { from: '13:30', to: '17:00', ticketsFrom: '13:15', ticketsTo: '16:30' }
      ]
    },
    holidays: ['2026-11-24'], promiseMinutes: 30, recallLimit: 3, ratingMinutes: 60, rules: someRules(),
    confirmed: true, alwaysOpen: false,
    fields: new Map(fields.map(field => [field.id, field])),
    procedures: new Map([['HT03', { id: 'HT03', version: 1, field: 'HT', name: both('Khai tử'), kioskLabel: both('Khai tử'), purpose: 'submit', papers: [], meanMinutes: 12, solemn: true, needsReview: false }]]),
    duties: new Map([
      [1, { number: 1, main: ['CT'], helper: ['HT'] }],
      [2, { number: 2, main: ['HT'], helper: ['CT'] }],
      [3, { number: 3, main: ['DD'], helper: ['CT'] }]
    ]),
    ...more
  }
}

export const anOfficer = (id = 'p_1'): Officer => ({ id, version: 1, name: `Cán bộ ${id}`, title: 'Công chức' })

export function aCounter (number = 1, more: Partial<Counter> = {}): Counter {
  return { number, state: 'open', officer: anOfficer(`p_${number}`), holder: `holder-${number}`, since: now - 60 * minute, contested: 0, ...more }
}

/** A ticket of the field that its number's first digit names, waiting since a time that follows its sequence; its place is its arrival. */
export function aTicket (number: string, more: Partial<Ticket> = {}): Ticket {
  const field = { 1: 'CT', 2: 'HT', 3: 'DD' }[number.charAt(0)] ?? 'CT'
  const sequence = Number(number.slice(1))
  const issuedAt = more.issuedAt ?? now - 20 * minute + sequence * 1000
  return {
    id: `tk_${number}`, number, field, fieldVersion: 1, purpose: 'submit', priority: false, dossiers: 1, serviceDate: '2026-11-23',
    issuedAt, issuedBy: 'kiosk:k', place: { at: issuedAt, rev: sequence }, movedRev: sequence, state: 'waiting', leg: 1, recalls: 0, ...more
  }
}

export function aDay ({ tickets = [], counters = [aCounter(1), aCounter(2), aCounter(3)], ...more }: Partial<Omit<Day, 'tickets' | 'counters'>> & { readonly tickets?: readonly Ticket[], readonly counters?: readonly Counter[] } = {}): Day {
  return {
    office: anOffice(), rev: 10, lastAt: now - minute, serviceDate: '2026-11-23', sequences: new Map(), onPaper: new Map(), givenInSession: new Map(),
    tickets: OpenTickets.of(tickets), counters: new Map(counters.map(counter => [counter.number, counter])), ...more
  }
}

export const at = (counter: number, when: Instant = now): AtCounter => ({ counter, holder: `holder-${counter}`, by: `staff:p_${counter}`, at: when })

/** One counter as the order sees it: CT mainly, HT to help. */
export function aDesk (more: Partial<Desk> = {}): Desk {
  return { numbers: [1], main: ['CT'], helper: ['HT'], contested: 0, ...more }
}

export const wording: Wording = {
  announcement: ({ number, counter, repeat }) => both(`${number}-${counter}-${repeat}`),
  sound: ({ number }) => both(`/sound/${number}`),
  why: (code, number) => both(`${code} ${number}`)
}

/** What a decision came to, where a test is sure of a yes. */
export function value<Value> (decided: Result<Value, Refusal>): Value {
  if (!decided.ok) throw new Error(decided.error.code)
  return decided.value
}

/** The code of a no, or `ok`. */
export function code (decided: Result<unknown, Refusal>): string {
  return decided.ok ? 'ok' : decided.error.code
}

/** The day after what was decided. */
export function after (day: Day, decided: Result<readonly Fact[], Refusal>): Day {
  return value(decided).reduce(evolve, day)
}

/** Ids that count up. */
export function ids (): () => string {
  let last = 0
  return () => `id_${++last}`
}
