/** What a TrueType file says about its letters: which it has and how wide they are. */
export interface FontMetrics {
  readonly family: string
  has (codePoint: number): boolean
  /** Advance width in em (1 = the font size); 0 for a letter the font lacks. */
  advance (codePoint: number): number
}

const mostRemembered = 4096

interface Table { readonly at: number, readonly length: number }

/**
 * Reads the three tables a typesetter needs (cmap format 4 or 12, hhea, hmtx) from a TrueType file.
 * Throws an Error naming the family when a table is missing: a damaged font prints blank paper without complaint.
 */
export function readMetrics (family: string, file: Buffer): FontMetrics {
  const tables = tablesOf(file)
  const table = (tag: string): Table => {
    const found = tables.get(tag)
    if (!found) throw new Error(`Font ${family} is damaged: no table ${tag}`)
    return found
  }
  const glyphOf = remembered(readCharacterMap(file, table('cmap').at, family))
  const advanceOf = readAdvances(file, table('head').at, table('hhea').at, table('hmtx').at)
  return {
    family,
    has: codePoint => glyphOf(codePoint) !== 0,
    advance: codePoint => glyphOf(codePoint) === 0 ? 0 : advanceOf(glyphOf(codePoint))
  }
}

/** A slip asks for the same hundred letters thousands of times. */
function remembered (glyphOf: (codePoint: number) => number): (codePoint: number) => number {
  const known = new Map<number, number>()
  return codePoint => {
    const glyph = known.get(codePoint) ?? glyphOf(codePoint)
    // Text from outside must not be able to fill the memory.
    if (known.size < mostRemembered) known.set(codePoint, glyph)
    return glyph
  }
}

function tablesOf (file: Buffer): Map<string, Table> {
  const tables = new Map<string, Table>()
  if (file.length < 12) return tables
  for (let i = 0, at = 12; i < file.readUInt16BE(4) && at + 16 <= file.length; i++, at += 16) {
    tables.set(file.toString('latin1', at, at + 4), { at: file.readUInt32BE(at + 8), length: file.readUInt32BE(at + 12) })
  }
  return tables
}

function readAdvances (file: Buffer, head: number, hhea: number, hmtx: number) {
  const unitsPerEm = file.readUInt16BE(head + 18)
  const longMetrics = file.readUInt16BE(hhea + 34)
  return (glyph: number) => file.readUInt16BE(hmtx + 4 * Math.min(glyph, longMetrics - 1)) / unitsPerEm
}

function readCharacterMap (file: Buffer, cmap: number, family: string): (codePoint: number) => number {
  const formats = new Map<number, number>()
  for (let i = 0; i < file.readUInt16BE(cmap + 2); i++) {
    const at = cmap + file.readUInt32BE(cmap + 4 + 8 * i + 4)
    formats.set(file.readUInt16BE(at), at)
  }
  const wide = formats.get(12)
  if (wide !== undefined) return groupedMap(file, wide)
  const narrow = formats.get(4)
  if (narrow !== undefined) return segmentedMap(file, narrow)
  throw new Error(`Font ${family} has no readable character map`)
}

/** Format 12: groups of (first, last, glyph of first). */
function groupedMap (file: Buffer, at: number) {
  const groups = file.readUInt32BE(at + 12)
  return (codePoint: number): number => {
    for (let i = 0; i < groups; i++) {
      const group = at + 16 + 12 * i
      if (codePoint > file.readUInt32BE(group + 4)) continue
      const first = file.readUInt32BE(group)
      return codePoint < first ? 0 : file.readUInt32BE(group + 8) + codePoint - first
    }
    return 0
  }
}

/** Format 4: segments of 16-bit code points, each with a delta or an offset into a glyph list. */
function segmentedMap (file: Buffer, at: number) {
  const size = file.readUInt16BE(at + 6)
  const ends = at + 14
  const starts = ends + size + 2
  return (codePoint: number): number => {
    for (let i = 0; i < size && codePoint <= 0xffff; i += 2) {
      if (codePoint > file.readUInt16BE(ends + i)) continue
      const start = file.readUInt16BE(starts + i)
      if (codePoint < start) return 0
      const delta = file.readUInt16BE(starts + size + i)
      const offsetAt = starts + 2 * size + i
      const offset = file.readUInt16BE(offsetAt)
      if (offset === 0) return (codePoint + delta) & 0xffff
      const glyph = file.readUInt16BE(offsetAt + offset + 2 * (codePoint - start))
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff
    }
    return 0
  }
}
