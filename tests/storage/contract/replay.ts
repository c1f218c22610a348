import fc from 'fast-check'
import { expect, it } from 'vitest'
import { evolve } from '../../../server/domain/day.ts'
import type { Fact } from '../../../server/domain/fact.ts'
import type { Officer } from '../../../server/domain/counter.ts'
import { takeOver } from '../../../server/domain/lease.ts'
import { acceptPanic, endPanic, raisePanic, type Colleague } from '../../../server/domain/panic.ts'
import { ok } from '../../../server/domain/result.ts'
import type { AtCounter } from '../../../server/domain/serving.ts'
import { endEarlierDay } from '../../../server/domain/ticketing.ts'
import type { Store } from '../../../server/ports/store.ts'
import { monday9 } from '../support/office.ts'
import {
  again, atCounter, away, begin, choose, close, comeBack, decided, end, giveUp, gone, inState, issue, next, office, officers, open, send, takeBack, writePaper
} from '../support/turns.ts'
import type { OpenStore } from './opened.ts'

const minute = 60_000

const acts = {
  CT: store => issue(store, { field: 'CT', procedure: 'ct-sao', dossiers: 3 }),
  HT: store => issue(store, { field: 'HT' }),
  bulk: store => issue(store, { field: 'CT', dossiers: 12 }),
  first: store => issue(store, { field: 'CT', priority: true }),
  several: store => issue(store, { field: 'HT', more: [{ field: 'HT', procedure: 'ht-tu' }, { field: 'CT' }] }),
  expected: store => issue(store, { field: 'CT', appointment: monday9 + 2 * minute }),
  paper: store => writePaper(store),
  open1: store => open(store, 1),
  open2: store => open(store, 2),
  close1: store => close(store, 1),
  next1: store => next(store, 1),
  next2: store => next(store, 2),
  chosen1: store => choose(store, 1, day => day.tickets.list.findLast(({ state }) => state === 'waiting')),
  again1: store => again(store, 1),
  begin1: store => begin(store, 1),
  begin2: store => begin(store, 2),
  gone1: store => gone(store, 1),
  away1: store => away(store, 1),
  away2: store => away(store, 2, 1),
  to2: store => send(store, 1, { counter: 2, back: true }),
  toHT: store => send(store, 1, { field: 'HT' }),
  to1: store => send(store, 2, { counter: 1 }),
  end1: store => end(store, 1, 'accepted'),
  end2: store => end(store, 2),
  back: store => comeBack(store, inState('held')),
  found: store => comeBack(store, inState('missed')),
  noMore: store => giveUp(store, day => day.tickets.list.at(-1)),
  undo1: store => takeBack(store, 1),
  undo2: store => takeBack(store, 2),
  later: store => store.turn(office, day => decided(ok([{ type: 'setting:changed', at: Math.max(monday9, day.lastAt) + minute / 2, by: 'system', settings: ['clock'] }]))),
  tomorrow: store => store.turn(office, day => decided(ok(endEarlierDay(day, monday9 + 24 * 60 * minute)))),
  taken1: store => atCounter(store, 1, (day, act) => takeOver(day, { ...act, holder: 's9' }, officers[2] as Officer)),
  takenBack1: store => atCounter(store, 1, (day, act) => takeOver(day, act, officers[1] as Officer)),
  help1: store => atCounter(store, 1, raisePanic),
  coming1: store => atCounter(store, 1, (day, act) => acceptPanic(day, colleague(act))),
  helped1: store => atCounter(store, 1, (day, act) => endPanic(day, colleague(act))),
  unknown: store => atCounter(store, 1, () => { throw new Error('a defect') }).catch(() => undefined)
} as const satisfies Record<string, (store: Store) => Promise<unknown>>

/** Who comes to counter 1, from counter 2. */
const colleague = (act: AtCounter): Colleague => ({ ...act, holder: 's2', by: 'staff:p2', officer: officers[2] as Officer, isSupervisor: false })

type Act = keyof typeof acts
/** What most days are made of; the rest befalls them. */
const ordinary: readonly Act[] = ['open1', 'open2', 'CT', 'HT', 'several', 'next1', 'next2']
const names = Object.keys(acts) as Act[]
const anAct = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...ordinary) }, { weight: 5, arbitrary: fc.constantFrom(...names.filter(name => name !== 'tomorrow')) }, { weight: 1, arbitrary: fc.constantFrom<Act>('undo1', 'tomorrow') })
/** One day on which everything below has happened, so that chance need not bring it about. */
const aFullDay: Act[][] = [['paper', 'gone1', 'found', 'next1', 'again1', 'away1', 'back'], ['next1', 'end1', 'undo1', 'to2', 'noMore'], ['help1', 'coming1', 'taken1', 'helped1', 'takenBack1', 'help1']]
const aMorning: Act[] = ['open1', 'open2', 'CT', 'several', 'HT', 'bulk', 'next1', 'next2']

export function replayContract (openStore: OpenStore): void {
  it('holds the same day in memory, in its rows and in its log, whatever happened', async () => {
    const happened = new Set<string>()
    await fc.assert(fc.asyncProperty(fc.array(fc.array(anAct, { maxLength: 8 }), { minLength: 2, maxLength: 16 }), async groups => {
      const { store, reopen, findings } = await openStore()
      const first = await store.day(office)
      for (const group of [aMorning, ...groups]) await Promise.all(group.map(act => acts[act](store)))
      const day = await store.day(office)
      const again = await reopen()
      expect(await again.day(office)).toEqual(day)
      const facts = await factsOf(again)
      for (const fact of facts) happened.add(fact.type)
      expect(facts.reduce(evolve, first)).toEqual(day)
      expect(await findings()).toEqual([])
      await again.close()
    }), { numRuns: 40, examples: [[aFullDay]] })
    // Otherwise the days were too quiet to tell.
    expect([...happened]).toEqual(expect.arrayContaining([
      'ticket:settled', 'ticket:held', 'ticket:returned', 'ticket:transferred', 'ticket:cancelled', 'ticket:undone', 'ticket:finished', 'ticket:missed', 'ticket:recalled', 'panic:raised', 'panic:accepted', 'panic:ended'
    ]))
  })
}

async function factsOf (store: Store): Promise<Fact[]> {
  const facts = await store.factsAfter(office, 0, 10_000)
  return facts.map(({ type, at, by, payload }) => ({ ...payload, type, at, by } as Fact))
}
