import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Makes the folder if need be and writes a file there that is taken away again. Rejects with what is in the way. */
export async function tryFolder (folder: string): Promise<void> {
  await makeFolder(folder)
  const trial = join(folder, '.moiso-trial')
  await (await open(trial, 'w')).close()
  await rm(trial, { force: true })
}

/**
 * Makes a folder, the ones above it first. Not by `recursive`: where a parent is there and the system still answers ENOENT
 * (/proc and other file systems that are none), Node 24 tries again for ever.
 */
export async function makeFolder (folder: string): Promise<void> {
  const found = await stat(folder).catch(absent)
  if (found?.isDirectory()) return
  if (found) throw new Error(`ENOTDIR: ${folder} is a file, not a folder`)
  const parent = dirname(folder)
  if (parent !== folder) await makeFolder(parent)
  try {
    await mkdir(folder)
  } catch (error) {
    // Somebody else made it meanwhile.
    if (codeOf(error) !== 'EEXIST') throw error
  }
}

function absent (error: unknown): undefined {
  if (codeOf(error) !== 'ENOENT') throw error
}

function codeOf (error: unknown): string | undefined {
  return error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined
}

/** The file is there whole or not at all, and on the disk. */
export async function writeWhole (folder: string, name: string, content: Uint8Array): Promise<void> {
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
export async function syncFolder (folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
