import fc from 'fast-check'
import { expect } from 'vitest'
import type { Answer, Asking } from '../support/office.ts'

interface Waiting { readonly id: string, readonly field: string, readonly priority: boolean }
interface CounterModel { readonly main: readonly string[], readonly helper: readonly string[], isOpen: boolean, ticket?: string, isServing: boolean }
/** A queue as a child would keep it: people in line, and who stands at which counter. */
export interface Model { waiting: Waiting[], readonly counters: Map<number, CounterModel> }
export interface Hall { readonly kiosk: Asking, readonly officers: readonly Asking[] }
type Command = fc.AsyncCommand<Model, Hall>

export function aModel (counters: readonly { readonly number: number, readonly main: readonly string[], readonly helper: readonly string[] }[]): Model {
  return { waiting: [], counters: new Map(counters.map(({ number, main, helper }) => [number, { main, helper, isOpen: false, isServing: false }])) }
}

/** Random deeds of a hall, many of them wrong in the moment they come. */
export function aDayOfCommands (fields: readonly string[], counters: readonly number[]): fc.Arbitrary<Iterable<Command>> {
  const counter = fc.constantFrom(...counters)
  const deed = (act: (counter: number) => Command) => counter.map(act)
  return fc.commands([
    fc.record({ field: fc.constantFrom(...fields), priority: fc.boolean() }).map(issue), fc.record({ field: fc.constantFrom(...fields), priority: fc.boolean() }).map(issue),
    deed(open), deed(open), deed(close), deed(next), deed(next), deed(next), deed(start), deed(finish), deed(finish), deed(miss)
  ], { maxCommands: 120, size: '+1' })
}

const command = (name: string, run: Command['run']): Command => ({ check: () => true, run, toString: () => name })

function issue ({ field, priority }: { readonly field: string, readonly priority: boolean }): Command {
  return command(`issue ${field}${priority ? ' with priority' : ''}`, async (model, { kiosk }) => {
    const { status, body } = await kiosk.post('/tickets', { field, priority })
    expect(status).toBe(201)
    model.waiting.push({ id: body.ticket.id, field, priority })
  })
}

/** A deed at a counter: what the model expects, and what it becomes when that happens. */
function atCounter (name: string, counter: number, expected: (here: CounterModel, model: Model) => string | undefined, done: (here: CounterModel, model: Model, answer: Answer) => void): Command {
  return command(`${name} at ${counter}`, async (model, { officers }) => {
    const here = model.counters.get(counter) as CounterModel
    const answer = await (officers[counter - 1] as Asking).post(`/counters/${counter}/${name}`)
    const refusal = expected(here, model)
    expect([answer.status, answer.body.code]).toEqual(refusal === undefined ? [200, undefined] : [409, refusal])
    if (refusal === undefined) done(here, model, answer)
  })
}

const eligible = ({ main, helper }: CounterModel, { waiting }: Model) => {
  const ofMain = waiting.filter(({ field }) => main.includes(field))
  return ofMain.length > 0 ? ofMain : waiting.filter(({ field }) => helper.includes(field))
}
const busyOrClosed = ({ isOpen, ticket }: CounterModel) => !isOpen ? 'COUNTER_CLOSED' : ticket === undefined ? 'WRONG_STATE' : undefined

function next (counter: number): Command {
  const expected = (here: CounterModel, model: Model) => !here.isOpen ? 'COUNTER_CLOSED' : here.ticket !== undefined ? 'COUNTER_BUSY' : eligible(here, model).length === 0 ? 'NOBODY_WAITING' : undefined
  return atCounter('next', counter, expected, (here, model, { body }) => {
    const called = eligible(here, model).find(({ id }) => id === body.ticket.id) as Waiting
    expect(called).toBeDefined()
    // First come, first called among those of the same field and class.
    expect(model.waiting.find(({ field, priority }) => field === called.field && priority === called.priority)).toBe(called)
    model.waiting = model.waiting.filter(ticket => ticket !== called)
    Object.assign(here, { ticket: called.id, isServing: false })
  })
}

const leave = (here: CounterModel) => { delete here.ticket }

function open (counter: number): Command {
  // Who opens what they already hold has what they want.
  return atCounter('open', counter, () => undefined, here => { here.isOpen = true })
}

function close (counter: number): Command {
  return atCounter('close', counter, here => !here.isOpen ? 'COUNTER_CLOSED' : here.ticket !== undefined ? 'COUNTER_BUSY' : undefined, here => { here.isOpen = false })
}

function start (counter: number): Command {
  return atCounter('start', counter, here => busyOrClosed(here) ?? (here.isServing ? 'WRONG_STATE' : undefined), here => { here.isServing = true })
}

function finish (counter: number): Command {
  return atCounter('finish', counter, busyOrClosed, leave)
}

function miss (counter: number): Command {
  return atCounter('miss', counter, here => busyOrClosed(here) ?? (here.isServing ? 'WRONG_STATE' : undefined), leave)
}
