/** Columns as wide as they need to be; the first flush left, figures flush right. */
export function table (head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows]
  const widths = head.map((_, column) => Math.max(...all.map(row => row[column]?.length ?? 0)))
  const line = (row: readonly string[]) => row.map((cell, column) => column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)).join('  ')
  return all.map(line).join('\n')
}

export function percent (share: number): string {
  return `${(share * 100).toFixed(1)} %`
}

export function minutes (value: number): string {
  return value.toFixed(1)
}
