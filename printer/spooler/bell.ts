/** Something to wait at: for a ring, for time to pass, or for closing. */
export interface Bell {
  /** Work may have come. Kept for the next `heard` when nobody waits there. */
  ring (): void
  /** A ring that also ends a pause: what is paused for may be over. Kept for the next pause when nobody pauses. */
  hurry (): void
  /** A hurry that nobody has paused for no longer counts. */
  forgetHurry (): void
  /** Resolves at a ring, or at once when one was kept. */
  heard (): Promise<void>
  /** Resolves after `ms`, when hurried, or at closing; a ring does not shorten it. */
  pause (ms: number): Promise<void>
  /** Ends all waiting, now and later. */
  close (): void
}

export function createBell (): Bell {
  const rung = createGate()
  const hurried = createGate()
  return {
    ring: rung.open,
    hurry () {
      hurried.open()
      rung.open()
    },
    forgetHurry: hurried.close,
    heard: rung.pass,
    async pause (ms) {
      const timer = setTimeout(hurried.open, ms)
      await hurried.pass()
      clearTimeout(timer)
    },
    close () {
      rung.leaveOpen()
      hurried.leaveOpen()
    }
  }
}

/** For one who waits. An opening lets one pass, whether it comes before or after. */
function createGate () {
  let isOpen = false
  let isLeftOpen = false
  let wake = () => {}
  return {
    open () {
      isOpen = true
      wake()
    },
    close () { isOpen = false },
    leaveOpen () {
      isLeftOpen = true
      wake()
    },
    async pass () {
      if (!isOpen && !isLeftOpen) await new Promise<void>(resolve => { wake = resolve })
      isOpen = false
    }
  }
}
