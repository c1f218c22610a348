import type { Officer } from '../domain/counter.ts'
import type { Principal } from '../ports/principal.ts'
import type { Store } from '../ports/store.ts'

/** Who works, as facts name him. A program with a key appears under the key's name. */
export async function officerBehind ({ directory }: Pick<Store, 'directory'>, principal: Principal): Promise<Officer | undefined> {
  if (principal.kind === 'key') return { id: principal.id, version: 1, name: principal.name, title: '' }
  return directory.officer(principal.office, principal.id)
}
