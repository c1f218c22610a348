import type { Field } from '../../common/contract/office.ts'
import type { TicketRequest } from '../../common/contract/ticket.ts'
import type { Chosen, Confirming, Counting, Listing, Step } from './steps.ts'

/** Further services that one number carries, at most. */
export const mostMore = 4
/** Two digits: whoever brings more is the guide's guest long before. */
export const mostDossiers = 99
/** So few numbers left are worth saying. */
const fewNumbers = 5

/** No number of this field is to be had now: it rests, or all of this session's are given out. */
export const isShut = ({ open, quotaLeft }: Field): boolean => !open || quotaLeft === 0
export const isNearlyOut = ({ quotaLeft }: Field): boolean => quotaLeft !== undefined && quotaLeft > 0 && quotaLeft <= fewNumbers

/** Everything to be done on one number, in order. */
export const servicesOf = ({ field, procedure, more }: Confirming): readonly Chosen[] => [{ field, ...procedure && { procedure } }, ...more]
export const mayAdd = ({ more, sending }: Confirming): boolean => !sending && more.length < mostMore

const asks = (services: readonly Chosen[]): boolean => services.some(({ field }) => field.asksDossiers)
const isSame = (one: Chosen, other: Chosen): boolean => one.field.id === other.field.id && one.procedure?.id === other.procedure?.id

/** A first wish, or one more thing on the wish there is; first the count of dossiers, where somebody wants to know. */
export function choose (from: Listing, chosen: Chosen, key: string): Confirming | Counting {
  const { adding } = from
  if (adding && servicesOf(adding).some(service => isSame(service, chosen))) return adding
  const wish = adding ? changed(adding, { more: [...adding.more, chosen], key }) : { at: 'confirm', ...chosen, more: [], from, sending: false, key, ...'guided' in from && from.guided && { guided: true } } as const
  return wish.dossiers === undefined && asks(servicesOf(wish)) ? counting(wish, from) : wish
}

/** Without the service at that place; the next one moves up. */
export function drop (wish: Confirming, place: number, key: string): Confirming {
  const [first, ...more] = servicesOf(wish).filter((_, at) => at !== place)
  if (!first || wish.sending) return wish
  const { procedure: _, checklist: __, dossiers, ...rest } = wish
  return changed(rest, { ...first, more, key, ...dossiers !== undefined && asks([first, ...more]) && { dossiers } })
}

export function counting (wish: Confirming, from: Step): Counting {
  return { at: 'dossiers', count: wish.dossiers ?? 1, wish, from }
}

export function count (step: Counting, wanted: number): Counting {
  return { ...step, count: Math.max(1, Math.min(mostDossiers, wanted)) }
}

export function counted ({ wish, count }: Counting, key: string): Confirming {
  return changed(wish, { dossiers: count, key })
}

/** A changed wish: what was said of the one before no longer holds. */
function changed (wish: Confirming, change: Partial<Confirming>): Confirming {
  const { problem: _, ...rest } = wish
  return { ...rest, ...change }
}

/** What the confirmed step asks the office for. */
export function requestOf ({ field, procedure, more, dossiers, priorityClass }: Confirming, language: 'vi' | 'en'): TicketRequest {
  return {
    field: field.id, language,
    ...procedure && { procedure: procedure.id, purpose: procedure.purpose },
    ...dossiers !== undefined && { dossiers },
    ...more.length > 0 && { more: more.map(({ field, procedure }) => ({ field: field.id, ...procedure && { procedure: procedure.id } })) },
    ...priorityClass && { priority: true, priorityClass }
  }
}
