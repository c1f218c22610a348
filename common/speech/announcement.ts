import * as english from './english.ts'
import * as vietnamese from './vietnamese.ts'

export interface Announced {
  readonly number: string
  readonly counter: number
  /** 0 for the call, 1 and up for each recall. */
  readonly repeat: number
}

/** The words of a call, the same on the wall and in the loudspeaker (CONTRACT.md, `call`). */
export function announcement ({ number, counter, repeat }: Announced): { vi: string, en: string } {
  const vi = `mời công dân có số ${vietnamese.readDigits(number)}, đến quầy số ${vietnamese.readNumber(counter)}.`
  const en = `number ${english.readDigits(number)}, please go to counter ${english.readNumber(counter)}.`
  return repeat > 0
    ? { vi: `Xin nhắc lại, ${vi}`, en: `Again, ${en}` }
    : { vi: capitalised(vi), en: capitalised(en) }
}

function capitalised (sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}
