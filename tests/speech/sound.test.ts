import { cp, mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { clipWords, voices } from '../../common/speech/clips.ts'
import { readWav, writeMuLawWav, writeWav, atRate } from '../../server/features/voice/wav.ts'
import { openVoice } from '../../server/features/voice/voice.ts'
import { recentlyMade } from '../../server/features/voice/recently-made.ts'

const bundled = resolve(import.meta.dirname, '../../voices')
const warn = vi.fn()
const voiceOf = (...roots: string[]) => openVoice({ roots, region: 'north', log: { warn } })
const decibels = (level: number) => 20 * Math.log10(level / 32_768)
const rms = (samples: Int16Array) => Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length)
const peak = (samples: Int16Array) => samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)

/** Silences inside a sound, in ms: stretches whose every 10 ms stay under −50 dB. */
function silences (samples: Int16Array, rate: number): number[] {
  const step = Math.round(rate / 100)
  const quiet = Array.from({ length: Math.floor(samples.length / step) }, (_, index) => decibels(peak(samples.subarray(index * step, (index + 1) * step)) + 1) < -50)
  return quiet.map(isQuiet => isQuiet ? 'q' : 's').join('').match(/q+/g)?.map(stretch => stretch.length * 10) ?? []
}

const ten = [
  ['vi', '2014', 2, 0], ['vi', '1001', 21, 2], ['vi', '9999', 40, 0], ['vi', '11000', 57, 1], ['vi-south', '1999', 24, 0],
  ['vi-south', '7007', 105, 1], ['en', '2014', 2, 0], ['en', '7777', 37, 1], ['en', '1000', 12, 0], ['en', '41002', 99, 1]
] as const

describe.each(ten)('the sound of %s %s at counter %i, repeat %i', (language, number, counter, repeat) => {
  it('is a decodable WAV of 3–9 s, as loud as speech, unclipped, with silence only at its ends and its pauses', async () => {
    const file = await (await voiceOf(bundled)).announcement(language, { number, counter, repeat }) ?? new Uint8Array()
    const { rate, samples } = readWav(file)
    expect(rate).toBe(22_050)
    expect(file.byteLength).toBe(44 + 2 * samples.length)
    expect(samples.length / rate).toBeGreaterThan(3)
    expect(samples.length / rate).toBeLessThan(9)
    expect(decibels(rms(samples))).toBeGreaterThan(-25)
    expect(decibels(rms(samples))).toBeLessThan(-17)
    expect(decibels(peak(samples))).toBeGreaterThan(-9)
    expect(decibels(peak(samples))).toBeLessThan(-1)
    expect(Math.max(...silences(samples, rate))).toBeLessThan(500)
    const isSilent = (from: number, to: number) => peak(samples.subarray(Math.round(from * rate), Math.round(to * rate))) === 0
    expect(isSilent(0, 0.05)).toBe(true)
    expect(isSilent(samples.length / rate - 0.13, samples.length / rate)).toBe(true)
  })
})

describe('every clip', () => {
  it('is heard: as loud as the others, unclipped, without a click at its ends, neither empty nor long', async () => {
    for (const voice of voices) {
      for (const [clip, words] of Object.entries(clipWords(voice))) {
        const { rate, samples } = readWav(await readFile(join(bundled, voice, `${clip}.wav`)))
        const at = `${voice}/${clip}`
        expect(rate, at).toBe(22_050)
        expect(decibels(rms(samples)), at).toBeGreaterThan(-23)
        expect(decibels(rms(samples)), at).toBeLessThan(-18)
        expect(decibels(peak(samples)), at).toBeLessThan(-1.9)
        expect(Math.abs(samples[0] ?? 1) + Math.abs(samples.at(-1) ?? 1), at).toBeLessThan(64)
        expect(1000 * samples.length / rate / words.split(/[ -]/).length, at).toBeGreaterThan(130)
        expect(1000 * samples.length / rate / words.split(/[ -]/).length, at).toBeLessThan(900)
      }
    }
  })
})

describe('a folder of recordings', () => {
  let own = ''
  beforeAll(async () => { own = await mkdtemp(join(tmpdir(), 'moiso-voices-')) })
  afterAll(() => rm(own, { recursive: true, force: true }))
  const call = { number: '2014', counter: 2, repeat: 0 }
  const lengthOf = async (roots: string[], language = 'vi') => (await (await voiceOf(...roots)).announcement(language, call))?.byteLength

  it('of the office comes before the bundled one, whatever its rate and channels, and makes a new version', async () => {
    const before = await voiceOf(own, bundled)
    await mkdir(join(own, 'vi'), { recursive: true })
    const tone = new Int16Array(2 * 48_000).fill(1000)
    const stereo = Buffer.from(writeWav({ rate: 48_000, samples: tone }))
    stereo.writeUInt16LE(2, 22)
    await writeFile(join(own, 'vi/to-counter.wav'), stereo)
    const after = await voiceOf(own, bundled)
    expect(after.version).not.toBe(before.version)
    const { samples: original } = readWav(await readFile(join(bundled, 'vi-north/to-counter.wav')))
    expect((await after.announcement('vi', call) ?? []).length - (await before.announcement('vi', call) ?? []).length).toBe(2 * (22_050 - original.length))
    await rm(join(own, 'vi'), { recursive: true })
  })

  it('that cannot be read is told once and passed over', async () => {
    warn.mockClear()
    await mkdir(join(own, 'vi-north'), { recursive: true })
    await writeFile(join(own, 'vi-north/call.wav'), 'no sound at all')
    const voice = await voiceOf(own, bundled)
    await Promise.all([1, 2, 3].map(counter => voice.announcement('vi', { ...call, counter })))
    expect(warn).toHaveBeenCalledTimes(1)
    expect(await lengthOf([own, bundled])).toBe(await lengthOf([bundled]))
    await rm(join(own, 'vi-north'), { recursive: true })
  })

  it('with a clip missing still speaks, and tells once', async () => {
    warn.mockClear()
    await cp(join(bundled, 'en'), join(own, 'en'), { recursive: true })
    await rm(join(own, 'en/digit-0.wav'))
    const voice = await voiceOf(own)
    expect((await voice.announcement('en', call))?.byteLength).toBeGreaterThan(100_000)
    await voice.announcement('en', { ...call, counter: 3 })
    expect(warn.mock.calls.map(([about]) => about as unknown)).toEqual([{ language: 'en', clip: 'digit-0' }])
  })

  it('of a minority language is a language of its own', async () => {
    expect(await lengthOf([own, bundled], 'ede')).toBeUndefined()
    await cp(join(bundled, 'en'), join(own, 'ede'), { recursive: true })
    expect(await lengthOf([own, bundled], 'ede')).toBe(await lengthOf([bundled], 'en'))
  })
})

describe('sound in bytes', () => {
  it('comes back from 16 bits as it was and from µ-law within a thirtieth', () => {
    const samples = Int16Array.from({ length: 65_536 }, (_, index) => index - 32_768)
    expect(readWav(writeWav({ rate: 22_050, samples })).samples).toEqual(samples)
    readWav(writeMuLawWav({ rate: 22_050, samples })).samples.forEach((heard, index) => {
      const sample = samples[index] ?? 0
      if (Math.abs(heard - sample) > 16 + Math.abs(sample) / 30) throw new Error(`${sample} came back as ${heard}`)
    })
  })

  it.each([[44_100, 22_050], [16_000, 22_050], [48_000, 22_050]])('brought from %i to %i samples a second keeps its tone', (from, to) => {
    const sine = (rate: number) => Int16Array.from({ length: rate / 10 }, (_, index) => 10_000 * Math.sin(2 * Math.PI * 440 * index / rate))
    const heard = atRate({ rate: from, samples: sine(from) }, to)
    const wanted = sine(to)
    expect(Math.abs(heard.length - wanted.length)).toBeLessThan(2)
    expect(Math.max(...[...heard].slice(0, -2).map((sample, index) => Math.abs(sample - (wanted[index] ?? 0))))).toBeLessThan(900)
  })

  it.each([['', 'not a WAV'], ['RIFF', 'not a WAV'], ['x'.repeat(100), 'not a WAV']])('refuses %j', (text, why) => {
    expect(() => readWav(Buffer.from(text))).toThrow(why)
  })
})

it('makes a thing once however many ask, and keeps only the latest', async () => {
  const make = vi.fn(async (thing: string) => thing)
  const made = recentlyMade<string>(2)
  const ask = (key: string) => made(key, () => make(key))
  await Promise.all([ask('a'), ask('a'), ask('b'), ask('a'), ask('c')])
  expect(make.mock.calls.flat()).toEqual(['a', 'b', 'c'])
  await ask('a')
  await ask('b')
  expect(make.mock.calls.flat()).toEqual(['a', 'b', 'c', 'b'])
})
