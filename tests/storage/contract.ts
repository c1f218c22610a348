import { afterEach, describe } from 'vitest'
import { bookingContract } from './contract/booking.ts'
import { callsContract } from './contract/calls.ts'
import { directoryContract } from './contract/directory.ts'
import { historyContract } from './contract/history.ts'
import { idempotencyContract } from './contract/idempotency.ts'
import { logContract } from './contract/log.ts'
import type { Opened, OpenStore } from './contract/opened.ts'
import { paperNumbersContract } from './contract/paper-numbers.ts'
import { printJobsContract } from './contract/print-jobs.ts'
import { ratingContract } from './contract/rating.ts'
import { replayContract } from './contract/replay.ts'
import { rowsContract } from './contract/rows.ts'
import { sendingContract } from './contract/sending.ts'
import { troubleContract } from './contract/trouble.ts'
import { turningContract } from './contract/turning.ts'

/**
 * What every database must hold to be the office's memory. `open` gives a fresh one with `anOffice()` in it;
 * it is closed after each test.
 */
export function storeContract (name: string, open: () => Promise<Opened & { readonly done: () => Promise<void> }>): void {
  const opened: { done: () => Promise<void> }[] = []
  const openStore: OpenStore = async () => {
    const fresh = await open()
    opened.push(fresh)
    return fresh
  }
  afterEach(async () => { await Promise.all(opened.splice(0).map(({ done }) => done())) })

  describe(`${name}: turns`, () => turningContract(openStore))
  describe(`${name}: held, sent on, taken back`, () => sendingContract(openStore))
  describe(`${name}: random days`, () => replayContract(openStore))
  describe(`${name}: a request repeated`, () => idempotencyContract(openStore))
  describe(`${name}: the log`, () => logContract(openStore))
  describe(`${name}: calls`, () => callsContract(openStore))
  describe(`${name}: rows beside the log`, () => rowsContract(openStore))
  describe(`${name}: paper numbers`, () => paperNumbersContract(openStore))
  describe(`${name}: print jobs`, () => printJobsContract(openStore))
  describe(`${name}: ratings`, () => ratingContract(openStore))
  describe(`${name}: history`, () => historyContract(openStore))
  describe(`${name}: bookings`, () => bookingContract(openStore))
  describe(`${name}: people, keys, devices`, () => directoryContract(openStore))
  describe(`${name}: trouble`, () => troubleContract(openStore))
}
