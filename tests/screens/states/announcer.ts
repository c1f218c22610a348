import { html } from 'lit'
import type { SpeakerState } from '../../../display/announcer/announcer.ts'
import '../../../display/announcer/speaker.ts'
import '../../../display/board/view.ts'
import { ago, now, type ScreenStates } from '../gallery/states.ts'
import { aCall, aCounter, fields, notices, office } from '../support/office.ts'

const shot = {
  epoch: 'e1', rev: 100, at: ago(0), office, fields, counters: [1, 2, 3, 4].map(number => aCounter(number)),
  calls: [aCall('2014', 2, { seconds: 6 }), aCall('1042', 1, { state: 'serving', seconds: 300 })], missed: [], waiting: { CT: 12 }, notices
}
const board = (state: SpeakerState) => () => html`<moi-board .state=${{ status: 'live', shot } as const} .now=${now}><moi-speaker slot="sound" state=${state}></moi-speaker></moi-board>`

/** The loudspeaker where it stands: in the head of the board. */
export default {
  sizes: [{ width: 1920, height: 1080 }, { width: 1280, height: 720 }, { width: 1080, height: 1920 }, { width: 1024, height: 768 }],
  theme: 'dark', scale: 'board', fixed: true, farReading: true,
  states: { unknown: board('unknown'), on: board('on'), muted: board('muted'), locked: board('locked') }
} satisfies ScreenStates
