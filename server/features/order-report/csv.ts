import type { CallOutOfOrder, OfficerCalls } from '../../../common/contract/report.ts'

type Cell = string | number

/** A table as RFC 4180 has it, with the mark by which spreadsheets know UTF-8. */
function csv (rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${rows.map(row => `${row.map(cellOf).join(',')}\r\n`).join('')}`
}

/** What somebody typed must not become a formula when a spreadsheet opens it. */
function cellOf (cell: Cell): string {
  if (typeof cell === 'number') return String(cell)
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

export function callsCsv (calls: readonly CallOutOfOrder[]): string {
  return csv([
    ['at', 'number', 'counter', 'officer', 'why', 'chosen', 'overtook'],
    ...calls.map(({ at, number, counter, officer, why, chosen = '', overtook }) => [at, number, counter, officer, why, chosen, overtook])
  ])
}

export function officersCsv (officers: readonly OfficerCalls[]): string {
  return csv([
    ['officer', 'calls', 'order', 'priority', 'returned', 'appointment', 'helper', 'chosen', 'overtook'],
    ...officers.map(({ officer, calls, byWhy, chosen, overtook }) => [officer, calls, byWhy.order, byWhy.priority, byWhy.returned, byWhy.appointment, byWhy.helper, chosen, overtook])
  ])
}
