import { readFile, rm, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'

const pidFile = (data: string) => resolve(data, 'moiso.pid')
const uncheckedFile = (data: string) => resolve(data, 'moiso.unchecked')

/** How the last server on this data ended. */
export interface LastRun {
  /** It still runs: its process id. */
  readonly running?: number
  /** It was killed, or the power went; or nobody has yet looked at the database after such an end. */
  readonly unclean: boolean
}

export async function lastRun (data: string): Promise<LastRun> {
  const unchecked = await read(uncheckedFile(data)) !== undefined
  const text = await read(pidFile(data))
  if (text === undefined) return { unclean: unchecked }
  const pid = Number(text)
  return await isServer(pid) ? { running: pid, unclean: false } : { unclean: true }
}

export async function noteRunning (data: string): Promise<void> {
  await writeFile(pidFile(data), `${process.pid}\n`)
}

export async function noteStopped (data: string): Promise<void> {
  await rm(pidFile(data), { force: true })
}

/** Remembers over restarts that the database is still to be checked. */
export async function noteUnchecked (data: string): Promise<void> {
  await writeFile(uncheckedFile(data), '')
}

export async function noteChecked (data: string): Promise<void> {
  await rm(uncheckedFile(data), { force: true })
}

/** After a restart of the machine the number may belong to any other program. */
async function isServer (pid: number): Promise<boolean> {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  const command = await read(`/proc/${pid}/cmdline`)
  return command === undefined || command.includes('node')
}

async function read (path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined)
}
