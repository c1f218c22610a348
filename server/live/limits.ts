/** What is needed of an Engine.IO connection; it lies below all namespaces and events. */
interface Line {
  readonly on: (event: 'packet', listener: () => void) => unknown
  readonly close: (discard?: boolean) => void
  readonly transport: unknown
}

/** A screen in doubt asks once an answer; a hundred in a second is no screen. */
const packetsPerSecond = 100

/**
 * Cuts a connection that sends more than a screen ever would. Counted as packets, before they are understood:
 * unknown events, binary and other namespaces cost the office as much as `watch` does.
 */
export function limitPackets (line: Line): void {
  let second = 0
  let packets = 0
  line.on('packet', () => {
    const now = Math.floor(performance.now() / 1000)
    packets = now === second ? packets + 1 : 1
    second = now
    if (packets > packetsPerSecond) cutLine(line)
  })
}

function cutLine (line: Line): void {
  // A polite close would go on reading the flood until the other side agrees.
  const { socket } = line.transport as { readonly socket?: { readonly terminate?: () => void } }
  socket?.terminate?.()
  line.close(true)
}
