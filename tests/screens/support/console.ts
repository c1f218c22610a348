import type { ConsoleShot, HeldShown, HoldTerms, MissedShown, Queue, Queued } from '../../../common/contract/live.ts'
import { ago } from '../gallery/states.ts'
import { aCall, aCounter, fields, office } from './office.ts'

/** Nobody waits, nobody is away, unless said otherwise. */
export const aQueue = (change: Partial<Queue> = {}): Queue => ({ next: [], waiting: change.next?.length ?? 0, held: [], missed: [], ...change })

export const queued = (number: string, minutes: number, change: Partial<Queued> = {}): Queued =>
  ({ id: `t${number}`, number, field: 'HT', priority: false, issuedAt: ago(minutes * 60), why: 'order', dossiers: 1, ...change })

/** Sent away from counter 2 with so many minutes left; late when negative. */
export const held = (number: string, minutesLeft: number, reason = 'Giấy chứng sinh', counter = 2): HeldShown =>
  ({ ...aCall(number, counter).ticket, counter, until: ago(-minutesLeft * 60), reason })

export const missed = (number: string, minutes = 5, counter = 2): MissedShown => ({ ...aCall(number, counter).ticket, counter, at: ago(minutes * 60) })

/** An hour to fetch a paper, lunch from 11:30 to 13:30, closing at 17:00. */
export const holdTerms: HoldTerms = {
  minutes: 60, breaks: [{ from: '2026-11-23T11:30:00+07:00', until: '2026-11-23T13:30:00+07:00' }], last: '2026-11-23T17:00:00+07:00'
}

/** Counter 2, ours, open and free; nobody waits. */
export const aConsole = (change: Partial<ConsoleShot> = {}): ConsoleShot => ({
  epoch: 'e1', rev: 1, at: ago(0), office: { ...office, recallLimit: 3 }, fields, counter: aCounter(2), mine: true, stale: false,
  queue: aQueue(), hold: holdTerms, colleagues: [aCounter(1), aCounter(3)], today: { served: 4, missed: 1 }, printer: 'ready', printers: [{ printer: 'kiosk', state: 'ready' }], ...change
})
