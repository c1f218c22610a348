import { type Condition } from '../condition.ts'
import { recorded, unsent, wordsOf, type FinishedSlip, type Outcome, type PrintOptions } from '../outcome.ts'
import { makeFolder, syncFolder, tryFolder, writeWhole } from './folder.ts'

const ready: Condition = { reachable: true, paper: 'ok', cover: 'closed', offline: false }

/** A folder in a printer's place: tried when watching begins, and then every `retryMs` until it can be written to. */
export function createFilePrinting (folder: string, retryMs: number) {
  const listeners = new Set<(condition: Condition) => void>()
  let condition = ready
  let trouble: string | undefined
  let isStopped = false
  let timer: NodeJS.Timeout | undefined
  const tell = (why: string | undefined) => {
    trouble = why
    // Whoever mends the folder need not print to have it noticed.
    if (why !== undefined) look(retryMs)
    if (condition.reachable === (why === undefined)) return
    condition = { ...ready, reachable: why === undefined }
    for (const listener of listeners) listener(condition)
  }
  const look = (inMs: number) => {
    if (isStopped) return
    clearTimeout(timer)
    timer = setTimeout(() => { tryFolder(folder).then(() => { tell(undefined) }, (error: unknown) => { tell(wordsOf(error)) }) }, inMs)
    timer.unref()
  }
  return {
    watch () { look(0) },
    condition: () => condition,
    trouble: () => trouble,
    onCondition (listener: (condition: Condition) => void) {
      listeners.add(listener)
      return () => { listeners.delete(listener) }
    },
    /** A file is whole or absent: nothing is confirmed late. */
    onLate: () => () => {},
    async print (slip: FinishedSlip, options: PrintOptions = {}): Promise<Outcome> {
      const outcome = await printToFolder(folder, slip, options)
      if (outcome.state === 'printed') tell(undefined)
      else if (outcome.state === 'unsent' && outcome.fault === 'not-written') tell(outcome.detail ?? outcome.fault)
      return outcome
    },
    async stop () {
      isStopped = true
      clearTimeout(timer)
    }
  }
}

/**
 * "Prints" into a folder: SERVICEDATE-NUMBER-JOB.png and .bin, each complete or absent, on the disk before the job counts
 * as printed. Printing the same job again replaces the same two files, so a failure may always be retried.
 */
async function printToFolder (folder: string, slip: FinishedSlip, options: PrintOptions): Promise<Outcome> {
  if (options.signal?.aborted) return unsent('stopping')
  const refusal = await recorded(options)
  if (refusal) return refusal
  try {
    await makeFolder(folder)
    await writeWhole(folder, `${fileNameOf(slip)}.png`, slip.png)
    await writeWhole(folder, `${fileNameOf(slip)}.bin`, slip.bytes)
    await syncFolder(folder)
    return { state: 'printed', confirmedBy: 'file' }
  } catch (error) {
    return unsent('not-written', wordsOf(error))
  }
}

/** `2026-11-23-1042-JOB`, or `2026-11-23-checklist-JOB` for a slip without a number; whatever could lead out of the folder becomes `_`. */
export function fileNameOf (slip: Pick<FinishedSlip, 'serviceDate' | 'number' | 'job'>): string {
  return [slip.serviceDate, slip.number, slip.job].map(part => part.replace(/[^\p{L}\p{N}-]/gu, '_')).join('-')
}
