import type { Procedure } from '../contract/office.ts'
import { plain } from './plain.ts'

/**
 * Procedures with every typed word at the beginning of one of their words, in any order.
 * Those whose short label begins with what was typed come first.
 */
export function findProcedures (procedures: readonly Procedure[], query: string): readonly Procedure[] {
  const typed = plain(query)
  if (!typed) return []
  const parts = typed.split(' ')
  return procedures
    .map(procedure => ({ procedure, words: wordsOf(procedure), label: plain(procedure.kioskLabel.vi) }))
    .filter(({ words }) => parts.every(part => words.some(word => word.startsWith(part))))
    .sort((one, other) => Number(other.label.startsWith(typed)) - Number(one.label.startsWith(typed)))
    .map(({ procedure }) => procedure)
}

function wordsOf ({ name, kioskLabel }: Procedure): readonly string[] {
  return plain([name.vi, name.en, kioskLabel.vi, kioskLabel.en].join(' ')).split(' ')
}
