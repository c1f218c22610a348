import { setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
import { answerOf } from './desk.ts'
import { createReckoner } from './reckoner.ts'
import type { ToThread, FromThread } from './thread.ts'

// The thread in which outlooks are reckoned: what it is told it learns, what it is asked it answers.
const { learn, reckon } = createReckoner()

// On Linux a thread has a niceness of its own: whoever takes a number goes first on a busy machine.
if (process.platform === 'linux') {
  try { setPriority(10) } catch { /* reckons all the same */ }
}

parentPort?.on('message', (message: ToThread) => {
  if ('lesson' in message) return learn(message.lesson)
  const { id, office, scene } = message
  parentPort?.postMessage({ id, ...answerOf(() => reckon(office, scene)) } satisfies FromThread)
})
