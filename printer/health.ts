import statuses from 'escpos/statuses.js'
import { type PrinterAdapter } from './transports/adapter.ts'

/** Offline cause and paper: the two answers that explain a missing confirmation. One question at a time: answers do not say to which. */
const questions = [
  { query: Uint8Array.of(0x10, 0x04, 2), Status: statuses.OfflineCauseStatus },
  { query: Uint8Array.of(0x10, 0x04, 4), Status: statuses.RollPaperSensorStatus }
]

/**
 * Asks a silent printer what is wrong with it. Resolves with its words (`Cover is open; …`), empty when it says it is well,
 * undefined when it does not answer within `waitMs`.
 */
export async function askHealth (adapter: PrinterAdapter, nextStatus: () => Promise<number>, waitMs: number): Promise<string | undefined> {
  const troubles: string[] = []
  for (const { query, Status } of questions) {
    const answer = answerWithin(nextStatus(), waitMs)
    adapter.write(query, () => {})
    const byte = await answer
    if (byte === undefined) return undefined
    troubles.push(...new Status(byte).toJSON().statuses.filter(({ status }) => status === 'error').map(({ label }) => label))
  }
  return troubles.join('; ')
}

async function answerWithin (answer: Promise<number>, waitMs: number): Promise<number | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>(resolve => { timer = setTimeout(() => { resolve(undefined) }, waitMs) })
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}
