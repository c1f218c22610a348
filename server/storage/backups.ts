import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** Backups that the office makes by itself; other files in the folder are somebody's own. */
const named = /^moiso-\d{4}-\d{2}-\d{2}T[\d-]+\.db$/
const kept = 14

/** The file of a backup made at that time on the office's wall, `2026-11-23T07:01:00`. */
export function backupName (folder: string, wallTime: string): string {
  return join(folder, `moiso-${wallTime.slice(0, 19).replaceAll(':', '-')}.db`)
}

/** Oldest first: the names carry the time. */
export async function backupsIn (folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((): string[] => [])
  return names.filter(name => named.test(name)).sort().map(name => join(folder, name))
}

/** The service date of the newest backup, empty where there is none. */
export async function newestBackupDate (folder: string): Promise<string> {
  return /moiso-(\d{4}-\d{2}-\d{2})T[^/\\]*$/.exec((await backupsIn(folder)).at(-1) ?? '')?.[1] ?? ''
}

/** Forgets all but the newest, and what an interrupted one left half done. */
export async function thinOut (folder: string): Promise<void> {
  const halves = (await readdir(folder)).filter(name => name.endsWith('.part') && named.test(name.slice(0, -'.part'.length))).map(name => join(folder, name))
  for (const file of [...(await backupsIn(folder)).slice(0, -kept), ...halves]) await rm(file, { force: true })
}
