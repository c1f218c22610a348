/** One command of an ESC/POS stream, as far as a printer made of software cares. */
export type Command =
  | { readonly type: 'initialise' }
  | { readonly type: 'align', readonly to: 'left' | 'centre' | 'right' }
  | { readonly type: 'feedDots', readonly dots: number }
  | { readonly type: 'feedLines', readonly lines: number }
  | { readonly type: 'units', readonly vertical: number }
  | { readonly type: 'raster', readonly widthBytes: number, readonly rows: number, readonly dots: Uint8Array }
  | { readonly type: 'cut', readonly feed: number }
  | { readonly type: 'process', readonly id: Uint8Array }
  | { readonly type: 'paperQuery' }
  | { readonly type: 'identity', readonly which: number }
  /** Understood and of no effect here. */
  | { readonly type: 'ignored', readonly bytes: Uint8Array }
  /** Would be printed as a letter by a real printer. */
  | { readonly type: 'text', readonly byte: number }

/** Where a command ends and what it means; undefined while it is not whole. */
type Taken = { readonly length: number, readonly command: Command } | undefined

const [esc, gs, fs, dle, lf] = [0x1b, 0x1d, 0x1c, 0x10, 0x0a]
/** No printer has such a band; what claims to be one is skipped byte by byte rather than waited for. */
const mostRasterBytes = 4 << 20
const alignments = ['left', 'centre', 'right'] as const

/** Parameter bytes after ESC x, GS x and FS x for commands without effect here; whatever is not listed has none. */
const escParameters: Readonly<Record<string, number>> = { '!': 1, '-': 1, '3': 1, ' ': 1, 'E': 1, 'G': 1, 'M': 1, 'R': 1, 'S': 0, 'T': 1, 'V': 1, 't': 1, '{': 1, '$': 2, '\\': 2, 'c': 2, 'p': 3, 'B': 2, 'r': 1, '=': 1, '%': 1 }
const gsParameters: Readonly<Record<string, number>> = { '!': 1, 'B': 1, 'H': 1, 'f': 1, 'h': 1, 'w': 1, 'b': 1, 'a': 1, 'L': 2, 'W': 2, '$': 2, '\\': 2, '/': 1, ':': 0, '^': 3 }
const fsParameters: Readonly<Record<string, number>> = { '!': 1, '-': 1, 'C': 1, 'W': 1, 'S': 2, 'p': 2 }

/** The command at the head of `bytes`. Never throws: what is not understood is text or ignored. */
export function takeCommand (bytes: Uint8Array): Taken {
  switch (bytes[0]) {
    case undefined: return undefined
    case esc: return takeEsc(bytes)
    case gs: return takeGs(bytes)
    case fs: return plain(bytes, fsParameters)
    case dle: return takeDle(bytes)
    case lf: return { length: 1, command: { type: 'feedLines', lines: 1 } }
    case 0: case 0x0d: return { length: 1, command: ignored(bytes, 1) }
    default: return { length: 1, command: { type: 'text', byte: bytes[0] } }
  }
}

function ignored (bytes: Uint8Array, length: number): Command {
  return { type: 'ignored', bytes: bytes.slice(0, length) }
}

function plain (bytes: Uint8Array, parameters: Readonly<Record<string, number>>): Taken {
  if (bytes.length < 2) return undefined
  const length = 2 + (parameters[String.fromCharCode(bytes[1]!)] ?? 0)
  return bytes.length < length ? undefined : { length, command: ignored(bytes, length) }
}

/** A command of fixed length; `make` gets its bytes. */
function fixed (bytes: Uint8Array, length: number, make: (whole: Uint8Array) => Command): Taken {
  return bytes.length < length ? undefined : { length, command: make(bytes) }
}

function takeEsc (bytes: Uint8Array): Taken {
  switch (String.fromCharCode(bytes[1] ?? 0)) {
    case '@': return { length: 2, command: { type: 'initialise' } }
    case 'a': return fixed(bytes, 3, whole => ({ type: 'align', to: alignments[whole[2]! % 48] ?? 'left' }))
    case 'J': return fixed(bytes, 3, whole => ({ type: 'feedDots', dots: whole[2]! }))
    case 'd': return fixed(bytes, 3, whole => ({ type: 'feedLines', lines: whole[2]! }))
    case '(': return counted(bytes, 3)
    default: return plain(bytes, escParameters)
  }
}

function takeGs (bytes: Uint8Array): Taken {
  switch (String.fromCharCode(bytes[1] ?? 0)) {
    case 'v': return takeRaster(bytes)
    case 'V': return takeCut(bytes)
    case 'P': return fixed(bytes, 4, whole => ({ type: 'units', vertical: whole[3]! }))
    case 'r': return fixed(bytes, 3, () => ({ type: 'paperQuery' }))
    case 'I': return fixed(bytes, 3, whole => ({ type: 'identity', which: whole[2]! }))
    case '(': return takeProcess(bytes) ?? counted(bytes, 3)
    default: return plain(bytes, gsParameters)
  }
}

/** GS v 0 */
function takeRaster (bytes: Uint8Array): Taken {
  if (bytes.length < 8) return undefined
  const widthBytes = bytes[4]! | bytes[5]! << 8
  const rows = bytes[6]! | bytes[7]! << 8
  const size = widthBytes * rows
  if (size > mostRasterBytes) return { length: 8, command: ignored(bytes, 8) }
  return fixed(bytes, 8 + size, whole => ({ type: 'raster', widthBytes, rows, dots: whole.slice(8, 8 + size) }))
}

function takeCut (bytes: Uint8Array): Taken {
  if (bytes.length < 3) return undefined
  const hasFeed = bytes[2]! >= 65
  return fixed(bytes, hasFeed ? 4 : 3, whole => ({ type: 'cut', feed: hasFeed ? whole[3]! : 0 }))
}

/** GS ( H, function 48 */
function takeProcess (bytes: Uint8Array): Taken {
  const isProcess = bytes[2] === 0x48 && bytes[3] === 6 && bytes[4] === 0 && bytes[5] === 0x30
  return isProcess && bytes.length >= 11 ? { length: 11, command: { type: 'process', id: bytes.slice(7, 11) } } : undefined
}

/** ESC ( x and GS ( x carry their own length. */
function counted (bytes: Uint8Array, at: number): Taken {
  if (bytes.length < at + 2) return undefined
  const length = at + 2 + (bytes[at]! | bytes[at + 1]! << 8)
  return bytes.length < length ? undefined : { length, command: ignored(bytes, Math.min(length, 64)) }
}

/** Real-time commands were answered when they arrived; here they only take their place in the stream. */
function takeDle (bytes: Uint8Array): Taken {
  if (bytes.length < 3) return undefined
  const length = bytes[1] === 0x14 ? 5 : bytes[1] === 0x04 || bytes[1] === 0x05 ? 3 : 1
  return bytes.length < length ? undefined : { length, command: ignored(bytes, length) }
}
