import type { Office, Procedure } from '../office.ts'
import type { PastLeg } from './past.ts'
import type { Work } from './scene.ts'
import { blendedSpread, lognormalSpread, meanOf, scaledSpread, type Spread } from './spread.ts'

const minuteMs = 60_000

/** How long people are at a counter, from the call on. */
export interface Turns {
  /** {@link turnKey} → length for one dossier, where nobody is quick or slow. */
  readonly spreads: ReadonlyMap<string, Spread>
  /** So many dossiers take so many times as long to this power. */
  readonly dossierPower: number
  /** How many times as long as for one dossier it takes for however many people bring. */
  readonly heaps: number
  /** How much of a whole turn they need who come back with a paper. */
  readonly rest: number
  /** Counter → how much longer everything takes there than elsewhere. */
  readonly paces: ReadonlyMap<number, number>
}

/** A service of the past, as far as its length tells of others. */
export interface Measured extends Work {
  readonly serviceDate: string
  readonly counter: number
  readonly calledAt: number
  readonly ms: number
}

/** An office's figures count for so many services that were never measured. */
const priorWeight = 6
const priorCv = 0.5
const unknownMinutes = 10
const priorPower = 0.7
const priorRest = 0.6
const [shortestMs, longestMs] = [5_000, 3 * 60 * minuteMs]
/** Longer than so many middling services of its kind: somebody forgot to finish. */
const forgottenTimes = 8

/** Services that began with the call and ended at that counter; those of people who came back tell another tale. */
export function measuredIn (legs: readonly PastLeg[], isBack = false): readonly Measured[] {
  return legs.flatMap(({ field, procedure, purpose, dossiers, serviceDate, counter, calledAt, endedAt, returnedAt, end }) => {
    if (counter === undefined || calledAt === undefined || endedAt === undefined || isBack !== (returnedAt !== undefined)) return []
    const ms = endedAt - calledAt
    if ((end !== 'done' && end !== 'sent') || !(ms >= shortestMs && ms <= longestMs)) return []
    return [{ field, purpose, dossiers: Math.max(1, dossiers), serviceDate, counter, calledAt, ms, ...procedure !== undefined && { procedure } }]
  })
}

/** What a service's length is known by: its field and its procedure, or else its purpose. Who was sent on brings the procedure of another field. */
function turnKey ({ field, procedure, purpose }: Pick<Work, 'field' | 'procedure' | 'purpose'>): string {
  return fieldKey(field, procedure ?? purpose)
}

function fieldKey (field: string, kind = ''): string {
  return `${field} ${kind}`
}

export function turnsOf (office: Office, all: readonly Measured[], ofThoseBack: readonly Measured[] = []): Turns {
  const measured = withoutForgotten(all)
  let turns = told(office, 1)
  const ratio = shrunk(measured.reduce((sum, { ms }) => sum + ms, 0), measured.reduce((sum, one) => sum + expectedTurn(turns, one), 0), measured.length, priorWeight)
  turns = told(office, ratio)
  // Who is slow shows in the lengths, and the lengths in who is slow: two rounds are enough.
  for (let round = 0; round < 2 && measured.length > 0; round++) {
    const dossierPower = powerOf(turns, measured)
    const spreads = spreadsOf(told(office, ratio).spreads, measured.map(one => ({ ...one, ms: one.ms / (one.dossiers ** dossierPower * (turns.paces.get(one.counter) ?? 1)) })))
    const heaps = measured.reduce((sum, { dossiers }) => sum + dossiers ** dossierPower, 0) / measured.length
    turns = { ...turns, spreads, dossierPower, heaps, paces: pacesOf({ ...turns, spreads, dossierPower, heaps, paces: new Map() }, measured) }
  }
  const [took, expected] = [ofThoseBack.reduce((sum, { ms }) => sum + ms, 0), ofThoseBack.reduce((sum, one) => sum + expectedTurn(turns, one), 0)]
  return { ...turns, rest: priorRest * shrunk(took, priorRest * expected, ofThoseBack.length, priorWeight) }
}

/** How long a service takes on the whole, at that counter if one is named. */
export function expectedTurn ({ spreads, dossierPower, paces }: Turns, work: Work & { readonly counter?: number }): number {
  return meanOf(turnSpread(spreads, work)) * work.dossiers ** dossierPower * (work.counter === undefined ? 1 : paces.get(work.counter) ?? 1)
}

export function turnSpread (spreads: Turns['spreads'], work: Pick<Work, 'field' | 'procedure' | 'purpose'>): Spread {
  return spreads.get(turnKey(work)) ?? spreads.get(fieldKey(work.field, work.purpose)) ?? spreads.get(fieldKey(work.field)) ?? unknownTurn
}

/** Of whoever comes to a field, whatever for. */
export function fieldSpread (spreads: Turns['spreads'], field: string): Spread {
  return spreads.get(fieldKey(field)) ?? unknownTurn
}

const unknownTurn = lognormalSpread(unknownMinutes * minuteMs, priorCv)

/** What the office says itself, before anything was measured. */
function told ({ procedures, fields }: Office, ratio: number): Turns {
  const spreads = new Map<string, Spread>()
  // Nothing takes no time: of 0 minutes the office does not know.
  const priorOf = ({ meanMinutes }: Procedure) => lognormalSpread((meanMinutes || unknownMinutes) * minuteMs * ratio, priorCv)
  for (const field of fields.keys()) {
    const own = [...procedures.values()].filter(procedure => procedure.field === field)
    const mixed = own.flatMap(procedure => Array.from(priorOf(procedure)))
    spreads.set(fieldKey(field), blendedSpread(scaledSpread(unknownTurn, ratio), mixed, mixed.length > 0 ? 0 : 1))
  }
  for (const procedure of procedures.values()) spreads.set(fieldKey(procedure.field, procedure.id), priorOf(procedure))
  return { spreads, dossierPower: priorPower, heaps: 1.1, rest: priorRest, paces: new Map() }
}

function spreadsOf (prior: ReadonlyMap<string, Spread>, measured: readonly Measured[]): ReadonlyMap<string, Spread> {
  const spreads = new Map(prior)
  for (const [field, own] of grouped(measured, ({ field }) => field)) {
    const ofField = blendedSpread(prior.get(fieldKey(field)) ?? unknownTurn, own.map(({ ms }) => ms), priorWeight)
    spreads.set(fieldKey(field), ofField)
    for (const [key, ofKind] of grouped(own, turnKey)) spreads.set(key, blendedSpread(prior.get(key) ?? ofField, ofKind.map(({ ms }) => ms), priorWeight))
  }
  return spreads
}

/** By how much a heap takes longer than a single dossier of its kind. */
function powerOf (turns: Turns, measured: readonly Measured[]): number {
  const priorWeight = 2
  let [up, down] = [priorWeight * priorPower, priorWeight]
  for (const one of measured) {
    if (one.dossiers < 2) continue
    const x = Math.log(one.dossiers)
    const spread = turnSpread(turns.spreads, one)
    const middle = spread[spread.length >> 1] as number
    up += x * Math.log(one.ms / (middle * (turns.paces.get(one.counter) ?? 1)))
    down += x * x
  }
  return Math.max(0, Math.min(1, up / down))
}

function pacesOf (turns: Turns, measured: readonly Measured[]): ReadonlyMap<number, number> {
  return new Map([...grouped(measured, ({ counter }) => counter)].map(([counter, own]) => [
    counter, shrunk(own.reduce((sum, { ms }) => sum + ms, 0), own.reduce((sum, one) => sum + expectedTurn(turns, one), 0), own.length, 2 * priorWeight)
  ]))
}

/** Measured ÷ expected; the fewer were measured, the nearer to one. */
function shrunk (measured: number, expected: number, howMany: number, weight: number): number {
  return measured > 0 && expected > 0 ? Math.exp(Math.log(measured / expected) * howMany / (howMany + weight)) : 1
}

function withoutForgotten (measured: readonly Measured[]): readonly Measured[] {
  return [...grouped(measured, ({ field }) => field).values()].flatMap(own => {
    const sorted = own.map(({ ms, dossiers }) => ms / dossiers).sort((a, b) => a - b)
    const middle = sorted[sorted.length >> 1] ?? 0
    return own.filter(({ ms, dossiers }) => ms <= forgottenTimes * middle * dossiers)
  })
}

export function grouped<T, Key> (all: readonly T[], keyOf: (one: T) => Key): Map<Key, T[]> {
  const groups = new Map<Key, T[]>()
  for (const one of all) {
    const key = keyOf(one)
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return groups
}
