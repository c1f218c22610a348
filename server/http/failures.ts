import { RateLimiterMemory } from 'rate-limiter-flexible'

/** Counts failures only, so that an office signing in every morning is never slowed down. */
export interface FailureLimit {
  /** Takes one try before its outcome is known, so that guesses made at once count too. Seconds to wait if there is none left. */
  readonly take: (key: string) => Promise<number | undefined>
  /** The try did not fail after all. */
  readonly giveBack: (key: string) => Promise<void>
}

export function failureLimit ({ tries, windowSeconds }: { readonly tries: number, readonly windowSeconds: number }): FailureLimit {
  const limiter = new RateLimiterMemory({ points: tries, duration: windowSeconds })
  return {
    take: async key => {
      const { consumedPoints, msBeforeNext } = await limiter.penalty(key)
      return consumedPoints > tries ? Math.ceil(msBeforeNext / 1000) : undefined
    },
    giveBack: async key => { await limiter.reward(key) }
  }
}
