/** Whether a printer can print, by the last that was heard of it: its own word, or how an attempt ended. */
export interface Ability {
  note (isAble: boolean): void
  isAble (): boolean
  /** It has been unable for so long that another printer should print for it. */
  isMissed (): boolean
  stop (): void
}

/** `onChange` is called when `isMissed` has changed. */
export function createAbility (missedAfterMs: number, onChange: () => void): Ability {
  let isAble = true
  let isMissed = false
  let timer: NodeJS.Timeout | undefined
  const setMissed = (value: boolean) => {
    if (isMissed === value) return
    isMissed = value
    onChange()
  }
  return {
    note (isAbleNow) {
      if (isAble === isAbleNow) return
      isAble = isAbleNow
      clearTimeout(timer)
      if (isAble) setMissed(false)
      else timer = setTimeout(setMissed, missedAfterMs, true)
    },
    isAble: () => isAble,
    isMissed: () => isMissed,
    stop () { clearTimeout(timer) }
  }
}
