import type { Field, Office, Procedure } from '../contract/office.ts'
import type { Api } from './api.ts'

/** What the office offers: as it is published, for screens that give out numbers. */
export interface Catalogue {
  readonly office: Office
  readonly fields: readonly Field[]
  readonly procedures: readonly Procedure[]
}

interface Items<Item> { readonly items: readonly Item[] }

/** What the office offers now; absent when it cannot be asked. */
export async function fetchCatalogue (api: Pick<Api, 'get'>): Promise<Catalogue | undefined> {
  const [office, fields, procedures] = await Promise.all([
    api.get<Office>('/office'), api.get<Items<Field>>('/fields'), api.get<Items<Procedure>>('/procedures')
  ])
  if (!office.ok || !fields.ok || !procedures.ok) return undefined
  return { office: office.value, fields: fields.value.items, procedures: procedures.value.items }
}
