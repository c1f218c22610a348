import { type Conversation } from './conversation.ts'
import { type Hearing } from './hearing.ts'
import { type Ledger } from './ledger.ts'

/** One connection to a printer, what is heard on it, and what is under way over it. */
export interface Line {
  readonly talk: Conversation
  readonly hearing: Hearing
  readonly ledger: Ledger
  /** Bytes of a job are still being handed over: nothing else may be sent, not even a question. */
  isSending: boolean
  /** Pieces handed over so far. */
  pieces: number
}
