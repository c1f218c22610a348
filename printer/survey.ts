import { setTimeout as sleep } from 'node:timers/promises'
import { parsePrinterUrl } from './address.ts'
import { isBlocking, stateOf, unheard, type Condition } from './condition.ts'
import { processNumbers, questions } from './encode/compose.ts'
import { converse, type Conversation, type Ears } from './link/conversation.ts'
import { freeing, tellChanges } from './link/hand-over.ts'
import { createHearing, type Hearing } from './link/hearing.ts'
import { linkTimes, type LinkTimes } from './link/times.ts'
import { wordsOf } from './outcome.ts'
import { type PrinterOptions } from './printers.ts'
import { type PrinterProfile } from './profiles/profiles.ts'
import { type PrinterAdapter } from './transports/adapter.ts'
import { tryFolder } from './transports/folder.ts'
import { transportTo } from './transports/transport.ts'
import { createVirtualPrinter } from './virtual/printer.ts'

/** Whether a printer did what it was asked; a profile that forbids a question leaves it unasked. */
export type Found = 'yes' | 'no' | 'unasked'

/** What a printer turned out to be able to say. */
export interface Survey {
  /** Why there is no connection; absent when there was one. */
  readonly unreached?: string
  /** It took the connection and ended it at once, before anything was printed: hardly a printer, or one that is busy. */
  readonly hungUp?: boolean
  /** DLE EOT: it says how it is. */
  readonly status: Found
  readonly condition: Condition
  /** GS a: it tells changes by itself. */
  readonly pushes: Found
  /** GS I, maker and model: what it claims to be, which proves nothing. */
  readonly claims: readonly string[]
  /** GS ( H: it says when a job is on paper. */
  readonly processId: Found
  /** GS r: it says when it has come to the end of a job. */
  readonly fence: Found
}

const silent: Survey = { status: 'unasked', condition: unheard, pushes: 'unasked', claims: [], processId: 'unasked', fence: 'unasked' }
/** The one a survey asks to be confirmed by: the last, so that no page soon after it has the same. */
const surveyNumber = processNumbers
const makerAndModel = [0x42, 0x43] as const
const initialise = Uint8Array.of(0x1b, 0x40)
/** A name is shown on a terminal, which obeys control characters. */
const unreadable = /[^\x20-\x7e]/g

/**
 * Asks the printer of an address what it can say, over a connection of its own that is over when this resolves, and prints
 * nothing. Undefined for a folder that can be written to: there is nobody to ask. Throws PrinterUrlError.
 */
export async function surveyPrinter (url: string, options: PrinterOptions = {}): Promise<Survey | undefined> {
  const { place, profile } = parsePrinterUrl(url)
  if (place.type === 'file') return tryFolder(place.folder).then(() => undefined, (error: unknown) => ({ ...silent, unreached: wordsOf(error) }))
  const times = { ...linkTimes, ...options.times }
  const transport = transportTo(place, times, () => options.virtual ?? createVirtualPrinter({ widthDots: profile.paper.widthDots }))
  try {
    return await surveyOver(await transport.adapter(), profile, times)
  } finally {
    await transport.stop()
  }
}

async function surveyOver (adapter: PrinterAdapter, profile: PrinterProfile, times: LinkTimes): Promise<Survey> {
  const heard = createHeard(bytes => { hearing.pushed(bytes) })
  const talk = converse(adapter, heard.ears, times.statusMs)
  const hearing: Hearing = createHearing(talk)
  const refused = await talk.open()
  try {
    if (refused) return { ...silent, unreached: wordsOf(refused) }
    if (profile.confirmation === 'none') return await hangsUp(talk, times.statusMs) ? { ...silent, hungUp: true } : silent
    if (!await hearing.learn()) return { ...silent, status: 'no', ...talk.hasEnded() && { hungUp: true } }
    return await askAbilities({ talk, hearing, heard, profile, times })
  } finally {
    await talk.close()
  }
}

/** One that is asked nothing may need a moment to say that it does not want us. */
async function hangsUp (talk: Conversation, withinMs: number): Promise<boolean> {
  const enough = new AbortController()
  await Promise.race([talk.ended, sleep(withinMs, undefined, { signal: enough.signal }).catch(() => {})])
  enough.abort()
  return talk.hasEnded()
}

interface Asking {
  readonly talk: Conversation
  readonly hearing: Hearing
  readonly heard: Heard
  readonly profile: PrinterProfile
  readonly times: LinkTimes
}

type Abilities = Pick<Survey, 'pushes' | 'claims' | 'processId' | 'fence'>

async function askAbilities (asking: Asking): Promise<Survey> {
  const { talk, hearing, profile } = asking
  const known: Survey = { ...silent, status: 'yes', condition: hearing.condition() }
  // A printer that stands still obeys nothing but DLE EOT: its silence would say nothing.
  if (isBlocking(stateOf(known.condition))) return known
  let said = await askInTurn(asking)
  if (isMute(said)) {
    // Perhaps somebody left it in the middle of a picture, and it took the questions for dots.
    await talk.write(freeing(profile))
    said = await askInTurn(asking)
  }
  // Letters that a printer made of a question it does not know are thrown away with its line.
  await talk.write(initialise)
  return { ...known, condition: hearing.condition(), ...said }
}

/** One question after the other: what answers GS I without its frame would look like the answer to another. */
async function askInTurn (asking: Asking): Promise<Abilities> {
  const { talk, heard, profile, times } = asking
  await talk.write(tellChanges)
  const pushes = found(await heard.until(() => heard.said.hasPushed, times.statusMs))
  if (profile.confirmation === 'probe') await askNames(asking)
  return { pushes, claims: heard.said.claims, ...await askBehindNothing(asking) }
}

function isMute ({ pushes, claims, processId, fence }: Abilities): boolean {
  return claims.length === 0 && ![pushes, processId, fence].includes('yes')
}

async function askNames ({ talk, heard, times }: Asking): Promise<void> {
  for (const [i, which] of makerAndModel.entries()) {
    await talk.write(Uint8Array.of(0x1d, 0x49, which))
    if (!await heard.until(() => heard.said.claims.length > i, times.statusMs)) return
  }
}

/** The questions that follow a job, behind no job. */
async function askBehindNothing ({ talk, heard, profile, times }: Asking): Promise<Pick<Survey, 'processId' | 'fence'>> {
  const asked = questions(profile, surveyNumber)
  if (asked.length === 0) return { processId: 'unasked', fence: 'unasked' }
  const isProbe = profile.confirmation === 'probe'
  const { said } = heard
  said.hasFenced = false
  await talk.write(Uint8Array.from(asked))
  await heard.until(() => said.hasFenced && (said.hasNamed || !isProbe), times.settleMs)
  return { processId: isProbe ? found(said.hasNamed) : 'unasked', fence: found(said.hasFenced) }
}

function found (isSo: boolean): Found {
  return isSo ? 'yes' : 'no'
}

interface Heard {
  readonly ears: Ears
  readonly said: { hasPushed: boolean, hasNamed: boolean, hasFenced: boolean, claims: string[] }
  /** Resolves with true as soon as it is so, with false when the time is over. */
  until (isSo: () => boolean, ms: number): Promise<boolean>
}

function createHeard (onPush: (bytes: Uint8Array) => void): Heard {
  const said: Heard['said'] = { hasPushed: false, hasNamed: false, hasFenced: false, claims: [] }
  let look = () => {}
  return {
    said,
    ears: {
      onPush (bytes) { onPush(bytes); said.hasPushed = true; look() },
      onProcess () { said.hasNamed = true; look() },
      onFence () { said.hasFenced = true; look() },
      onIdentity (text) { said.claims.push(text.replace(unreadable, '?')); look() }
    },
    until: (isSo, ms) => new Promise(resolve => {
      const end = (value: boolean) => { clearTimeout(timer); look = () => {}; resolve(value) }
      const timer = setTimeout(() => { end(false) }, ms)
      look = () => { if (isSo()) end(true) }
      look()
    })
  }
}
