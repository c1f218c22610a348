import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FieldForecast, Prospect } from '../../common/contract/forecast.ts'
import type { Problem } from '../../common/contract/problem.ts'
import type { TicketTaken } from '../../common/contract/ticket.ts'
import { prospectOf } from '../../common/ui/forecast.ts'
import { follow } from '../../display/kiosk/flow.ts'
import { followKiosk } from '../../display/kiosk/live.ts'
import { waitingKey } from '../../display/kiosk/model.ts'
import { pictureOf } from '../../display/kiosk/reprint.ts'
import { start, type Confirming, type Hardly, type Input, type Step } from '../../display/kiosk/steps.ts'
import { requestOf } from '../../display/kiosk/wish.ts'
import { ago, now } from './gallery/states.ts'
import { catalogue } from './support/catalogue.ts'
import { aProspect, office } from './support/office.ts'

let made = 0
const key = () => `key${++made}`
const from = (step: Step, ...inputs: Input[]) => inputs.reduce<Step>((step, input) => follow(step, input, key), step)
const go = (...inputs: Input[]) => from(start, ...inputs)
const field = (id: string) => catalogue.fields.find(field => field.id === id)!
const procedure = (id: string) => catalogue.procedures.find(procedure => procedure.id === id)!
const problem = (code: string) => ({ code, detail: 'của văn phòng' }) as Problem
const choose = (id: string): Input => ({ do: 'procedure', field: field(procedure(id).field), procedure: procedure(id) })
const fieldTouched: Input = { do: 'field', field: field('HT'), hasProcedures: true, hardly: true }
const type = (pin: string): Input[] => [...pin].map(figure => ({ do: 'key', key: figure }))

/** Asked for a number that will hardly be served, with the procedure chosen. */
const told = () => go(choose('HT01'), { do: 'send', hardly: true }) as Hardly
const typed = (pin = '471147') => from(told(), { do: 'guide' }, ...type(pin)) as Hardly
const refusedWith = (step: Hardly, code: string) => from(step, { do: 'refused', key: step.wish?.key ?? '', problem: problem(code) })

describe('a field that will hardly be served today', () => {
  it('says so as soon as it is chosen, and leads back to the others', () => {
    const step = go(fieldTouched)
    expect(step).toMatchObject({ at: 'hardly', field: { id: 'HT' } })
    expect((step as Hardly).pin).toBeUndefined()
    expect(from(step, { do: 'back' })).toBe(start)
    expect(go({ ...fieldTouched, hardly: false })).toMatchObject({ at: 'procedures' })
  })

  it('lets the guide choose with the citizen what it is for, and asks for the PIN when the number is wanted', () => {
    const pad = go(fieldTouched, { do: 'guide' }, choose('HT01'), { do: 'send', hardly: true }) as Hardly
    expect(pad).toMatchObject({ at: 'hardly', pin: '', wish: { procedure: { id: 'HT01' } } })
    expect(from(pad, { do: 'back' })).toMatchObject({ at: 'confirm', procedure: { id: 'HT01' } })
  })

  it('keeps the guide through the question for dossiers', () => {
    const counting = go({ do: 'field', field: field('CT'), hasProcedures: false, hardly: true }, { do: 'guide' })
    expect(from(counting, { do: 'counted' }, { do: 'send', hardly: true })).toMatchObject({ at: 'hardly', pin: '', wish: { dossiers: 1 } })
  })

  it('goes on for whoever has priority, and where the line has become shorter meanwhile', () => {
    expect(go(fieldTouched, { do: 'goOn' })).toMatchObject({ at: 'procedures', field: { id: 'HT' } })
    expect(from(told(), { do: 'goOn' })).toMatchObject({ at: 'confirm', sending: false })
  })
})

describe('a number that will hardly be served today', () => {
  it('is not asked for before that was said', () => {
    expect(told()).toMatchObject({ at: 'hardly', sending: false, wish: { procedure: { id: 'HT01' }, sending: false } })
    expect(go(choose('HT01'), { do: 'send', hardly: false })).toMatchObject({ at: 'confirm', sending: true })
  })

  it('is told of also where only the office knew', () => {
    const sending = go(choose('HT01'), { do: 'send' }) as Confirming
    const step = from(sending, { do: 'refused', key: sending.key, problem: problem('HARDLY_TODAY') })
    expect(step).toMatchObject({ at: 'hardly', told: 'của văn phòng', wish: { procedure: { id: 'HT01' }, sending: false } })
    expect((step as Hardly).wish?.problem).toBeUndefined()
    expect(from(step, { do: 'back' })).toMatchObject({ at: 'confirm', sending: false })
  })

  it('is asked for once, however often somebody touches', () => {
    const sending = go(choose('HT01'), { do: 'send' })
    expect(from(sending, { do: 'send', hardly: true })).toBe(sending)
  })

  it('is given with a whole PIN, and with no more than six figures', () => {
    expect(from(typed('47114'), { do: 'overrule' })).toMatchObject({ sending: false, pin: '47114' })
    expect(from(typed('4711471'), { do: 'overrule' })).toMatchObject({ sending: true, pin: '471147' })
    expect(typed('4711').pin).toBe('4711')
    expect((from(typed('4711'), { do: 'key', key: 'delete' }, { do: 'key', key: 'K' }) as Hardly).pin).toBe('471')
  })

  it('becomes a number on the screen', () => {
    const taken = { ticket: { number: '2001', field: 'HT', purpose: 'submit' }, print: null } as unknown as TicketTaken
    expect(from(typed(), { do: 'overrule' }, { do: 'taken', taken, now: 0 })).toMatchObject({ at: 'ticket', taken: { ticket: { number: '2001' } } })
  })

  it('asks anew with another PIN, and the same way where no answer came', () => {
    const first = from(typed(), { do: 'overrule' }) as Hardly
    const silent = refusedWith(first, 'NO_CONNECTION') as Hardly
    expect(silent).toMatchObject({ sending: false, pin: '471147', problem: { code: 'NO_CONNECTION' }, wish: { key: first.wish?.key } })
    expect(from(silent, { do: 'overrule' })).toMatchObject({ sending: true, wish: { key: first.wish?.key } })
    const other = from(refusedWith(first, 'WRONG_PIN'), ...type('000000')) as Hardly
    expect(other.wish?.key).not.toBe(first.wish?.key)
  })

  it.each(['WRONG_PIN', 'TOO_MANY_REQUESTS'])('after %s is asked for a PIN again, with nothing left of the last one', code => {
    const step = refusedWith(from(typed(), { do: 'overrule' }) as Hardly, code)
    expect(step).toMatchObject({ at: 'hardly', pin: '', sending: false, problem: { code } })
    expect((from(step, { do: 'key', key: '4' }) as Hardly).problem).toBeUndefined()
  })

  it('that is refused for another reason says so where it was asked for', () => {
    expect(refusedWith(from(typed(), { do: 'overrule' }) as Hardly, 'QUOTA_REACHED')).toMatchObject({ at: 'confirm', sending: false, problem: { code: 'QUOTA_REACHED' } })
  })

  it('waits for its answer, and listens to no other', () => {
    const sending = from(typed(), { do: 'overrule' })
    expect(from(sending, { do: 'back' })).toBe(sending)
    expect(from(sending, { do: 'key', key: '1' })).toBe(sending)
    expect(from(sending, { do: 'refused', key: 'another', problem: problem('WRONG_PIN') })).toBe(sending)
  })

  it('goes from the keys back to the choices, and from there to the wish', () => {
    const choices = from(typed(), { do: 'back' }) as Hardly
    expect([choices.at, choices.pin]).toEqual(['hardly', undefined])
    expect(from(choices, { do: 'back' })).toMatchObject({ at: 'confirm' })
  })

  it('shows another picture for the keys, so that a trembling hand types nothing', () => {
    expect([pictureOf(told()), pictureOf(typed(''))]).toEqual(['hardly', 'hardly pin'])
  })

  it('carries no PIN to the office but in the overrule', () => {
    fc.assert(fc.property(fc.stringMatching(/^\d{6}$/), pin => {
      const { wish } = typed(pin)
      expect(JSON.stringify(requestOf(wish!, 'vi'))).not.toContain(pin)
    }))
  })

  it('leaves no PIN behind when the screen goes home', () => {
    expect(from(typed(), { do: 'home' })).toBe(start)
    expect(from(typed(), { do: 'help' }, { do: 'home' })).toBe(start)
  })
})

describe('what the kiosk knows of a wait', () => {
  const late: Prospect = aProspect(30, 60, { hardlyToday: true })
  const forecasts: readonly FieldForecast[] = [{ field: 'HT', ordinary: late, priority: aProspect(1, 5) }, { field: 'CT', ordinary: late, priority: late }]

  it('differs by class', () => {
    expect([false, true].map(isPriority => prospectOf(forecasts, 'HT', isPriority)?.hardlyToday)).toEqual([true, false])
    expect(prospectOf(forecasts, 'XD', false)).toBeUndefined()
    expect(prospectOf(undefined, 'HT', false)).toBeUndefined()
  })

  it('follows the office', () => {
    const { signal } = followKiosk(() => undefined)
    const shot = { epoch: 'e', rev: 1, at: ago(0), office, waiting: {}, printer: 'ready', printers: [] } as const
    const after = signal?.(shot, { type: 'forecast:changed', forecasts })
    expect(after?.forecasts).toBe(forecasts)
    expect(signal?.(after!, { type: 'forecast:changed' })?.forecasts).toBe(forecasts)
  })

  it('says that nobody has to wait only where the call comes at once', () => {
    expect(waitingKey(0, field('HT'), aProspect(0, 3), now)).toBe('waiting.0')
    expect(waitingKey(0, field('HT'), aProspect(10, 25), now)).toBe('waiting.none')
    expect(waitingKey(0, field('HT'), undefined, now)).toBe('waiting.0')
    expect(waitingKey(0, { ...field('HT'), served: false }, aProspect(10, 25), now)).toBe('waiting.unserved')
    expect(waitingKey(4, field('HT'), aProspect(10, 25), now)).toBe('waiting.n')
  })
})
