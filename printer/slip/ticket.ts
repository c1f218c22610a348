import { slipTexts } from '../../common/i18n/slip.ts'
import { speaker } from '../../common/i18n/texts.ts'
import { type Badge, type SlipDocument, type SlipElement, type TextRole } from './document.ts'
import { type TicketSlipFacts } from './facts.ts'
import { clockText, dateOf, roundedOut, twoDigits, wallClock } from './moment.ts'

type Say = ReturnType<typeof speaker<keyof typeof slipTexts.vi>>

const forecastStepMinutes = 5

/**
 * The slip of a queue ticket: facts in, elements in reading order out. Pure; no size, no paper.
 * Throws an Error when a date in the facts cannot be read.
 */
export function ticketSlip (facts: TicketSlipFacts): SlipDocument {
  const say = speaker(slipTexts, facts.language)
  const last = spaced([papers(facts, say), follow(facts, say), closing(facts, say)])
  const sections = [heading(facts, say), who(facts, say), when(facts, say), last].filter(section => section.length > 0)
  const elements = sections.flatMap((section, i): SlipElement[] => i === 0 ? section : [{ type: 'rule' }, ...section])
  return { kind: 'ticket', language: facts.language, elements }
}

/** Parts with white between them; the code brings its own quiet zone. */
function spaced (parts: readonly SlipElement[][]): SlipElement[] {
  const isCode = (element: SlipElement | undefined) => element?.type === 'code'
  return parts.filter(part => part.length > 0).reduce<SlipElement[]>((all, part) =>
    all.length === 0 || isCode(all.at(-1)) || isCode(part[0]) ? [...all, ...part] : [...all, { type: 'space' }, ...part], [])
}

function line (role: TextRole, text: string | undefined): SlipElement[] {
  return text?.trim() ? [{ type: 'line', role, text }] : []
}

function heading (facts: TicketSlipFacts, say: Say): SlipElement[] {
  const mark: SlipElement[] = facts.trial ? [{ type: 'mark', text: say('trial') }] : []
  return [...mark, ...line('office', facts.office.name)]
}

function who (facts: TicketSlipFacts, say: Say): SlipElement[] {
  const badges: Badge[] = []
  if (facts.priority) badges.push({ text: say('priority'), style: 'full' })
  if (facts.reprint) badges.push({ text: say('reprint'), style: 'line' })
  return [
    { type: 'number', label: say('number'), text: facts.number, badges },
    ...line('field', facts.field),
    ...line('procedure', facts.procedure),
    ...line('counters', facts.counters.length > 0 ? say('counter', { counters: countersText(facts.counters, say) }) : undefined)
  ]
}

/** `1`, `1 hoặc 3`, `1, 3 hoặc 4` */
function countersText (counters: readonly number[], say: Say): string {
  const numbers = [...new Set(counters)].sort((a, b) => a - b)
  const last = numbers.at(-1) ?? ''
  if (numbers.length < 2) return String(last)
  return say('counters.or', { first: numbers.slice(0, -1).join(', '), last })
}

function when (facts: TicketSlipFacts, say: Say): SlipElement[] {
  const issued = wallClock(facts.issuedAt)
  const taken = say('taken', { time: clockText(issued.minuteOfDay), ...dayBlanks(facts.issuedAt, say) })
  const otherDay = dateOf(facts.serviceDate) === dateOf(facts.issuedAt) ? undefined : say('serviceDay', dayBlanks(facts.serviceDate, say))
  return [...line('ahead', facts.ahead === undefined ? undefined : aheadText(facts.ahead, say)), ...line('detail', forecastText(facts, say)), ...line('detail', otherDay), ...line('detail', taken)]
}

function aheadText (ahead: number, say: Say): string {
  if (ahead <= 0) return say('ahead.none')
  return ahead === 1 ? say('ahead.one') : say('ahead.many', { ahead })
}

function forecastText ({ forecast }: TicketSlipFacts, say: Say): string | undefined {
  if (!forecast) return undefined
  const { earliest, latest } = roundedOut(wallClock(forecast.earliest).minuteOfDay, wallClock(forecast.latest).minuteOfDay, forecastStepMinutes)
  const blanks = { earliest: clockText(earliest), latest: clockText(latest) }
  return blanks.earliest === blanks.latest ? say('forecast.at', blanks) : say('forecast.range', blanks)
}

function dayBlanks (iso: string, say: Say) {
  const { year, month, day, weekday } = wallClock(iso)
  return {
    weekday: say(`weekday.${weekday}` as 'weekday.0'),
    date: say('date', { day: twoDigits(day), month: twoDigits(month), year })
  }
}

function papers (facts: TicketSlipFacts, say: Say): SlipElement[] {
  const items = facts.papers.filter(paper => paper.trim())
  if (items.length === 0) return []
  return [{ type: 'list', title: say('papers.title'), items, more: say(facts.url ? 'papers.moreByCode' : 'papers.moreByAsking') }]
}

function follow (facts: TicketSlipFacts, say: Say): SlipElement[] {
  const missed = facts.missedRule ?? say('missed')
  if (!facts.url) return line('notice', missed)
  const instead = say('code.tooLong', { url: facts.url })
  return [{ type: 'code', url: facts.url, caption: say('code.caption'), notes: missed.trim() ? [missed] : [], instead }]
}

function closing (facts: TicketSlipFacts, say: Say): SlipElement[] {
  const phone = facts.office.phone?.trim()
  return [...line('thanks', facts.thanks ?? say('thanks')), ...line('detail', phone ? say('phone', { phone }) : undefined)]
}
