import type { Problem } from '../../common/contract/problem.ts'
import type { Confirming, Hardly, Listing, Step } from './steps.ts'

export const pinLength = 6

/** Said as soon as the field is chosen; `next` is where a guide goes on. */
export function hardlyAt (from: Listing, next: Step & { readonly at: 'procedures' | 'confirm' | 'dossiers' }): Hardly {
  return { at: 'hardly', field: next.at === 'dossiers' ? next.wish.field : next.field, from, next, sending: false }
}

/** Said instead of giving a number. A guide who was there from the beginning is asked for the PIN at once. */
export function hardlyTaken (wish: Confirming, problem?: Problem): Hardly {
  const { problem: _, ...rest } = wish
  const known = { ...rest, sending: false }
  return { at: 'hardly', field: wish.field, from: known, wish: known, sending: false, ...wish.guided && { pin: '' }, ...problem && { told: problem.detail } }
}

/** The guide takes over: first the wish is completed, then it is the PIN's turn. */
export function guided (step: Hardly): Step {
  if (step.next) return withGuide(step.next)
  return step.pin === undefined ? { ...step, pin: '' } : step
}

function withGuide (next: NonNullable<Hardly['next']>): Step {
  return next.at === 'dossiers' ? { ...next, wish: { ...next.wish, guided: true } } : { ...next, guided: true }
}

/** After a "no" a figure begins anew. Another PIN is another request. */
export function pinTyped (step: Hardly, key: string, newKey: string): Hardly {
  if (step.sending || step.pin === undefined || !step.wish) return step
  const isFigure = /^\d$/.test(key)
  if (key !== 'delete' && !isFigure) return step
  const before = step.problem ? '' : step.pin
  const pin = key === 'delete' ? step.pin.slice(0, -1) : (before + key).slice(0, pinLength)
  const { problem: _, ...rest } = step
  return { ...rest, pin, wish: { ...step.wish, key: newKey } }
}

export const isPinWhole = ({ pin }: Hardly): boolean => pin?.length === pinLength

export function overruling (step: Hardly): Hardly {
  if (step.sending || !isPinWhole(step)) return step
  const { problem: _, ...rest } = step
  return { ...rest, sending: true }
}

/** A "no" to the PIN, or none at all, is said beside the keys; any other is about the number itself. */
export function notOverruled (step: Hardly, key: string, problem: Problem): Step {
  const { wish } = step
  if (wish?.key !== key) return step
  switch (problem.code) {
    case 'WRONG_PIN':
    case 'TOO_MANY_REQUESTS': return { ...step, sending: false, pin: '', problem }
    case 'NO_CONNECTION':
    case 'UNREADABLE_ANSWER': return { ...step, sending: false, problem }
    default: return { ...wish, sending: false, problem }
  }
}

/** From the keys to what there is to choose; from there to where one came from. */
export function backFromHardly (step: Hardly): Step {
  if (step.sending) return step
  if (step.pin === undefined || step.wish?.guided) return step.from
  const { pin: _, problem: __, ...rest } = step
  return rest
}
