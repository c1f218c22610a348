import { Worker } from 'node:worker_threads'
import type { Scene } from '../domain/forecast/scene.ts'
import type { Answer, Desk } from './desk.ts'
import type { Lesson } from './reckoner.ts'

export type ToThread = { readonly lesson: Lesson } | { readonly id: number, readonly office: string, readonly scene: Scene }
export type FromThread = { readonly id: number } & Exclude<Answer, { lost: true }>

/** The log of the server, as far as this room writes to it. */
export interface ForecastLog { readonly error: (detail: unknown, message: string) => void }

/** Reckoning takes tens of milliseconds, on slow machines hundreds; a thread silent for so long hangs. */
const longestMs = 20_000
/** Under load an outlook a second is plenty: people read minutes. */
const gapMs = 1_000
/** After the first death a new thread may start soon, then ever later, until one has answered. */
const firstPauseMs = 500
const longestPauseMs = 60_000
/** Many times what it needs: whatever goes wrong there takes the thread and not the office. */
const resourceLimits = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 16 }

interface Asked { readonly answered: (answer: Answer) => void, readonly hung: NodeJS.Timeout }

export interface DeskApart extends Desk {
  /** For tests: the thread that works now. */
  readonly worker: () => Worker | undefined
}

/**
 * A desk in a thread of its own, begun when it is first opened. When the thread dies, what was asked is answered `lost`;
 * the next opening begins another.
 */
export function deskApart (log: ForecastLog, options: { readonly longestMs?: number, readonly gapMs?: number } = {}): DeskApart {
  const asked = new Map<number, Asked>()
  let worker: Worker | undefined
  let shift = 0
  let lastId = 0
  let pauseMs = 0
  let mayBeginAt = 0
  let stopped = false

  const begin = () => {
    const begun = beginThread(log, {
      answered: answer => {
        pauseMs = 0
        settle(asked, answer)
      },
      ended: code => {
        worker = undefined
        if (!stopped) log.error({ code }, 'the forecast\'s thread ended; another takes its place')
        pauseMs = Math.min(longestPauseMs, pauseMs === 0 ? firstPauseMs : 2 * pauseMs)
        mayBeginAt = performance.now() + pauseMs
        lose(asked)
      }
    })
    shift++
    return begun
  }

  return {
    gapMs: options.gapMs ?? gapMs,
    open: () => {
      if (!worker && !stopped && performance.now() >= mayBeginAt) worker = begin()
      return worker && shift
    },
    tell: lesson => worker?.postMessage({ lesson } satisfies ToThread),
    ask: (office, scene, answered) => {
      const at = worker
      if (!at) return answered({ lost: true })
      const id = ++lastId
      asked.set(id, { answered, hung: setTimeout(() => void at.terminate(), options.longestMs ?? longestMs).unref() })
      at.postMessage({ id, office, scene } satisfies ToThread)
    },
    stop: async () => {
      stopped = true
      await worker?.terminate()
    },
    worker: () => worker
  }
}

function beginThread (log: ForecastLog, told: { readonly answered: (answer: FromThread) => void, readonly ended: (code: number) => void }): Worker {
  const worker = new Worker(new URL('./reckoning-thread.ts', import.meta.url), { resourceLimits })
  // The forecast must not keep a finished program alive.
  worker.unref()
  worker.on('message', told.answered)
  worker.on('error', error => log.error(error, 'the forecast\'s thread failed'))
  worker.once('exit', told.ended)
  return worker
}

function settle (asked: Map<number, Asked>, { id, ...answer }: FromThread): void {
  const question = asked.get(id)
  asked.delete(id)
  clearTimeout(question?.hung)
  question?.answered(answer as Answer)
}

function lose (asked: Map<number, Asked>): void {
  const lost = [...asked.values()]
  asked.clear()
  for (const { answered, hung } of lost) {
    clearTimeout(hung)
    answered({ lost: true })
  }
}
