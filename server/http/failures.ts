import { RateLimiterMemory } from 'rate-limiter-flexible'

/** Counts failures only, so that an office signing in every morning is never slowed down. */
export interface FailureLimit {
  /** Seconds to wait if this key has failed too often; undefined when it may try. */
  readonly blockedFor: (key: string) => Promise<number | undefined>
  readonly failed: (key: string) => Promise<void>
  readonly succeeded: (key: string) => Promise<void>
}

export function failureLimit ({ tries, windowSeconds }: { readonly tries: number, readonly windowSeconds: number }): FailureLimit {
  const limiter = new RateLimiterMemory({ points: tries, duration: windowSeconds })
  return {
    blockedFor: async key => {
      const state = await limiter.get(key)
      return state && state.consumedPoints >= tries ? Math.ceil(state.msBeforeNext / 1000) : undefined
    },
    failed: async key => { await limiter.penalty(key) },
    succeeded: async key => { await limiter.delete(key) }
  }
}
