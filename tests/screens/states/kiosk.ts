import { html } from 'lit'
import type { KioskShot } from '../../../common/contract/live.ts'
import type { PrinterShown } from '../../../common/contract/printer.ts'
import type { Problem } from '../../../common/contract/problem.ts'
import type { MyTicket, PrintState, TicketTaken } from '../../../common/contract/ticket.ts'
import type { KioskModel } from '../../../display/kiosk/model.ts'
import { paperlessShownMs } from '../../../display/kiosk/shown.ts'
import { start, type CheckingIn, type Chosen, type Confirming, type Hardly, type Shown } from '../../../display/kiosk/steps.ts'
import '../../../display/kiosk/view.ts'
import { ago, now, type ScreenStates } from '../gallery/states.ts'
import { catalogue } from '../support/catalogue.ts'
import { aProspect, forecasts, office, waiting } from '../support/office.ts'

const shot: KioskShot = { epoch: 'e', rev: 1, at: ago(0), office, waiting: { ...waiting, BT: 0, XD: 0, KD: 1 }, printer: 'ready', printers: [{ printer: 'kiosk', state: 'ready' }], forecasts }
const resting: KioskModel = { step: start, live: { status: 'live', shot }, catalogue, now, large: false, pairing: false, wrong: '' }
const kiosk = (change: Partial<KioskModel> = {}) => () => html`<moi-kiosk .model=${{ ...resting, ...change }}></moi-kiosk>`
const field = (id: string) => catalogue.fields.find(field => field.id === id)!
const procedure = (id: string) => catalogue.procedures.find(procedure => procedure.id === id)!

/** Told of the kiosk's own printer. */
const printing = (state: PrinterShown['state'], reliefBy?: string): Pick<KioskModel, 'live'> =>
  ({ live: { status: 'live', shot: { ...shot, printer: state, printers: [{ printer: 'kiosk', state, ...reliefBy !== undefined && { reliefBy } }] } } })
const chosen = (id: string): Chosen => ({ field: field(procedure(id).field), procedure: procedure(id) })
const confirming = (id: string, change: Partial<Confirming> = {}): Confirming => ({ at: 'confirm', ...chosen(id), more: [], from: start, sending: false, key: 'k', ...change })
const problem: Problem = { type: 'about:blank', title: 'Hết số', status: 409, code: 'QUOTA_REACHED', detail: 'Hôm nay đã hết số của lĩnh vực này. Mời Ông/Bà gặp cán bộ hướng dẫn.' }

function ticketOf (number: string, state: PrintState | undefined, shownSeconds = 3): Shown {
  const at = now.getTime() - shownSeconds * 1000
  const taken: TicketTaken = {
    ticket: { id: 't', number, field: 'BT', procedure: null, purpose: 'submit', priority: number.length > 4, dossiers: 1, state: 'waiting' as const, serviceDate: '2026-11-23', issuedAt: ago(3), calledAt: null, startedAt: null, endedAt: null, counter: null, leg: 1 },
    ahead: 5, forecast: { earliest: '2026-11-23T09:55:00+07:00', likely: '2026-11-23T10:05:00+07:00', latest: '2026-11-23T10:15:00+07:00' },
    token: 'x', url: 'http://192.168.1.20:8080/t/Zk3vQxT9mLw2Rb7uYp5sAe', print: state ? { job: 'j', state } : null
  }
  return { at: 'ticket', field: { ...field('BT'), counters: [2, 4, 11] }, taken, shownAt: at, closesAt: at + 12_000, ...(state ? { print: state } : {}) }
}

/** One that the screen keeps for longer, since the number is to be remembered. */
function paperless (number: string, state: PrintState, shownSeconds = 6): Shown {
  const shown = ticketOf(number, state, shownSeconds)
  return { ...shown, closesAt: shown.shownAt + paperlessShownMs }
}

const asking = (shown: Shown): Shown => ({ ...shown, reprint: { at: 'asking', key: 'r' } })
/** Given a minute ago: its kiosk prints it no more. */
const old = (shown: Shown): Shown => ({ ...shown, taken: { ...shown.taken, ticket: { ...shown.taken.ticket, issuedAt: ago(60) } } })

/** The catalogue with a field changed. */
const withField = (id: string, change: object): Pick<KioskModel, 'catalogue'> =>
  ({ catalogue: { ...catalogue, fields: catalogue.fields.map(field => field.id === id ? { ...field, ...change } : field) } })
/** Whoever takes a number over lunch is called in the afternoon. */
const afternoon = forecasts.map(({ field }, place) => ({ field, ordinary: aProspect(228 + 6 * place, 246 + 9 * place), priority: aProspect(228, 236) }))
const atLunch = (open: boolean): Partial<KioskModel> => ({
  now: new Date('2026-11-23T11:52:00+07:00'),
  live: { status: 'live', shot: { ...shot, break: { until: '2026-11-23T13:30:00+07:00', carried: 12 }, forecasts: afternoon } },
  catalogue: { ...catalogue, office: { ...catalogue.office, open, opensAt: open ? null : '2026-11-23T13:15:00+07:00' } }
})
/** The last numbers of the morning are given out, those who hold one are served. */
const stopped: Partial<KioskModel> = {
  now: new Date('2026-11-23T11:17:00+07:00'),
  catalogue: { ...catalogue, office: { ...catalogue.office, open: false, opensAt: '2026-11-23T13:15:00+07:00', moment: { kind: 'working', until: '2026-11-23T11:30:00+07:00' } } }
}
const notice = { vi: 'Hồ sơ chứng thực nộp sau 15 giờ có thể trả vào ngày làm việc tiếp theo.', en: 'Certification handed in after 15:00 may be returned on the next working day.' }
const noticed = (id: string): Pick<Chosen, 'field'> => ({ field: { ...field(id), notice } })
const several = [chosen('HT02'), chosen('BT01'), { field: field('BT') }, chosen('CT04')]
const checkingIn = (change: Partial<CheckingIn> = {}): CheckingIn => ({ at: 'booking', code: '', sending: false, ...change })
const no = (code: Problem['code'], detail: string): Problem => ({ type: 'about:blank', title: '', status: 409, code, detail })

/** A number of a booked time: at once, or one that was given this morning. */
function booked (appointment: string | undefined, again?: MyTicket['ticket']['state']): Shown {
  const shown = ticketOf('1008', again ? undefined : 'printed')
  const ticket = { ...shown.taken.ticket, field: 'CT', ...again && { issuedAt: '2026-11-23T08:40:00+07:00' }, ...appointment !== undefined && { appointment } }
  const mine: MyTicket = { ticket: { ...ticket, state: again ?? 'waiting', counter: 1 }, ahead: again === 'waiting' ? 3 : null, forecast: null, counters: [1], overtakenBy: [] }
  return { ...shown, field: field('CT'), taken: { ...shown.taken, ticket, ahead: 3, forecast: null }, booked: true, ...again && { again: { mine }, closesAt: shown.shownAt + paperlessShownMs } }
}

/** Late in the afternoon: half the fields will hardly be served today, of one field not even those with priority. */
const evening: Pick<KioskModel, 'live' | 'now' | 'catalogue'> = {
  now: new Date('2026-11-23T16:41:00+07:00'),
  catalogue: { ...catalogue, office: { ...catalogue.office, bookUrl: 'http://192.168.1.20:8080/book' } },
  live: {
    status: 'live', shot: {
      ...shot, forecasts: forecasts.map(({ field }, place) => {
        const late = aProspect(428, 464, { closes: '17:00', hardlyToday: true })
        const ordinary = place % 2 === 0 ? late : place % 3 === 1 ? aProspect(424, 443, { closes: '17:00' }) : aProspect(422, 431)
        return { field, ordinary, priority: field === 'BT' || place % 4 === 0 ? late : aProspect(420, 428) }
      })
    }
  }
}
const phoneless: Pick<KioskModel, 'catalogue'> = { catalogue: { ...catalogue, office: { ...catalogue.office, wifi: 'MauSonHa-Khach' } } }
const hardly = (change: Partial<Hardly> = {}): Hardly => ({ at: 'hardly', field: field('CT'), from: start, wish: confirming('CT01'), sending: false, ...change })

/** Early in the morning: numbers are given, no counter that serves Hộ tịch and the even fields is open yet. */
const unserved = { ...catalogue, fields: catalogue.fields.map(field => ({ ...field, served: field.digit % 2 === 1 })) }
const first = ticketOf('4001', 'printed')

export default {
  sizes: [{ width: 1080, height: 1920 }, { width: 1920, height: 1080 }, { width: 1280, height: 800 }],
  scale: 'kiosk',
  fixed: true,
  states: {
    fields: kiosk(),
    'fields-large': kiosk({ large: true }),
    'fields-some-closed': kiosk({
      ...printing('unreachable'),
      catalogue: { ...catalogue, fields: catalogue.fields.map(field => field.digit % 3 === 0 ? { ...field, open: false, opensAt: '2026-11-23T13:15:00+07:00' } : field) }
    }),
    'fields-paper-out': kiosk(printing('paper-out')),
    'fields-cover-open-large': kiosk({ ...printing('cover-open'), large: true }),
    'fields-desk': kiosk(printing('fault', 'desk')),
    'fields-unserved': kiosk({ catalogue: unserved, live: { status: 'live', shot: { ...shot, waiting: { HT: 3 } } } }),
    'fields-few-left': kiosk({ catalogue: { ...catalogue, fields: catalogue.fields.map(field => ({ ...field, ...field.digit % 3 === 1 && { quotaLeft: field.digit === 4 ? 0 : 3 } })) } }),
    'fields-few-left-large': kiosk({ ...withField('BT', { quotaLeft: 3 }), large: true }),
    'fields-lunch': kiosk(atLunch(true)),
    'fields-lunch-paper-out': kiosk({ ...atLunch(true), live: { status: 'live', shot: { ...printing('paper-out').live.shot!, break: { until: '2026-11-23T13:30:00+07:00', carried: 12 }, forecasts: afternoon } } }),
    'fields-lunch-large': kiosk({ ...atLunch(true), large: true }),
    'fields-not-bookable': kiosk({ catalogue: { ...catalogue, office: { ...catalogue.office, bookable: false } } }),
    'fields-adding': kiosk({ step: { at: 'fields', page: 0, adding: confirming('CT01') } }),
    'shut-quota': kiosk({ ...withField('CT', { quotaLeft: 0 }), step: { at: 'shut', field: field('CT'), from: start } }),
    'shut-quota-large': kiosk({ ...withField('BT', { quotaLeft: 0 }), step: { at: 'shut', field: field('BT'), from: start }, large: true }),
    'shut-later': kiosk({ ...withField('BT', { open: false, opensAt: '2026-11-24T07:00:00+07:00' }), step: { at: 'shut', field: field('BT'), from: start } }),
    'fields-no-forecast': kiosk({ live: { status: 'live', shot: { ...shot, forecasts: undefined } } }),
    'fields-not-now': kiosk({ live: { status: 'live', shot: { ...shot, waiting: {}, forecasts: forecasts.map(({ field, ...known }, place) => place % 3 === 2 ? { field, ordinary: aProspect(64, 112, { hardlyToday: true }), priority: known.priority } : { field, ordinary: aProspect(36, 70), priority: known.priority }) } } }),
    'fields-evening': kiosk(evening),
    'fields-evening-large': kiosk({ ...evening, large: true }),
    hardly: kiosk({ ...evening, step: hardly() }),
    'hardly-large': kiosk({ ...evening, step: hardly(), large: true }),
    'hardly-field': kiosk({ ...evening, step: hardly({ field: field('DD'), wish: undefined, next: { at: 'procedures', field: field('DD'), page: 0 } }) }),
    'hardly-field-large': kiosk({ ...evening, step: hardly({ field: field('DD'), wish: undefined, next: { at: 'procedures', field: field('DD'), page: 0 } }), large: true }),
    'hardly-wifi': kiosk({ ...evening, step: hardly(), catalogue: { ...evening.catalogue!, office: { ...evening.catalogue!.office, wifi: 'MauSonHa-Khach' } } }),
    'hardly-no-phones': kiosk({ ...evening, ...phoneless, step: hardly() }),
    'hardly-not-bookable': kiosk({ ...evening, step: hardly({ field: field('KD') }), large: true }),
    'hardly-told': kiosk({ ...evening, step: hardly({ field: field('HT'), told: 'x' }) }),
    'hardly-no-more': kiosk({ ...evening, step: hardly({ field: field('HT') }) }),
    'hardly-pin': kiosk({ ...evening, step: hardly({ pin: '' }) }),
    'hardly-pin-typed': kiosk({ ...evening, step: hardly({ pin: '4711' }) }),
    'hardly-pin-whole-large': kiosk({ ...evening, step: hardly({ pin: '471147' }), large: true }),
    'hardly-pin-wrong': kiosk({ ...evening, step: hardly({ pin: '', problem: no('WRONG_PIN', '') }) }),
    'hardly-pin-many': kiosk({ ...evening, step: hardly({ pin: '', problem: no('TOO_MANY_REQUESTS', '') }) }),
    'hardly-pin-many-large': kiosk({ ...evening, step: hardly({ pin: '', problem: no('TOO_MANY_REQUESTS', '') }), large: true }),
    'hardly-pin-sending': kiosk({ ...evening, step: hardly({ pin: '471147', sending: true }) }),
    'hardly-pin-offline': kiosk({ ...evening, step: hardly({ pin: '471147', problem: no('NO_CONNECTION', 'Máy chủ chưa trả lời. Xin thử lại sau ít phút hoặc báo cán bộ hướng dẫn.') }) }),
    'hardly-pin-idle': kiosk({ ...evening, step: hardly({ pin: '47' }), idleSeconds: 8 }),
    'hardly-stale': kiosk({ ...evening, step: hardly(), live: { status: 'stale', shot, staleSince: ago(1680) } }),
    dossiers: kiosk({ step: { at: 'dossiers', count: 1, wish: confirming('CT01'), from: start } }),
    'dossiers-heap': kiosk({ step: { at: 'dossiers', count: 12, wish: confirming('CT05'), from: start } }),
    'dossiers-large': kiosk({ step: { at: 'dossiers', count: 10, wish: confirming('CT03'), from: start }, large: true }),
    'dossiers-too-many': kiosk({ step: confirming('CT01', { dossiers: 30, problem: no('TOO_MANY_DOSSIERS', 'Máy lấy số nhận nhiều nhất 20 hồ sơ một lần. Mời Ông/Bà gặp cán bộ hướng dẫn để được cấp số.') }) }),
    'dossiers-too-many-large': kiosk({ step: confirming('CT01', { dossiers: 30, problem: no('TOO_MANY_DOSSIERS', 'Máy lấy số nhận nhiều nhất 20 hồ sơ một lần. Mời Ông/Bà gặp cán bộ hướng dẫn để được cấp số.') }), large: true }),
    booking: kiosk({ step: checkingIn() }),
    'booking-typed': kiosk({ step: checkingIn({ code: 'K7WM' }) }),
    'booking-sending': kiosk({ step: checkingIn({ code: 'K7WMA3', sending: true }), large: true }),
    'booking-unknown': kiosk({ step: checkingIn({ code: 'K7WMA3', asked: { code: 'K7WMA3' }, problem: no('NOT_FOUND', '') }) }),
    'booking-unknown-large': kiosk({ step: checkingIn({ asked: { token: 'x' }, problem: no('NOT_FOUND', '') }), large: true }),
    'booking-wrong-day': kiosk({ step: checkingIn({ code: 'K7WMA3', problem: no('WRONG_DAY', 'Lịch hẹn này là của ngày 25/11/2026. Mời Ông/Bà đến đúng ngày hẹn, hoặc lấy số mới để được phục vụ hôm nay.') }) }),
    'booking-misread': kiosk({ step: checkingIn({ misread: true }) }),
    'booking-offline': kiosk({ step: checkingIn({ asked: { token: 'x' }, problem: no('NO_CONNECTION', 'Máy chủ chưa trả lời. Xin thử lại sau ít phút hoặc báo cán bộ hướng dẫn.') }) }),
    procedures: kiosk({ step: { at: 'procedures', field: field('HT'), page: 0 } }),
    'procedures-last': kiosk({ step: { at: 'procedures', field: field('HT'), page: 1 } }),
    'procedures-large': kiosk({ step: { at: 'procedures', field: field('CT'), page: 0 }, large: true }),
    search: kiosk({ step: { at: 'search', query: '' } }),
    'search-found': kiosk({ step: { at: 'search', query: 'KHAI' } }),
    'search-none': kiosk({ step: { at: 'search', query: 'ZZZ' }, large: true }),
    confirm: kiosk({ step: confirming('HT02') }),
    'confirm-priority': kiosk({ step: confirming('CT01', { priorityClass: 'pregnant', sending: true }) }),
    'confirm-large': kiosk({ step: confirming('CT01', { priorityClass: 'elderly' }), large: true }),
    'confirm-evening': kiosk({ ...evening, step: confirming('CT01') }),
    'confirm-evening-large': kiosk({ ...evening, step: confirming('HT02', { priorityClass: 'elderly' }), large: true }),
    'confirm-no-forecast': kiosk({ step: confirming('HT02'), live: { status: 'live', shot: { ...shot, forecasts: undefined } } }),
    'confirm-other': kiosk({ step: { at: 'confirm', field: field('BT'), more: [], from: start, sending: false, key: 'k' } }),
    'confirm-unserved': kiosk({ step: confirming('HT02'), catalogue: unserved, live: { status: 'live', shot: { ...shot, waiting: {} } } }),
    'confirm-paper-out': kiosk({ step: confirming('HT02'), ...printing('paper-out') }),
    'confirm-paper-out-large': kiosk({ step: confirming('CT01'), ...printing('paper-out', 'desk'), large: true }),
    'confirm-list-printing': kiosk({ step: confirming('HT02', { checklist: { key: 'l', job: 'l', print: 'printing', askedAt: now.getTime() - 1000 } }) }),
    'confirm-list-printed': kiosk({ step: confirming('BT01', { checklist: { key: 'l', job: 'l', print: 'printed', askedAt: now.getTime() - 3000 } }) }),
    'confirm-list-refused': kiosk({ step: confirming('HT02', { checklist: { key: 'l', refused: true, askedAt: now.getTime() - 3000 } }) }),
    'confirm-dossiers': kiosk({ step: confirming('CT01', { dossiers: 3 }) }),
    'confirm-notice': kiosk({ step: confirming('CT01', { ...noticed('CT'), dossiers: 12 }), ...withField('CT', { quotaLeft: 2, notice }) }),
    'confirm-notice-large': kiosk({ step: confirming('CT01', { ...noticed('CT'), dossiers: 12, priorityClass: 'elderly' }), ...printing('paper-out', 'desk'), large: true }),
    'confirm-two': kiosk({ step: confirming('CT01', { dossiers: 2, more: [chosen('HT02')] }) }),
    'confirm-five': kiosk({ step: confirming('CT01', { ...noticed('CT'), dossiers: 2, more: several }) }),
    'confirm-five-large': kiosk({ step: confirming('CT01', { ...noticed('CT'), dossiers: 2, more: several }), ...printing('paper-out'), large: true }),
    'confirm-refused': kiosk({ step: confirming('CT01', { problem }) }),
    ticket: kiosk({ step: ticketOf('4012', 'printed') }),
    'ticket-unserved': kiosk({ step: { ...first, taken: { ...first.taken, ahead: 0, forecast: null } }, catalogue: unserved }),
    'ticket-hardly': kiosk({ step: { ...first, taken: { ...first.taken, ahead: 14, forecast: null, hardlyToday: true, closes: '2026-11-23T17:00:00+07:00' } } }),
    'ticket-hardly-paper-out-large': kiosk({ step: { ...paperless('41000', 'blocked'), taken: { ...paperless('41000', 'blocked').taken, ahead: 14, forecast: null, hardlyToday: true, closes: '2026-11-23T17:00:00+07:00' } }, ...printing('paper-out'), large: true }),
    'ticket-printing': kiosk({ step: ticketOf('4012', 'printing', 1) }),
    'ticket-paper-out': kiosk({ step: paperless('4012', 'blocked'), ...printing('paper-out') }),
    'ticket-paper-out-large': kiosk({ step: paperless('41000', 'blocked'), ...printing('paper-out'), large: true }),
    'ticket-cover-open': kiosk({ step: paperless('4012', 'blocked'), ...printing('cover-open') }),
    'ticket-fault': kiosk({ step: paperless('4012', 'blocked'), ...printing('fault') }),
    'ticket-unreachable': kiosk({ step: paperless('4012', 'queued'), ...printing('unreachable') }),
    'ticket-desk': kiosk({ step: { ...paperless('4012', 'printing'), printer: 'desk' }, ...printing('paper-out', 'desk') }),
    'ticket-desk-printed': kiosk({ step: { ...paperless('4012', 'printed'), printer: 'desk' }, ...printing('paper-out', 'desk') }),
    'ticket-slow': kiosk({ step: paperless('4012', 'printing', 8) }),
    'ticket-unconfirmed': kiosk({ step: paperless('4012', 'unconfirmed') }),
    'ticket-trouble': kiosk({ step: paperless('41000', 'unknown'), large: true }),
    'ticket-reprint-ask': kiosk({ step: asking(paperless('4012', 'unconfirmed')) }),
    'ticket-reprint-ask-printed': kiosk({ step: asking(ticketOf('4012', 'printed')) }),
    'ticket-reprint-ask-large': kiosk({ step: asking(paperless('41000', 'unknown')), large: true }),
    'ticket-reprint-sending': kiosk({ step: { ...paperless('4012', 'unknown'), reprint: { at: 'sending', key: 'r' } } }),
    'ticket-reprint-printing': kiosk({ step: { ...paperless('4012', 'printing', 14), reprint: { at: 'sent', key: 'r', job: 'r', sentAt: now.getTime() - 1000 } } }),
    'ticket-reprint-printed': kiosk({ step: { ...paperless('4012', 'printed', 14), reprint: { at: 'sent', key: 'r', job: 'r', sentAt: now.getTime() - 3000 } } }),
    'ticket-reprint-refused': kiosk({ step: { ...ticketOf('4012', 'printed'), reprint: { at: 'refused', key: 'r' } } }),
    'ticket-reprint-refused-large': kiosk({ step: { ...paperless('41000', 'unknown'), reprint: { at: 'refused', key: 'r' } }, large: true }),
    'ticket-reprint-unsure': kiosk({ step: { ...paperless('4012', 'unconfirmed'), reprint: { at: 'unsure', key: 'r' } } }),
    'ticket-over-60': kiosk({ step: old(paperless('4012', 'unconfirmed')) }),
    'ticket-wifi': kiosk({ step: paperless('4012', 'blocked'), ...printing('paper-out'), catalogue: { ...catalogue, office: { ...catalogue.office, wifi: 'MauSonHa-Khach' } } }),
    'ticket-no-code': kiosk({ step: paperless('4012', 'blocked'), ...printing('paper-out'), catalogue: { ...catalogue, office: { ...catalogue.office, onPhones: false } } }),
    'ticket-no-paper': kiosk({ step: ticketOf('4012', undefined) }),
    'ticket-several': kiosk({ step: { ...first, taken: { ...first.taken, ticket: { ...first.taken.ticket, more: [{ field: 'HT' }, { field: 'CT' }] } } } }),
    'ticket-booked-early': kiosk({ step: booked('2026-11-23T10:30:00+07:00') }),
    'ticket-booked-in-time': kiosk({ step: booked('2026-11-23T09:30:00+07:00') }),
    'ticket-booked-late': kiosk({ step: booked(undefined), large: true }),
    'ticket-booked-again': kiosk({ step: booked('2026-11-23T10:30:00+07:00', 'waiting') }),
    'ticket-booked-again-called': kiosk({ step: booked('2026-11-23T09:30:00+07:00', 'called'), large: true }),
    'ticket-booked-again-done': kiosk({ step: booked('2026-11-23T09:30:00+07:00', 'done') }),
    help: kiosk({ step: { at: 'help', from: start } }),
    idle: kiosk({ step: confirming('CT01'), idleSeconds: 8 }),
    closed: kiosk({ catalogue: { ...catalogue, office: { ...catalogue.office, open: false, opensAt: '2026-11-24T07:00:00+07:00' } } }),
    stopped: kiosk(stopped),
    'stopped-large': kiosk({ ...stopped, large: true }),
    'stopped-booking-unknown': kiosk({ ...stopped, step: checkingIn({ asked: { token: 'x' }, problem: no('NOT_FOUND', '') }) }),
    lunch: kiosk(atLunch(false)),
    'lunch-large': kiosk({ ...atLunch(false), large: true }),
    stale: kiosk({ live: { status: 'stale', shot, staleSince: ago(1680) } }),
    empty: kiosk({ catalogue: { ...catalogue, fields: [], procedures: [] } }),
    loading: kiosk({ live: { status: 'loading' }, catalogue: undefined }),
    unpaired: kiosk({ live: { status: 'refused', code: 'SIGN_IN_REQUIRED' }, wrong: 'Mã ghép không đúng hoặc đã hết hạn. Xin tạo mã mới trên trang quản trị.' })
  }
} satisfies ScreenStates
