import type { AskedRating } from '../../common/contract/live.ts'
import type { Level, RatingRequest } from '../../common/contract/rating.ts'

/** How an answer ended, in what is said to the citizen. */
export type Said = 'thanks' | 'skipped' | 'used' | 'expired' | 'lost'

/** What the citizen has in front of them. Times are milliseconds on the office's clock. */
export type Scene =
  | { readonly step: 'rest' }
  | { readonly step: 'question', readonly asked: AskedRating, readonly endsAt: number }
  | { readonly step: 'reasons', readonly asked: AskedRating, readonly level: Level, readonly chosen: readonly string[], readonly endsAt: number }
  | { readonly step: 'sending', readonly asked: AskedRating, readonly outcome: 'thanks' | 'skipped' }
  | { readonly step: 'said', readonly said: Said, readonly solemn: boolean, readonly endsAt: number }

export interface Flow {
  readonly scene: Scene
  /** The newest question that is over on this screen: a fresh snapshot may still carry it. */
  readonly over?: string
}

export type FlowEvent =
  | { readonly type: 'asked', readonly asked: AskedRating }
  | { readonly type: 'withdrawn' }
  | { readonly type: 'level', readonly level: Level }
  | { readonly type: 'reason', readonly reason: string }
  | { readonly type: 'send' | 'plain' | 'skip' | 'tick' }
  | { readonly type: 'answered', readonly token: string, readonly code?: string }

export interface Stepped { readonly flow: Flow, readonly send?: RatingRequest }

export const atRest: Flow = { scene: { step: 'rest' } }
const saidMs = 6000

/**
 * One question from its arrival to rest again. Changes nothing and sends nothing:
 * the page sends what is returned, and reports back with `answered`.
 */
export function step (flow: Flow, event: FlowEvent, now: number): Stepped {
  switch (event.type) {
    case 'asked': return asked(flow, event.asked, now)
    case 'withdrawn': return withdrawn(flow)
    case 'level': return levelTapped(flow, event.level, now)
    case 'reason': return reasonTapped(flow, event.reason, now)
    case 'send': return sendLow(flow, true)
    case 'plain': return sendLow(flow, false)
    case 'skip': return skip(flow)
    case 'answered': return answered(flow, event, now)
    case 'tick': return tick(flow, now)
  }
}

/** A later question takes the place of an earlier one; a level already given is not lost with it. */
function asked (flow: Flow, asked: AskedRating, now: number): Stepped {
  if (asked.token === flow.over || tokenOf(flow.scene) === asked.token) return { flow }
  const next: Flow = { scene: { step: 'question', asked, endsAt: now + asked.screenSeconds * 1000 }, ...flow.over && { over: flow.over } }
  const { scene } = flow
  return scene.step === 'reasons' ? { flow: next, send: { token: scene.asked.token, level: scene.level } } : { flow: next }
}

/**
 * Answered on the phone, or over. Not for someone who is choosing reasons: the office stops
 * listing a question after its screen time, and their level still has to be sent.
 */
function withdrawn (flow: Flow): Stepped {
  return flow.scene.step === 'question' ? { flow: rest(flow.scene.asked.token) } : { flow }
}

function levelTapped (flow: Flow, level: Level, now: number): Stepped {
  const { scene } = flow
  if (scene.step !== 'question') return { flow }
  const { asked } = scene
  if (level > 2) return sending(asked, { token: asked.token, level }, 'thanks')
  return { flow: { scene: { step: 'reasons', asked, level, chosen: [], endsAt: now + asked.screenSeconds * 1000 } } }
}

function reasonTapped (flow: Flow, reason: string, now: number): Stepped {
  const { scene } = flow
  if (scene.step !== 'reasons') return { flow }
  const chosen = scene.chosen.includes(reason) ? scene.chosen.filter(other => other !== reason) : [...scene.chosen, reason]
  return { flow: { scene: { ...scene, chosen, endsAt: now + scene.asked.screenSeconds * 1000 } } }
}

function sendLow ({ scene, ...flow }: Flow, withReasons: boolean): Stepped {
  if (scene.step !== 'reasons') return { flow: { scene, ...flow } }
  const { asked, level, chosen } = scene
  const reasons = withReasons && chosen.length > 0 ? { reasons: [...chosen] } : {}
  return sending(asked, { token: asked.token, level, ...reasons }, 'thanks')
}

function skip (flow: Flow): Stepped {
  const { scene } = flow
  if (scene.step === 'reasons') return sendLow(flow, false)
  return scene.step === 'question' ? sending(scene.asked, { token: scene.asked.token, skipped: true }, 'skipped') : { flow }
}

function sending (asked: AskedRating, send: RatingRequest, outcome: 'thanks' | 'skipped'): Stepped {
  return { flow: { scene: { step: 'sending', asked, outcome }, over: asked.token }, send }
}

function answered (flow: Flow, { token, code }: { readonly token: string, readonly code?: string }, now: number): Stepped {
  const { scene } = flow
  if (scene.step !== 'sending' || scene.asked.token !== token) return { flow }
  const said = code === undefined ? scene.outcome : saidOf(code)
  return { flow: { scene: { step: 'said', said, solemn: scene.asked.solemn, endsAt: now + saidMs }, over: token } }
}

function saidOf (code: string): Said {
  if (code === 'TOKEN_USED') return 'used'
  return code === 'TOKEN_EXPIRED' || code === 'NOT_FOUND' ? 'expired' : 'lost'
}

/** Time is up: an untouched question sends nothing, a low level goes alone. */
function tick (flow: Flow, now: number): Stepped {
  const { scene } = flow
  if (!('endsAt' in scene) || now < scene.endsAt) return { flow }
  switch (scene.step) {
    case 'question': return { flow: rest(scene.asked.token) }
    case 'reasons': return sendLow(flow, false)
    case 'said': return { flow: rest(flow.over) }
  }
}

function rest (over: string | undefined): Flow {
  return { scene: { step: 'rest' }, ...over !== undefined && { over } }
}

function tokenOf (scene: Scene): string | undefined {
  return 'asked' in scene ? scene.asked.token : undefined
}
