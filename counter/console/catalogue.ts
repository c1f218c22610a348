import type { Letter, Procedure } from '../../common/contract/office.ts'
import type { Names, Papers } from './words.ts'

/** What the office says of its procedures; empty until it has. */
export interface Catalogue {
  readonly procedures: Names
  readonly papers: Papers
  /** Procedure → the letter handed over at its end. */
  readonly letters: ReadonlyMap<string, Letter>
}

export const noCatalogue: Catalogue = { procedures: new Map(), papers: new Map(), letters: new Map() }

export function catalogueOf (procedures: readonly Pick<Procedure, 'id' | 'name' | 'papers' | 'letter'>[]): Catalogue {
  return {
    procedures: new Map(procedures.map(({ id, name }) => [id, name])),
    papers: new Map(procedures.map(({ id, papers }) => [id, papers])),
    letters: new Map(procedures.flatMap(({ id, letter }) => letter === undefined ? [] : [[id, letter as Letter]]))
  }
}
