import { type Badge, type Line, type SlipElement, type TextRole } from './document.ts'
import { type SlipFacts, type TicketSlipFacts } from './facts.ts'
import { clockText, dateOf, twoDigits, wallClock } from './moment.ts'
import { type Say } from './words.ts'

/** What the kinds of slips have in common: facts in, elements in reading order out. */

type Ticketed = Exclude<SlipFacts, { kind: 'checklist' | 'paper-number' | 'test' }>

/** Sections with a rule between them; empty ones are left out. */
export function ruled (sections: readonly (readonly SlipElement[])[]): SlipElement[] {
  return joined(sections, { type: 'rule' })
}

/** Parts of one section with white between them; the code brings its own. */
export function spaced (parts: readonly (readonly SlipElement[])[]): SlipElement[] {
  return joined(parts, { type: 'space' }, ({ type }) => type === 'code')
}

function joined (parts: readonly (readonly SlipElement[])[], between: SlipElement, standsAlone: (element: SlipElement) => boolean = () => false): SlipElement[] {
  return parts.reduce<SlipElement[]>((all, part) => {
    const [before, after] = [all.at(-1), part[0]]
    const isNeeded = before && after && !standsAlone(before) && !standsAlone(after)
    return isNeeded ? [...all, between, ...part] : [...all, ...part]
  }, [])
}

export function line (role: TextRole, text: string | undefined): SlipElement[] {
  return text?.trim() ? [{ type: 'line', role, text }] : []
}

export function paragraph (role: TextRole, text: string): SlipElement[] {
  return [{ type: 'paragraph', role, text }]
}

/** Whose slip it is; marked while the office is a sample. */
export function heading ({ office, trial }: SlipFacts, say: Say): SlipElement[] {
  return [...trial ? [{ type: 'mark', text: say('trial') } as const] : [], ...line('office', office.name)]
}

export function title (text: string, badges: readonly Badge[] = []): SlipElement[] {
  return [{ type: 'title', text, badges }]
}

/** The word itself, never the reason: that would be a fact about somebody's health or age on paper. */
export function priorityBadge ({ priority }: Ticketed, say: Say): Badge[] {
  return priority ? [{ text: say('priority'), style: 'full' }] : []
}

export function reprintBadge ({ reprint }: Ticketed, say: Say): Badge[] {
  return reprint ? [{ text: say('reprint'), style: 'line' }] : []
}

export function number (facts: Ticketed, say: Say): SlipElement {
  return { type: 'number', label: say('number'), text: facts.number, badges: [...priorityBadge(facts, say), ...reprintBadge(facts, say)] }
}

/** `Chứng thực – Quầy 1 hoặc 3` */
export function fieldAt (role: TextRole, field: string, counters: readonly number[], say: Say): SlipElement[] {
  if (counters.length === 0 || !field.trim()) return line(role, field)
  return [{ type: 'pair', role, texts: [field, say('counter', { counters: countersText(counters, say) })] }]
}

/** `1`, `1 hoặc 3`, `1, 3 hoặc 4` */
function countersText (counters: readonly number[], say: Say): string {
  const numbers = [...new Set(counters)].sort((a, b) => a - b)
  const last = numbers.at(-1) ?? ''
  if (numbers.length < 2) return String(last)
  return say('counters.or', { first: numbers.slice(0, -1).join(', '), last })
}

/** When the number was taken, the day it is for when that is another, and when this slip was asked for anew. */
export function taken (facts: Ticketed, say: Say): SlipElement[] {
  const otherDay = dateOf(facts.serviceDate) === dateOf(facts.issuedAt) ? undefined : say('serviceDay', dayBlanks(facts.serviceDate, say))
  return [...line('detail', otherDay), ...line('detail', say('taken', momentBlanks(facts.issuedAt, say))), ...line('detail', reprinted(facts, say))]
}

function reprinted ({ reprint, reprintedAt, issuedAt }: Ticketed, say: Say): string | undefined {
  if (!reprint || reprintedAt === undefined) return undefined
  return say(dateOf(reprintedAt) === dateOf(issuedAt) ? 'reprinted' : 'reprintedDay', momentBlanks(reprintedAt, say))
}

/** `time`, `weekday` and `date` */
export function momentBlanks (iso: string, say: Say) {
  return { time: clockText(wallClock(iso).minuteOfDay), ...dayBlanks(iso, say) }
}

function dayBlanks (iso: string, say: Say) {
  const { year, month, day, weekday } = wallClock(iso)
  return {
    weekday: say(`weekday.${weekday}` as 'weekday.0'),
    date: say('date', { day: twoDigits(day), month: twoDigits(month), year })
  }
}

/** The way to the ticket's own page, with `notes` beside it; only the notes when there is no page. */
export function follow ({ url, wifi }: Pick<TicketSlipFacts, 'url' | 'wifi'>, notes: readonly Line[], say: Say): SlipElement[] {
  const said = notes.filter(({ text }) => text.trim())
  if (!url) return said.map(note => ({ type: 'line', ...note }))
  const caption = wifi?.trim() ? say('code.captionWifi', { wifi }) : say('code.caption')
  return [{ type: 'code', url, caption, notes: said, instead: say('code.tooLong', { url }) }]
}

/** Thanks, and where to complain. */
export function closing (thanks: string, { office }: SlipFacts, say: Say): Line[] {
  const phone = office.phone?.trim()
  return [{ role: 'thanks', text: thanks }, ...phone ? [{ role: 'detail', text: say('phone', { phone }) } as const] : []]
}
