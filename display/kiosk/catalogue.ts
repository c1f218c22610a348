import type { Field, Office, Procedure } from '../../common/contract/office.ts'
import type { Api } from '../../common/ui/api.ts'
import type { Catalogue } from './model.ts'

interface Items<Item> { readonly items: readonly Item[] }

/** What the office offers now; absent when it cannot be asked. */
export async function fetchCatalogue (api: Api): Promise<Catalogue | undefined> {
  const [office, fields, procedures] = await Promise.all([
    api.get<Office>('/office'), api.get<Items<Field>>('/fields'), api.get<Items<Procedure>>('/procedures')
  ])
  if (!office.ok || !fields.ok || !procedures.ok) return undefined
  return { office: office.value, fields: fields.value.items, procedures: procedures.value.items }
}
