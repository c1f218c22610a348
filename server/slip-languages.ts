import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Logger } from 'pino'
import { readSlipLanguage, type SlipWords } from '../printer/index.ts'

/** Languages that the office brought itself, for slips. */
export interface SlipLanguages {
  readonly own: ReadonlyMap<string, SlipWords>
  /** A sentence for each file that could not be used: the office opens all the same. */
  readonly unreadable: readonly string[]
}

/** Reads `tay.json` and its like from a folder, which need not be there. */
export async function readSlipLanguages (folder: string, log: Pick<Logger, 'error'>): Promise<SlipLanguages> {
  const files = (await readdir(folder).catch(() => [])).filter(name => name.endsWith('.json')).sort()
  const own = new Map<string, SlipWords>()
  const unreadable: string[] = []
  for (const file of files) {
    const name = basename(file, '.json')
    try {
      own.set(name, readSlipLanguage(name, await readFile(join(folder, file), 'utf8')))
    } catch (error) {
      log.error({ err: error }, `the language file ${file} is not used`)
      unreadable.push(`${file}: ${String(error instanceof Error ? error.message : error).replaceAll('\n', ' / ')}`)
    }
  }
  return { own, unreadable }
}
