import { type SlipElement } from './document.ts'
import { type ChecklistSlipFacts } from './facts.ts'
import { closing, fieldAt, heading, line, momentBlanks, paragraph, ruled, spaced, title } from './parts.ts'
import { type Say } from './words.ts'

const mostLines = 24

/** What to bring for a procedure, each with a box to tick at home. Takes no number. */
export function checklistElements (facts: ChecklistSlipFacts, say: Say): SlipElement[] {
  const { procedure, field, counters, fee, resultTime } = facts
  const items = facts.papers.filter(paper => paper.trim())
  const papers: SlipElement[] = items.length === 0 ? [] : [{ type: 'list', title: say('papers.title'), items, sign: 'box', most: mostLines, more: say('papers.moreByAsking') }]
  const costs = [...fee?.trim() ? [say('checklist.fee', { fee })] : [], ...resultTime?.trim() ? [say('checklist.resultTime', { time: resultTime })] : []]
  return ruled([
    heading(facts, say),
    [...title(say('checklist.title')), ...line('field', procedure), ...fieldAt('procedure', field, counters, say)],
    papers,
    spaced(costs.map(text => paragraph('notice', text))),
    spaced([line('notice', say('checklist.next')), closing(say('thanks'), facts, say).flatMap(({ role, text }) => line(role, text)), line('detail', say('printed', momentBlanks(facts.printedAt, say)))])
  ])
}
