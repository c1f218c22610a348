/** When things happen; tests bring their own. */
export interface Timers {
  /** Milliseconds since any moment. */
  now (): number
  /** Returns what calls it off. */
  after (ms: number, act: () => void): () => void
}

export const wallTimers: Timers = {
  now: () => performance.now(),
  after (ms, act) {
    const timer = setTimeout(act, ms)
    timer.unref()
    return () => { clearTimeout(timer) }
  }
}

export interface MechanismParts<Step> {
  readonly timers: Timers
  /** Whether a step may begin; one under way is finished, unless it is held. */
  readonly mayBegin: () => boolean
  /** What is to be done next, or undefined while there is nothing. */
  readonly next: () => Step | undefined
  readonly costMs: (step: Step) => number
  /** Does it, at the end of the time it takes. `false`: it failed and is to be done again. */
  readonly perform: (step: Step) => boolean
  /** Time for `run`: a step is done. */
  readonly onDue: () => void
}

/** Motor, head and blade: one step after the other, each in its time. */
export class Mechanism<Step> {
  private readonly parts: MechanismParts<Step>
  private current: { readonly step: Step, readonly doneAt: number } | undefined
  /** Stopped or failed: comes first when the mechanism moves again. */
  private held: Step | undefined
  private callOff: (() => void) | undefined
  private isRunning = false

  constructor (parts: MechanismParts<Step>) { this.parts = parts }

  /** Does what can be done now. Call it whenever something changed, and when it is due. */
  run (): void {
    if (this.isRunning) return
    this.isRunning = true
    this.callOff?.()
    this.callOff = undefined
    try { this.work() } finally { this.isRunning = false }
  }

  /** Stops what is under way where it is, to be begun anew. Returns it. */
  hold (): Step | undefined {
    const step = this.current?.step
    this.held ??= step
    this.current = undefined
    return step
  }

  /** Forgets what is under way. */
  drop (): void {
    this.current = undefined
    this.held = undefined
  }

  private work (): void {
    const { timers, perform, onDue } = this.parts
    // A step begins when the one before it ended, however late the timer was.
    let from = timers.now()
    for (let now = this.underWay(from); now; now = this.underWay(from)) {
      const left = now.doneAt - timers.now()
      if (left > 0) {
        this.callOff = timers.after(left, onDue)
        return
      }
      from = now.doneAt
      this.current = undefined
      if (!perform(now.step)) this.held = now.step
    }
  }

  /** The step under way, or a new one beginning at `from`. */
  private underWay (from: number) {
    if (this.current) return this.current
    if (!this.parts.mayBegin()) return undefined
    const step = this.held ?? this.parts.next()
    this.held = undefined
    if (step !== undefined) this.current = { step, doneAt: from + this.parts.costMs(step) }
    return this.current
  }
}
