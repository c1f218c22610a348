import { apologyElements } from './apology.ts'
import { checklistElements } from './checklist.ts'
import { type SlipDocument, type SlipElement } from './document.ts'
import { type SlipFacts } from './facts.ts'
import { paperNumberElements } from './paper-number.ts'
import { returnElements } from './return.ts'
import { testElements } from './test-page.ts'
import { ticketElements } from './ticket.ts'
import { sayIn, type Say, type SlipWords } from './words.ts'

/**
 * A slip of any kind: facts and words in, elements in reading order out. Pure; no size, no paper.
 * Throws an Error when a date in the facts cannot be read.
 */
export function documentOf (facts: SlipFacts, words: SlipWords): SlipDocument {
  return { kind: facts.kind, language: facts.language, elements: elementsOf(facts, sayIn(words)) }
}

function elementsOf (facts: SlipFacts, say: Say): SlipElement[] {
  switch (facts.kind) {
    case 'ticket': return ticketElements(facts, say)
    case 'checklist': return checklistElements(facts, say)
    case 'return': return returnElements(facts, say)
    case 'apology': return apologyElements(facts, say)
    case 'paper-number': return paperNumberElements(facts, say)
    case 'test': return testElements(facts, say)
  }
}
