/**
 * One command of an ESC/POS stream, as far as a printer made of software cares. `body`: so many bytes follow it that
 * belong to it; a printer takes them as they come, since they may be more than its buffer holds.
 */
export type Command =
  | { readonly type: 'initialise' }
  | { readonly type: 'align', readonly to: 'left' | 'centre' | 'right' }
  | { readonly type: 'feedDots', readonly dots: number }
  | { readonly type: 'feedLines', readonly lines: number }
  | { readonly type: 'units', readonly vertical: number }
  | { readonly type: 'picture', readonly widthBytes: number, readonly body: number }
  /** A picture kept until `printStored`. */
  | { readonly type: 'store', readonly widthBytes: number, readonly body: number }
  | { readonly type: 'printStored' }
  | { readonly type: 'cut', readonly feed: number }
  | { readonly type: 'process', readonly id: Uint8Array }
  | { readonly type: 'offlineResponse', readonly mode: number }
  | { readonly type: 'autoStatus', readonly mask: number }
  | { readonly type: 'statusQuery', readonly which: number }
  | { readonly type: 'identity', readonly which: number }
  /** Understood, or known at least by its length, and of no effect here. */
  | { readonly type: 'ignored', readonly body: number }
  /** Would be printed as a letter by a real printer. */
  | { readonly type: 'letter' }

/** Where a command ends (without its body) and what it means; undefined while it is not whole. */
type Taken = { readonly length: number, readonly command: Command } | undefined

const [esc, gs, fs, dle, lf] = [0x1b, 0x1d, 0x1c, 0x10, 0x0a]
const nothing: Command = { type: 'ignored', body: 0 }
/** No printer is so wide: the rows of such a picture are read past. */
const widestBytes = 256
const alignments = ['left', 'centre', 'right'] as const

/** Parameter bytes after ESC x, GS x and FS x for commands without effect here; whatever is not listed has none. */
const escParameters: Readonly<Record<string, number>> = { '!': 1, '-': 1, '3': 1, ' ': 1, 'E': 1, 'G': 1, 'M': 1, 'R': 1, 'S': 0, 'T': 1, 'V': 1, 't': 1, '{': 1, '$': 2, '\\': 2, 'c': 2, 'p': 3, 'B': 2, 'r': 1, '=': 1, '%': 1 }
const gsParameters: Readonly<Record<string, number>> = { '!': 1, 'B': 1, 'H': 1, 'f': 1, 'h': 1, 'w': 1, 'b': 1, 'L': 2, 'W': 2, '$': 2, '\\': 2, '/': 1, ':': 0, '^': 3 }
const fsParameters: Readonly<Record<string, number>> = { '!': 1, '-': 1, 'C': 1, 'W': 1, 'S': 2, 'p': 2 }

/** The command at the head of `bytes`, which needs at most 17 of them. Never throws: what is not understood is a letter or ignored. */
export function takeCommand (bytes: Uint8Array): Taken {
  const [first] = bytes
  switch (first) {
    case undefined: return undefined
    case esc: return takeEsc(bytes)
    case gs: return takeGs(bytes)
    case fs: return plain(bytes, fsParameters)
    case dle: return takeDle(bytes)
    case lf: return { length: 1, command: { type: 'feedLines', lines: 1 } }
    default: return { length: 1, command: first < 0x20 ? nothing : { type: 'letter' } }
  }
}

function plain (bytes: Uint8Array, parameters: Readonly<Record<string, number>>): Taken {
  if (bytes.length < 2) return undefined
  return fixed(bytes, 2 + (parameters[String.fromCharCode(bytes[1]!)] ?? 0), () => nothing)
}

/** A command of fixed length; `make` gets bytes that are there. */
function fixed (bytes: Uint8Array, length: number, make: (at: (index: number) => number) => Command): Taken {
  return bytes.length < length ? undefined : { length, command: make(index => bytes[index]!) }
}

const word = (at: (index: number) => number, index: number) => at(index) | at(index + 1) << 8

function takeEsc (bytes: Uint8Array): Taken {
  switch (String.fromCharCode(bytes[1] ?? 0)) {
    case '@': return { length: 2, command: { type: 'initialise' } }
    case 'a': return fixed(bytes, 3, at => ({ type: 'align', to: alignments[at(2) % 48] ?? 'left' }))
    case 'J': return fixed(bytes, 3, at => ({ type: 'feedDots', dots: at(2) }))
    case 'd': return fixed(bytes, 3, at => ({ type: 'feedLines', lines: at(2) }))
    case '*': return fixed(bytes, 5, at => ({ type: 'ignored', body: word(at, 3) * (at(2) & 0x20 ? 3 : 1) }))
    case '(': return fixed(bytes, 5, at => ({ type: 'ignored', body: word(at, 3) }))
    default: return plain(bytes, escParameters)
  }
}

function takeGs (bytes: Uint8Array): Taken {
  switch (String.fromCharCode(bytes[1] ?? 0)) {
    case 'v': return fixed(bytes, 8, at => picture('picture', word(at, 4), word(at, 6)))
    case 'V': return takeCut(bytes)
    case 'P': return fixed(bytes, 4, at => ({ type: 'units', vertical: at(3) }))
    case 'a': return fixed(bytes, 3, at => ({ type: 'autoStatus', mask: at(2) }))
    case 'r': return fixed(bytes, 3, at => ({ type: 'statusQuery', which: at(2) % 48 }))
    case 'I': return fixed(bytes, 3, at => ({ type: 'identity', which: at(2) }))
    case 'k': return takeBarcode(bytes)
    case '(': return takeCounted(bytes)
    case '8': return takeGraphics(bytes, 7, at => (word(at, 3) | word(at, 5) << 16) >>> 0)
    default: return plain(bytes, gsParameters)
  }
}

function picture (type: 'picture' | 'store', widthBytes: number, rows: number): Command {
  const body = widthBytes * rows
  return widthBytes > widestBytes ? { type: 'ignored', body } : { type, widthBytes, body }
}

function takeCut (bytes: Uint8Array): Taken {
  const hasFeed = (bytes[2] ?? 0) >= 65
  return fixed(bytes, hasFeed ? 4 : 3, at => ({ type: 'cut', feed: hasFeed ? at(3) : 0 }))
}

/** Only the form that carries its length. */
function takeBarcode (bytes: Uint8Array): Taken {
  return fixed(bytes, (bytes[2] ?? 0) >= 65 ? 4 : 3, at => at(2) >= 65 ? { type: 'ignored', body: at(3) } : nothing)
}

/** GS ( x carries its own length. */
function takeCounted (bytes: Uint8Array): Taken {
  if (bytes.length < 5) return undefined
  if (bytes[2] === 0x48) return takeResponse(bytes)
  if (bytes[2] === 0x4c) return takeGraphics(bytes, 5, at => word(at, 3))
  return fixed(bytes, 5, at => ({ type: 'ignored', body: word(at, 3) }))
}

/** GS ( H: function 48 asks for a process ID, 49 for a word when the printer goes offline. */
function takeResponse (bytes: Uint8Array): Taken {
  const [, , , low, high, kind] = bytes
  if (low === 6 && high === 0 && (kind ?? 0x30) === 0x30) return fixed(bytes, 11, () => ({ type: 'process', id: bytes.slice(7, 11) }))
  if (low === 3 && high === 0 && (kind ?? 0x31) === 0x31) return fixed(bytes, 8, at => ({ type: 'offlineResponse', mode: at(7) % 48 }))
  return fixed(bytes, 5, at => ({ type: 'ignored', body: word(at, 3) }))
}

/** GS ( L and GS 8 L: function 112 keeps a picture, 50 prints it; the others are only skipped. */
function takeGraphics (bytes: Uint8Array, head: number, size: (at: (index: number) => number) => number): Taken {
  if (bytes.length < head + 2) return undefined
  const total = size(index => bytes[index]!)
  const kind = bytes[head + 1]
  if (total === 2 && (kind === 2 || kind === 50)) return { length: head + 2, command: { type: 'printStored' } }
  if (kind !== 112 || total < 10) return { length: head, command: { type: 'ignored', body: total } }
  return fixed(bytes, head + 10, at => {
    const widthBytes = Math.ceil(word(at, head + 6) / 8)
    const rows = word(at, head + 8)
    return widthBytes * rows === total - 10 ? picture('store', widthBytes, rows) : { type: 'ignored', body: total - 10 }
  })
}

/** Real-time commands were obeyed when they arrived; here they only take their place in the stream. */
function takeDle (bytes: Uint8Array): Taken {
  switch (bytes[1]) {
    case undefined: return undefined
    case 0x04: case 0x05: return fixed(bytes, 3, () => nothing)
    case 0x14: return bytes.length < 3 ? undefined : fixed(bytes, bytes[2] === 8 ? 10 : 5, () => nothing)
    default: return { length: 1, command: nothing }
  }
}
