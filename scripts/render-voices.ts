import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { clipWords, voices, type Voice } from '../common/speech/clips.ts'
import { rate, readWav, writeMuLawWav, writeWav } from '../server/features/voice/wav.ts'

/*
 * Renders the clips in voices/ anew: npm run voices. Needs espeak-ng (apt-get install espeak-ng), which the product
 * itself never runs (docs/decisions/0007). It is handed words, never digits: it reads 15 as "mười năm".
 */
const speakers: Readonly<Record<Voice, { readonly voice: string, readonly wordsPerMinute: number }>> = {
  'vi-north': { voice: 'vi', wordsPerMinute: 140 },
  'vi-south': { voice: 'vi-vn-x-south', wordsPerMinute: 140 },
  'en': { voice: 'en', wordsPerMinute: 145 }
}
const folder = resolve(import.meta.dirname, '../voices')
/** Loudness of every clip over its own length, and the peak it stays under: −19 and −2 dB of full scale. */
const loudness = 0.112
const ceiling = 0.79
const quiet = 0.012
const fadeMs = 6
const samplesIn = (ms: number) => Math.round(ms / 1000 * rate)

for (const voice of voices) {
  const into = join(folder, voice)
  rmSync(into, { recursive: true, force: true })
  mkdirSync(into, { recursive: true })
  const clips = Object.entries(clipWords(voice)).map(([clip, words]) => ({ clip, file: writeMuLawWav(spoken(voice, words)) }))
  for (const { clip, file } of clips) writeFileSync(join(into, `${clip}.wav`), file)
  const bytes = clips.reduce((sum, { file }) => sum + file.byteLength, 0)
  console.log(`${voice}: ${clips.length} clips, ${(bytes / rate).toFixed(1)} s, ${Math.round(bytes / 1024)} kB`)
}
// Its long quiet tail would hiss in µ-law.
writeFileSync(join(folder, 'chime.wav'), writeWav(fromLevels(chime())))

function spoken (voice: Voice, words: string) {
  const speaker = speakers[voice]
  const { status, stdout, stderr, error } = spawnSync('espeak-ng', ['-v', speaker.voice, '-s', String(speaker.wordsPerMinute), '--stdout', words], { maxBuffer: 1 << 24 })
  if (status !== 0) throw new Error(`espeak-ng: ${error?.message ?? stderr.toString()}`)
  const sound = readWav(stdout)
  if (sound.rate !== rate) throw new Error(`espeak-ng speaks at ${sound.rate} Hz, ${rate} is needed`)
  return fromLevels(faded(equallyLoud(trimmed(Float64Array.from(sound.samples, sample => sample / 32_768)))))
}

/** Without the silence before and after, but for a hundredth of a second that keeps soft consonants. */
function trimmed (levels: Float64Array): Float64Array {
  const limit = quiet * levels.reduce((peak, level) => Math.max(peak, Math.abs(level)), 0)
  const isHeard = (level: number) => Math.abs(level) > limit
  const margin = samplesIn(10)
  return levels.slice(Math.max(0, levels.findIndex(isHeard) - margin), levels.findLastIndex(isHeard) + margin)
}

function equallyLoud (levels: Float64Array): Float64Array {
  const rms = Math.sqrt(levels.reduce((sum, level) => sum + level * level, 0) / levels.length)
  const peak = levels.reduce((most, level) => Math.max(most, Math.abs(level)), 0)
  const gain = Math.min(loudness / rms, ceiling / peak)
  return levels.map(level => level * gain)
}

/** A clip that starts or stops in the middle of a wave clicks. */
function faded (levels: Float64Array): Float64Array {
  const fade = samplesIn(fadeMs)
  return levels.map((level, index) => level * Math.min(1, index / fade, (levels.length - 1 - index) / fade))
}

/** Two bells, mi and do, the second before the first has died away. */
function chime (): Float64Array {
  const bells = [{ hertz: 659.26, atMs: 0 }, { hertz: 523.25, atMs: 420 }]
  const partials = [{ times: 1, strength: 1, dieMs: 420 }, { times: 2, strength: 0.35, dieMs: 260 }, { times: 3.01, strength: 0.12, dieMs: 140 }]
  const levels = Float64Array.from({ length: samplesIn(1500) }, (_, index) => {
    const ms = 1000 * index / rate
    return bells.reduce((sum, { hertz, atMs }) => sum + (ms < atMs ? 0 : struck(hertz, ms - atMs)), 0)
  })
  function struck (hertz: number, ms: number): number {
    const strike = Math.min(1, ms / 4)
    return partials.reduce((sum, { times, strength, dieMs }) => sum + strength * strike * Math.exp(-ms / dieMs) * Math.sin(2 * Math.PI * hertz * times * ms / 1000), 0)
  }
  return faded(equallyLoud(levels))
}

function fromLevels (levels: Float64Array) {
  return { rate, samples: Int16Array.from(levels, level => Math.round(level * 32_767)) }
}
