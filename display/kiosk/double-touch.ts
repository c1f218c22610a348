/** A hand that trembles touches again within this time… */
const againMs = 700
/** …and about here. */
const nearPx = 64

type Press = Pick<PointerEvent, 'clientX' | 'clientY' | 'timeStamp' | 'pointerType'>

/**
 * Tells the second touch of a double one from a choice. When the first has brought another picture,
 * what lies under the finger now was never aimed at. A second touch on the same picture is meant: "+" twice is two.
 */
export class DoubleTouch {
  private last?: { readonly press: Press, readonly picture: string }
  private pressedOn = ''
  private isSecond = false

  /** Every press, with the picture it falls on. */
  pressed (press: Press, picture: string): void {
    const before = this.last
    this.pressedOn = picture
    this.isSecond = before !== undefined && before.picture !== picture && isNear(before.press, press)
    // A third touch follows the second as the second followed the first.
    this.last = { press, picture: this.isSecond && before && press.pointerType !== 'mouse' ? before.picture : picture }
  }

  /**
   * Whether the click of the last press is to be forgotten, given the picture it would fall on: on a busy machine
   * the second press may come before the first click. A mouse counts by itself how often it clicked; a key does not press.
   */
  isForgotten ({ detail }: Pick<UIEvent, 'detail'>, picture: string): boolean {
    if (detail === 0) return false
    return this.pressedOn !== picture || this.isSecond && (this.last?.press.pointerType !== 'mouse' || detail > 1)
  }
}

function isNear (one: Press, other: Press): boolean {
  return other.timeStamp - one.timeStamp < againMs && Math.abs(other.clientX - one.clientX) < nearPx && Math.abs(other.clientY - one.clientY) < nearPx
}
