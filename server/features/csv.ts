export type Cell = string | number

/** A table as RFC 4180 has it, with the mark by which spreadsheets know UTF-8. */
export function csv (rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${rows.map(row => `${row.map(cellOf).join(',')}\r\n`).join('')}`
}

/** What somebody typed must not become a formula when a spreadsheet opens it. */
function cellOf (cell: Cell): string {
  if (typeof cell === 'number') return String(cell)
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
