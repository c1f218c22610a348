import { onTestFinished } from 'vitest'
import { stateOf, type Condition } from '../../printer/condition.ts'
import { type LinkTimes } from '../../printer/link/times.ts'
import { openPrinter } from '../../printer/printers.ts'
import { aSpeakingPrinter, inkByte, type Manners } from './support.ts'

/** Times for printers that answer within milliseconds. */
export const hasty: Partial<LinkTimes> = { connectMs: 300, closeMs: 40, confirmMs: 250, settleMs: 60, statusMs: 100, heartbeatMs: 60_000, backoffMs: [5] }
export const patient = { confirmMs: 5000, settleMs: 5000 }
/** What a printer pushes by itself. */
export const paperOut = Uint8Array.of(0x18, 0, 0x0f, 0)
export const paperThere = Uint8Array.of(0x10, 0, 0, 0)

/** A printer as the office holds it, with what it was told kept; it ends with the test. */
export function aPrinterAt (url: string, times: Partial<LinkTimes> = {}) {
  const printer = openPrinter('kiosk', url, { times: { ...hasty, ...times } })
  onTestFinished(() => printer.stop())
  const late: string[] = []
  const told: Condition[] = []
  printer.onLate(job => late.push(job))
  printer.onCondition(condition => told.push(condition))
  return Object.assign(printer, { late, told, states: () => told.map(stateOf) })
}

/** The other end: a printer on a port that ends with the test. */
export async function aFake (manners: Manners = {}, port = 0) {
  const fake = await aSpeakingPrinter(manners, port)
  onTestFinished(() => fake.close())
  return fake
}

export const inkIn = (bytes: Uint8Array) => bytes.filter(byte => byte === inkByte).length
