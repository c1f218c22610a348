import type { Principal, Role } from '../../common/contract/access.ts'

export type Tab = 'floor' | 'accuracy'

/** Who may see what, as the office's own table says: the observer sees aggregates only. */
const seenBy: Readonly<Record<Tab, readonly Role[]>> = {
  floor: ['officer', 'guide', 'supervisor', 'admin'],
  accuracy: ['supervisor', 'observer', 'admin']
}

/** The parts of the page that somebody may see, in their order. */
export function tabsOf ({ role }: Pick<Principal, 'role'>): readonly Tab[] {
  const tabs: readonly Tab[] = ['floor', 'accuracy']
  return tabs.filter(tab => role !== undefined && seenBy[tab].includes(role))
}

/** The part an address asks for (`#accuracy`), or else the first. */
export function tabOf (hash: string, tabs: readonly Tab[]): Tab | undefined {
  return tabs.find(tab => hash === `#${tab}`) ?? tabs[0]
}
