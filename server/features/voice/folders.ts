import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { atRate, rate, readWav } from './wav.ts'

/** What goes wrong with a clip is told once and costs no call. */
export interface VoiceLog { readonly warn: (about: object, message: string) => void }

/** Recordings of one voice: a folder of WAV files. */
export interface ClipFolder {
  /** Clips it has; one that cannot be read leaves the set. */
  readonly clips: ReadonlySet<string>
  /** Another text when a file was added, taken away or replaced. */
  readonly state: string
  /** Samples at the office's rate, read once; undefined if the file cannot be used. */
  readonly samples: (clip: string) => Promise<Int16Array | undefined>
}

const longestClipMs = 10_000
const longestFileBytes = 4 << 20

/** A folder that does not exist is an empty one. */
export async function openClipFolder (path: string, log: VoiceLog): Promise<ClipFolder> {
  const files = await filesOf(path)
  const clips = new Set(files.map(({ clip }) => clip))
  const read = new Map<string, Promise<Int16Array | undefined>>()
  const load = async (clip: string) => {
    try {
      return await samplesOf(join(path, `${clip}.wav`))
    } catch (error) {
      clips.delete(clip)
      log.warn({ folder: path, clip, why: (error as Error).message }, 'a voice clip cannot be used')
      return undefined
    }
  }
  return {
    clips, state: JSON.stringify(files),
    samples: clip => {
      const known = read.get(clip) ?? load(clip)
      read.set(clip, known)
      return known
    }
  }
}

async function samplesOf (file: string): Promise<Int16Array> {
  if ((await stat(file)).size > longestFileBytes) throw new Error('too large')
  const samples = atRate(readWav(await readFile(file)), rate)
  if (samples.length > longestClipMs / 1000 * rate) throw new Error(`longer than ${longestClipMs / 1000} s`)
  return samples
}

async function filesOf (path: string) {
  const names = (await readdir(path).catch(() => [])).filter(name => /^[a-z0-9-]+\.wav$/.test(name)).sort()
  return Promise.all(names.map(async name => {
    const { size, mtimeMs } = await stat(join(path, name))
    return { clip: name.slice(0, -'.wav'.length), size, mtimeMs }
  }))
}
