import { html, type TemplateResult } from 'lit'
import type { ConsoleShot } from '../../common/contract/live.ts'
import type { Drafts } from './asking.ts'
import './call-dialog.ts'
import type { Catalogue } from './catalogue.ts'
import type { Asked } from './deeds.ts'
import './dialogs.ts'
import './hold-dialog.ts'
import './options-dialog.ts'
import './pause-dialog.ts'
import './pin-dialog.ts'
import type { Preferences } from './preferences.ts'
import './transfer-dialog.ts'
import type { Names } from './words.ts'

export type Box = 'help' | 'leave' | 'options' | 'pin' | Asked

export interface BoxesShown {
  readonly open: Box | undefined
  readonly shot: ConsoleShot
  readonly fields: Names
  readonly catalogue: Catalogue
  readonly now: Date
  readonly drafts: Drafts
  readonly isOffline: boolean
  readonly isSending: boolean
  /** What the open box has been told. */
  readonly answer: string
  readonly preferences: Preferences
}

/** All that may stand before the console, one at a time; also while the counter is someone else's, so that nothing typed goes. */
export function boxes ({ open, shot, fields, catalogue: { procedures, papers }, now, drafts, isOffline, isSending, answer, preferences }: BoxesShown): TemplateResult {
  return html`
    <moi-hold-dialog ?open=${open === 'hold'} .shot=${shot} .fields=${fields} .procedures=${procedures} .papers=${papers} .now=${now} .drafts=${drafts} ?offline=${isOffline} ?sending=${isSending} refusal=${answer}></moi-hold-dialog>
    <moi-transfer-dialog ?open=${open === 'transfer'} .shot=${shot} .fields=${fields} .procedures=${procedures} .now=${now} .drafts=${drafts} ?offline=${isOffline} ?sending=${isSending} refusal=${answer}></moi-transfer-dialog>
    <moi-call-dialog ?open=${open === 'call'} .shot=${shot} .fields=${fields} .procedures=${procedures} .now=${now} .drafts=${drafts} ?offline=${isOffline} ?sending=${isSending} refusal=${answer}></moi-call-dialog>
    <moi-pause-dialog ?open=${open === 'pause'} .shot=${shot} .now=${now} .drafts=${drafts} ?offline=${isOffline} ?sending=${isSending} refusal=${answer}></moi-pause-dialog>
    <moi-pin-dialog ?open=${open === 'pin'} ?offline=${isOffline} ?sending=${isSending} refusal=${answer}></moi-pin-dialog>
    <moi-console-options ?open=${open === 'options'} .preferences=${preferences}></moi-console-options>
    <moi-console-help ?open=${open === 'help'}></moi-console-help>
    <moi-console-leave ?open=${open === 'leave'} counter=${shot.counter.number} busyWith=${shot.current?.ticket.number ?? ''}></moi-console-leave>`
}
