import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, query as element } from 'lit/decorators.js'
import type { FloorShot } from '../../common/contract/live.ts'
import { deskTexts } from '../../common/i18n/desk.ts'
import type { Catalogue } from '../../common/ui/catalogue.ts'
import { desk } from '../../common/ui/desk.ts'
import { Speaking } from '../../common/ui/language.ts'
import type { LiveState } from '../../common/ui/live-state.ts'
import { untilText } from '../../common/ui/moment.ts'
import type { Slip } from '../../common/ui/printing.ts'
import { base, buttons, numbers } from '../../common/ui/style.ts'
import './choices.ts'
import type { DeskChoices } from './choices.ts'
import './given-card.ts'
import type { Given, Stage } from './issuing.ts'
import { part } from './style.ts'
import './wish-card.ts'
import { latestOf, type Wish } from './wish.ts'

/** All that the picture of giving a number depends on. */
export interface IssueModel {
  readonly wish: Wish
  readonly query: string
  readonly stage: Stage
  readonly slip?: Slip
  readonly checklist?: Slip
  /** Given out here before, the latest first. */
  readonly given: readonly Given[]
  readonly mayReprint: boolean
}

/**
 * Giving a number: on the left what there is, on the right what is wanted, or what was given.
 * @fires moi-find with `{ number }`
 */
@customElement('moi-desk-issue')
export class DeskIssue extends LitElement {
  static override styles = [base, buttons, numbers, desk, part, css`
    :host { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 24rem); gap: 1.25rem; align-items: start; }
    .right { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.875rem; position: sticky; top: 1rem; }
    .before .button { min-height: 2.75rem; padding: 0.25rem 0.75rem; font-family: var(--moi-font-number); font-size: 1rem; font-variant-numeric: tabular-nums; }
    .before h2 { font-size: 0.9375rem; }
    .before { display: grid; gap: 0.375rem; }
    .shut { grid-column: 1 / -1; }
    @media (max-width: 62rem) { :host { grid-template-columns: minmax(0, 1fr) minmax(0, 20rem); gap: 1rem; } }
    @media (max-width: 44rem) { :host { grid-template-columns: minmax(0, 1fr); } .right { position: static; } .right.first { order: -1; } }
  `]

  @property({ attribute: false }) model!: IssueModel
  @property({ attribute: false }) catalogue?: Catalogue
  @property({ attribute: false }) state!: LiveState<FloorShot> & { readonly shot: FloorShot }
  @property({ attribute: false }) now = new Date()
  @element('moi-desk-choices') private readonly choices?: DeskChoices
  private readonly text = new Speaking(this, deskTexts)

  /** The search by name takes the keys. */
  search (): void { this.choices?.search() }

  override render () {
    const { model: { wish, query, stage, given }, state: { shot }, catalogue, now } = this
    const isChoosing = stage.at !== 'given'
    return html`
      ${this.shut()}
      <moi-desk-choices .catalogue=${catalogue} .shot=${shot} .now=${now} .chosen=${isChoosing ? latestOf(wish) : undefined} ?adding=${wish.adding && isChoosing} query=${query}></moi-desk-choices>
      <div class="right ${isChoosing ? '' : 'first'}">${this.right()}
        ${given.length > 0 ? html`<section class="before"><h2>${this.text.say('before')}</h2><div class="chips">${given.map(({ taken: { ticket: { number } } }) => html`<button type="button" class="button" aria-label=${this.text.say('before.find', { number })} @click=${() => this.dispatchEvent(new CustomEvent('moi-find', { detail: { number }, bubbles: true, composed: true }))}>${number}</button>`)}</div></section>` : nothing}
      </div>`
  }

  private right () {
    const { model: { wish, stage, slip, checklist, mayReprint }, state: { shot, status }, catalogue, now } = this
    const offline = status !== 'live'
    if (stage.at === 'given') return html`<moi-desk-given .given=${stage.given} .catalogue=${catalogue} .shot=${shot} .now=${now} .slip=${slip} ?offline=${offline} .reprintable=${mayReprint}></moi-desk-given>`
    return html`<moi-desk-wish .wish=${wish} .catalogue=${catalogue} .shot=${shot} .now=${now} .stage=${stage} .checklist=${checklist} ?offline=${offline}></moi-desk-wish>`
  }

  /** Said before anybody chooses in vain. */
  private shut () {
    const office = this.catalogue?.office
    if (!office || office.open) return nothing
    const { opensAt, timeZone } = office
    return html`<p class="said shut" role="status">${opensAt ? this.text.say('shut.until', { time: untilText(opensAt, this.now, timeZone, this.text.language) }) : this.text.say('shut')}</p>`
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-desk-issue': DeskIssue } }
