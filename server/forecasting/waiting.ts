/** Those who wait for the answer to a question that is still to be asked, where one is asked at a time. */
export interface Waiting<Answer> {
  readonly next: () => Promise<Answer>
  readonly asked: () => void
  /** Serves whoever waited when that was asked; says whether others came since. */
  readonly answered: (answer: Answer) => boolean
  /** Nobody will be answered. */
  readonly failed: (error: Error) => void
}

interface Waiter<Answer> { readonly resolve: (answer: Answer) => void, readonly reject: (error: Error) => void }

export function createWaiting<Answer> (): Waiting<Answer> {
  let served: readonly Waiter<Answer>[] = []
  let later: readonly Waiter<Answer>[] = []
  return {
    next: () => new Promise((resolve, reject) => { later = [...later, { resolve, reject }] }),
    asked: () => {
      served = [...served, ...later]
      later = []
    },
    answered: answer => {
      for (const { resolve } of served) resolve(answer)
      served = []
      return later.length > 0
    },
    failed: error => {
      for (const { reject } of [...served, ...later]) reject(error)
      served = []
      later = []
    }
  }
}
