import { createHash } from 'node:crypto'
import { readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { resolve } from 'node:path'

const pidFile = (data: string) => resolve(data, 'moiso.pid')
const uncheckedFile = (data: string) => resolve(data, 'moiso.unchecked')

/**
 * Makes this process the only server on that data, until it ends however it ends: two would each believe
 * they are the office's memory, and screens of one would miss what the other does.
 * A name that the system itself takes back, not a file: a file left by a power cut would keep the office shut.
 * @throws a sentence when another server has it
 */
export async function claimData (data: string): Promise<() => void> {
  const name = `moiso-${createHash('sha256').update(await realpath(data)).digest('hex').slice(0, 32)}`
  const claim = createServer(socket => socket.destroy())
  await new Promise<void>((taken, refused) => {
    claim.once('error', () => refused(new Error(`MOISO_DATA: another server is already running on ${data} (its process id is in moiso.pid). Stop it first, or name another folder.`)))
    claim.listen(process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : `\0${name}`, taken)
  })
  claim.unref()
  return () => { claim.close() }
}

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
