/**
 * What a printer said, cut into whole replies. `status`: one byte answering DLE EOT; `auto`: four bytes it pushed by itself;
 * `queued`: one byte answering GS r, in its turn; `block`: a text, among them what GS ( H asked for.
 */
export type Reply =
  | { readonly type: 'status', readonly byte: number }
  | { readonly type: 'auto', readonly bytes: Uint8Array }
  | { readonly type: 'queued', readonly byte: number }
  | { readonly type: 'block', readonly head: number, readonly text: string }
  | { readonly type: 'other', readonly byte: number }

const blockHeads = new Set([0x35, 0x37, 0x3b, 0x3d, 0x5f])
/** A block that never ends is noise of a printer that speaks something else. */
const longestBlock = 256
const autoLength = 4

const isStatus = (byte: number) => (byte & 0x93) === 0x12
const isAutoHead = (byte: number) => (byte & 0x93) === 0x10
const isPlain = (byte: number) => (byte & 0x90) === 0
const isControl = (byte: number) => byte < 0x20

/**
 * Cuts a printer's bytes into replies as they come, in whatever pieces the network delivers them (Epson's and Citizen's
 * rules). Tolerant: a status byte in the middle of something else is still heard, noise becomes `other`.
 */
export function createReplyReader (onReply: (reply: Reply) => void): (bytes: Uint8Array) => void {
  let begun: number[] = []
  const drop = () => {
    for (const byte of begun) onReply({ type: 'other', byte })
    begun = []
  }
  const take = (byte: number) => {
    if (begun.length > 0 && isStatus(byte) && isControl(byte)) onReply({ type: 'status', byte })
    else if (begun.length > 0 && isFlowControl(byte)) onReply({ type: 'other', byte })
    else if (!continues(begun, byte)) { drop(); begin(byte) }
    else { begun.push(byte); finish() }
  }
  const begin = (byte: number) => {
    if (blockHeads.has(byte) || isAutoHead(byte)) begun = [byte]
    else onReply({ type: isStatus(byte) ? 'status' : isPlain(byte) ? 'queued' : 'other', byte })
  }
  const finish = () => {
    const whole = wholeReply(begun)
    if (!whole) return
    begun = []
    onReply(whole)
  }
  return bytes => { for (const byte of bytes) take(byte) }
}

/** XON and XOFF stand between everything. */
function isFlowControl (byte: number): boolean {
  return byte === 0x11 || byte === 0x13
}

/** Whether a byte can follow what was begun: letters and an end in a block, plain bytes after a pushed status. */
function continues (begun: readonly number[], byte: number): boolean {
  const [head] = begun
  if (head === undefined || begun.length > longestBlock) return false
  return blockHeads.has(head) ? byte === 0 || !isControl(byte) : isPlain(byte)
}

function wholeReply (begun: readonly number[]): Reply | undefined {
  const [head = 0] = begun
  if (!blockHeads.has(head)) return begun.length === autoLength ? { type: 'auto', bytes: Uint8Array.from(begun) } : undefined
  return begun.at(-1) === 0 ? { type: 'block', head, text: String.fromCharCode(...begun.slice(1, -1)) } : undefined
}

/** The four-digit identifier of a GS ( H answer, if that is what the reply is; noise before it does not matter. */
export function confirmedProcess (reply: Reply): string | undefined {
  return reply.type === 'block' ? /7"([\x20-\x7e]{4})$/.exec(String.fromCharCode(reply.head) + reply.text)?.[1] : undefined
}
