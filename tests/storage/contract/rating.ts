import { expect, it } from 'vitest'
import type { RatingQuestion } from '../../../server/domain/rating.ts'
import { finish } from '../../../server/domain/serving.ts'
import { undo } from '../../../server/domain/undoing.ts'
import type { Store } from '../../../server/ports/store.ts'
import { mondayDate, monday9 } from '../support/office.ts'
import { decided, end, id, issue, next, office, officers, open } from '../support/turns.ts'
import type { OpenStore } from './opened.ts'

const hour = 60 * 60_000

/** Serves one citizen at counter 1 and asks; returns the question. */
export async function ask (store: Store, change: Partial<RatingQuestion> = {}): Promise<RatingQuestion> {
  await Promise.all([open(store, 1), issue(store, { field: 'CT' })])
  await next(store, 1)
  const { token = id('rate') } = change
  await finishAsking(store, { ...change, token })
  return await store.ratings.question(office, token) as RatingQuestion
}

/** Finishes at counter 1 and leaves a question. */
async function finishAsking (store: Store, { token = id('rate'), ...rest }: Partial<RatingQuestion> = {}): Promise<void> {
  const question = (ticket: string): RatingQuestion => ({
    token, ticket, counter: 1, officer: officers[1] as RatingQuestion['officer'], field: 'CT', purpose: 'submit', serviceDate: mondayDate,
    solemn: false, askedAt: monday9, until: monday9 + hour, ...rest
  })
  await store.turn(office, day => decided(finish(day, { counter: 1, holder: 's1', by: 'staff:p1', at: day.lastAt }), facts => facts.flatMap(fact =>
    fact.type === 'ticket:finished' ? [{ kind: 'question' as const, question: question(fact.ticket.id) }] : [])))
}

/** Takes the latest deed at counter 1 back, with its question. */
async function unask (store: Store): Promise<void> {
  await store.turn(office, day => decided(undo(day, { counter: 1, holder: 's1', by: 'staff:p1', at: day.lastAt }), facts => facts.flatMap(fact =>
    fact.type === 'ticket:undone' ? [{ kind: 'unask' as const, ticket: fact.ticket.id }] : [])))
}

export function ratingContract (openStore: OpenStore): void {
  it('finds a question by its token, its ticket and its counter', async () => {
    const { store } = await openStore()
    const early = await ask(store)
    const late = await ask(store, { askedAt: monday9 + 5 })
    expect(await store.ratings.questionOf(office, early.ticket)).toStrictEqual(early)
    expect(await store.ratings.questionAt(office, 1, monday9)).toStrictEqual(late)
    expect(await store.ratings.questionAt(office, 1, monday9 + 6)).toBeUndefined()
    expect(await store.ratings.questionAt(office, 2, monday9)).toBeUndefined()
    expect(late).toMatchObject({ officer: officers[1], solemn: false, until: monday9 + hour })
  })

  it('takes one of twenty answers that arrive at once', async () => {
    const { store } = await openStore()
    const { token } = await ask(store)
    const answers = await Promise.all(Array.from({ length: 20 }, () => store.ratings.answer(office, token, { level: 5 }, monday9)))
    expect(answers.filter(answer => answer.ok)).toHaveLength(1)
    expect(answers.filter(answer => !answer.ok).map(answer => !answer.ok && answer.error.code)).toEqual(Array(19).fill('TOKEN_USED'))
    expect(await store.ratings.on(office, mondayDate)).toHaveLength(1)
  })

  it('keeps of a rating the day, the officer and what was said, and forgets the question', async () => {
    const { store } = await openStore()
    const { token, ticket } = await ask(store)
    await store.ratings.answer(office, token, { level: 2, handling: 3, reasons: ['Phải đi lại nhiều lần', 'Chờ lâu'], comment: 'Xin thêm ghế' }, monday9)
    expect(await store.ratings.on(office, mondayDate)).toStrictEqual([{ serviceDate: mondayDate, officer: 'p1', level: 2, handling: 3, reasons: ['Chờ lâu', 'Phải đi lại nhiều lần'] }])
    expect(await Promise.all([store.ratings.question(office, token), store.ratings.questionOf(office, ticket), store.ratings.questionAt(office, 1, 0)])).toEqual([undefined, undefined, undefined])
    expect(await store.ratings.outcomes(office, mondayDate)).toEqual({ rated: 1, skipped: 0, unanswered: 0 })
  })

  it('counts a skipped question and keeps no rating', async () => {
    const { store } = await openStore()
    const { token } = await ask(store)
    expect(await store.ratings.answer(office, token, { skipped: true }, monday9)).toMatchObject({ ok: true, value: { token } })
    expect(await store.ratings.on(office, mondayDate)).toEqual([])
    expect(await store.ratings.outcomes(office, mondayDate)).toEqual({ rated: 0, skipped: 1, unanswered: 0 })
    expect(await store.ratings.answer(office, token, { level: 1 }, monday9)).toMatchObject({ error: { code: 'TOKEN_USED' } })
  })

  it('refuses a token that is over, before and after it was swept, and one that never was', async () => {
    const { store, reopen } = await openStore()
    const { token, until } = await ask(store)
    expect(await store.ratings.answer(office, token, { level: 1 }, until + 1)).toMatchObject({ error: { code: 'TOKEN_EXPIRED' } })
    expect(await store.ratings.lapse(office, until)).toEqual([])
    expect((await store.ratings.lapse(office, until + 1)).map(question => question.token)).toEqual([token])
    const later = await reopen()
    expect(await later.ratings.answer(office, token, { level: 1 }, until + 1)).toMatchObject({ error: { code: 'TOKEN_EXPIRED' } })
    expect(await later.ratings.answer(office, 'a-token-that-never-was', { level: 1 }, until)).toMatchObject({ error: { code: 'NOT_FOUND' } })
    expect(await later.ratings.outcomes(office, mondayDate)).toEqual({ rated: 0, skipped: 0, unanswered: 1 })
    expect(await later.ratings.lapse(office, until + 1)).toEqual([])
  })

  it('asks once for each ticket', async () => {
    const { store } = await openStore()
    const question = await ask(store)
    const twice = store.turn(office, () => ({ ok: true, value: { facts: [], alongside: [{ kind: 'question', question: { ...question, token: id('rate') } }], answer: () => null } }))
    await expect(twice).rejects.toThrow()
  })

  it('takes a question back with its finish: its token is over, and the next finish asks anew', async () => {
    const { store, findings } = await openStore()
    const { token, ticket } = await ask(store)
    await unask(store)
    expect(await Promise.all([store.ratings.question(office, token), store.ratings.isSettled(office, ticket)])).toEqual([undefined, false])
    expect(await store.ratings.answer(office, token, { level: 5 }, monday9)).toMatchObject({ error: { code: 'TOKEN_EXPIRED' } })
    await finishAsking(store)
    expect(await store.ratings.questionOf(office, ticket)).toMatchObject({ ticket })
    expect(await store.ratings.outcomes(office, mondayDate)).toEqual({ rated: 0, skipped: 0, unanswered: 0 })
    expect(await findings()).toEqual([])
  })

  it.each([{ level: 4 } as const, { skipped: true } as const])('asks no more of whoever has answered (%o) before the finish was taken back', async answer => {
    const { store, reopen } = await openStore()
    const { token, ticket } = await ask(store)
    await store.ratings.answer(office, token, answer, monday9)
    await unask(store)
    await finishAsking(store)
    const { ratings } = await reopen()
    expect(await Promise.all([ratings.isSettled(office, ticket), ratings.questionOf(office, ticket)])).toEqual([true, undefined])
    expect(Object.values(await ratings.outcomes(office, mondayDate)).reduce((sum, count) => sum + count)).toBe(1)
  })

  it.each(['answer first', 'undo first'])('keeps an answer or takes the question back, never both, when they come at the same moment (%s)', async first => {
    const { store } = await openStore()
    const { token, ticket } = await ask(store)
    const answer = () => store.ratings.answer(office, token, { level: 5 }, monday9)
    const [answered] = first === 'answer first' ? await Promise.all([answer(), unask(store)]) : (await Promise.all([unask(store), answer()])).slice(1) as [Awaited<ReturnType<typeof answer>>]
    await finishAsking(store)
    expect(await store.ratings.isSettled(office, ticket)).toBe(answered.ok)
    expect(await store.ratings.questionOf(office, ticket) === undefined).toBe(answered.ok)
    expect(await store.ratings.on(office, mondayDate)).toHaveLength(Number(answered.ok))
  })

  it('asks once where finish, undo and finish come in one group', async () => {
    const { store } = await openStore()
    await Promise.all([open(store, 1), issue(store), next(store, 1), finishAsking(store), unask(store), finishAsking(store, { askedAt: monday9 + 1 })])
    expect(await store.ratings.questionAt(office, 1, 0)).toMatchObject({ askedAt: monday9 + 1 })
  })

  it('settles nothing where a finish that is taken back only led to the next service', async () => {
    const { store } = await openStore()
    await Promise.all([open(store, 1), issue(store, { more: [{ field: 'HT' }] }), next(store, 1), end(store, 1)])
    await unask(store)
    const ticket = (await store.day(office)).tickets.list[0]
    expect([ticket?.leg, await store.ratings.isSettled(office, ticket?.id ?? '')]).toEqual([1, false])
  })

  it('forgets what is settled when the day is over', async () => {
    const { store } = await openStore()
    const { token, ticket } = await ask(store)
    await store.ratings.answer(office, token, { skipped: true }, monday9)
    await unask(store)
    await store.ratings.lapse(office, Date.parse('2026-11-23T23:59:00+07:00'))
    expect(await store.ratings.isSettled(office, ticket)).toBe(true)
    await store.ratings.lapse(office, Date.parse('2026-11-24T00:01:00+07:00'))
    expect(await store.ratings.isSettled(office, ticket)).toBe(false)
  })
}
