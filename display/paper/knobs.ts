import type { PrinterKnobs, PrinterPanel, PrinterTurn } from '../../common/contract/paper.ts'
import type { PaperWord } from '../../common/i18n/paper.ts'

export interface Choice { readonly word: PaperWord, readonly turn: PrinterTurn, readonly isSet: (knobs: PrinterKnobs) => boolean }
/** One knob of the page: a word, and what it can be turned to; the first choice is the normal one. */
export interface Knob { readonly name: string, readonly word: PaperWord, readonly choices: readonly [Choice, ...Choice[]] }

const realRows = 1200
const slowRows = 100

const choice = <Name extends keyof PrinterKnobs>(name: Name, value: PrinterKnobs[Name], word: PaperWord): Choice =>
  ({ word, turn: { [name]: value }, isSet: knobs => knobs[name] === value })

/** In the order in which things go wrong most often. */
export const knobs: readonly Knob[] = [
  { name: 'paper', word: 'knob.paper', choices: [choice('paper', 'ok', 'paper.ok'), choice('paper', 'low', 'paper.low'), choice('paper', 'out', 'paper.out')] },
  { name: 'cover', word: 'knob.cover', choices: [choice('cover', 'closed', 'cover.closed'), choice('cover', 'open', 'cover.open')] },
  { name: 'cutter', word: 'knob.cutter', choices: [choice('cutter', 'ok', 'cutter.ok'), choice('cutter', 'jammed', 'cutter.jammed')] },
  { name: 'feed', word: 'knob.feed', choices: [choice('feedHeld', false, 'feed.free'), choice('feedHeld', true, 'feed.held')] },
  { name: 'power', word: 'knob.power', choices: [choice('power', 'on', 'power.on'), choice('power', 'off', 'power.off')] },
  { name: 'network', word: 'knob.network', choices: [choice('network', 'ok', 'network.ok'), choice('network', 'silent', 'network.silent')] },
  { name: 'speed', word: 'knob.speed', choices: [choice('rowsPerSecond', 0, 'speed.instant'), choice('rowsPerSecond', realRows, 'speed.real'), choice('rowsPerSecond', slowRows, 'speed.slow')] },
  { name: 'confirm', word: 'knob.confirm', choices: [choice('processId', 'answered', 'confirm.yes'), choice('processId', 'ignored', 'confirm.no')] }
]

/** Everything back to its first choice. */
export const normal: PrinterTurn = Object.assign({}, ...knobs.map(({ choices: [first] }) => first.turn))

export function isNormal ({ knobs: set }: PrinterPanel): boolean {
  return knobs.every(({ choices: [first] }) => first.isSet(set))
}

/** What the printer is doing, in one sentence: the gravest thing first. */
export function nowOf ({ knobs: set, state }: PrinterPanel): { readonly word: PaperWord, readonly grade: 'ok' | 'warn' | 'stop' } {
  if (set.power === 'off') return { word: 'now.off', grade: 'stop' }
  if (set.network === 'silent') return { word: 'now.silent', grade: 'stop' }
  if (set.cover === 'open') return { word: 'now.open', grade: 'stop' }
  if (set.paper === 'out') return { word: 'now.out', grade: 'stop' }
  if (state.fault === 'cutter') return { word: 'now.jammed', grade: 'stop' }
  if (set.feedHeld) return { word: 'now.held', grade: 'stop' }
  if (set.cutter === 'jammed') return { word: 'now.willJam', grade: 'warn' }
  if (set.paper === 'low') return { word: 'now.low', grade: 'warn' }
  return set.processId === 'answered' ? { word: 'now.ready', grade: 'ok' } : { word: 'now.mute', grade: 'warn' }
}
