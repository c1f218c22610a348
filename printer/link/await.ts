import { type PrinterState } from '../condition.ts'
import { type Outcome } from '../outcome.ts'
import { climb, type Rung, type Sign, type Voice } from './ladder.ts'
import { type LinkTimes } from './times.ts'

/** A job under way, told what is heard of it until its outcome is known. */
export interface Awaited {
  readonly outcome: Promise<Outcome>
  hear (sign: Sign): void
  rung (): Rung['at']
}

/** Climbs the ladder of confirmations with its time-outs; `askHealth` is called once, when the printer kept silent too long. */
export function awaitOutcome (voice: Voice, times: LinkTimes, askHealth: () => Promise<PrinterState | undefined>): Awaited {
  let rung: Rung = { at: 'sending' }
  let timer: NodeJS.Timeout | undefined
  let settle: (outcome: Outcome) => void
  const outcome = new Promise<Outcome>(resolve => { settle = resolve })
  const enter = (next: Rung) => {
    rung = next
    clearTimeout(timer)
    if (rung.at === 'settled') settle(rung.outcome)
    else if (rung.at === 'asking') void askHealth().then(state => { hear({ type: 'health', state }) })
    else timer = setTimeout(hear, patienceMs(rung.at, voice, times), { type: 'time' })
  }
  const hear = (sign: Sign) => {
    const next = climb(rung, sign, voice)
    if (next !== rung) enter(next)
  }
  enter(rung)
  return { outcome, hear, rung: () => rung.at }
}

function patienceMs (at: 'sending' | 'listening' | 'lagging', voice: Voice, times: LinkTimes): number {
  switch (at) {
    case 'sending': return times.confirmMs
    case 'listening': return voice.confirmation === 'status' ? times.settleMs : times.confirmMs
    // A unit that is known to name its jobs will name this one too; only an untried one may simply be unable to.
    case 'lagging': return voice.ids === 'proven' ? times.confirmMs : times.settleMs
  }
}
