import { type SlipElement } from './document.ts'
import { type PaperNumberSlipFacts } from './facts.ts'
import { closing, heading, line, ruled, spaced, title } from './parts.ts'
import { type Say } from './words.ts'

/** A number printed ahead of time: whoever hands it out writes down by hand when that was. */
export function paperNumberElements (facts: PaperNumberSlipFacts, say: Say): SlipElement[] {
  return ruled([
    heading(facts, say),
    [...title(say('paper.title')), ...line('detail', say('paper.when')), { type: 'number', label: say('number'), text: facts.number, badges: [] }, ...line('field', facts.field)],
    spaced([line('ahead', say('paper.date')), line('ahead', say('paper.time'))]),
    spaced([line('notice', say('paper.next')), closing(say('thanks'), facts, say).flatMap(({ role, text }) => line(role, text))])
  ])
}
