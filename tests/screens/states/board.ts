import { html, type TemplateResult } from 'lit'
import type { BoardShot, CallShown, MissedShown } from '../../../common/contract/live.ts'
import type { LiveState } from '../../../common/ui/live-state.ts'
import '../../../display/board/view.ts'
import type { Correction } from '../../../display/board/correction.ts'
import type { Hours } from '../../../display/board/view.ts'
import { fill } from '../../../common/i18n/texts.ts'
import { why } from '../../../common/i18n/why.ts'
import { ago, now, type ScreenStates } from '../gallery/states.ts'
import { aCall, aCounter, aProspect, fields, forecasts, notices, office, waiting } from '../support/office.ts'

const aMissed = (number: string, counter: number): MissedShown => ({ ...aCall(number, counter).ticket, counter, at: ago(120) })
const shot: BoardShot = {
  epoch: 'e1', rev: 100, at: ago(0), office, fields,
  counters: [1, 2, 3, 4].map(number => aCounter(number)),
  calls: [aCall('2014', 2, { seconds: 6 }), aCall('1042', 1, { state: 'serving', seconds: 300 }), aCall('3007', 3, { state: 'serving', seconds: 700 }), aCall('8031', 4, { state: 'serving', seconds: 900 })],
  missed: ['1039', '2011'].map(number => aMissed(number, 1)),
  waiting: { CT: 12, HT: 6, DD: 4, TQ: 2 }, notices, forecasts
}
const draw = (state: LiveState<BoardShot>, hours?: Hours, corrections: readonly Correction[] = []): TemplateResult =>
  html`<moi-board .state=${state} .now=${now} .hours=${hours} .corrections=${corrections}></moi-board>`
const live = (change: Partial<BoardShot>, hours?: Hours) => () => draw({ status: 'live', shot: { ...shot, ...change } }, hours)
const corrected = (numbers: readonly string[], change: Partial<BoardShot>) => () =>
  draw({ status: 'live', shot: { ...shot, ...change } }, undefined, numbers.map(number => ({ number, at: ago(5) })))
const calledFor = (code: 'returned' | 'appointment' | 'chosen' | 'priority', number = '2014', counter = 2): CallShown => {
  const shown = aCall(number, counter, { seconds: 6 })
  return { ...shown, call: { ...shown.call, why: { code, text: { vi: fill(why.vi[code], { number }), en: fill(why.en[code], { number }) } } } }
}
/** Lunch, with the counters still busy or not. */
const lunch = { until: new Date('2026-11-23T13:30:00+07:00').toISOString(), carried: 12 }
const opensAt = '2026-11-23T13:15:00+07:00'
const atLunch: Hours = { open: false, opensAt, moment: { kind: 'break', until: lunch.until } }
/** The last numbers of the morning are given out; those who hold one are served. */
const stopped: Hours = { open: false, opensAt, moment: { kind: 'working', until: '2026-11-23T11:30:00+07:00' } }

/** Numbers that wait beyond the promise. */
const broken = (...numbers: string[]): Pick<BoardShot, 'promise'> => ({ promise: { minutes: 30, broken: numbers.map(number => ({ ...aCall(number, 1).ticket, since: ago(2400) })) } })
const accuracy = { days: 20, called: 3120, covered: 0.79 }
/** Late in the afternoon. */
const evening = forecasts.map(({ field }, place) => ({ field, ordinary: aProspect(10 + place, 40, { closes: '09:58', hardlyToday: place % 2 === 0 }), priority: aProspect(2, 9) }))

const manyCalls: CallShown[] = [
  aCall('11000', 12, { seconds: 4 }), aCall('41002', 10, { seconds: 9 }), ...['1999', '2014', '3007', '4012', '5003', '6021', '7002', '8031', '91003', '1042']
    .map((number, index) => aCall(number, index + 1, { state: 'serving', seconds: 100 * index + 100 }))
]

export default {
  sizes: [{ width: 1920, height: 1080 }, { width: 1280, height: 720 }, { width: 1080, height: 1920 }, { width: 1024, height: 768 }],
  theme: 'dark',
  scale: 'board',
  fixed: true,
  farReading: true,
  states: {
    calling: live({}),
    'no-forecast': live({ forecasts: undefined }),
    evening: live({ forecasts: evening }),
    'evening-busy': live({ calls: manyCalls, waiting, forecasts: evening, accuracy }),
    accuracy: live({ accuracy }),
    'accuracy-one-day': live({ accuracy: { ...accuracy, days: 1, covered: 1 }, waiting: {} }),
    sorry: live(broken('1042', '1051')),
    'sorry-long': live({ ...broken('1998', '31001', '4010'), calls: manyCalls, waiting, accuracy }),
    'sorry-many': live({ ...broken('1998', '31001', '4010', '1099', '1100', '1101', '2101', '2102', '2103', '2104', '3100', '3101'), calls: [calledFor('chosen', '11000', 12), ...manyCalls.slice(3)] }),
    'sorry-idle': live({ ...broken('1042', '1051'), calls: [], missed: [] }),
    'sorry-stopped': live(broken('1042'), stopped),
    resting: live({ calls: [aCall('2014', 2, { state: 'serving', seconds: 240 }), ...shot.calls.slice(1)] }),
    two: live({ calls: [aCall('2014', 2, { seconds: 2 }), aCall('1043', 1, { seconds: 5 }), ...shot.calls.slice(2)] }),
    alone: live({ calls: [aCall('4001', 4, { seconds: 30 })], missed: [], waiting: {} }),
    busy: live({ calls: manyCalls, counters: manyCalls.map(({ counter }) => aCounter(counter)), waiting, missed: ['11000', '21001', '31002', '1039', '2011', '3001', '3002'].map(number => aMissed(number, 1)) }),
    eight: live({ calls: manyCalls.slice(0, 8), waiting: { BT: 3, CA: 1 } }),
    idle: live({ calls: [], missed: [], notices: [] }),
    returned: live({ calls: [calledFor('returned'), ...shot.calls.slice(1)] }),
    chosen: live({ calls: [calledFor('chosen', '11000', 12), ...manyCalls.slice(3)] }),
    priority: live({ calls: [calledFor('priority'), ...shot.calls.slice(1)] }),
    corrected: corrected(['2014'], { calls: shot.calls.slice(1) }),
    'corrected-busy': corrected(['11000', '1042'], { calls: manyCalls.slice(2, 11) }),
    'corrected-overtaken': corrected(['2016'], { calls: [{ ...calledFor('appointment'), call: { ...calledFor('appointment').call, at: ago(2) } }, ...manyCalls.slice(3)] }),
    'corrected-empty': corrected(['2014'], { calls: [] }),
    lunch: live({ calls: [], missed: [], break: lunch, counters: shot.counters.map(counter => ({ ...counter, state: 'closed' as const })) }, atLunch),
    'lunch-none': live({ calls: [], missed: [], waiting: {}, break: { ...lunch, carried: 0 } }, atLunch),
    'lunch-serving': live({ calls: manyCalls.slice(2), break: lunch }, atLunch),
    'missed-many': live({ missed: ['11005', '1039', '2011', '41002', '8030', '3009', '1011'].map((number, index) => aMissed(number, index + 7)) }),
    closed: live({ calls: [], missed: [], waiting: {}, counters: shot.counters.map(counter => ({ ...counter, state: 'closed' as const })) }, { open: false, opensAt, moment: { kind: 'closed' } }),
    stopped: live({}, stopped),
    'stopped-busy': live({ calls: manyCalls, waiting }, stopped),
    'stopped-idle': live({ calls: [] }, stopped),
    stale: () => draw({ status: 'stale', shot, staleSince: '2026-11-23T09:14:03+07:00' }),
    'stale-busy': () => draw({ status: 'stale', shot: { ...shot, calls: manyCalls }, staleSince: '2026-11-23T09:14:03+07:00' }),
    'stale-idle': () => draw({ status: 'stale', shot: { ...shot, calls: [] }, staleSince: '2026-11-23T09:14:03+07:00' }),
    loading: () => draw({ status: 'loading' }),
    unreached: () => draw({ status: 'stale' }),
    unpaired: () => html`<moi-board .state=${{ status: 'refused', code: 'SIGN_IN_REQUIRED' } as const} .now=${now} wrong="Mã ghép không đúng hoặc đã hết hạn. Xin tạo mã mới trên trang quản trị."></moi-board>`
  }
} satisfies ScreenStates
