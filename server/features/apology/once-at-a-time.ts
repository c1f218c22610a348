import type { Refusal } from '../../domain/refusal.ts'
import type { Result } from '../../domain/result.ts'
import type { Instant } from '../../domain/time.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Turned } from '../../ports/store.ts'

type Deed<Answer extends Turned<unknown>> = () => Promise<Result<Answer, Refusal>>

/** A finger that touches twice, or two colleagues who see the same line. */
const togetherMs = 10_000

/**
 * What is asked for the same thing within ten seconds is one deed: the later ones get the first one's answer. A request
 * repeated under its own key is left to that key.
 */
export function onceAtATime<Answer extends Turned<unknown>> (clock: Clock) {
  const latest = new Map<string, { readonly at: Instant, readonly key: string | undefined, readonly done: Promise<Result<Answer, Refusal>> }>()

  return async (what: string, key: string | undefined, deed: Deed<Answer>): Promise<Result<Answer, Refusal>> => {
    const now = clock.now()
    for (const [known, { at }] of latest) if (Math.abs(now - at) > togetherMs) latest.delete(known)
    const before = latest.get(what)
    if (before && (key === undefined || before.key !== key)) return replayed(await before.done)
    const entry = { at: now, key, done: deed() }
    latest.set(what, entry)
    const forget = () => { if (latest.get(what) === entry) latest.delete(what) }
    // Only what was done counts: after a "no" the next one is asked anew.
    return entry.done.then(done => { if (!done.ok) forget(); return done }, (error: unknown) => { forget(); throw error })
  }
}

function replayed<Answer extends Turned<unknown>> (done: Result<Answer, Refusal>): Result<Answer, Refusal> {
  return done.ok ? { ok: true, value: { ...done.value, replayed: true } } : done
}
