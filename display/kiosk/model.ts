import type { Prospect } from '../../common/contract/forecast.ts'
import type { KioskShot } from '../../common/contract/live.ts'
import type { Field } from '../../common/contract/office.ts'
import type { Catalogue } from '../../common/ui/catalogue.ts'
import { isFar, kindOf } from '../../common/ui/forecast.ts'
import type { LiveState } from '../../common/ui/live-state.ts'
import type { Input, Step } from './steps.ts'

export type { Catalogue }

/** All that the kiosk's picture depends on. */
export interface KioskModel {
  readonly step: Step
  readonly live: LiveState<KioskShot>
  readonly catalogue?: Catalogue
  readonly now: Date
  readonly large: boolean
  /** Seconds until the screen goes back to its start, once that is near. */
  readonly idleSeconds?: number
  readonly pairing: boolean
  readonly wrong: string
}

/** What a touch wants; the page decides. */
export type Touched = Input | { readonly do: 'language' } | { readonly do: 'large' } | { readonly do: 'stay' }

export function touch (host: EventTarget, touched: Touched): void {
  host.dispatchEvent(new CustomEvent<Touched>('moi-touch', { detail: touched, bubbles: true, composed: true }))
}

/** Nine large choices a page; in large type seven. */
export const choicesAPage = (large: boolean): number => large ? 7 : 9

/** The counter where somebody helps: that of the field for questions. */
export function helpCounter (catalogue: Catalogue | undefined): number | undefined {
  return catalogue?.fields.find(({ purpose }) => purpose === 'ask')?.counters[0]
}

/**
 * Where a booked time may be turned into a number: on the page everybody begins with, and on the one that
 * stands in its place while no numbers are given out: whoever booked is expected to the end of the session.
 */
export function isBookable ({ step, live, catalogue }: Pick<KioskModel, 'step' | 'live' | 'catalogue'>): boolean {
  if (live.status !== 'live' || !catalogue?.office.bookable) return false
  return catalogue.office.open ? step.at === 'fields' && !step.adding : !['booking', 'help', 'ticket'].includes(step.at)
}

export function waitingIn (field: Field, live: LiveState<KioskShot>): number {
  return live.shot?.waiting[field.id] ?? (live.shot ? 0 : field.waiting)
}

/** A field as the office serves it now: the one in a step is as old as the touch that chose it. */
export function fieldNow (field: Field, catalogue: Catalogue | undefined): Field {
  return catalogue?.fields.find(({ id }) => id === field.id) ?? field
}

/** Nobody before one is good news only where a counter is open. */
export function countText (count: number, { served }: Field): '0' | '1' | 'n' | 'unserved' {
  if (count === 0) return served ? '0' : 'unserved'
  return count === 1 ? '1' : 'n'
}

/** How many wait, in words that do not say more than the forecast: nobody may wait and somebody be served for long. */
export function waitingKey (count: number, field: Field, prospect: Prospect | undefined, now: Date) {
  const key = countText(count, field)
  if (key !== '0') return `waiting.${key}` as const
  const { forecast, hardlyToday } = prospect ?? {}
  if (hardlyToday || forecast && isFar(forecast, now)) return 'waiting.notNow'
  return forecast && kindOf(forecast, now) !== 'now' ? 'waiting.none' : 'waiting.0'
}
