/** What is to happen, taken out in order of time, and of `code` at equal times. A binary heap without garbage. */
export class Happenings {
  private readonly times: number[] = []
  private readonly codes: number[] = []
  private size = 0
  /** Of the one taken out last. */
  at = 0
  code = 0

  clear (): void {
    this.size = 0
  }

  add (at: number, code: number): void {
    let place = this.size++
    while (place > 0) {
      const parent = (place - 1) >> 1
      if (!isBefore(at, code, this.times[parent] as number, this.codes[parent] as number)) break
      this.copy(parent, place)
      place = parent
    }
    this.times[place] = at
    this.codes[place] = code
  }

  /** Whether there was one; {@link at} and {@link code} tell which. */
  take (): boolean {
    if (this.size === 0) return false
    this.at = this.times[0] as number
    this.code = this.codes[0] as number
    this.size--
    this.sink(this.times[this.size] as number, this.codes[this.size] as number)
    return true
  }

  private sink (at: number, code: number): void {
    let place = 0
    for (let child = 1; child < this.size; child = 2 * place + 1) {
      const right = child + 1
      if (right < this.size && isBefore(this.times[right] as number, this.codes[right] as number, this.times[child] as number, this.codes[child] as number)) child = right
      if (!isBefore(this.times[child] as number, this.codes[child] as number, at, code)) break
      this.copy(child, place)
      place = child
    }
    this.times[place] = at
    this.codes[place] = code
  }

  private copy (from: number, to: number): void {
    this.times[to] = this.times[from] as number
    this.codes[to] = this.codes[from] as number
  }
}

function isBefore (at: number, code: number, otherAt: number, otherCode: number): boolean {
  return at < otherAt || (at === otherAt && code < otherCode)
}
