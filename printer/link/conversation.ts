import { confirmedProcess, createReplyReader, type Reply } from '../replies.ts'
import { type Question } from '../signs.ts'
import { type PrinterAdapter } from '../transports/adapter.ts'

/** What a printer says without having been asked this moment. */
export interface Ears {
  /** The four bytes of its condition. */
  onPush (bytes: Uint8Array): void
  /** Everything before this GS ( H is on paper. */
  onProcess (id: string): void
  /** It has come to a GS r 1 in its buffer. */
  onFence (): void
  /** What it calls itself (GS I): makers are known to lie. */
  onIdentity? (text: string): void
}

/** One connection, from opening to its end. Answers count for this connection only. */
export interface Conversation {
  /** Resolves with what is in the way, if anything. */
  open (): Promise<Error | undefined>
  /** Puts a question, a second time when the first goes unanswered; one at a time. Undefined when neither is answered. */
  ask (question: Question): Promise<number | undefined>
  /** Forgets that answers are owed: this printer does not know the question. */
  forgive (): void
  /** Resolves when the bytes were handed over; false when the connection ended instead. */
  write (bytes: Uint8Array): Promise<boolean>
  readonly ended: Promise<Error | undefined>
  hasEnded (): boolean
  /** Says goodbye; resolves when the connection is over. */
  close (): Promise<void>
}

const timesAsked = 2
const identityHead = 0x5f

export function converse (adapter: PrinterAdapter, ears: Ears, statusMs: number): Conversation {
  const answers = createAnswers(statusMs)
  adapter.read(createReplyReader(reply => { hear(reply, ears, answers) }))
  let hasEnded = false
  const ended = new Promise<Error | undefined>(resolve => {
    adapter.onEnd(fault => { hasEnded = true; answers.end(); resolve(fault) })
  })
  const write = (bytes: Uint8Array) => Promise.race([
    new Promise<boolean>(resolve => { adapter.write(bytes, error => { resolve(!error) }) }),
    ended.then(() => false)
  ])
  let isClogged = false
  const put = async (question: Question): Promise<number | undefined> => {
    // An answer does not say to which question: a late one must have come before another question is put.
    if (!await answers.settled()) {
      if (isClogged) return undefined
      answers.forgive()
    }
    for (let i = 0; i < timesAsked && !hasEnded; i++) {
      void write(Uint8Array.of(0x10, 0x04, question))
      const byte = await answers.next()
      isClogged = byte === undefined
      if (!isClogged) return byte
    }
    return undefined
  }
  let turn: Promise<unknown> = Promise.resolve()
  return {
    open: () => new Promise(resolve => { adapter.open(error => { resolve(error ?? undefined) }) }),
    ask: question => {
      const answer = turn.then(() => put(question))
      turn = answer
      return answer
    },
    forgive: () => { answers.forgive() },
    write: bytes => hasEnded ? Promise.resolve(false) : write(bytes),
    ended,
    hasEnded: () => hasEnded,
    close: () => new Promise(resolve => { adapter.close(() => { resolve() }) })
  }
}

function hear (reply: Reply, ears: Ears, answers: Answers): void {
  switch (reply.type) {
    case 'status': answers.heard(reply.byte); break
    case 'auto': ears.onPush(reply.bytes); break
    case 'queued': ears.onFence(); break
    case 'block': {
      const id = confirmedProcess(reply)
      if (id) ears.onProcess(id)
      else if (reply.head === identityHead) ears.onIdentity?.(reply.text)
      break
    }
    case 'other': break
  }
}

interface Answers {
  heard (byte: number): void
  /** The next answer, or undefined when none comes in time; counts as owed until it does. */
  next (): Promise<number | undefined>
  /** Whether every question put so far was answered, waiting a little for late ones. */
  settled (): Promise<boolean>
  forgive (): void
  end (): void
}

function createAnswers (statusMs: number): Answers {
  let owed = 0
  let isOver = false
  let wake: ((byte?: number) => void) | undefined
  const within = () => new Promise<number | undefined>(resolve => {
    if (isOver) { resolve(undefined); return }
    const timer = setTimeout(() => { wake?.() }, statusMs)
    wake = byte => { clearTimeout(timer); wake = undefined; resolve(byte) }
  })
  return {
    heard (byte) {
      if (owed > 0) owed--
      wake?.(byte)
    },
    next () { owed++; return within() },
    async settled () {
      while (owed > 0) if (await within() === undefined) return false
      return true
    },
    forgive () { owed = 0 },
    end () { isOver = true; wake?.() }
  }
}
