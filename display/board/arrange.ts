import type { Call } from '../../common/contract/counter.ts'
import type { Prospect } from '../../common/contract/forecast.ts'
import type { AccuracyShown, BoardShot, CallShown, FieldShown } from '../../common/contract/live.ts'
import type { Notice } from '../../common/contract/office.ts'
import type { TicketNamed } from '../../common/contract/ticket.ts'

const spotlightMs = 20_000
const servingPageMs = 8000
const noticeMs = 12_000
export const rowsOfServing = 8

/** Whether a call still stands in its spotlight: found from the call's own time, so that a reload never shows it anew. */
export function isInSpotlight ({ call }: CallShown, now: Date): boolean {
  const age = now.getTime() - Date.parse(call.at)
  return age < spotlightMs
}

/** Yellow is for a number somebody is expected to follow now. */
export function isBeingCalled (shown: CallShown, now: Date): boolean {
  return shown.state === 'called' || isInSpotlight(shown, now)
}

/**
 * Whether the wall says why this number goes first. Plain order needs no words, and nobody is to be shown
 * to the whole hall as one who has priority.
 */
export function isExplained ({ why }: Pick<Call, 'why'>): boolean {
  switch (why.code) {
    case 'returned':
    case 'appointment':
    case 'helper':
    case 'chosen': return true
    case 'order':
    case 'priority': return false
  }
}

export interface Page<Item> { readonly items: readonly Item[], readonly page: number, readonly pages: number }

/** More rows than the wall holds take turns, the same on every board at the same second. */
export function turn <Item> (items: readonly Item[], size: number, now: Date, everyMs = servingPageMs): Page<Item> {
  const pages = Math.max(1, Math.ceil(items.length / size))
  const page = Math.floor(now.getTime() / everyMs) % pages
  return { items: items.slice(page * size, (page + 1) * size), page: page + 1, pages }
}

/** `prospect`: of whoever takes a number of the field now, without priority. */
export interface FieldWaiting { readonly field: FieldShown, readonly count: number, readonly prospect?: Prospect }

/** Fields somebody waits for, in the order of their digits. */
export function waitingFields ({ fields, waiting, forecasts }: Pick<BoardShot, 'fields' | 'waiting' | 'forecasts'>): readonly FieldWaiting[] {
  return fields
    .map(field => ({ field, count: waiting[field.id] ?? 0, prospect: forecasts?.find(({ field: id }) => id === field.id)?.ordinary }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => one.field.digit - other.field.digit)
}

const lettersARow = 34
const rowsOf = (line: string) => Math.max(1, Math.ceil(line.length / lettersARow))

export interface NoticeSheet { readonly title: string, readonly lines: readonly string[] }

/** Cuts notices into sheets of so many rows: a long one is read in turns instead of being cut off. */
export function sheets (notices: readonly Notice[], rows: number): readonly NoticeSheet[] {
  return notices.flatMap(({ title, lines }) => {
    const cut: string[][] = [[]]
    let used = 0
    for (const line of lines) {
      if (used > 0 && used + rowsOf(line) > rows) { cut.push([]); used = 0 }
      cut[cut.length - 1]!.push(line)
      used += rowsOf(line)
    }
    return cut.map(lines => ({ title, lines }))
  })
}

/** Which sheet hangs now. */
export const sheetAt = (count: number, now: Date): number => count === 0 ? 0 : Math.floor(now.getTime() / noticeMs) % count

const mostNamed = 3

/** So many numbers that a line can be read at a glance: all of them, or the first ones and how many more there are. */
export function shortened (tickets: readonly Pick<TicketNamed, 'number'>[]): { readonly named: readonly string[], readonly others: number } {
  const named = tickets.slice(0, tickets.length > mostNamed ? mostNamed - 1 : mostNamed).map(({ number }) => number)
  return { named, others: tickets.length - named.length }
}

/** How many of ten were called as foretold; ten only where all were. */
export const tenthsOf = ({ covered }: Pick<AccuracyShown, 'covered'>): number => covered === 1 ? 10 : Math.min(9, Math.round(covered * 10))

/** Cut at the space nearest the middle: a name that needs two lines gets two of a length, also where browsers cannot balance. */
export function halves (name: string): readonly string[] {
  const spaces = [...name].flatMap((letter, place) => letter === ' ' ? [place] : [])
  const [middle] = spaces.sort((one, other) => Math.abs(one - name.length / 2) - Math.abs(other - name.length / 2))
  return middle === undefined ? [name] : [name.slice(0, middle), name.slice(middle + 1)]
}
