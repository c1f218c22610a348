import { PaperNumber, type PaperNumbers, type PaperOutcome, type PaperNumbersRequest, type PaperState } from '../../common/contract/paper-numbers.ts'
import { fits } from '../../common/ui/fits.ts'
import { keepHere, keptHere } from '../../common/ui/kept-here.ts'
import { momentOn } from '../../common/ui/moment.ts'

/** What has been said of one number; not said: it waits, and has no priority. */
export interface Said { readonly state?: Exclude<PaperState, 'waiting'>, readonly priority?: boolean }

/** What is being written down after an outage, as far as it is typed. */
export interface PaperDraft {
  readonly field: string
  readonly from: string
  readonly to: string
  /** On the office's wall, as typed: 9:05. */
  readonly since: string
  /** As typed. Empty: now. */
  readonly until: string
  readonly said: Readonly<Record<string, Said>>
}

/** What a touch on a number marks it as. */
export type Brush = 'served' | 'absent' | 'priority'
export const brushes: readonly Brush[] = ['served', 'absent', 'priority']

export const noDraft: PaperDraft = { field: '', from: '', to: '', since: '', until: '', said: {} }

/** More than an office hands out in any outage; a slip of a finger is not drawn as ten thousand buttons. */
const mostShown = 200

/** The numbers from one to the other; none while they are not both numbers of one field. */
export function numbersOf ({ from, to }: Pick<PaperDraft, 'from' | 'to'>): readonly string[] {
  if (!fits(PaperNumber, from) || !fits(PaperNumber, to) || from.charAt(0) !== to.charAt(0)) return []
  const [first, last] = [Number(from), Number(to)]
  if (from.length !== to.length || last < first || last - first >= mostShown) return []
  return Array.from({ length: last - first + 1 }, (_, place) => String(first + place))
}

/** Why the last number does not go with the first, once both are typed. */
export function wrongEnd ({ from, to }: Pick<PaperDraft, 'from' | 'to'>): 'before' | 'other' | undefined {
  if (!fits(PaperNumber, from) || !fits(PaperNumber, to)) return undefined
  if (Number(to) < Number(from)) return 'before'
  return numbersOf({ from, to }).length === 0 ? 'other' : undefined
}

/** The last was handed out before the first. Both at the same minute may be. */
export function endsBeforeItBegins (draft: Pick<PaperDraft, 'since' | 'until'>): boolean {
  const [since, until] = [timeTyped(draft.since), timeTyped(draft.until)]
  return since !== undefined && until !== undefined && until < since
}

/** Touched again with the same, it is as before. */
export function mark (draft: PaperDraft, number: string, brush: Brush): PaperDraft {
  const { [number]: before = {}, ...others } = draft.said
  const after = brush === 'priority' ? { ...before, priority: !before.priority } : marked(before, brush)
  return { ...draft, said: after.state === undefined && !after.priority ? others : { ...others, [number]: after } }
}

function marked ({ state, ...rest }: Said, brush: Exclude<Brush, 'priority'>): Said {
  return state === brush ? rest : { ...rest, state: brush }
}

/** The next stretch that may have been handed out: it begins with the first number not written down yet. */
export function nextFree ({ from, to, used }: PaperNumbers): string {
  const known = new Set(used.map(({ number }) => number))
  return numbersOf({ from, to }).find(number => !known.has(number)) ?? ''
}

/** Which of a stretch are written down today already. */
export function usedOf (stretch: Pick<PaperDraft, 'from' | 'to'>, { used }: Pick<PaperNumbers, 'used'>): readonly string[] {
  const known = new Set(used.map(({ number }) => number))
  return numbersOf(stretch).filter(number => known.has(number))
}

/** The first so many in a row that are not written down yet; where there are nowhere so many, the longest row. */
export function freeStretch ({ from, to, used }: Pick<PaperNumbers, 'from' | 'to' | 'used'>, count: number): Pick<PaperDraft, 'from' | 'to'> | undefined {
  const known = new Set(used.map(({ number }) => number))
  const rows = numbersOf({ from, to }).reduce<readonly (readonly string[])[]>((rows, number) =>
    known.has(number) ? [...rows, []] : [...rows.slice(0, -1), [...rows.at(-1) ?? [], number]], [[]])
  const longest = rows.reduce((most, row) => row.length > most.length ? row : most, [])
  const row = (rows.find(({ length }) => length >= count) ?? longest).slice(0, count)
  const [first, last] = [row[0], row.at(-1)]
  return first === undefined || last === undefined ? undefined : { from: first, to: last }
}

/** A time as people type it (9:05, 9h05, 0905, 9) as it stands on a wall; undefined where it is none. */
export function timeTyped (typed: string): string | undefined {
  const [, hour = '', minute = '00'] = /^(\d{1,2})(?:\s*(?:[:.h]|giờ)?\s*(\d{2}))?(?:\s*[h:])?$/i.exec(typed.trim()) ?? []
  return hour !== '' && Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, '0')}:${minute}` : undefined
}

/** What the office is asked to write down; absent while something is missing. */
export function requestOf (draft: PaperDraft, { serviceDate }: Pick<PaperNumbers, 'serviceDate'>, zone: string): PaperNumbersRequest | undefined {
  const { field, from, to, said } = draft
  const [since, until] = [timeTyped(draft.since), timeTyped(draft.until)]
  const numbers = numbersOf(draft)
  if (!field || numbers.length === 0 || endsBeforeItBegins(draft) || since === undefined || draft.until.trim() !== '' && until === undefined) return undefined
  const iso = (time: string) => momentOn(serviceDate, time, zone).toISOString()
  const outcomes = numbers.flatMap((number): readonly PaperOutcome[] => {
    const { state = 'waiting', priority = false } = said[number] ?? {}
    return state === 'waiting' && !priority ? [] : [{ number, state, ...priority && { priority } }]
  })
  return { field, from, to, since: iso(since), ...until !== undefined && { until: iso(until) }, ...outcomes.length > 0 && { outcomes } }
}

const keptAs = 'desk.paper'

/** Kept by this browser for the day, over a reload and a sign-in. */
export function keepDraft (draft: PaperDraft, date: string): void { keepHere(keptAs, { date, draft }) }

export function draftOf (date: string): PaperDraft | undefined {
  const kept = keptHere(keptAs)
  if (typeof kept !== 'object' || kept === null || !('date' in kept) || !('draft' in kept) || kept.date !== date) return undefined
  return isDraft(kept.draft) ? kept.draft : undefined
}

function isDraft (kept: unknown): kept is PaperDraft {
  if (typeof kept !== 'object' || kept === null || !('said' in kept) || typeof kept.said !== 'object' || kept.said === null) return false
  return ['field', 'from', 'to', 'since', 'until'].every(name => typeof (kept as Record<string, unknown>)[name] === 'string')
}
