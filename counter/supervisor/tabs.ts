import type { Principal } from '../../common/contract/access.ts'
import { may, type Deed } from '../../common/contract/permissions.ts'

export type Tab = 'floor' | 'accuracy'

/** What each part of the page shows, by the office's one table: the observer sees aggregates only. */
export const deedOfTab = { floor: 'watch-floor', accuracy: 'see-forecast-report' } as const satisfies Record<Tab, Deed>

/** The parts of the page that somebody may see, in their order. */
export function tabsOf (me: Pick<Principal, 'kind' | 'role'>): readonly Tab[] {
  return (['floor', 'accuracy'] as const).filter(tab => may(me, deedOfTab[tab]))
}

/** The part an address asks for (`#accuracy`), or else the first. */
export function tabOf (hash: string, tabs: readonly Tab[]): Tab | undefined {
  return tabs.find(tab => hash === `#${tab}`) ?? tabs[0]
}
