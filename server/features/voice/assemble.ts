import { chosenClips, isSpoken, type Spoken, type Step } from '../../../common/speech/steps.ts'
import type { ClipFolder } from './folders.ts'
import { rate, writeWav } from './wav.ts'

/** Loudspeakers that sleep swallow the first moment; a player that stops early, the last. */
const leadMs = 60
const tailMs = 140

/** One WAV file of an announcement. A step that no folder can say is left out and named to `missing`. */
export async function assemble (steps: readonly Step[], folders: readonly ClipFolder[], missing: (clip: string) => void): Promise<Uint8Array> {
  const pieces: Int16Array[] = [silence(leadMs)]
  for (const step of steps) {
    if (!isSpoken(step)) pieces.push(silence(step.pauseMs))
    else pieces.push(...await samplesOf(step, folders) ?? left(step, missing))
  }
  pieces.push(silence(tailMs))
  return writeWav({ rate, samples: joined(pieces) })
}

export const silence = (ms: number) => new Int16Array(Math.round(ms / 1000 * rate))

/** A file that turns out to be unreadable leaves its folder, so that the next try finds another way to say it. */
async function samplesOf (step: Spoken, folders: readonly ClipFolder[]): Promise<readonly Int16Array[] | undefined> {
  for (;;) {
    const chosen = chosenClips(step, folders.map(({ clips }) => clips))
    const folder = chosen && folders[chosen.folder]
    if (!folder) return undefined
    const samples = await Promise.all(chosen.clips.map(folder.samples))
    if (samples.every(piece => piece !== undefined)) return samples
  }
}

function left ({ clip }: Spoken, missing: (clip: string) => void): readonly Int16Array[] {
  missing(clip)
  return []
}

function joined (pieces: readonly Int16Array[]): Int16Array {
  const samples = new Int16Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    samples.set(piece, at)
    at += piece.length
  }
  return samples
}
