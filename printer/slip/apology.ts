import { type SlipElement } from './document.ts'
import { type ApologySlipFacts } from './facts.ts'
import { closing, follow, heading, line, paragraph, reprintBadge, ruled, spaced, taken, title } from './parts.ts'
import { type Say } from './words.ts'

/**
 * A short letter to one who waited longer than was promised. The number is in the text, not large: nobody should take the
 * letter for a ticket.
 */
export function apologyElements (facts: ApologySlipFacts, say: Say): SlipElement[] {
  const { number, promisedMinutes, waitedMinutes } = facts
  const letter = [say('apology.what', { promised: promisedMinutes, waited: waitedMinutes }), say('apology.sorry'), say('apology.learn')]
  return ruled([
    heading(facts, say),
    spaced([
      title(say('apology.title'), reprintBadge(facts, say)),
      line('procedure', say('apology.to', { number })),
      ...letter.map(text => paragraph('letter', text)),
      line('thanks', say('apology.close'))
    ]),
    taken(facts, say),
    follow(facts, closing('', facts, say), say)
  ])
}
