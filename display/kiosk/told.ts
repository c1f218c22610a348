import type { Break, KioskShot } from '../../common/contract/live.ts'
import type { Field } from '../../common/contract/office.ts'
import { kioskTexts } from '../../common/i18n/kiosk.ts'
import { kioskRulesTexts } from '../../common/i18n/kiosk-rules.ts'
import { fill, type Blanks } from '../../common/i18n/texts.ts'
import { language } from '../../common/ui/language.ts'
import type { LiveState } from '../../common/ui/live-state.ts'
import { timeText, untilText } from '../../common/ui/moment.ts'
import { servedUntil } from '../../common/ui/session.ts'
import type { Action } from './message.ts'
import { helpCounter, type Catalogue } from './model.ts'
import type { Confirming } from './steps.ts'

/** What the whole screen says when there is only one thing to know. */
export interface Told {
  readonly heading: string
  readonly lead?: string
  readonly lines: readonly string[]
  readonly figure?: string
  readonly warn?: boolean
  readonly actions?: readonly Action[]
}

const say = (key: keyof typeof kioskTexts.vi, blanks?: Blanks) => fill(kioskTexts[language.current][key], blanks)
const rule = (key: keyof typeof kioskRulesTexts.vi, blanks?: Blanks) => fill(kioskRulesTexts[language.current][key], blanks)

/** The guide's counter, large, where there is one. */
function guide (catalogue: Catalogue | undefined): Pick<Told, 'lines' | 'figure'> {
  const counter = helpCounter(catalogue)
  return counter === undefined ? { lines: [] } : { lines: [say('help.counter')], figure: String(counter) }
}

export function helpTold (catalogue: Catalogue | undefined): Told {
  const { lines, ...figure } = guide(catalogue)
  return { heading: say('help.title'), lines: [...lines, say('help.hall')], ...figure }
}

export function staleTold ({ staleSince }: LiveState<KioskShot>, zone: string): Told {
  return { warn: true, heading: say('stale.title'), lines: [say('stale'), ...staleSince ? [say('stale.since', { time: timeText(staleSince, zone) })] : []] }
}

/** Why nobody can take a number: it is lunch, the last of this session are given out, or everybody has gone home. */
export function notGivingTold (onBreak: Break | undefined, catalogue: Catalogue, now: Date): Told {
  if (onBreak) return breakTold(onBreak, catalogue)
  const until = servedUntil(catalogue.office, now)
  return until === undefined ? closedTold(catalogue, now) : stoppedTold(until, catalogue, now)
}

/** Whoever holds a number is not sent home. */
function stoppedTold (until: string, { office: { opensAt, timeZone } }: Catalogue, now: Date): Told {
  const again = opensAt ? [rule('stopped.until', { time: untilText(opensAt, now, timeZone, language.current) })] : []
  return { heading: rule('stopped.title'), lines: [rule('stopped.served', { time: timeText(until, timeZone) }), ...again] }
}

export function closedTold ({ office: { opensAt, timeZone } }: Catalogue, now: Date): Told {
  const until = opensAt ? [say('closed.until', { time: untilText(opensAt, now, timeZone, language.current) })] : []
  return { heading: say('closed.title'), lines: [...until, say('closed')] }
}

/** Lunch is not an end: until when, when numbers are given out again, and that nobody loses a place. */
export function breakTold ({ until, carried }: Break, { office: { opensAt, timeZone } }: Catalogue): Told {
  const kept = [carried > 0 ? rule('break.carried', { count: carried }) : rule('break.kept'), rule('break.have')]
  const heading = rule('break.title', { time: timeText(until, timeZone) })
  return opensAt ? { heading, lines: [rule('break.numbers'), ...kept], figure: timeText(opensAt, timeZone) } : { heading, lines: kept }
}

/** A field that gives out no number now: since when it will again, or who can help. */
export function shutTold (field: Field, { office: { timeZone, bookable } }: Catalogue, now: Date): Told {
  const name = field.name[language.current] || field.name.vi
  const other: Action = { label: rule('shut.other'), touched: { do: 'back' }, primary: true }
  if (!field.open) {
    const until = field.opensAt ? [rule('shut.until', { time: untilText(field.opensAt, now, timeZone, language.current) }), rule('shut.later')] : [rule('shut')]
    return { heading: rule('shut.title', { field: name }), lines: until, actions: [other] }
  }
  const isBookable = bookable && field.bookable
  return {
    heading: rule('shut.quota.title', { field: name }), lines: [rule('shut.quota'), ...isBookable ? [rule('shut.quota.booking')] : []],
    actions: [other, ...isBookable ? [{ label: rule('booking'), touched: { do: 'booking' } } as const] : []]
  }
}

/** More dossiers than this machine takes at once: the guide gives the number. The count may also have been a slip of the finger. */
export function tooManyTold ({ dossiers = 1, problem }: Confirming, catalogue: Catalogue | undefined): Told {
  return {
    heading: rule('dossiers.tooMany', { count: dossiers }), ...problem && { lead: problem.detail }, ...guide(catalogue),
    actions: [{ label: rule('dossiers.change'), touched: { do: 'dossiers' } }]
  }
}
