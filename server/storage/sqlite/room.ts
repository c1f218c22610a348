import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Writer } from './writer.ts'

/** What is kept back on the disk, and in a database that may not grow further: enough to call everyone who waits. */
const keptOnDisk = 16 * 1024 * 1024
const keptInFile = 1024 * 1024
const askEveryMs = 1_000

/**
 * Whether room is running out: then no new numbers are given, so that those who already wait can still be called.
 * Looked at once a second at most.
 * @param file absent where only the database's own limit counts
 */
export function tightness (writer: Writer, file?: string): () => Promise<boolean> {
  let last: { readonly at: number, readonly answer: Promise<boolean> } | undefined
  return () => {
    const now = performance.now()
    if (!last || now - last.at > askEveryMs) last = { at: now, answer: isTight(writer, file) }
    return last.answer
  }
}

async function isTight (writer: Writer, file: string | undefined): Promise<boolean> {
  const [onDisk, inFile] = await Promise.all([file === undefined ? Infinity : freeOnDisk(file), freeInFile(writer)])
  return onDisk < keptOnDisk || inFile < keptInFile
}

async function freeOnDisk (file: string): Promise<number> {
  const { bavail, bsize } = await statfs(dirname(file))
  return bavail * bsize
}

function freeInFile (writer: Writer): Promise<number> {
  return writer.between(async ({ sql }) => {
    const [pages] = await sql.all<{ most: number, used: number, free: number, size: number }>(`SELECT max_page_count AS most, page_count AS used, freelist_count AS free, page_size AS size
      FROM pragma_max_page_count, pragma_page_count, pragma_freelist_count, pragma_page_size`)
    return pages ? (pages.most - pages.used + pages.free) * pages.size : Infinity
  })
}
