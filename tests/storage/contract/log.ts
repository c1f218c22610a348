import { expect, it } from 'vitest'
import { ok } from '../../../server/domain/result.ts'
import { again, end, issue, next, office, open } from '../support/turns.ts'
import type { Opened, OpenStore } from './opened.ts'

async function aMorning (openStore: OpenStore): Promise<Opened> {
  const opened = await openStore()
  const { store } = opened
  await Promise.all([issue(store), issue(store), open(store, 1), next(store, 1), again(store, 1), end(store, 1, 'accepted'), next(store, 1)])
  return opened
}

export function logContract (openStore: OpenStore): void {
  it('numbers facts without a gap and gives them out from any place', async () => {
    const { store } = await aMorning(openStore)
    const facts = await store.factsAfter(office, 0, 100)
    expect(facts.map(({ rev, type }) => `${rev} ${type}`)).toEqual([
      '1 ticket:issued', '2 ticket:issued', '3 counter:changed', '4 ticket:called', '5 ticket:recalled', '6 ticket:finished', '7 ticket:called'
    ])
    expect(await store.factsAfter(office, 4, 2)).toEqual(facts.slice(4, 6))
    expect(facts[5]).toMatchObject({ by: 'staff:p1', payload: { counter: 1, officer: { id: 'p1' }, outcome: 'accepted', ticket: { number: '1001' } } })
    expect(facts[5]?.payload).not.toHaveProperty('rev')
  })

  it.each(['type', 'done_by', 'payload', 'payload_hash', 'hash', 'at', 'salt'])('finds a fact whose %s was edited', async column => {
    const { forge, findings } = await aMorning(openStore)
    expect(await findings()).toEqual([])
    await forge(5, column, { at: '7', payload: '\'{"counter":2}\'', payload_hash: `'${'a'.repeat(64)}'`, hash: `'${'b'.repeat(64)}'` }[column] ?? '\'forged\'')
    expect((await findings()).map(({ kind }) => kind)).toContain('chain')
  })

  it('finds a last fact that was edited together with its own hash', async () => {
    const { forge, findings } = await aMorning(openStore)
    await forge(7, 'hash', `'${'c'.repeat(64)}'`)
    expect((await findings()).map(({ kind }) => kind)).toContain('chain')
  })

  it('is not changed or shortened by a statement', async () => {
    const { tamper, findings } = await aMorning(openStore)
    await expect(tamper('UPDATE fact SET type = \'ticket:missed\' WHERE rev = 4')).rejects.toThrow('never changed')
    await expect(tamper('UPDATE fact SET payload = NULL, salt = NULL, at = 7 WHERE rev = 4')).rejects.toThrow('never changed')
    await expect(tamper('DELETE FROM fact WHERE rev = 7')).rejects.toThrow('never deleted')
    await expect(tamper('UPDATE standing SET rev = 3')).rejects.toThrow('never becomes shorter')
    expect(await findings()).toEqual([])
  })

  it('still verifies where a payload was deleted by law', async () => {
    const { store, tamper, findings } = await aMorning(openStore)
    await tamper('UPDATE fact SET payload = NULL, salt = NULL WHERE rev = 4')
    expect(await findings()).toEqual([])
    expect(await store.factsAfter(office, 3, 1)).toMatchObject([{ rev: 4, type: 'ticket:called', payload: null }])
  })

  it('finds a ticket that no fact issued, and a number left out', async () => {
    const { tamper, findings } = await aMorning(openStore)
    await tamper('UPDATE ticket SET sequence = 5, number = \'1005\' WHERE number = \'1002\'')
    expect((await findings()).map(({ kind }) => kind)).toEqual(['numbering', 'tickets'])
  })

  it.each([
    ['a leg is missing', 'DELETE FROM leg WHERE leg = 1 AND ended_at IS NOT NULL'],
    ['a leg is too many', 'UPDATE ticket SET leg = 1, state = \'waiting\' WHERE leg = 2'],
    ['the fact that moved it is another ticket\'s', 'UPDATE ticket SET moved_rev = 2 WHERE number = \'1001\''],
    ['an ended leg has no end', 'UPDATE leg SET ended_at = NULL WHERE leg = 1']
  ])('finds a ticket of which %s', async (_what, statement) => {
    const { store, tamper, findings } = await openStore()
    await Promise.all([issue(store, { more: [{ field: 'HT' }] }), issue(store), open(store, 1), next(store, 1), end(store, 1)])
    expect(await findings()).toEqual([])
    await tamper(statement)
    expect((await findings()).map(({ kind }) => kind)).toEqual(['tickets'])
  })

  it('stores nothing where a turn decides that nothing happened', async () => {
    const { store } = await openStore()
    expect(await store.turn(office, () => ok({ facts: [], answer: day => day.rev }))).toEqual({ ok: true, value: { answer: 0, replayed: false } })
    expect(await store.factsAfter(office, 0, 10)).toEqual([])
  })
}
