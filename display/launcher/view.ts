import { html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { TrialScreen } from '../../common/contract/access.ts'
import type { Counter } from '../../common/contract/counter.ts'
import type { Field, Office } from '../../common/contract/office.ts'
import type { Problem } from '../../common/contract/problem.ts'
import { commonTexts } from '../../common/i18n/common.ts'
import { launcherTexts } from '../../common/i18n/launcher.ts'
import { language, Speaking } from '../../common/ui/language.ts'
import '../../common/ui/mark.ts'
import '../../common/ui/pairing.ts'
import { withOffice } from '../../common/ui/place.ts'
import { sign } from '../../common/ui/signs.ts'
import { base, buttons } from '../../common/ui/style.ts'
import '../../common/ui/trial-mark.ts'
import { look } from './look.ts'
import { steps, wishFor } from './steps.ts'

export interface LauncherModel {
  readonly office?: Office
  readonly counters: readonly Counter[]
  readonly fields: readonly Field[]
  /** Why the office could not be asked. */
  readonly problem?: Problem
  /** Why a screen was not opened, or where to open it when the browser blocks tabs. */
  readonly refused?: string
  readonly blockedPath?: string
  readonly opening: boolean
  readonly pairing: boolean
  readonly wrong: string
}

const pages = ['kiosk', 'board', 'book', 'counter', 'desk', 'supervisor', 'printer'] as const

/**
 * The first page: a newcomer's five steps, or, in a confirmed office, pairing and the pages.
 * @fires moi-open with a TrialScreen, in the click itself, so that a tab may be opened
 * @fires moi-pair with `{ code }`
 * @fires moi-retry
 */
@customElement('moi-launcher')
export class Launcher extends LitElement {
  static override styles = [base, buttons, look]

  @property({ attribute: false }) model?: LauncherModel
  @state() private counter?: number
  private readonly text = new Speaking(this, launcherTexts)
  private readonly common = new Speaking(this, commonTexts)

  override render () {
    if (!this.model) return nothing
    const { office, problem } = this.model
    return html`
      <header class="top"><div class="wide">
        <moi-mark></moi-mark>
        <div><p class="brand">${this.text.say('title')}</p><p class="office">${office ? this.text.of(office.name) : ''}</p></div>
        ${office?.trial ? html`<moi-trial-mark></moi-trial-mark>` : nothing}
        <button type="button" class="button" lang=${this.text.language === 'vi' ? 'en' : 'vi'} @click=${() => language.toggle()}>${this.text.say('language')}</button>
      </div></header>
      <main class="wide">
        <p class="what">${this.text.say('what')}</p>
        ${problem ? this.problem(problem) : office ? this.ready(this.model, office) : html`<h1>${this.text.say('loading')}</h1>`}
      </main>`
  }

  private problem ({ detail }: Problem) {
    return html`<section class="card notice" role="alert"><h1>${this.text.say('problem.title')}</h1><p>${detail}</p>
      <p><button type="button" class="button primary" @click=${() => this.dispatchEvent(new CustomEvent('moi-retry'))}>${this.common.say('retry')}</button></p></section>`
  }

  private ready (model: LauncherModel, office: Office) {
    return html`
      ${office.trial ? this.trial(model) : html`<h1>${this.text.say('ready')}</h1><p class="hint">${this.text.say('ready.hint')}</p>`}
      <div class="two">
        <section class="card" aria-label=${this.text.say('pair.title')}>
          <moi-pairing quiet ?sending=${model.pairing} wrong=${model.wrong}></moi-pairing>
        </section>
        <section class="card"><h2>${this.text.say('pages.title')}</h2><ul class="pages">
          ${pages.filter(page => page !== 'book' || office.bookable).map(page => this.link(withOffice(`/${page}`), `page.${page}`))}
          ${this.link(withOffice('/api/v1/docs'), 'page.docs')}
        </ul></section>
      </div>`
  }

  private link (path: string, text: `page.${typeof pages[number] | 'docs'}`) {
    return html`<li><a href=${path}>${this.text.say(text)}<span aria-hidden="true">${sign('next')}</span></a></li>`
  }

  private trial (model: LauncherModel) {
    const chosen = this.counter ?? model.counters[0]?.number ?? 1
    return html`<section>
      <h1>${this.text.say('try.title')}</h1>
      <p class="hint">${this.text.say('try.hint')}</p>
      ${this.choice(model, chosen)}
      ${this.refusal(model)}
      <ol class="steps">${steps.map(({ step, screen }) => html`<li class="card">
        <span class="step" aria-hidden="true">${step}</span>
        <div><h2>${this.text.say(`step.${step}`)}</h2><p>${this.text.say(`step.${step}.hint`)}</p></div>
        ${screen ? this.opener(model, screen, chosen) : nothing}
      </li>`)}</ol>
      ${model.office?.bookable ? this.booking() : nothing}
    </section>`
  }

  /** No step of the visit: it may come before it. Anyone's browser may book, so it needs no opening. */
  private booking () {
    return html`<div class="card book">
      <div><h2>${this.text.say('book.title')}</h2><p>${this.text.say('book.hint')}</p></div>
      <a class="button" href=${withOffice('/book')} target="_blank" rel="noopener"><span>${this.text.say('open.book')}</span>${sign('open')}</a>
    </div>`
  }

  private choice ({ counters, fields }: LauncherModel, chosen: number) {
    const names = counters.find(({ number }) => number === chosen)?.main.map(id => fields.find(field => field.id === id)).flatMap(field => field ? [this.text.of(field.name)] : [])
    return html`<fieldset><legend>${this.text.say('try.counter')}</legend>
      ${counters.map(({ number }) => html`<button type="button" class="button counter ${number === chosen ? 'on' : ''}" aria-pressed=${number === chosen ? 'true' : 'false'}
        @click=${() => { this.counter = number }}>${number}</button>`)}
      ${names?.length ? html`<p class="hint" role="status">${this.text.say('try.fields', { fields: names.join(', ') })}</p>` : nothing}
    </fieldset>`
  }

  private refusal ({ refused, blockedPath }: LauncherModel) {
    if (blockedPath) return html`<p class="card notice" role="alert">${this.text.say('blocked')} <a href=${blockedPath}>${this.text.say('blocked.link')}</a></p>`
    return refused ? html`<p class="card notice" role="alert">${refused}</p>` : nothing
  }

  private opener ({ opening }: LauncherModel, screen: TrialScreen['screen'], counter: number) {
    const open = () => this.dispatchEvent(new CustomEvent<TrialScreen>('moi-open', { detail: wishFor(screen, counter) }))
    return html`<button type="button" class="button ${screen === 'board' ? 'primary' : ''}" ?disabled=${opening} @click=${open}>
      <span>${this.text.say(`open.${screen}`, { counter })}</span>${sign('open')}</button>`
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-launcher': Launcher } }
