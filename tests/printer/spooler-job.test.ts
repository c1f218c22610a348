import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Outcome } from '../../printer/outcome.ts'
import { moveJob, outcomeEvent, type JobEvent, type JobState } from '../../printer/spooler/job.ts'

const states: JobState[] = ['queued', 'printing', 'printed', 'unconfirmed', 'blocked', 'unknown', 'failed']
const events: JobEvent[] = ['start', 'withhold', 'block', 'handOver', 'confirm', 'hush', 'lose', 'giveUp']
const outcomes: Outcome[] = [
  { state: 'printed', confirmedBy: 'process-id' }, { state: 'unconfirmed', confirmedBy: 'fence' }, { state: 'unknown', fault: 'broken' },
  { state: 'blocked', fault: 'paper-out' }, { state: 'unsent', fault: 'unreachable' }
]
const unbegun: JobState[] = ['queued', 'blocked']
/** States of jobs whose bytes have gone. */
const gone: JobState[] = ['printed', 'unconfirmed', 'unknown']
/** What is said only of a job of which no byte has gone. */
const noByte: JobEvent[] = ['withhold', 'block']

const anEvent = fc.constantFrom(...events)

it('never leads a job whose bytes may have gone back to where bytes are sent', () => {
  fc.assert(fc.property(fc.array(anEvent, { maxLength: 60 }), sequence => {
    let state: JobState = 'queued'
    let mayHaveGone = false
    for (const event of sequence) {
      const next = moveJob(state, event)
      if (!next) continue
      mayHaveGone = next === 'printing' || mayHaveGone && !(state === 'printing' && noByte.includes(event))
      if (mayHaveGone && state !== 'printing') expect(next === 'printing' ? unbegun : gone).toContain(next === 'printing' ? state : next)
      state = next
    }
  }))
})

it('leads from where bytes have gone only to better knowledge, and from printed and failed nowhere', () => {
  for (const state of [...gone, 'failed'] as const) {
    for (const event of events) expect([undefined, 'printed']).toContain(moveJob(state, event))
  }
  for (const event of events) expect([moveJob('printed', event), moveJob('failed', event)]).toEqual([undefined, undefined])
})

it('begins only what has not begun, and goes back from printing only when no byte went', () => {
  for (const state of states) expect(moveJob(state, 'start')).toBe(unbegun.includes(state) ? 'printing' : undefined)
  for (const event of events) expect(unbegun.includes(moveJob('printing', event) ?? 'failed')).toBe(noByte.includes(event))
})

it('gives another printer only what has not begun', () => {
  for (const state of states) expect(moveJob(state, 'handOver')).toBe(unbegun.includes(state) ? 'queued' : undefined)
})

it('has a place for every outcome: of a job being printed, and without a byte of one that has not begun', () => {
  expect(outcomes.map(outcome => moveJob('printing', outcomeEvent(outcome)))).toEqual(['printed', 'unconfirmed', 'unknown', 'blocked', 'queued'])
  for (const state of unbegun) {
    expect(outcomes.map(outcome => moveJob(state, outcomeEvent(outcome)))).toEqual([undefined, undefined, undefined, 'blocked', 'queued'])
  }
})
