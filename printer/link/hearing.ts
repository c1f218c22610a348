import { type Condition } from '../condition.ts'
import { conditionFrom, noSigns, questions, signsAfterAnswer, signsAfterPush, type Question } from '../signs.ts'
import { type Conversation } from './conversation.ts'

/** How a printer is, as heard on one connection. */
export interface Hearing {
  condition (): Condition
  /** First questions: how it is, and which of them it answers at all. False when it is silent. */
  learn (): Promise<boolean>
  /** Asks everything it answers; false when it fell silent. */
  askAll (): Promise<boolean>
  /** Asks enough to know that it is there and how it is; false when it fell silent. */
  check (isWell: boolean): Promise<boolean>
  /** It told its condition by itself. */
  pushed (bytes: Uint8Array): void
  /** It was asked and answered: a printer that cannot speak never is. */
  speaks (): boolean
}

export function createHearing (talk: Pick<Conversation, 'ask' | 'forgive'>): Hearing {
  let signs = noSigns
  let asked: readonly Question[] = []
  let hasPushed = false
  const ask = async (question: Question) => {
    const byte = await talk.ask(question)
    if (byte !== undefined) signs = signsAfterAnswer(signs, question, byte)
    return byte !== undefined
  }
  const askAll = async () => {
    for (const question of asked) if (!await ask(question)) return false
    return true
  }
  return {
    condition: () => conditionFrom(signs),
    async learn () {
      for (const question of questions) {
        if (await ask(question)) asked = [...asked, question]
        else if (question === 1) return false
        else talk.forgive()
      }
      // Silent at the end: either it does not know the last question, or it died meanwhile.
      return asked.at(-1) === questions.at(-1) || await ask(1)
    },
    askAll,
    check (isWell) {
      // The last question is enough for a printer that is well and tells its changes by itself.
      const last = asked.at(-1)
      return isWell && hasPushed && last ? ask(last) : askAll()
    },
    pushed (bytes) {
      hasPushed = true
      signs = signsAfterPush(bytes)
    },
    speaks: () => asked.length > 0
  }
}
