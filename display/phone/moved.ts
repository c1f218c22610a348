import type { Forecast } from '../../common/contract/ticket.ts'
import { rangeText } from '../../common/ui/forecast.ts'

/** A forecast that has just become another one, as it is read. */
export interface Moved { readonly at: string, readonly to: 'earlier' | 'later' }

/** After so long it is no longer news. */
const newsMs = 3 * 60_000

/** What is known of the last change, after the office told the forecast anew. Zones do not matter: only whether it reads the same. */
export function movedAfter (known: Moved | undefined, before: Forecast | null | undefined, after: Forecast | null, at: string): Moved | undefined {
  if (!after) return undefined
  if (!before || rangeText(before, 'UTC') === rangeText(after, 'UTC')) return known
  return { at, to: Date.parse(after.likely) < Date.parse(before.likely) ? 'earlier' : 'later' }
}

export function isNews ({ at }: Moved, now: Date): boolean {
  return now.getTime() - Date.parse(at) < newsMs
}
