import type { Day } from '../../domain/day.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { no, ok, type Result } from '../../domain/result.ts'
import type { Committed, Decided, Once, Store, Turned } from '../../ports/store.ts'
import { rowsOf } from '../rows.ts'
import { Refused, type StorageLog } from '../trouble.ts'
import { keptAnswer, keepAnswersMs, propose, type AlwaysOpen, type Deed, type KeptAnswer, type Proposal, type Standing, type Turn } from '../turning.ts'
import { writeRows } from './hot-rows.ts'
import { loadStanding } from './load-day.ts'
import { attempt, type Access, type Writer } from './writer.ts'

interface Asked extends Turn {
  readonly resolve: (outcome: Result<Turned<unknown>, Refusal>) => void
  readonly reject: (error: unknown) => void
}

/** What became of one turn inside the group, known to be true only after the commit. */
type Fate = Proposal | { readonly error: unknown }

export interface Turns {
  readonly take: Store['turn']
  readonly day: (office: string) => Promise<Day>
  readonly onCommitted: (listener: (committed: Committed) => void) => () => void
}

/**
 * The exclusive turns of all offices. Those that wait are decided one after the other in memory, each on the day that
 * the one before left, and written together.
 */
export function startTurns (writer: Writer, alwaysOpen: AlwaysOpen, log: StorageLog): Turns {
  // Only what was committed: it stays true, and readable, while the disk takes nothing.
  const standings = new Map<string, Standing>()
  const { tell, onCommitted } = announcements(log)
  let waiting: Asked[] = []

  const takeAll = (asked: Asked[]) => writer.enqueue({
    run: access => {
      waiting = []
      return runGroup(access, asked, standings, alwaysOpen)
    },
    kept: ({ fates, left }) => {
      for (const [office, standing] of left) standings.set(office, standing)
      for (const fate of fates) if ('deed' in fate) tell(fate.deed)
      asked.forEach((turn, place) => answer(turn, fates[place] as Fate))
    },
    lost: error => {
      if (waiting === asked) waiting = []
      for (const turn of asked) fail(turn, error)
    }
  })
  return {
    take: <Answer>(office: string, decide: (day: Day) => Result<Decided<Answer>, Refusal>, once?: Once) => new Promise((resolve, reject) => {
      // The answer goes through the group as JSON would: its type is the caller's own.
      waiting.push({ office, decide, ...once && { once }, resolve: resolve as Asked['resolve'], reject })
      if (waiting.length === 1) takeAll(waiting)
    }),
    day: async office => standings.get(office)?.day ?? firstDay(writer, office, standings, alwaysOpen),
    onCommitted
  }
}

function firstDay (writer: Writer, office: string, standings: Map<string, Standing>, alwaysOpen: AlwaysOpen): Promise<Day> {
  return new Promise((resolve, reject) => {
    writer.enqueue({
      run: access => loadStanding(access, office, alwaysOpen),
      kept: loaded => {
        const standing = standings.get(office) ?? loaded
        if (!standing) return reject(noOffice(office))
        standings.set(office, standing)
        resolve(standing.day)
      },
      lost: reject
    })
  })
}

function announcements (log: StorageLog): Pick<Turns, 'onCommitted'> & { readonly tell: (deed: Deed) => void } {
  const listeners = new Set<(committed: Committed) => void>()
  return {
    onCommitted: listener => {
      listeners.add(listener)
      return () => { listeners.delete(listener) }
    },
    tell: ({ office, steps, before, after, alongside }) => {
      if (steps.length + alongside.length === 0) return
      const committed = { office, facts: steps.map(step => step.fact), before: before.day, after: after.day, alongside }
      for (const listener of listeners) {
        try { listener(committed) } catch (error) { log.error({ err: error }, 'a listener to facts failed') }
      }
    }
  }
}

function answer (turn: Asked, fate: Fate): void {
  if ('error' in fate) fail(turn, fate.error)
  else if ('outcome' in fate) turn.resolve(fate.outcome)
  else turn.resolve(ok({ answer: fate.deed.answer, replayed: false }))
}

function fail (turn: Asked, error: unknown): void {
  if (error instanceof Refused) turn.resolve(no(error.refusal))
  else turn.reject(error)
}

function noOffice (office: string): Error {
  return new Error(`There is no office ${office}`)
}

interface Settled { readonly fates: readonly Fate[], readonly left: ReadonlyMap<string, Standing> }

/** What a group has read, and what its turns so far have made of it. Lost with the group. */
interface Table {
  readonly standings: Map<string, Standing>
  readonly kept: Map<string, KeptAnswer>
  readonly alwaysOpen: AlwaysOpen
}

async function runGroup (access: Access, turns: readonly Turn[], memory: ReadonlyMap<string, Standing>, alwaysOpen: AlwaysOpen): Promise<Settled> {
  const read: Table = { standings: await readStandings(access, turns, memory, alwaysOpen), kept: await readAnswers(access, turns), alwaysOpen }
  const together = { ...read, standings: new Map(read.standings), kept: new Map(read.kept) }
  const fates = turns.map(turn => decide(turn, together))
  if (turns.length === 1) {
    await store(access, fates)
    return { fates, left: together.standings }
  }
  const stored = await attempt(access.sql, () => store(access, fates))
  // Some turn's rows were refused. One by one, only that turn fails, and those behind it decide without it.
  return 'error' in stored ? { fates: await oneByOne(access, turns, read), left: read.standings } : { fates, left: together.standings }
}

async function oneByOne (access: Access, turns: readonly Turn[], read: Table): Promise<Fate[]> {
  const fates: Fate[] = []
  for (const turn of turns) {
    const alone = { ...read, standings: new Map(read.standings), kept: new Map(read.kept) }
    const fate = decide(turn, alone)
    const stored = await attempt(access.sql, () => store(access, [fate]))
    if ('error' in stored) {
      fates.push(stored)
      continue
    }
    fates.push(fate)
    for (const [office, standing] of alone.standings) read.standings.set(office, standing)
    for (const [key, kept] of alone.kept) read.kept.set(key, kept)
  }
  return fates
}

function decide (turn: Turn, table: Table): Fate {
  const standing = table.standings.get(turn.office)
  if (!standing) return { error: noOffice(turn.office) }
  try {
    const proposal = propose(turn, standing, turn.once && table.kept.get(keyOf(turn.office, turn.once)), table.alwaysOpen)
    if ('deed' in proposal) note(proposal.deed, table)
    return proposal
  } catch (error) {
    return { error }
  }
}

function note (deed: Deed, table: Table): void {
  table.standings.set(deed.office, deed.after)
  const kept = keptAnswer(deed)
  if (deed.once && kept) table.kept.set(keyOf(deed.office, deed.once), kept)
}

async function store (access: Access, fates: readonly Fate[]): Promise<void> {
  const deeds = fates.flatMap(fate => 'deed' in fate ? [fate.deed] : [])
  if (deeds.length > 0) await writeRows(access.sql, rowsOf(deeds))
}

/**
 * From memory, unless the log on the disk ends with another fact: another process has written,
 * or a commit that seemed to fail did not.
 */
async function readStandings (access: Access, turns: readonly Turn[], memory: ReadonlyMap<string, Standing>, alwaysOpen: AlwaysOpen): Promise<Map<string, Standing>> {
  const offices = [...new Set(turns.map(turn => turn.office))]
  const rows = await access.sql.all<{ office_id: string, tip: string }>(tipsSql, [JSON.stringify(offices)])
  const standings = new Map<string, Standing>()
  for (const { office_id: office, tip } of rows) {
    const known = memory.get(office)
    const standing = known?.tip === tip ? known : await loadStanding(access, office, alwaysOpen)
    if (standing) standings.set(office, standing)
  }
  return standings
}

const tipsSql = 'SELECT office_id, tip FROM standing WHERE office_id IN (SELECT value FROM json_each(?))'

async function readAnswers (access: Access, turns: readonly Turn[]): Promise<Map<string, KeptAnswer>> {
  const asked = turns.flatMap(({ office, once }) => once ? [[office, once.principal, once.key]] : [])
  if (asked.length === 0) return new Map()
  await forgetOldAnswers(access, turns)
  const rows = await access.sql.all<KeptAnswer & { office_id: string, principal: string, key: string }>(answersSql, [JSON.stringify(asked)])
  return new Map(rows.map(({ office_id, principal, key, fingerprint, answer, at }) => [keyOf(office_id, { principal, key }), { fingerprint, answer, at }]))
}

const answersSql = `SELECT kept.* FROM json_each(?) AS asked JOIN kept_answer AS kept
  ON kept.office_id = asked.value ->> 0 AND kept.principal = asked.value ->> 1 AND kept.key = asked.value ->> 2`

async function forgetOldAnswers (access: Access, turns: readonly Turn[]): Promise<void> {
  const newest = new Map(turns.flatMap(({ office, once }) => once ? [[office, once.at - keepAnswersMs]] : []))
  await access.sql.run(forgetSql, [JSON.stringify([...newest])])
}

const forgetSql = `DELETE FROM kept_answer WHERE (office_id, principal, key) IN (
  SELECT old.office_id, old.principal, old.key FROM json_each(?) AS it JOIN kept_answer AS old ON old.office_id = it.value ->> 0 AND old.at < it.value ->> 1 LIMIT 100)`

function keyOf (office: string, { principal, key }: { readonly principal: string, readonly key: string }): string {
  return JSON.stringify([office, principal, key])
}
