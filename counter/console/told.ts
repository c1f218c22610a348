import type { ConsoleShot } from '../../common/contract/live.ts'
import type { Ticket } from '../../common/contract/ticket.ts'
import type { toldTexts } from '../../common/i18n/console-told.ts'
import type { Speaking } from '../../common/ui/language.ts'
import { timeText } from '../../common/ui/moment.ts'
import type { Done } from './acting.ts'
import type { Catalogue } from './catalogue.ts'
import { countersOf, type Names } from './words.ts'

type Text = Speaking<keyof typeof toldTexts.vi>
type Here = Pick<ConsoleShot, 'counter' | 'colleagues' | 'office' | 'printer'>

/** What became of a ticket, in words the officer can pass on to the citizen; empty where the screen shows it anyway. */
export function toldOf ({ deed, ticket, slip, undid }: Done, here: Here, names: Names, letters: Catalogue['letters'], text: Text): string {
  const { number } = ticket
  switch (deed) {
    case 'hold': return `${text.say('done.held', { number, time: timeText(ticket.hold?.until ?? '', here.office.timeZone) })} ${paper(slip, here, text)}`
    case 'transfer': return onward('done.sent', ticket, here, names, text)
    case 'finish': return ticket.state === 'done' ? `${text.say('done.finished', { number })} ${letter(ticket, letters, text)}`.trim() : onward('done.onward', ticket, here, names, text)
    case 'miss': return text.say('done.missed', { number })
    case 'undo': return `${text.say('done.undone', { what: undid ? text.say(`undid.${undid.deed}`, { number: undid.number }) : number })} ${undid?.deed === 'next' || undid?.deed === 'call' ? text.say('done.unsaid') : ''}`.trim()
    case 'next':
    case 'call':
    case 'recall':
    case 'start':
    case 'pause':
    case 'resume':
    case 'close':
    case 'open':
    case 'take-over': return ''
  }
}

/** Where a ticket waits that came back. */
export function returnedTo (ticket: Ticket, here: Here, text: Text): string {
  const { number, bound } = ticket
  if (!bound?.next) return text.say('returned.line', { number })
  return bound.counters.includes(here.counter.number) ? text.say('returned.here', { number }) : text.say('returned.there', { number, counter: bound.counters.join(', ') })
}

/** What is handed over with the result. */
function letter ({ procedure }: Ticket, letters: Catalogue['letters'], text: Text): string {
  const handed = letters.get(procedure ?? '')
  return handed ? text.say(`letter.${handed}`) : ''
}

function paper (slip: boolean, { printer }: Here, text: Text): string {
  return slip ? text.say(printer === 'ready' ? 'done.slip' : 'done.noPrinter') : text.say('done.noSlip')
}

/** Where a ticket waits that was sent on, or finished with something still to come. */
function onward (key: 'done.sent' | 'done.onward', { number, field, bound }: Ticket, here: Here, names: Names, text: Text): string {
  const service = text.of(names.get(field) ?? { vi: field, en: field })
  if (bound?.next && bound.counters.includes(here.counter.number)) return text.say('done.stays', { number, service })
  if (bound?.next) return text.say('done.back', { number, counter: bound.counters.join(', ') })
  const meant = bound?.counters.filter(counter => here.colleagues.some(({ number, state }) => number === counter && state !== 'closed')) ?? []
  const { counters, isOpen } = meant.length > 0 ? { counters: meant, isOpen: true } : countersOf(field, here)
  const where = counters.length > 0 ? ` (${text.say('counters', { counters: counters.join(', ') })})` : ''
  return `${text.say(key, { number, service, where })} ${isOpen ? '' : text.say('done.nobodyThere')}`.trim()
}
