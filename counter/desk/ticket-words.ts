import type { Principal } from '../../common/contract/access.ts'
import { may } from '../../common/contract/permissions.ts'
import type { Ticket } from '../../common/contract/ticket.ts'
import { deskFindTexts } from '../../common/i18n/desk-find.ts'
import { speaker, type Language } from '../../common/i18n/texts.ts'
import { timeText } from '../../common/ui/moment.ts'

/** Where a number is and since when, in a sentence without its full stop. */
export function stateSaid (ticket: Ticket, zone: string, language: Language): string {
  const say = speaker(deskFindTexts, language)
  const { state, counter, hold } = ticket
  const time = (at: string | null) => at === null ? '' : timeText(at, zone)
  switch (state) {
    case 'waiting': return ticket.bound?.next ? say('state.waiting.next', { counter: ticket.bound.counters.join(', ') }) : say('state.waiting')
    case 'called': return say('state.called', { counter: counter ?? '', time: time(ticket.calledAt) })
    case 'serving': return say('state.serving', { counter: counter ?? '', time: time(ticket.startedAt) })
    case 'held': return say('state.held', { counter: hold?.counter ?? counter ?? '', time: time(hold?.until ?? null) })
    case 'missed': return say('state.missed', { counter: counter ?? '', time: time(ticket.calledAt ?? ticket.endedAt) })
    case 'done': return say('state.done', { time: time(ticket.endedAt) })
    case 'cancelled': return say('state.cancelled', { time: time(ticket.endedAt) })
    case 'expired': return say('state.expired')
  }
}

export type CardDeed = 'return' | 'reprint' | 'cancel' | 'apologise' | 'checklist'

const isOpen = ({ state }: Ticket): boolean => !['done', 'cancelled', 'expired'].includes(state)

/** What whoever is signed in may do for this number now, the likeliest first. */
export function deedsFor (ticket: Ticket, me: Pick<Principal, 'kind' | 'role'>, { isBroken, hasPapers }: { readonly isBroken: boolean, readonly hasPapers: boolean }): readonly CardDeed[] {
  const { state } = ticket
  const isAway = state === 'held' || state === 'missed'
  return [
    ...isAway && may(me, 'return-ticket') ? ['return'] as const : [],
    ...isOpen(ticket) && may(me, 'reprint') ? ['reprint'] as const : [],
    ...isBroken && may(me, 'apologise') ? ['apologise'] as const : [],
    ...hasPapers && may(me, 'print-checklist') ? ['checklist'] as const : [],
    ...(isAway || state === 'waiting') && may(me, 'cancel-ticket') ? ['cancel'] as const : []
  ]
}
