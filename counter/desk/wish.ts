import type { Prospect, FieldForecast } from '../../common/contract/forecast.ts'
import type { Field, Procedure } from '../../common/contract/office.ts'
import type { Purpose, TicketRequest } from '../../common/contract/ticket.ts'
import { prospectOf } from '../../common/ui/forecast.ts'

/** One thing to be done; without a procedure the officer will ask. */
export interface Chosen { readonly field: Field, readonly procedure?: Procedure }
/** The slip's language, or none at all. */
export type Slip = 'vi' | 'en' | 'none'

/** What the person before the desk wants, so far. */
export interface Wish {
  /** All on one number, served in this order. */
  readonly services: readonly Chosen[]
  /** The next choice is one thing more. */
  readonly adding: boolean
  readonly dossiers: number
  /** Absent: none. The class is counted for the day and forgotten for the person. */
  readonly priority?: { readonly class?: string }
  /** Unless said, that of the procedure or of the field. */
  readonly purpose?: Purpose
  readonly slip: Slip
}

export const noWish: Wish = { services: [], adding: false, dossiers: 1, slip: 'vi' }
export const mostServices = 5
export const mostDossiers = 999

const isSame = (one: Chosen, other: Chosen): boolean => one.field.id === other.field.id && one.procedure?.id === other.procedure?.id

/** A choice takes the place of the latest one, unless it is to be one more. */
export function choose (wish: Wish, chosen: Chosen): Wish {
  const kept = wish.adding ? wish.services : wish.services.slice(0, -1)
  const { purpose: _, ...rest } = wish
  const isFirst = kept.length === 0
  if (kept.some(service => isSame(service, chosen))) return { ...wish, adding: false }
  return { ...isFirst ? rest : wish, services: [...kept, chosen], adding: false }
}

export function addOne (wish: Wish): Wish {
  return wish.services.length === 0 || wish.services.length >= mostServices ? wish : { ...wish, adding: !wish.adding }
}

export function drop (wish: Wish, place: number): Wish {
  return { ...wish, services: wish.services.filter((_, at) => at !== place), adding: false }
}

export function count (wish: Wish, dossiers: number): Wish {
  return { ...wish, dossiers: Math.max(1, Math.min(mostDossiers, Math.round(dossiers) || 1)) }
}

/** Chosen again, it is taken back. */
export function prioritise (wish: Wish, priority: NonNullable<Wish['priority']>): Wish {
  const { priority: before, ...rest } = wish
  return before && before.class === priority.class ? rest : { ...rest, priority }
}

/** The field and procedure that the number is of. */
export const firstOf = ({ services }: Wish): Chosen | undefined => services[0]
export const latestOf = ({ services }: Wish): Chosen | undefined => services.at(-1)
export const purposeOf = (wish: Wish): Purpose => wish.purpose ?? firstOf(wish)?.procedure?.purpose ?? firstOf(wish)?.field.purpose ?? 'submit'

/** What whoever takes this number may expect; absent while the office has not said. */
export function expectationOf (wish: Wish, forecasts: readonly FieldForecast[] | undefined): Prospect | undefined {
  const first = firstOf(wish)
  return first && prospectOf(forecasts, first.field.id, wish.priority !== undefined)
}

/** What the office is asked for; absent while nothing is chosen. */
export function requestOf (wish: Wish): TicketRequest | undefined {
  const [first, ...more] = wish.services
  if (!first) return undefined
  return {
    field: first.field.id, purpose: purposeOf(wish), ...first.procedure && { procedure: first.procedure.id },
    ...wish.dossiers > 1 && { dossiers: wish.dossiers },
    ...wish.priority && { priority: true, ...wish.priority.class !== undefined && { priorityClass: wish.priority.class } },
    ...more.length > 0 && { more: more.map(({ field, procedure }) => ({ field: field.id, ...procedure && { procedure: procedure.id } })) },
    ...wish.slip === 'none' ? { slip: false } : { language: wish.slip }
  }
}
