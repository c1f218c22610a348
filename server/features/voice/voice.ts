import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { stepsOf } from '../../../common/speech/steps.ts'
import type { RegionalWording } from '../../../common/speech/vietnamese.ts'
import type { Said, Voice } from '../../ports/voice.ts'
import { assemble } from './assemble.ts'
import { openClipFolder, type ClipFolder, type VoiceLog } from './folders.ts'
import { recentlyMade } from './recently-made.ts'
import { rate, writeWav } from './wav.ts'

export interface VoiceOptions {
  /** Folders of folders of clips, the office's own recordings first. */
  readonly roots: readonly string[]
  /** Whose Vietnamese `vi` is. */
  readonly region: RegionalWording
  readonly log: VoiceLog
}

const isLanguage = (name: string) => /^[a-z]{2,8}(-[a-z0-9]{1,8}){0,3}$/.test(name)
/** About 7 MB: every announcement of the last minutes. */
const keptAnnouncements = 32

/** Reads which clips there are; recordings that are added later are heard after a restart. */
export async function openVoice ({ roots, region, log }: VoiceOptions): Promise<Voice> {
  const shelves = await Promise.all(roots.map(root => shelfOf(root, log)))
  const bells = await Promise.all(roots.map(root => openClipFolder(root, log)))
  const version = versionOf(region, [...shelves.flatMap(shelf => [...shelf.values()]), ...bells])
  const made = recentlyMade<Uint8Array>(keptAnnouncements)
  const missing = (language: string) => once((clip: string) => log.warn({ language, clip }, 'a voice clip is missing: calls are spoken without it'))
  const tellers = new Map<string, (clip: string) => void>()

  return {
    version,
    addresses: call => ({ vi: address('vi', call, version), en: address('en', call, version) }),
    announcement: async (language, call) => {
      const folders = searched(language, region).flatMap(names => shelves.flatMap(shelf => names.flatMap(name => shelf.get(name) ?? [])))
      if (folders.length === 0) return undefined
      const tell = tellers.get(language) ?? missing(language)
      tellers.set(language, tell)
      const spoken = language === 'vi' ? `vi-${region}` : language
      return made(`${language} ${call.number} ${call.counter} ${call.repeat > 0}`, () => assemble(stepsOf(call, spoken), folders, tell))
    },
    chime: async () => {
      for (const bell of bells.filter(({ clips }) => clips.has('chime'))) {
        const samples = await bell.samples('chime')
        if (samples) return writeWav({ rate, samples })
      }
      return undefined
    }
  }
}

/**
 * Which folders say a language, in groups that are searched one after the other, each in every root.
 * The south borrows from the north what it lacks; "vi" is the region's own.
 */
function searched (language: string, region: RegionalWording): readonly (readonly string[])[] {
  if (language === 'vi') return [[`vi-${region}`, 'vi'], ...region === 'south' ? [['vi-north']] : []]
  return language === 'vi-south' ? [['vi-south'], ['vi-north']] : [[language]]
}

async function shelfOf (root: string, log: VoiceLog): Promise<ReadonlyMap<string, ClipFolder>> {
  const names = (await readdir(root).catch(() => [])).filter(isLanguage)
  const folders = await Promise.all(names.map(async name => [name, await openClipFolder(join(root, name), log)] as const))
  return new Map(folders.filter(([, { clips }]) => clips.size > 0))
}

/** Also other pauses or another way of reading make another version: a call of every kind is part of it. */
function versionOf (region: RegionalWording, folders: readonly ClipFolder[]): string {
  const told = ['vi-north', 'vi-south', 'en'].map(language => stepsOf({ number: '12345', counter: 524, repeat: 1 }, language))
  return createHash('sha256').update(JSON.stringify([region, told, folders.map(({ state }) => state)])).digest('hex').slice(0, 10)
}

const address = (language: string, { number, counter, repeat }: Said, version: string) => `/sound/${language}/${number}-${counter}-${repeat}.wav?v=${version}`

function once (tell: (what: string) => void): (what: string) => void {
  const told = new Set<string>()
  return what => {
    if (told.has(what)) return
    told.add(what)
    tell(what)
  }
}
