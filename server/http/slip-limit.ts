import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { Principal } from '../ports/principal.ts'

/** Takes one slip from what a kiosk may ask for; seconds to wait when it has had them all. Staff and keys have no limit (CONTRACT.md). */
export type SlipLimit = (principal: Principal) => Promise<number | undefined>

/** A hall full of people reads at most so many checklists; a child at the kiosk prints no roll empty. */
const slipsAMinute = 10

export function slipLimit (): SlipLimit {
  const limiter = new RateLimiterMemory({ points: slipsAMinute, duration: 60 })
  return async principal => {
    if (principal.kind !== 'kiosk') return undefined
    const { consumedPoints, msBeforeNext } = await limiter.penalty(principal.id)
    return consumedPoints > slipsAMinute ? Math.ceil(msBeforeNext / 1000) : undefined
  }
}
