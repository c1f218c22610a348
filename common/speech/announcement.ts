import * as english from './english.ts'
import { phrases } from './phrases.ts'
import * as vietnamese from './vietnamese.ts'

export interface Announced {
  readonly number: string
  readonly counter: number
  /** 0 for the call, 1 and up for each recall. */
  readonly repeat: number
}

/** The words of a call, the same on the wall and in the loudspeaker (CONTRACT.md, `call`). */
export function announcement (call: Announced, wording: vietnamese.RegionalWording = 'north'): { vi: string, en: string } {
  return {
    vi: sentence(call.repeat, phrases.vi, vietnamese.readDigits(call.number), vietnamese.readNumber(call.counter, wording)),
    en: sentence(call.repeat, phrases.en, english.readDigits(call.number), english.readNumber(call.counter))
  }
}

function sentence (repeat: number, { again, call, toCounter }: typeof phrases[keyof typeof phrases], number: string, counter: string): string {
  const said = `${call} ${number}, ${toCounter} ${counter}.`
  return capitalised(repeat > 0 ? `${again}, ${said}` : said)
}

function capitalised (sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}
