import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { kioskTexts } from '../../common/i18n/kiosk.ts'
import { prospectOf } from '../../common/ui/forecast.ts'
import { Speaking } from '../../common/ui/language.ts'
import '../../common/ui/pairing.ts'
import { base, buttons } from '../../common/ui/style.ts'
import './check-in.ts'
import './choices.ts'
import './confirm.ts'
import './dossiers.ts'
import './foot.ts'
import './hardly.ts'
import './head.ts'
import './lists.ts'
import './message.ts'
import { fieldNow, isBookable, touch, waitingIn, type Catalogue, type KioskModel } from './model.ts'
import { ownPrinter } from './paper.ts'
import './search.ts'
import './ticket.ts'
import { helpTold, notGivingTold, shutTold, staleTold, tooManyTold, type Told } from './told.ts'

const zoneAtFirst = 'Asia/Ho_Chi_Minh'

/** The kiosk, drawn from its model alone; every touch leaves as `moi-touch`. */
@customElement('moi-kiosk')
export class Kiosk extends LitElement {
  static override styles = [base, buttons, css`
    :host { display: block; --k: 1; --f: 1; }
    :host([large]) { --k: 1.22; --f: 1.12; }
    .screen { position: relative; display: grid; grid-template-rows: auto minmax(0, 1fr) auto; grid-row-gap: 2rem; height: 100vh; padding: 2.5rem 3rem; }
    main { display: grid; grid-template-rows: minmax(0, 1fr); min-height: 0; min-width: 0; }
    .pairing { grid-template-rows: auto; align-content: center; justify-content: center; grid-template-columns: minmax(0, 56rem); --moi-key: 5rem; --moi-size-large: 1.75rem; --moi-size-title: 2rem; --moi-size-headline: 3rem; }
    moi-pairing { max-width: none; }
    .idle { position: absolute; z-index: 1; right: 3rem; bottom: 2.5rem; left: 3rem; display: grid; grid-template-columns: minmax(0, 1fr) auto; grid-column-gap: 2rem; align-items: center; min-height: 6.5rem; padding: 1rem 1.5rem 1rem 2.25rem; border-radius: var(--moi-radius-card); background: var(--moi-text); color: #FFFFFF; font-size: 2rem; font-weight: 600; }
    .idle .button { min-height: 5.5rem; padding: 0 2.5rem; font-size: 2rem; }
    @media (min-aspect-ratio: 1/1) {
      :host([large]) { --k: 1.15; }
      .screen { grid-row-gap: 1.5rem; padding: 1.75rem 3rem; }
      .pairing { --moi-key: 4rem; --moi-size-large: 1.5rem; --moi-size-headline: 2.5rem; }
      .idle { bottom: 1.75rem; min-height: 6rem; padding: 0.625rem 1rem 0.625rem 2rem; }
      .idle .button { min-height: 4.75rem; }
    }
  `]

  @property({ attribute: false }) model?: KioskModel
  private readonly text = new Speaking(this, kioskTexts)

  protected override updated (): void { this.toggleAttribute('large', this.model?.large ?? false) }

  override render () {
    if (!this.model) return nothing
    const { catalogue, live, now, step, large } = this.model
    const trial = catalogue?.office.trial ?? live.shot?.office.trial ?? false
    const name = catalogue?.office.name ?? live.shot?.office.name
    const isPairing = live.status === 'refused'
    return html`<div class="screen">
      <header><moi-kiosk-head .name=${name} ?trial=${trial} zone=${this.zone} .now=${now}></moi-kiosk-head></header>
      <main class=${isPairing ? 'pairing' : ''}>${isPairing ? this.pairing() : this.body(this.model)}</main>
      <footer>${isPairing ? nothing : html`<moi-kiosk-foot ?large=${large} ?atStart=${this.isAtStart(step)} ?bare=${this.isBare(this.model)} ?quiet=${step.at === 'ticket'} ?bookable=${isBookable(this.model)}></moi-kiosk-foot>`}</footer>
      ${this.model.idleSeconds === undefined || isPairing ? nothing : this.idle(this.model.idleSeconds)}
    </div>`
  }

  private get zone (): string { return this.model?.catalogue?.office.timeZone ?? zoneAtFirst }

  private isAtStart (step: KioskModel['step']): boolean {
    return step.at === 'ticket' || step.at === 'fields' && !step.adding
  }

  private isBare ({ live, catalogue, step }: KioskModel): boolean {
    return step.at !== 'help' && step.at !== 'ticket' && (live.status !== 'live' || !catalogue?.office.open && step.at !== 'booking')
  }

  /** A number that was given stays in sight, and help stays in reach, whatever happens to the line. */
  private body (model: KioskModel): TemplateResult {
    const { step, live, catalogue, now } = model
    if (step.at === 'ticket') return html`<moi-taken .step=${step} .field=${fieldNow(step.field, catalogue)} .office=${catalogue?.office} .now=${now} zone=${this.zone} .printer=${ownPrinter(live.shot?.printers)}></moi-taken>`
    if (step.at === 'help') return this.told(helpTold(catalogue))
    if (live.status === 'stale') return this.told(staleTold(live, this.zone))
    if (live.status === 'loading' || !catalogue) return html`<moi-message heading=${this.text.say('loading')}></moi-message>`
    if (!catalogue.office.open && step.at !== 'booking') return this.told(notGivingTold(live.shot?.break, catalogue, now))
    return this.step(model, catalogue)
  }

  private step (model: KioskModel, catalogue: Catalogue): TemplateResult {
    const { step, live, now } = model
    switch (step.at) {
      case 'fields':
      case 'procedures': return html`<moi-lists ?large=${model.large} .model=${model} .step=${step}></moi-lists>`
      case 'search': return html`<moi-search query=${step.query} .catalogue=${catalogue}></moi-search>`
      case 'shut': return this.told(shutTold(fieldNow(step.field, catalogue), catalogue, now))
      case 'hardly': return html`<moi-hardly .step=${step} .prospect=${prospectOf(live.shot?.forecasts, step.field.id, step.wish?.priorityClass !== undefined)} .withPriority=${prospectOf(live.shot?.forecasts, step.field.id, true)} .office=${catalogue.office}></moi-hardly>`
      case 'dossiers': return html`<moi-dossiers .step=${step}></moi-dossiers>`
      case 'booking': return html`<moi-check-in .step=${step} .catalogue=${catalogue}></moi-check-in>`
      case 'confirm':
        if (step.problem?.code === 'TOO_MANY_DOSSIERS') return this.told(tooManyTold(step, catalogue))
        return html`<moi-confirm ?large=${model.large} .step=${step} .office=${catalogue.office} waiting=${waitingIn(step.field, live)} .prospect=${prospectOf(live.shot?.forecasts, step.field.id, step.priorityClass !== undefined)} .field=${fieldNow(step.field, catalogue)} .printer=${ownPrinter(live.shot?.printers)} .now=${now}></moi-confirm>`
      case 'help':
      case 'ticket': return html``
    }
  }

  private told ({ heading, lead, lines, figure, warn, actions }: Told): TemplateResult {
    return html`<moi-message ?warn=${warn ?? false} heading=${heading} lead=${lead ?? ''} .lines=${lines} figure=${figure ?? ''} .actions=${actions ?? []}></moi-message>`
  }

  private pairing () {
    return html`<moi-pairing touch ?sending=${this.model?.pairing ?? false} wrong=${this.model?.wrong ?? ''}></moi-pairing>`
  }

  private idle (seconds: number) {
    return html`<div class="idle" role="alert"><span>${this.text.say('idle', { seconds })}</span>
      <button type="button" class="button" @click=${() => touch(this, { do: 'stay' })}>${this.text.say('idle.stay')}</button></div>`
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-kiosk': Kiosk } }
