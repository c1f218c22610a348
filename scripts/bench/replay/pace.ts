/** A stretch of work seen today (a service, or one turn of a line) beside how long such a one takes on other days; any unit, the same for both. */
export interface Stretch {
  readonly took: number
  /** More than 0. */
  readonly usual: number
  /** Since it ended, in milliseconds. */
  readonly agoMs: number
  /** It goes on still: `took` is what has passed of it so far. */
  readonly running?: boolean
}

/** How much slower than usual today goes. */
export interface Pace {
  /** 1 as on other days; 1.2 a fifth slower; 0.8 a fifth faster. */
  readonly factor: number
  /** How sure of it: the standard deviation of its logarithm, 0.1 for about ±10 %. */
  readonly spread: number
}

export interface PaceRule {
  /** How many stretches of today weigh as much as the experience of other days. */
  readonly trust: number
  /** After this long a stretch of today counts by a third (1/e): the morning says little about the afternoon. */
  readonly fadeMs: number
  /** How unequal stretches are among themselves: standard deviation ÷ mean. */
  readonly variation: number
}

/** As measured on the offices of Warsaw (docs/forecast.md); between 15 and 60, and from two hours to a whole day, it made no difference worth a figure. */
export const usualPaceRule: PaceRule = { trust: 30, fadeMs: 4 * 3_600_000, variation: 1 }

/**
 * What today's stretches say, held against the usual: few of them move the factor little, many carry it all the way.
 * Reckoned as for work whose end is always equally likely, so that a stretch still running counts by the time it has
 * taken and not as an end. Without stretches the factor is 1.
 */
export function paceOf (stretches: Iterable<Stretch>, rule: PaceRule = usualPaceRule): Pace {
  let ended = rule.trust
  let taken = rule.trust
  for (const { took, usual, agoMs, running } of stretches) {
    const weight = Math.exp(-Math.max(0, agoMs) / rule.fadeMs)
    if (!running) ended += weight
    taken += weight * took / usual
  }
  return { factor: taken / ended, spread: rule.variation / Math.sqrt(ended) }
}
