import { mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Condition } from '../condition.ts'
import { recorded, unsent, wordsOf, type FinishedSlip, type Outcome, type PrintOptions } from '../outcome.ts'

const ready: Condition = { reachable: true, paper: 'ok', cover: 'closed', offline: false }

/** A folder in a printer's place: it is there until it could not be written to. */
export function createFilePrinting (folder: string) {
  const listeners = new Set<(condition: Condition) => void>()
  let condition = ready
  const tell = (reachable: boolean) => {
    if (reachable === condition.reachable) return
    condition = { ...ready, reachable }
    for (const listener of listeners) listener(condition)
  }
  return {
    watch () {},
    condition: () => condition,
    onCondition (listener: (condition: Condition) => void) {
      listeners.add(listener)
      return () => { listeners.delete(listener) }
    },
    /** A file is whole or absent: nothing is confirmed late. */
    onLate: () => () => {},
    async print (slip: FinishedSlip, options: PrintOptions = {}): Promise<Outcome> {
      const outcome = await printToFolder(folder, slip, options)
      if (outcome.state === 'printed') tell(true)
      else if (outcome.state === 'unsent' && outcome.fault === 'not-written') tell(false)
      return outcome
    },
    async stop () {}
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
    await mkdir(folder, { recursive: true })
    await writeWhole(folder, `${fileNameOf(slip)}.png`, slip.png)
    await writeWhole(folder, `${fileNameOf(slip)}.bin`, slip.bytes)
    await syncFolder(folder)
    return { state: 'printed', confirmedBy: 'file' }
  } catch (error) {
    return unsent('not-written', wordsOf(error))
  }
}

/** `2026-11-23-1042-JOB`; whatever could lead out of the folder becomes `_`. */
export function fileNameOf (slip: Pick<FinishedSlip, 'serviceDate' | 'number' | 'job'>): string {
  return [slip.serviceDate, slip.number, slip.job].map(part => part.replace(/[^\p{L}\p{N}-]/gu, '_')).join('-')
}

async function writeWhole (folder: string, name: string, content: Uint8Array): Promise<void> {
  const draft = join(folder, `.${name}.part`)
  try {
    const file = await open(draft, 'w')
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(draft, join(folder, name))
  } catch (error) {
    await rm(draft, { force: true }).catch(() => {}) // the first fault is the one to report
    throw error
  }
}

/** A rename is only durable once its folder is. Windows cannot open folders, and does not need this. */
async function syncFolder (folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
