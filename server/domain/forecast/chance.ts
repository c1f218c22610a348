/**
 * Chances that depend only on what they are asked for: the same run, the same person and the same question get the same
 * answer whenever it is asked, so that two reckonings of one moment agree and a minute later differ by that minute only.
 */

/** A name as a number to draw by. */
export function keyOf (name: string): number {
  let hash = 0x811c9dc5
  for (let place = 0; place < name.length; place++) hash = Math.imul(hash ^ name.charCodeAt(place), 0x01000193)
  return hash | 0
}

/** Between 0 and 1, both excluded; evenly spread and unrelated for different numbers. */
export function chance (run: number, key: number, question: number): number {
  let hash = Math.imul(run, 0x9e3779b1) ^ Math.imul(key, 0x85ebca6b) ^ Math.imul(question + 1, 0xc2b2ae35)
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d)
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b)
  return (((hash ^ (hash >>> 16)) >>> 0) + 0.5) / 4_294_967_296
}

/** The standard normal value below which a share of `p` lies (Abramowitz and Stegun 26.2.23, within 0.0005). */
export function normalAt (p: number): number {
  if (p > 0.5) return -normalAt(1 - p)
  const t = Math.sqrt(-2 * Math.log(Math.max(p, 1e-12)))
  return ((0.010328 * t + 0.802853) * t + 2.515517) / (((0.001308 * t + 0.189269) * t + 1.432788) * t + 1) - t
}

/** The share of standard normal values below `z`: the way back (Bowling and others 2009, within 0.0002). */
export function shareBelow (z: number): number {
  return 1 / (1 + Math.exp(-(0.07056 * z ** 3 + 1.5976 * z)))
}

/** How many of rare, unrelated happenings there are where `mean` are expected. */
export function countAt (mean: number, p: number): number {
  if (mean > 50) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normalAt(p)))
  let [count, share] = [0, Math.exp(-mean)]
  for (let below = share; below < p && count < 200; below += share) share *= mean / ++count
  return count
}
