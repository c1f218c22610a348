/** What a printer said, cut into whole replies. `status`: one byte answering DLE EOT; `auto`: four bytes it pushed by itself. */
export type Reply =
  | { readonly type: 'status', readonly byte: number }
  | { readonly type: 'auto', readonly bytes: Uint8Array }
  | { readonly type: 'block', readonly head: number, readonly text: string }
  | { readonly type: 'other', readonly byte: number }

const blockHeads = new Set([0x35, 0x37, 0x3b, 0x3d, 0x5f])
/** A block that never ends is noise of a printer that speaks something else. */
const longestBlock = 256

/**
 * Cuts a printer's bytes into replies as they come, in whatever pieces the network delivers them
 * (Epson's and Citizen's rules). Tolerant: a stray byte becomes `other` and the next one is read afresh.
 */
export function createReplyReader (onReply: (reply: Reply) => void): (bytes: Uint8Array) => void {
  let pending: number[] = []
  return bytes => {
    pending.push(...bytes)
    for (let taken = take(pending); taken; taken = take(pending)) {
      pending = pending.slice(taken.length)
      onReply(taken.reply)
    }
  }
}

/** The first whole reply, or undefined while it is not whole. */
function take (bytes: readonly number[]): { reply: Reply, length: number } | undefined {
  const [first] = bytes
  if (first === undefined) return undefined
  if (blockHeads.has(first)) return takeBlock(bytes, first)
  if ((first & 0x93) === 0x12) return { reply: { type: 'status', byte: first }, length: 1 }
  if ((first & 0x93) === 0x10) return takeAuto(bytes)
  return { reply: { type: 'other', byte: first }, length: 1 }
}

function takeBlock (bytes: readonly number[], head: number): { reply: Reply, length: number } | undefined {
  const end = bytes.indexOf(0)
  if (end < 0 || end > longestBlock) return bytes.length > longestBlock ? { reply: { type: 'other', byte: head }, length: 1 } : undefined
  return { reply: { type: 'block', head, text: String.fromCharCode(...bytes.slice(1, end)) }, length: end + 1 }
}

function takeAuto (bytes: readonly number[]): { reply: Reply, length: number } | undefined {
  const rest = bytes.slice(1, 4)
  const [first = 0] = bytes
  if (rest.some(byte => (byte & 0x90) !== 0)) return { reply: { type: 'other', byte: first }, length: 1 }
  return rest.length < 3 ? undefined : { reply: { type: 'auto', bytes: Uint8Array.from(bytes.slice(0, 4)) }, length: 4 }
}

/** The four-digit identifier of a GS ( H answer, if that is what the reply is. */
export function confirmedProcess (reply: Reply): string | undefined {
  return reply.type === 'block' && reply.head === 0x37 && /^"[\x20-\x7e]{4}$/.test(reply.text) ? reply.text.slice(1) : undefined
}
