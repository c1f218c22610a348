import { describe, expect, it } from 'vitest'
import type { PrinterShown } from '../../common/contract/printer.ts'
import type { PrintState, TicketTaken } from '../../common/contract/ticket.ts'
import { awaitedJob, follow } from '../../display/kiosk/flow.ts'
import { pictureOf, reprintMs, reprintShown, reprintText } from '../../display/kiosk/reprint.ts'
import { paperlessShownMs, paperSince, takeSlipMs, ticketShownMs } from '../../display/kiosk/shown.ts'
import { start, type Input, type Shown, type Step } from '../../display/kiosk/steps.ts'
import { catalogue } from './support/catalogue.ts'

const issued = Date.parse('2026-11-23T09:00:00+07:00')
const taken = { ticket: { id: 't', number: '4012', issuedAt: '2026-11-23T09:00:00+07:00' }, print: { job: 'first', state: 'queued' } } as unknown as TicketTaken
const field = catalogue.fields[0]!
const showing = (print: PrintState | undefined, change: Partial<Shown> = {}): Shown => ({ at: 'ticket', field, taken, shownAt: issued, closesAt: issued + ticketShownMs, ...print && { print }, ...change })
const offered = (shown: Shown, ageMs = 5000, printer?: PrinterShown) => reprintShown(shown, issued + ageMs, printer)
let keys = 0
const go = (from: Step, ...inputs: Input[]) => inputs.reduce<Step>((step, input) => follow(step, input, () => `k${++keys}`), from)
const after = (from: Step, ...inputs: Input[]) => go(from, ...inputs) as Shown
const asked = (print: PrintState = 'unknown') => after(showing(print), { do: 'reprint', now: issued + 5000 })
const keyOf = ({ reprint }: Shown) => reprint?.key ?? ''

describe('printing again at the kiosk', () => {
  it.each(['unconfirmed', 'unknown', 'failed', 'printed'] as const)('is offered when the slip is %s', print => {
    expect(offered(showing(print))).toBe('offer')
  })

  it.each(['queued', 'blocked', 'printing'] as const)('is not offered while a slip is %s: it comes by itself', print => {
    expect(offered(showing(print))).toBeUndefined()
  })

  it('is over a minute after the number was given, also when the question stands', () => {
    expect([offered(showing('unknown'), reprintMs - 1), offered(showing('unknown'), reprintMs), offered(asked(), reprintMs)]).toEqual(['offer', undefined, undefined])
  })

  it('is not offered where no paper was asked for, where a booking had its number before, or where the slip lies at the desk', () => {
    expect([offered(showing(undefined)), offered(showing('unknown', { again: {} })), offered(showing('printed', { printer: 'desk' })), offered(showing('unknown', { printer: 'desk' }))]).toEqual([undefined, undefined, undefined, 'offer'])
  })

  it('is offered only where paper can come', () => {
    expect(offered(showing('unknown'), 5000, { printer: 'kiosk', state: 'paper-out' })).toBeUndefined()
    expect(offered(showing('unknown'), 5000, { printer: 'kiosk', state: 'paper-out', reliefBy: 'desk' })).toBe('offer')
    expect(offered(showing('unknown'), 5000, { printer: 'kiosk', state: 'paper-low' })).toBe('offer')
  })

  it('asks first, with time to look, and is offered again after a no', () => {
    const question = asked()
    expect([offered(question), reprintText(question, 'ask'), question.closesAt]).toEqual(['ask', 'print.again.ask', issued + 5000 + ticketShownMs])
    expect(offered(after(question, { do: 'keepSlip' }))).toBe('offer')
  })

  it('stops asking when the printer says meanwhile that the slip is out', () => {
    const printed = after(asked(), { do: 'print', now: issued + 20_000, job: { job: 'first', state: 'printed', printer: 'kiosk' } })
    expect([printed.reprint, printed.print, printed.closesAt]).toEqual([undefined, 'printed', issued + 20_000 + takeSlipMs])
  })

  it('follows the new job and no more the old one', () => {
    const question = asked()
    const sent = after(question, { do: 'printAgain' }, { do: 'reprinted', key: keyOf(question), job: 'second', now: issued + 8000 })
    expect([awaitedJob(sent), sent.print, paperSince(sent), offered(sent)]).toEqual(['second', 'queued', issued + 8000, undefined])
    expect(after(sent, { do: 'print', now: issued, job: { job: 'first', state: 'printed', printer: 'kiosk' } })).toBe(sent)
    expect(after(sent, { do: 'print', now: issued, job: { job: 'second', state: 'blocked', printer: 'kiosk' } }).print).toBe('blocked')
  })

  it('is once for a number: what becomes of the second slip the guide sees to', () => {
    const question = asked()
    const unknown = after(question, { do: 'printAgain' }, { do: 'reprinted', key: keyOf(question), job: 'second', now: issued + 8000 }, { do: 'print', now: issued + 9000, job: { job: 'second', state: 'unknown', printer: 'kiosk' } })
    expect([offered(unknown, 9000), after(unknown, { do: 'reprint', now: issued + 9000 }).reprint]).toEqual([undefined, unknown.reprint])
    expect(after(unknown, { do: 'remember' }).closesAt).toBe(issued + 8000 + paperlessShownMs)
  })

  it('is one intent with one key, and each stage another picture to a trembling hand', () => {
    const question = asked()
    const sending = after(question, { do: 'printAgain' })
    expect([keyOf(sending), after(sending, { do: 'printAgain' }), after(sending, { do: 'keepSlip' })]).toEqual([keyOf(question), sending, sending])
    expect(new Set([showing('unknown'), question, sending].map(pictureOf)).size).toBe(3)
  })

  it.each([[{}, 'print.again.refused'], [{ unsure: true }, 'print.again.unsure']] as const)('without a job says where to go: %o', (more, said) => {
    const question = asked('printed')
    const told = after(question, { do: 'printAgain' }, { do: 'reprinted', key: keyOf(question), now: issued + 8000, ...more })
    expect([reprintText(told, offered(told)), offered(told), told.closesAt]).toEqual([said, undefined, issued + 8000 + paperlessShownMs])
  })

  it('hears the answer behind the help page, and none that belongs to somebody before', () => {
    const sending = after(asked(), { do: 'printAgain' })
    expect(awaitedJob(go(sending, { do: 'help' }, { do: 'reprinted', key: keyOf(sending), job: 'second', now: issued }))).toBe('second')
    expect(go(sending, { do: 'reprinted', key: 'other', job: 'second', now: issued })).toBe(sending)
    expect(go(start, { do: 'reprinted', key: keyOf(sending), job: 'second', now: issued })).toBe(start)
  })
})
