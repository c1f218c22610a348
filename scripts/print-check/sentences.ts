import { printCheckTexts } from '../../common/i18n/print-check.ts'
import { printerTexts } from '../../common/i18n/printers.ts'
import { fill, type Blanks, type Language } from '../../common/i18n/texts.ts'
import { type Outcome, type PrinterState } from '../../printer/index.ts'

export type SentenceKey = keyof typeof printCheckTexts.vi

/** One thing said in both languages; `state` is said in the screens' words. */
export interface Sentence {
  readonly key: SentenceKey
  readonly blanks?: Blanks
  readonly state?: PrinterState
}

export function wordsFor ({ key, blanks, state }: Sentence, language: Language): string {
  return fill(printCheckTexts[language][key], { ...blanks, ...state && { state: stateWord(state, language) } })
}

function stateWord (state: PrinterState, language: Language): string {
  return state === 'ready' ? printCheckTexts[language]['state.ready'] : printerTexts[language][`printer.${state}`]
}

/** Whether it says what is to be done before the check is run again. */
export function isTask ({ key }: Sentence): boolean {
  return key.startsWith('do.') && key !== 'do.look' && key !== 'do.paper-low'
}

/** What became of the test page, and whether that is good enough to open with. */
export function sentenceOf (outcome: Outcome): { readonly sentence: Sentence, readonly isGood: boolean } {
  switch (outcome.state) {
    case 'printed': return { sentence: { key: outcome.confirmedBy === 'file' ? 'written' : 'printed' }, isGood: true }
    case 'unconfirmed': return { sentence: { key: `unconfirmed.${outcome.confirmedBy}` }, isGood: outcome.confirmedBy !== 'sent' }
    case 'blocked': return { sentence: { key: 'blocked', state: outcome.fault }, isGood: false }
    case 'unsent': return { sentence: { key: outcome.fault === 'not-written' ? 'unwritten' : 'unsent', blanks: { why: outcome.detail ?? outcome.fault } }, isGood: false }
    case 'unknown': return { sentence: lostSentence(outcome), isGood: false }
  }
}

function lostSentence ({ fault, detail }: Outcome & { state: 'unknown' }): Sentence {
  if (fault === 'stalled' || fault === 'silent') return { key: `unknown.${fault}` }
  return { key: 'unknown.lost', blanks: { why: detail ?? fault } }
}

const adviceByCode: readonly (readonly [RegExp, SentenceKey])[] = [
  [/ECONNREFUSED|ECONNRESET/, 'do.refused'], [/ENOTFOUND|EAI_AGAIN/, 'do.name'], [/ENOENT|ENODEV|ENXIO/, 'do.absent'],
  [/EACCES|EPERM/, 'do.permission'], [/EBUSY/, 'do.busy'], [/time-out|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ETIMEDOUT/, 'do.nobody']
]

/** What to do when there is no connection, by what the system has to say about it. */
export function adviceOn (why: string): Sentence {
  return { key: adviceByCode.find(([code]) => code.test(why))?.[1] ?? 'do.silent' }
}

/** What to do about a printer in this state; none when nothing is wrong with it. */
export function adviceAt (state: PrinterState): Sentence | undefined {
  switch (state) {
    case 'ready': return undefined
    case 'unreachable': return { key: 'do.silent' }
    case 'paper-low': case 'paper-out': case 'cover-open': case 'fault': return { key: `do.${state}` }
  }
}
