export interface Pace {
  /** Lets the work be done as soon as it may, or after a pause. Asking again only brings it nearer. */
  readonly soon: (pauseMs?: number) => void
  readonly stop: () => void
}

/**
 * Work that many ask for: done at once when it was not done for long, else when `gapMs` have passed since.
 * @param gapMs 0: at once, every time it is asked for, before `soon` returns
 */
export function createPace (gapMs: number, work: () => void): Pace {
  let doneAt = -Infinity
  let planned: { readonly at: number, readonly timer: NodeJS.Timeout } | undefined
  const run = () => {
    clearTimeout(planned?.timer)
    planned = undefined
    doneAt = performance.now()
    work()
  }
  return {
    soon: pauseMs => {
      if (gapMs === 0 && pauseMs === undefined) return run()
      const now = performance.now()
      const at = now + (pauseMs ?? Math.max(0, doneAt + gapMs - now))
      if (planned && planned.at <= at) return
      clearTimeout(planned?.timer)
      planned = { at, timer: setTimeout(run, at - now).unref() }
    },
    stop: () => clearTimeout(planned?.timer)
  }
}
