import { keyOf } from './chance.ts'
import { classKey } from './demand.ts'
import type { Experience } from './experience.ts'
import { Person, RunCounter, RunLine } from './hall.ts'
import type { Scene, SceneTicket, Served } from './scene.ts'
import { fieldSpread, turnSpread } from './turns.ts'

/** Somebody who would take a number now: last of that class, of no weight for anybody else. */
export interface Newcomer {
  readonly field: string
  readonly priority: boolean
  readonly person: Person
  /** Those of his kind who simply wait. */
  readonly line: RunLine | undefined
  /** By place of the counter: how it serves him; absent where it does not. */
  readonly served: readonly ('main' | 'helper' | undefined)[]
}

/** Everybody and everything of a scene, ready to be run forward any number of times. */
export interface Cast {
  readonly counters: readonly RunCounter[]
  /** {@link classKey} → line of those who simply wait. */
  readonly open: ReadonlyMap<string, RunLine>
  /** The same for heaps of dossiers, where the office sets counters apart for them. */
  readonly heaps: ReadonlyMap<string, RunLine>
  readonly lines: readonly RunLine[]
  /** In order of place. */
  readonly waiting: readonly Person[]
  /** Who comes back to which counter. */
  readonly held: readonly { readonly person: Person, readonly counter: RunCounter | undefined }[]
  /** Counter → who is there, and who it becomes afterwards. */
  readonly served: ReadonlyMap<number, { readonly person: Person, readonly then?: Person }>
  readonly newcomers: readonly Newcomer[]
  /** Those whose call is foretold. */
  readonly asked: number
}

export function castOf (scene: Scene, experience: Experience): Cast {
  const counters = scene.counters.map(({ number, main, helper }) => new RunCounter(number, main, helper))
  const open = new Map(scene.fields.flatMap(field => [false, true].map(priority => [classKey(field, priority), new RunLine(field)] as const)))
  const special = new Map<string, RunLine>()
  const heaps = new Map(scene.bulk ? [...open].map(([key, { field }]) => [key, new RunLine(field, scene.bulk?.counters)] as const) : [])
  for (const [key, line] of heaps) special.set(laneKey(key, scene.bulk?.counters), line)
  const inLine = (person: Person, line: RunLine) => Object.assign(person, { line })
  const placed = (ticket: SceneTicket) => inLine(personOf(ticket, experience), lineFor(ticket, open, special))
  const waiting = scene.waiting.map((ticket, asked) => Object.assign(placed(ticket), { asked }))
  const served = new Map(scene.counters.flatMap(({ number, served }) => served ? [[number, { person: personOf(served, experience), ...served.then && { then: thenOf(served, placed(served.then)) } }] as const] : []))
  const held = scene.held.map(ticket => ({ person: Object.assign(personOf(ticket, experience), { isBack: true }), counter: counters.find(({ number }) => number === ticket.counter) }))
  const newcomers = scene.fields.flatMap((field, place) => [false, true].map((priority, second) =>
    ({ field, priority, person: newcomer(scene, experience, { field, priority, asked: waiting.length + 2 * place + second }), line: open.get(classKey(field, priority)), served: servedAt(counters, field) })))
  const lines = [...open.values(), ...special.values()]
  return { counters, open, heaps, lines, waiting, held, served, newcomers, asked: waiting.length + newcomers.length }
}

/** Whoever has a right of his own, or is meant for certain counters, stands in a line of his own kind. */
function lineFor ({ id, field, priority, bound, appointment }: SceneTicket, open: ReadonlyMap<string, RunLine>, special: Map<string, RunLine>): RunLine {
  const isAlone = bound?.next === true || appointment !== undefined
  const ordinary = open.get(classKey(field, priority))
  if (!isAlone && !bound && ordinary) return ordinary
  const key = isAlone ? id : laneKey(classKey(field, priority), bound?.counters)
  const line = special.get(key) ?? new RunLine(field, bound?.counters)
  special.set(key, line)
  return line
}

function laneKey (ofClass: string, counters: readonly number[] = []): string {
  return `${ofClass} ${counters.join()}`
}

function personOf (ticket: SceneTicket | Served, { turns }: Experience): Person {
  const { id, field, priority, place, dossiers } = ticket
  const { bound, appointment, more, back } = ticket as SceneTicket
  return Object.assign(new Person(), {
    key: keyOf(id), field, priority, place, dossiers, cameAt: place.at, bound, appointment, more, back,
    turn: turnSpread(turns.spreads, ticket), scale: Math.max(1, dossiers) ** turns.dossierPower * (bound?.next ? turns.rest : 1)
  })
}

/** The same citizen, drawn anew for the next service. */
function thenOf ({ id }: Served, person: Person): Person {
  return Object.assign(person, { key: keyOf(`${id} then`) })
}

function servedAt (counters: readonly RunCounter[], field: string): Newcomer['served'] {
  return counters.map(({ main, helper }) => main.has(field) ? 'main' : helper.has(field) ? 'helper' : undefined)
}

function newcomer ({ at }: Scene, { turns }: Experience, { field, priority, asked }: { readonly field: string, readonly priority: boolean, readonly asked: number }): Person {
  return Object.assign(new Person(), { field, priority, asked, place: { at, rev: Infinity }, cameAt: at, turn: fieldSpread(turns.spreads, field), key: asked })
}
