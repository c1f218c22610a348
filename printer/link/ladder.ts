import { isBlocking, type PrinterState } from '../condition.ts'
import { wordsOf, type Outcome, type PrintFault } from '../outcome.ts'
import { type PrinterProfile } from '../profiles/profiles.ts'

/** How far a job has climbed towards being known to be on paper. */
export type Rung =
  | { readonly at: 'sending' } // bytes are being handed over
  | { readonly at: 'listening' } // all are; nothing was heard of them
  | { readonly at: 'lagging' } // the printer has worked them off; its word that they are on paper may follow
  | { readonly at: 'asking' } // it kept silent and is asked how it is
  | { readonly at: 'settled', readonly outcome: Outcome }

/** What can be heard of a job under way. */
export type Sign =
  | { readonly type: 'piece' } // some more bytes were handed over
  | { readonly type: 'taken' } // all were
  | { readonly type: 'process' } // GS ( H answered with this job's number
  | { readonly type: 'fence' } // the GS r 1 behind this job was answered
  | { readonly type: 'time' } // the rung's time is over
  | { readonly type: 'health', readonly state: PrinterState | undefined } // what it said when asked; undefined: nothing
  | { readonly type: 'ended', readonly fault: Error | undefined }
  | { readonly type: 'stopped' }

/** What is known of a printer's ability to speak. */
export interface Voice {
  readonly confirmation: PrinterProfile['confirmation']
  /** Whether this very unit answers GS ( H: found out by its doing so or not, never by the name it gives itself. */
  readonly ids: 'untried' | 'proven' | 'never'
}

/** The rung a sign leads to; the same object when it changes nothing. */
export function climb (rung: Rung, sign: Sign, voice: Voice): Rung {
  switch (rung.at) {
    case 'sending': return fromSending(rung, sign, voice)
    case 'listening': return fromListening(rung, sign, voice)
    case 'lagging': return fromLagging(rung, sign)
    case 'asking': return fromAsking(rung, sign, voice)
    case 'settled': return rung
  }
}

const settled = (outcome: Outcome): Rung => ({ at: 'settled', outcome })
const printed = settled({ state: 'printed', confirmedBy: 'process-id' })
const workedOff = settled({ state: 'unconfirmed', confirmedBy: 'fence' })

function unknown (fault: PrintFault, detail?: string): Rung {
  return settled({ state: 'unknown', fault, ...(detail === undefined ? {} : { detail }) })
}

function fromSending (rung: Rung, sign: Sign, voice: Voice): Rung {
  switch (sign.type) {
    case 'piece': return { at: 'sending' }
    case 'taken': return voice.confirmation === 'none' ? settled({ state: 'unconfirmed', confirmedBy: 'sent' }) : { at: 'listening' }
    case 'time': return unknown('stalled')
    // The printer can answer before our side has heard that the last piece was taken.
    case 'process': case 'fence': case 'ended': case 'stopped': return fromListening(rung, sign, voice)
    case 'health': return rung
  }
}

function fromListening (rung: Rung, sign: Sign, voice: Voice): Rung {
  switch (sign.type) {
    case 'process': return printed
    case 'fence': return voice.confirmation === 'probe' && voice.ids !== 'never' ? { at: 'lagging' } : workedOff
    case 'time': return { at: 'asking' }
    case 'ended': return sign.fault ? unknown('broken', wordsOf(sign.fault)) : unknown('closed')
    case 'stopped': return unknown('stopping')
    case 'piece': case 'taken': case 'health': return rung
  }
}

function fromLagging (rung: Rung, sign: Sign): Rung {
  switch (sign.type) {
    case 'process': return printed
    case 'time': case 'ended': case 'stopped': return workedOff
    case 'piece': case 'taken': case 'fence': case 'health': return rung
  }
}

function fromAsking (rung: Rung, sign: Sign, voice: Voice): Rung {
  switch (sign.type) {
    case 'fence': return workedOff
    case 'health': return afterHealth(sign.state)
    case 'process': case 'ended': case 'stopped': return fromListening(rung, sign, voice)
    case 'piece': case 'taken': case 'time': return rung
  }
}

function afterHealth (state: PrinterState | undefined): Rung {
  if (state === undefined) return unknown('silent')
  return isBlocking(state) ? unknown('silent', state) : settled({ state: 'unconfirmed', confirmedBy: 'status' })
}
