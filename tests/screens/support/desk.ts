import type { PaperNumbers, PaperNumbersNoted, PaperState } from '../../../common/contract/paper-numbers.ts'
import type { PrintState, Ticket, TicketTaken } from '../../../common/contract/ticket.ts'
import type { Slip, SlipAsked } from '../../../common/ui/printing.ts'
import type { Chosen, Wish } from '../../../counter/desk/wish.ts'
import { noWish } from '../../../counter/desk/wish.ts'
import { ago } from '../gallery/states.ts'
import { catalogue } from './catalogue.ts'
import { expected } from './office.ts'

/** A number of today, waiting in civil status. */
export const aTicket = (number: string, change: Partial<Ticket> = {}): Ticket => ({
  id: `t${number}`, number, field: 'HT', procedure: null, purpose: 'submit', priority: false, dossiers: 1, state: 'waiting', serviceDate: '2026-11-23',
  issuedAt: ago(1500), calledAt: null, startedAt: null, endedAt: null, counter: null, leg: 1, ...change
})

export const taken = (number: string, change: Partial<Ticket> = {}, more: Partial<TicketTaken> = {}): TicketTaken => ({
  ticket: aTicket(number, { issuedAt: ago(2), ...change }), ahead: 6, forecast: expected(22, 41), token: 'k7Qm2xV9bT4nR8sJ1wYdZa', url: 'http://192.168.1.10:8080/t/k7Qm2xV9bT4nR8sJ1wYdZa', print: { job: 'j', state: 'queued' }, ...more
})

/** A field of the sample, and one of its procedures by place. */
export const chosen = (field: string, procedure?: number): Chosen => {
  const found = catalogue.fields.find(({ id }) => id === field)
  if (!found) throw new Error(`no field ${field}`)
  const own = catalogue.procedures.filter(one => one.field === field)
  return { field: found, ...procedure !== undefined && own[procedure] && { procedure: own[procedure] } }
}

export const aWish = (change: Partial<Wish> = {}): Wish => ({ ...noWish, services: [chosen('HT', 0)], ...change })

export const aSlip = (number: string, state?: PrintState, kind: SlipAsked = 'first'): Slip => ({ kind, ticket: { id: `t${number}`, number }, key: 'k', ...state && { job: 'j', state, printer: 'desk' } })

export const paperNumbers = (used: readonly string[] = []): PaperNumbers => ({
  field: 'HT', serviceDate: '2026-11-23', from: '2901', to: '2949', used: used.map(number => ({ number, ticket: `t${number}`, state: 'waiting', at: ago(3600) }))
})

/** What the office says of a stretch: one each five minutes. */
export const noted = (registered: boolean, states: readonly PaperState[]): PaperNumbersNoted => ({
  registered, numbers: states.map((state, place) => ({ number: String(2901 + place), at: ago(5400 - place * 300), state, priority: false, ...registered && { ticket: `t${2901 + place}` } }))
})
