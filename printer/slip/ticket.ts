import { type SlipElement } from './document.ts'
import { type TicketSlipFacts } from './facts.ts'
import { clockText, minuteAfter, roundedOut, wallClock } from './moment.ts'
import { closing, fieldAt, follow, heading, line, number, ruled, spaced, taken } from './parts.ts'
import { type Say } from './words.ts'

const forecastStepMinutes = 5
const mostPaperLines = 4

/** The slip of a queue ticket. */
export function ticketElements (facts: TicketSlipFacts, say: Say): SlipElement[] {
  const who = [number(facts, say), ...fieldAt('field', facts.field, facts.counters, say), ...line('procedure', facts.procedure)]
  const when = [...line('ahead', aheadText(facts, say)), ...line('detail', forecastText(facts, say)), ...line('missed', lateToday(facts, say)), ...taken(facts, say)]
  const notes = [{ role: 'missed', text: facts.missedRule ?? say('missed') } as const, ...closing(facts.thanks ?? say('thanks'), facts, say)]
  return ruled([heading(facts, say), who, when, spaced([papers(facts, say), follow(facts, notes, say)])])
}

/** The kiosk's words: nobody before one is good news only where a counter is open. */
function aheadText ({ ahead, served = true }: TicketSlipFacts, say: Say): string | undefined {
  if (ahead === undefined) return undefined
  if (ahead <= 0) return say(served ? 'ahead.none' : 'ahead.unserved')
  return ahead === 1 ? say('ahead.one') : say('ahead.many', { ahead })
}

function forecastText ({ forecast }: TicketSlipFacts, say: Say): string | undefined {
  if (!forecast) return undefined
  const { earliest, latest } = roundedOut(wallClock(forecast.earliest).minuteOfDay, minuteAfter(forecast.latest), forecastStepMinutes)
  const blanks = { earliest: clockText(earliest), latest: clockText(latest) }
  // A time at which nobody is there any more is no time of a call; tomorrow's even less.
  if (forecast.closes !== undefined && Date.parse(forecast.latest) > Date.parse(forecast.closes)) return say('forecast.after', blanks)
  return say('forecast.range', blanks)
}

/** Whoever may go home unserved is told on the paper that goes home with him. */
function lateToday ({ hardlyToday }: TicketSlipFacts, say: Say): string | undefined {
  return hardlyToday && say('hardlyToday', { time: clockText(wallClock(hardlyToday.closes).minuteOfDay) })
}

function papers ({ papers, url }: TicketSlipFacts, say: Say): SlipElement[] {
  const items = papers.filter(paper => paper.trim())
  if (items.length === 0) return []
  return [{ type: 'list', title: say('papers.title'), items, sign: 'bullet', most: mostPaperLines, more: say(url ? 'papers.moreByCode' : 'papers.moreByAsking') }]
}
