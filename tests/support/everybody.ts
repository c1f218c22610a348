import { everybody, type Who } from '../../common/contract/permissions.ts'
import type { Role } from '../../common/contract/access.ts'
import type { Asking, TestOffice } from './office.ts'

const accounts: Readonly<Record<Role, string>> = { officer: 'quay1', guide: 'huongdan', supervisor: 'giamsat', observer: 'mttq', admin: 'admin' }

/** One of each that the table of permissions names, at counter 1 where they belong to one; a ticket's holder carries nothing but the token. */
export async function openEverybody (office: TestOffice): Promise<ReadonlyMap<Who, Asking>> {
  const admin = await office.signIn('admin')
  const asking = async (who: Who): Promise<Asking> => {
    if (who === 'stranger' || who === 'holder') return office.as({})
    if (who === 'kiosk' || who === 'board') return office.pair(who)
    if (who === 'sign' || who === 'rating') return office.pair(who, 1)
    const [kind, role] = who.split(':') as [Role, Role | undefined]
    if (role === undefined) return office.signIn(accounts[kind])
    const { body } = await admin.post('/keys', { name: who, role })
    return office.as({ authorization: `Bearer ${body.key}` })
  }
  const people = new Map<Who, Asking>()
  for (const who of everybody) people.set(who, await asking(who))
  return people
}
