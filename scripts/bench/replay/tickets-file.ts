import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'

/** One ticket of a real office, as a file of the replay holds it. Minutes count from the midnight before. */
export interface PastTicket {
  readonly office: string
  /** 2020-01-10 */
  readonly date: string
  readonly queue: string
  readonly arriveMin: number
  readonly calledMin: number
  /** Who waited in the same queue before it. */
  readonly ahead: number
  /** Desks open. */
  readonly booths: number
  /** What the office itself says a case takes. */
  readonly serviceMin: number
}

export interface TicketsFile {
  readonly tickets: readonly PastTicket[]
  /** What was wrong with each row that was passed over. */
  readonly odd: readonly string[]
}

const columns = ['office', 'date', 'queue_id', 'arrive_min', 'called_min', 'ahead', 'booths', 'service_min'] as const
type Row = Readonly<Record<typeof columns[number], string>>

/** CSV, gzipped or plain, with these columns in any order. Odd rows are passed over and counted; a file of which nothing can be used is thrown with one sentence. */
export async function readTickets (path: string): Promise<TicketsFile> {
  const [header = '', ...lines] = (await textOf(path)).replace(/^\uFEFF/, '').split(/\r?\n/)
  const names = header.split(',').map(name => unquoted(name).toLowerCase())
  const missing = columns.filter(column => !names.includes(column))
  if (missing.length > 0) throw new Error(`${path} is no file of tickets: its first line has no ${missing.join(', no ')}.`)
  const tickets: PastTicket[] = []
  const odd: string[] = []
  lines.forEach((line, index) => {
    if (line.trim() === '') return
    const cells = line.split(',').map(unquoted)
    const read = ticketOf(Object.fromEntries(columns.map(column => [column, cells[names.indexOf(column)] ?? ''])) as Row)
    if (typeof read === 'string') odd.push(`line ${index + 2}: ${read}`)
    else tickets.push(read)
  })
  if (tickets.length === 0) throw new Error(`${path} holds no ticket that can be replayed${odd.length > 0 ? ` (${odd[0]})` : ''}.`)
  return { tickets, odd }
}

async function textOf (path: string): Promise<string> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new Error(`${path} cannot be read: ${error.code === 'ENOENT' ? 'there is no such file' : error.code === 'EISDIR' ? 'it is a folder' : error.code ?? error.message}.`)
  })
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes.toString('utf8')
  try {
    return gunzipSync(bytes).toString('utf8')
  } catch {
    throw new Error(`${path} cannot be unpacked: it is damaged or cut short.`)
  }
}

function unquoted (cell: string): string {
  return cell.trim().replace(/^"(.*)"$/, '$1')
}

/** Twice a day's minutes: an evening office may call after midnight, a number beyond is a slip of the pen. */
const mostMin = 2880
const mostAhead = 100_000

/** The ticket, or what is wrong with its row. Desks and official minutes may be missing: they are then 0, as unknown. */
function ticketOf (row: Row): PastTicket | string {
  if (row.office === '' || row.queue_id === '') return 'no office or no queue'
  if (!/^\d{4}-\d{2}-\d{2}$/.test(row.date) || Number.isNaN(Date.parse(row.date))) return `"${row.date}" is no date`
  const odd = (['arrive_min', 'called_min', 'ahead'] as const).find(column => !isBetween(row[column], column === 'ahead' ? mostAhead : mostMin))
  if (odd) return `${odd} is "${row[odd]}"`
  const orUnknown = (cell: string) => isBetween(cell, mostMin) ? Number(cell) : 0
  const ticket = {
    office: row.office, date: row.date, queue: row.queue_id, arriveMin: Number(row.arrive_min), calledMin: Number(row.called_min),
    ahead: Number(row.ahead), booths: orUnknown(row.booths), serviceMin: orUnknown(row.service_min)
  }
  return ticket.calledMin < ticket.arriveMin ? `called at ${ticket.calledMin}, before it arrived at ${ticket.arriveMin}` : ticket
}

function isBetween (cell: string, most: number): boolean {
  return cell !== '' && Number(cell) >= 0 && Number(cell) <= most
}
