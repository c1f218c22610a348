import { type SlipElement } from './document.ts'
import { type ReturnSlipFacts } from './facts.ts'
import { dateOf } from './moment.ts'
import { closing, fieldAt, follow, heading, line, momentBlanks, number, ruled, spaced, taken, title } from './parts.ts'
import { type Say } from './words.ts'

const mostReasonLines = 10

/** Sent away to fetch a paper: the same number, where and until when it comes back, and what to bring. */
export function returnElements (facts: ReturnSlipFacts, say: Say): SlipElement[] {
  const isSameDay = dateOf(facts.until) === dateOf(facts.serviceDate)
  const until = say(isSameDay ? 'return.until' : 'return.untilDay', momentBlanks(facts.until, say))
  const notes = [{ role: 'missed', text: say('return.late') } as const, ...closing(say('thanks'), facts, say)]
  return ruled([
    heading(facts, say),
    [...title(say('return.title')), number(facts, say), ...fieldAt('field', facts.field, [facts.counter], say), ...line('ahead', until)],
    bring(facts, say),
    spaced([line('notice', say('return.next', { counter: facts.counter })), taken(facts, say)]),
    follow(facts, notes, say)
  ])
}

/** The officer's words, a line an item. */
function bring ({ reason }: ReturnSlipFacts, say: Say): SlipElement[] {
  const items = reason.split(/[\r\n]+/).filter(item => item.trim())
  return items.length === 0 ? [] : [{ type: 'list', title: say('return.bring'), items, sign: 'box', most: mostReasonLines, more: say('return.more') }]
}
