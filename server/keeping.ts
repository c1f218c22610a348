import { mkdir } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import type { Logger } from 'pino'
import { isoAt, serviceDate } from './domain/time.ts'
import type { Clock } from './ports/clock.ts'
import type { Soundness } from './ports/soundness.ts'
import type { Store } from './ports/store.ts'
import { noteChecked, noteUnchecked } from './running.ts'
import { backupBeside, checkBeside, type Attended } from './storage/attending.ts'
import { backupName, newestBackupDate, thinOut } from './storage/backups.ts'
import { startWitness, witnessFile, type Witness } from './storage/number-witness.ts'
import type { Recovery } from './storage/sqlite/recover.ts'

export interface Keeping {
  readonly soundness: Soundness
  /** Called once the office is open: begins to note numbers, and has the database checked where that is due. */
  readonly begin: (check: boolean) => Promise<void>
  /** Every minute: the day's first makes a backup. */
  readonly round: () => Promise<void>
  readonly stop: () => Promise<void>
}

export interface KeepingNeeds {
  readonly store: Store
  readonly file: string
  readonly data: string
  readonly clock: Clock
  readonly recovery?: Recovery
  readonly log: Logger
}

/** After a power cut every screen in the hall comes back in the first moment: they go first. */
const firstMs = 1_000
/** A copy that failed is not tried again at once: it keeps the disk busy. */
const retryMs = 30 * 60_000

export const backupFolder = (data: string) => resolve(data, 'backups')

/** Keeps the office's memory safe beside the daily work: checks, backups, and a second memory of numbers. All heavy work is done by other processes. */
export function createKeeping ({ store, file, data, clock, recovery, log }: KeepingNeeds): Keeping {
  let database = 'ok'
  let backup = 'ok'
  let notBefore = 0
  let witness: Witness | undefined
  const working = new Set<Attended<unknown>>()
  let stopped = false
  let waiting: NodeJS.Timeout | undefined

  async function attended<Value> (work: Attended<Value>): Promise<Value> {
    working.add(work)
    try {
      return await work.done
    } finally {
      working.delete(work)
    }
  }

  async function check (): Promise<void> {
    try {
      const findings = await attended(checkBeside(file))
      database = findings.length === 0 ? 'ok' : findings.map(({ text }) => text).slice(0, 3).join('; ')
      if (findings.length > 0) return log.error({ findings: findings.slice(0, 20) }, 'the database was checked after an unclean stop: NOT SOUND')
      log.info('the database was checked after an unclean stop: sound')
      await noteChecked(data)
    } catch (error) {
      if (stopped) return
      database = 'could not be checked'
      log.error(error, 'the database could not be checked')
    }
  }

  async function round (): Promise<void> {
    const now = clock.now()
    const days = await Promise.all((await store.offices()).map(office => store.day(office)))
    const zone = days[0]?.office.timeZone
    // An office that has done nothing yet has nothing to lose.
    if (zone === undefined || days.every(({ rev }) => rev === 0) || working.size > 0 || now < notBefore) return
    if (await newestBackupDate(backupFolder(data)) >= serviceDate(now, zone)) return
    await mkdir(backupFolder(data), { recursive: true })
    try {
      const copy = await attended(backupBeside(file, backupName(backupFolder(data), isoAt(now, zone))))
      await thinOut(backupFolder(data))
      backup = 'ok'
      log.info(copy, 'daily backup made')
    } catch (error) {
      if (stopped) return
      notBefore = now + retryMs
      backup = 'failed, see the log'
      log.error(error, 'daily backup failed')
    }
  }

  return {
    soundness: { database: () => database, notes: () => ({ backup, ...recovery && { recovery: told(recovery) } }) },
    begin: async unclean => {
      witness = await startWitness(store, witnessFile(file), log)
      if (!unclean) return
      database = 'checking'
      // A disk that takes nothing must not keep the office from opening.
      await noteUnchecked(data).catch((error: unknown) => log.error(error, 'the check cannot be noted'))
      waiting = setTimeout(() => void check(), firstMs)
    },
    round,
    stop: async () => {
      stopped = true
      clearTimeout(waiting)
      for (const work of working) work.stop()
      await witness?.close()
    }
  }
}

/** Anyone on the network may read this: no folders, no addresses. */
function told ({ reason, aside, from }: Recovery): string {
  if (aside === undefined) return `${reason}; numbers go on above them`
  const instead = from === undefined ? 'there was no backup, the office began anew' : `it was restored from ${basename(from)}`
  return `the database was damaged (${reason}) and is kept as ${basename(aside)}; ${instead}`
}
