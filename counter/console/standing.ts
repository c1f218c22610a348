import type { ServedHere } from '../../common/contract/counter.ts'
import type { Slip } from '../../common/ui/printing.ts'
import type { Deed } from './deeds.ts'
import type { DoubtsShown } from './doubtful-slips.ts'

/** What is under way at a counter, and what was last said of it. Words are empty where there are none. */
export interface Standing {
  readonly pending: Deed | undefined
  /** What the office answered to the last deed. */
  readonly refusal: string
  /** Of this moment: a key that means nothing now, something that was set. */
  readonly hint: string
  /** What became of the last number here. */
  readonly told: string
  /** The ticket on its way back, why one is not, and where the last one waits now. */
  readonly returning: string | undefined
  readonly notReturned: string
  readonly returned: string
  /** A call for help: deed and counter; and why not. */
  readonly panicking: string | undefined
  readonly notPanicked: string
  /** The slip that was asked for again, and what the office said instead. */
  readonly slip: Slip | undefined
  readonly notPrinted: string
  /** The slip that says sorry, and why it was not printed. */
  readonly apology: Slip | undefined
  readonly notApologised: string
  readonly doubts: DoubtsShown
  readonly own: { readonly items: readonly ServedHere[] | undefined, readonly hasFailed: boolean, readonly isOpen: boolean }
}

export const nothingUnderWay: Standing = {
  pending: undefined, refusal: '', hint: '', told: '', returning: undefined, notReturned: '', returned: '', panicking: undefined, notPanicked: '',
  slip: undefined, notPrinted: '', apology: undefined, notApologised: '', doubts: { listed: [], again: [] }, own: { items: undefined, hasFailed: false, isOpen: false }
}
