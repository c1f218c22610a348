import { html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { FloorShot } from '../../common/contract/live.ts'
import type { Problem } from '../../common/contract/problem.ts'
import { commonTexts } from '../../common/i18n/common.ts'
import { supervisorTexts } from '../../common/i18n/supervisor.ts'
import { Api } from '../../common/ui/api.ts'
import { Ticking } from '../../common/ui/clock.ts'
import { Speaking } from '../../common/ui/language.ts'
import type { LiveState } from '../../common/ui/live-state.ts'
import '../../common/ui/notice.ts'
import type { Slip } from '../../common/ui/printing.ts'
import { Watching } from '../../common/ui/watching.ts'
import { Apologies, type Said } from './apologies.ts'
import './floor.ts'
import { followFloor } from '../../common/ui/follow-floor.ts'

/**
 * The floor, watched.
 * @fires moi-signed-out, moi-sign-out
 */
@customElement('moi-floor-page')
export class FloorPage extends LitElement {
  /** Whether whoever looks may read the report that counts apologies. */
  @property({ type: Boolean }) counting = false
  private readonly live = new Watching(this, { as: 'staff', watch: { view: 'floor' }, follow: followFloor })
  private readonly apologies = new Apologies(this, new Api('staff'), () => this.counting)
  private readonly clock = new Ticking(this)
  private readonly text = new Speaking(this, supervisorTexts)
  private readonly common = new Speaking(this, commonTexts)

  protected override createRenderRoot () { return this }

  protected override willUpdate (): void {
    const { shot, code } = this.live.state
    if (code === 'SIGN_IN_REQUIRED' || this.apologies.isSignedOut) this.tell('moi-signed-out')
    this.apologies.see(shot)
  }

  override render () {
    const { shot, ...known } = this.live.state
    if (known.status === 'refused') return html`<moi-notice heading=${this.text.say('refused')} action=${this.text.say('signOut')} @moi-action=${() => this.tell('moi-sign-out')}></moi-notice>`
    if (!shot) return html`<moi-notice heading=${this.common.say(known.status === 'stale' ? 'stale.never' : 'loading')} words=${known.status === 'stale' ? this.common.say('stale.hint') : ''}></moi-notice>`
    return html`<main><moi-floor .state=${{ ...known, shot }} .now=${this.clock.now} .apologies=${this.said(shot)} .apologisedToday=${this.apologies.today} @moi-apologise=${this.apologise}></moi-floor></main>`
  }

  protected override updated (): void { document.title = this.named(this.live.state) }

  private named ({ shot, status }: LiveState<FloorShot>): string {
    if (status === 'stale') return this.text.say('title.offline')
    const count = (shot?.promise?.broken.length ?? 0) + (shot?.promise?.soon?.length ?? 0)
    return count > 0 ? this.text.say('title.alerts', { count }) : this.text.say('title')
  }

  private said ({ promise }: FloorShot): ReadonlyMap<string, Said> {
    return new Map((promise?.broken ?? []).flatMap(({ id }) => {
      const slip = this.apologies.slipOf(id)
      return slip ? [[id, { slip, refusal: this.refusal(slip.problem) }] as const] : []
    }))
  }

  private refusal (problem: Problem | undefined): string {
    if (!problem) return ''
    return problem.status === 0 ? `${problem.detail} ${this.text.say('unsure')}` : problem.detail
  }

  private readonly apologise = ({ detail: { ticket } }: CustomEvent<{ ticket: Slip['ticket'] }>): void => {
    const { shot, status } = this.live.state
    if (shot && status === 'live') void this.apologies.print(shot, ticket)
  }

  private tell (type: string): void {
    // Not while drawing: the page above draws itself anew.
    queueMicrotask(() => this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true })))
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-floor-page': FloorPage } }
