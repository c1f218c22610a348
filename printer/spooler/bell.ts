/** Something to wait at: for a ring, for time to pass, or for closing. A ring while nobody waits is kept for the next to come. */
export interface Bell {
  ring (): void
  /** Resolves at a ring, or at once when one was kept. */
  heard (): Promise<void>
  /** Resolves after `ms`, or at closing; a ring does not shorten it. */
  pause (ms: number): Promise<void>
  /** Ends all waiting, now and later. */
  close (): void
}

export function createBell (): Bell {
  let isKept = false
  let isClosed = false
  let wake: (() => void) | undefined
  const sleepers = new Set<() => void>()
  return {
    ring () {
      isKept = true
      wake?.()
    },
    async heard () {
      if (!isKept && !isClosed) await new Promise<void>(resolve => { wake = resolve })
      isKept = false
      wake = undefined
    },
    pause: ms => isClosed ? Promise.resolve() : new Promise(resolve => {
      const done = () => { clearTimeout(timer); sleepers.delete(done); resolve() }
      const timer = setTimeout(done, ms)
      sleepers.add(done)
    }),
    close () {
      isClosed = true
      wake?.()
      for (const done of [...sleepers]) done()
    }
  }
}
