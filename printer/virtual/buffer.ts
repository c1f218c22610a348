/** The printer's receive buffer. It remembers which connection each byte came by, since answers go back there. */
export interface ReceiveBuffer<From> {
  size (): number
  push (bytes: Uint8Array, from: From): void
  /** All that waits, oldest first. */
  waiting (): Uint8Array
  /** The connection the byte at `index` came by. */
  from (index: number): From | undefined
  /** How many bytes at the head came by the same connection. */
  run (): number
  /** Takes the first `length` bytes out. */
  take (length: number): Uint8Array
  clear (): void
}

export function createReceiveBuffer<From> (): ReceiveBuffer<From> {
  let bytes: Uint8Array = new Uint8Array(0)
  /** Runs of bytes by one connection. */
  let runs: { length: number, readonly from: From }[] = []

  const shorten = (length: number) => {
    let left = length
    while (left > 0 && runs[0]) {
      const gone = Math.min(left, runs[0].length)
      runs[0].length -= gone
      left -= gone
      if (runs[0].length === 0) runs.shift()
    }
  }

  return {
    size: () => bytes.length,
    push (more, from) {
      bytes = Buffer.concat([bytes, more])
      const last = runs.at(-1)
      if (last?.from === from) last.length += more.length
      else if (more.length > 0) runs.push({ length: more.length, from })
    },
    waiting: () => bytes,
    from (index) {
      let end = 0
      return runs.find(run => { end += run.length; return index < end })?.from
    },
    run: () => runs[0]?.length ?? 0,
    take (length) {
      const taken = bytes.subarray(0, length)
      bytes = bytes.subarray(length)
      shorten(length)
      return taken
    },
    clear () {
      bytes = new Uint8Array(0)
      runs = []
    }
  }
}
