/** A scanner types a whole code in less; a person who rests a hand on a keyboard does not. */
const pauseMs = 1500
/** Some end with two line ends. */
const echoMs = 300

/** A scanner is a keyboard that types fast and ends with Enter. */
export class Scanner {
  private text = ''
  private lastAt = -Infinity
  private readAt = -Infinity

  /** Returns what was scanned once the key ends it; `''` is an Enter that belongs to a scan and means nothing by itself. */
  hear (key: string, at: number): string | undefined {
    if (at - this.lastAt > pauseMs) this.text = ''
    this.lastAt = at
    if (key !== 'Enter') {
      if (key.length === 1) this.text += key
      return undefined
    }
    const { text } = this
    this.text = ''
    if (text) this.readAt = at
    return text || (at - this.readAt < echoMs ? '' : undefined)
  }

  forget (): void { this.text = '' }
}
