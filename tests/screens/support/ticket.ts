import type { Ticket } from '../../../common/contract/ticket.ts'
import { ago } from '../gallery/states.ts'

/** 2014, being served at counter 2. */
export const ticket: Ticket = {
  id: 't2014', number: '2014', field: 'HT', procedure: null, purpose: 'submit', priority: false, dossiers: 1, state: 'serving', serviceDate: '2026-11-23',
  issuedAt: ago(2400), calledAt: ago(300), startedAt: ago(252), endedAt: null, counter: 2, leg: 1
}
