/** Chance that repeats: the same seed throws the same dice in the same order on every machine. */
export interface Dice {
  /** From 0 up to, not including, 1. */
  readonly uniform: () => number
  /** True with that probability. */
  readonly happens: (probability: number) => boolean
  /** One of the choices, each as often as its weight says; weights need not sum to 1. */
  readonly oneOf: <Choice>(choices: readonly (readonly [Choice, number])[]) => Choice | undefined
  /** Skewed to the right as times of service are; `cv` is the standard deviation over the mean. */
  readonly lognormal: (mean: number, cv: number) => number
}

export function seededDice (seed: number): Dice {
  const uniform = mulberry32(seed)
  return {
    uniform,
    happens: probability => uniform() < probability,
    oneOf: choices => {
      let left = uniform() * choices.reduce((sum, [, weight]) => sum + weight, 0)
      return choices.find(([, weight]) => (left -= weight) < 0)?.[0]
    },
    lognormal: (mean, cv) => {
      const variance = Math.log(1 + cv * cv)
      return mean * Math.exp(Math.sqrt(variance) * normal(uniform) - variance / 2)
    }
  }
}

/** Mulberry32 (public domain): 32 bits of state are plenty for a day of visitors. */
function mulberry32 (seed: number): () => number {
  let state = seed | 0
  return () => {
    state = state + 0x6D2B79F5 | 0
    let mixed = Math.imul(state ^ state >>> 15, 1 | state)
    mixed = mixed + Math.imul(mixed ^ mixed >>> 7, 61 | mixed) ^ mixed
    return ((mixed ^ mixed >>> 14) >>> 0) / 4_294_967_296
  }
}

/** Box and Muller; 1 − u keeps the logarithm away from zero. */
function normal (uniform: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
}
