/** A small deterministic source of chance: the same seed damages the same bytes. */
export function chanceFrom (seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = Math.imul(state ^ (state >>> 15), state | 1) + 0x6d2b79f5 | 0
    const mixed = Math.imul(state ^ (state >>> 7), 61 | state) ^ state
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/** What may befall a file. Each takes the bytes and gives others, without touching the first. */
export const damages = {
  'bits flipped': (bytes: Buffer, chance: (below: number) => number) => {
    const torn = Buffer.from(bytes)
    for (let times = 0; times < 8; times++) torn[chance(torn.length)]! ^= 1 << chance(8)
    return torn
  },
  'a page of noise': (bytes: Buffer, chance: (below: number) => number) => {
    const torn = Buffer.from(bytes)
    const page = chance(Math.ceil(torn.length / 4096)) * 4096
    for (let place = page; place < Math.min(page + 4096, torn.length); place++) torn[place] = chance(256)
    return torn
  },
  'cut short': (bytes: Buffer, chance: (below: number) => number) => bytes.subarray(0, Math.floor(chance(bytes.length) / 512) * 512),
  'all noise': (bytes: Buffer, chance: (below: number) => number) => Buffer.from(bytes.map(() => chance(256)))
} as const

export type Damage = keyof typeof damages
