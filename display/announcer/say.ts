import type { Call } from '../../common/contract/counter.ts'

/** locked: the browser wants a person's touch first. failed: no sound, too late, or stopped. */
export type Played = 'played' | 'failed' | 'locked'

/** What makes sounds, one at a time. Tests put a silent one in its place. */
export interface Loudspeaker {
  /** Starts to fetch a sound that will be wanted soon. */
  prepare (url: string): void
  /** Settles in bounded time, whatever the network does. */
  play (url: string): Promise<Played>
  /** Silence now: what is playing ends as failed. */
  stop (): void
}

export const sounds = { chime: '/sound/chime.wav', silence: '/sound/silence.wav' } as const
const betweenMs = 700

/**
 * Chime, call, repeat. Further languages follow once, so that a full hall is not kept waiting by them.
 * Never throws; resolves with `locked` if the browser lets nothing be heard.
 */
export async function say (call: Call, languages: readonly string[], loudspeaker: Loudspeaker, isStopped: () => boolean, wait = pause): Promise<Played> {
  const [first, ...others] = languages.map(language => (call.sound as Readonly<Record<string, string>>)[language] ?? '').filter(Boolean)
  if (first === undefined) return 'failed'
  loudspeaker.prepare(first)
  if (await loudspeaker.play(sounds.chime) === 'locked') return 'locked'
  let played: Played = 'failed'
  let previous = ''
  for (const url of [first, first, ...others]) {
    // What failed once is not waited for again.
    if (url === previous && played === 'failed') continue
    if (previous) await wait(betweenMs)
    if (isStopped()) return 'failed'
    played = await loudspeaker.play(url)
    if (played === 'locked') return 'locked'
    previous = url
  }
  return played
}

const pause = (ms: number) => new Promise<void>(resolve => { setTimeout(resolve, ms) })
