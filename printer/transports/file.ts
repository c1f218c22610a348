import { mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { wordsOf, type FinishedSlip, type Outcome, type PrintOptions } from '../outcome.ts'

/**
 * "Prints" into a folder: SERVICEDATE-NUMBER-JOB.png and .bin, each complete or absent, on the disk before the job counts
 * as printed. Printing the same job again replaces the same two files, so a failure may always be retried.
 */
export async function printToFolder (folder: string, slip: FinishedSlip, options: PrintOptions = {}): Promise<Outcome> {
  if (options.signal?.aborted) return { state: 'unsent', fault: 'stopping' }
  try {
    await options.beforeFirstByte?.()
  } catch (error) {
    return { state: 'unsent', fault: 'not-recorded', detail: wordsOf(error) }
  }
  try {
    await mkdir(folder, { recursive: true })
    await writeWhole(folder, `${fileNameOf(slip)}.png`, slip.png)
    await writeWhole(folder, `${fileNameOf(slip)}.bin`, slip.bytes)
    await syncFolder(folder)
    return { state: 'printed', confirmedBy: 'file' }
  } catch (error) {
    return { state: 'unsent', fault: 'not-written', detail: wordsOf(error) }
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
