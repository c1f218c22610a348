/** Nobody's hand strikes keys this close together; a scanner's do. */
const scannerMs = 50
/** So many characters are no hand's slip any more. */
export const shortestScan = 6

/**
 * Tells a scanner, a keyboard that types fast and ends with Enter, from a hand: a key is held back for as long as a
 * scanner would need for the next one, so that the digits of an address never choose a field.
 */
export class Burst {
  private text = ''
  private lastAt = -Infinity

  /**
   * `wait`: do nothing until {@link scannerMs} have passed without another key; `scan`: this Enter ended one;
   * `scanning`: one is under way; `hand`: an Enter of a hand.
   */
  hear (key: string, at: number): { readonly is: 'wait' | 'scanning' | 'hand' } | { readonly is: 'scan', readonly text: string } {
    if (at - this.lastAt > scannerMs) this.text = ''
    this.lastAt = at
    if (key !== 'Enter') {
      // Shift and other keys without a character of their own come between.
      if (key.length === 1) this.text += key
      return { is: this.text.length > 1 ? 'scanning' : 'wait' }
    }
    const { text } = this
    this.text = ''
    return text.length >= shortestScan ? { is: 'scan', text } : { is: 'hand' }
  }
}

export const heldBackMs = scannerMs + 10
