/** Commands obeyed the moment they arrive, wherever they stand in the stream. */
export type RealTime =
  | { readonly type: 'status', readonly which: number }
  /** `resume`: go on where the error struck (DLE ENQ 1); `clear`: forget what waits and go on (DLE ENQ 2). */
  | { readonly type: 'recover', readonly how: 'resume' | 'clear' }

/**
 * Hears DLE EOT and DLE ENQ in a connection's bytes, even inside a picture, as printers do.
 * `obey` also gets how many of the bytes came up to the command's end.
 */
export function createEar (obey: (command: RealTime, upTo: number) => void): (bytes: Uint8Array) => void {
  let beforeLast = 0
  let last = 0
  return bytes => {
    bytes.forEach((byte, index) => {
      const heard = beforeLast === 0x10 ? meaning(last, byte) : undefined
      beforeLast = last
      last = byte
      if (heard) obey(heard, index + 1)
    })
  }
}

function meaning (command: number, n: number): RealTime | undefined {
  if (command === 0x04) return { type: 'status', which: n }
  if (command === 0x05 && (n === 1 || n === 2)) return { type: 'recover', how: n === 1 ? 'resume' : 'clear' }
  return undefined
}
