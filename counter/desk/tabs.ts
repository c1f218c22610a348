import type { Principal } from '../../common/contract/access.ts'
import { may, type Deed } from '../../common/contract/permissions.ts'

export type Tab = 'issue' | 'booking' | 'find' | 'away' | 'paper' | 'hall'

/** What somebody must be allowed to do for a part of the page to be of use. */
const needs: Readonly<Record<Tab, readonly Deed[]>> = {
  issue: ['take-ticket'], booking: ['check-in'], find: ['see-tickets'], away: ['see-tickets'], paper: ['note-paper-numbers', 'print-paper-numbers'], hall: ['watch-floor']
}
const all: readonly Tab[] = ['issue', 'booking', 'find', 'away', 'paper', 'hall']

/** The parts of the page for whoever is signed in; none for those who may not watch the hall. */
export function tabsOf (me: Pick<Principal, 'kind' | 'role'>, { isBookable }: { readonly isBookable: boolean }): readonly Tab[] {
  if (!may(me, 'watch-floor')) return []
  return all.filter(tab => needs[tab].some(deed => may(me, deed)) && (tab !== 'booking' || isBookable))
}

/** The part an address asks for (`#find`), or else the first. */
export function tabOf (hash: string, tabs: readonly Tab[]): Tab | undefined {
  return tabs.find(tab => hash === `#${tab}`) ?? tabs[0]
}
