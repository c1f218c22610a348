const mostSlips = 3

/** The known word, few letters away, that somebody who wrote `name` may have meant. */
export function nearest (name: string, known: readonly string[]): string | undefined {
  const [first] = known.map(meant => ({ meant, slips: slipsBetween(name, meant) })).sort((one, other) => one.slips - other.slips)
  return first && first.slips <= Math.min(mostSlips, Math.floor(name.length / 2)) ? first.meant : undefined
}

/** How many letters must be added, dropped or changed to make one word of the other (Levenshtein). */
function slipsBetween (one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, i) => i)
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1]
    for (const [j, wanted] of [...other].entries()) next.push(Math.min(row[j]! + (letter === wanted ? 0 : 1), row[j + 1]! + 1, next[j]! + 1))
    row = next
  }
  return row[other.length]!
}
