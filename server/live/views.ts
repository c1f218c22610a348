import type { View } from '../../common/contract/live.ts'
import { conditionOf, may, type Deed } from '../../common/contract/permissions.ts'
import type { Recorded } from '../domain/fact.ts'
import type { Principal } from '../ports/principal.ts'

/** What one group of sockets watches; all who watch the same share a room and its revisions. */
export type Watching =
  | { readonly view: 'board' | 'kiosk' | 'floor' }
  | { readonly view: 'sign' | 'rating' | 'console', readonly counter: number }
  | { readonly view: 'ticket', readonly ticket: string }

/** What whoever watches a view does, by the one table. */
export const deedOfView = {
  board: 'watch-board', kiosk: 'watch-kiosk', floor: 'watch-floor', sign: 'watch-sign', rating: 'watch-rating', console: 'watch-console', ticket: 'watch-ticket'
} as const satisfies Record<View, Deed>

/** Staff views learn who did what. */
const forStaff: Readonly<Record<View, boolean>> = { board: false, kiosk: false, floor: true, sign: false, rating: false, console: true, ticket: false }

export function isStaffView (watching: Watching): boolean {
  return forStaff[watching.view]
}

export function mayWatch (principal: Principal | undefined, watching: Watching): boolean {
  const deed = deedOfView[watching.view]
  if (!may(principal, deed)) return false
  if (conditionOf(principal, deed) !== 'counter') return true
  return principal !== undefined && 'counter' in principal && 'counter' in watching && principal.counter === watching.counter
}

export function roomOf (office: string, watching: Watching): string {
  if ('counter' in watching) return `${office}|${watching.view}|${watching.counter}`
  return 'ticket' in watching ? `${office}|ticket|${watching.ticket}` : `${office}|${watching.view}`
}

/** These see every fact about tickets, so that the counts of those who wait can travel with it. */
export function carriesCounts (watching: Watching): boolean {
  return watching.view === 'board' || watching.view === 'floor'
}

/** These say in the hall that there is a break, and until when. */
export function showsBreak ({ view }: Watching): boolean {
  return view === 'board' || view === 'kiosk'
}

/** These say what whoever takes a number now may expect. */
export function showsForecasts ({ view }: Watching): boolean {
  return view === 'board' || view === 'kiosk' || view === 'console' || view === 'floor'
}

/** These say whom the office's promise has failed. */
export function showsPromise ({ view }: Watching): boolean {
  return view === 'board' || view === 'console' || view === 'floor'
}

/** Only the citizen's screen at a counter gets the question; staff who look at its view do not. */
export function screenRoom (office: string, counter: number): string {
  return `${office}|screen|${counter}`
}

/** An officer's call for help is between colleagues. */
function isPanic ({ type }: Recorded): boolean {
  return type === 'panic:raised' || type === 'panic:accepted' || type === 'panic:ended'
}

/** Whether a view is told of a fact. What it is not told it cannot miss: revisions are chained per room. */
export function sees (watching: Watching, fact: Recorded): boolean {
  if (fact.type === 'setting:changed') return true
  if (isPanic(fact)) return isStaffView(watching)
  switch (watching.view) {
    case 'board':
    case 'floor':
    case 'console': return true
    // Whether a field is served shows on its card.
    case 'kiosk': return fact.type === 'counter:changed'
    case 'sign':
    case 'rating': return 'counter' in fact && fact.counter === watching.counter
    case 'ticket': return 'ticket' in fact && fact.ticket.id === watching.ticket
  }
}
