import type { Guest } from './crowd.ts'
import type { Hall } from './hall.ts'

/** On the way out, while the rating screen still asks: it waits 30 seconds. */
const walkOutMinutes = 0.3

/** The citizen's own phone: finds the question on the ticket's page and answers it, or does not. */
export async function giveOpinion ({ line, clock, counts }: Hall, { token, visitor: { opinion } }: Guest): Promise<void> {
  if (opinion.kind === 'unanswered') return
  const phone = line.as({})
  await clock.pass(walkOutMinutes)
  const { body } = await phone.get(`/my/${token}`)
  const question = (body as { rating?: { token: string } }).rating
  if (!question) return // answered at the counter's screen meanwhile
  const { status, tries } = await phone.post('/ratings', opinion.kind === 'skipped'
    ? { token: question.token, skipped: true }
    : { token: question.token, level: opinion.level, ...opinion.reasons.length > 0 && { reasons: opinion.reasons } }, ['TOKEN_USED', 'TOKEN_EXPIRED'])
  // Used, after an answer that was lost on the way: it was this phone that used it.
  if (status === 201 || (status === 409 && tries > 1)) counts[opinion.kind]++
}
