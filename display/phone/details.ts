import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { TicketShot } from '../../common/contract/live.ts'
import type { MyTicket } from '../../common/contract/ticket.ts'
import { phoneTexts } from '../../common/i18n/phone.ts'
import { Speaking } from '../../common/ui/language.ts'
import { base } from '../../common/ui/style.ts'
import { sheet } from './style.ts'

const shownAtOnce = 3

/** Papers and fee to prepare while waiting, and an answer to "why was someone called before me?". */
@customElement('moi-phone-details')
export class PhoneDetails extends LitElement {
  static override styles = [base, sheet, css`
    :host { display: block; }
    section + section { margin-top: 1rem; padding-top: 1rem; border-top: 1px solid var(--moi-line); }
    h2 + p, h2 + ul { margin-top: 0.25rem; }
    .papers li { position: relative; padding-left: 1.125rem; line-height: 1.5; }
    .papers li::before { content: '•'; position: absolute; left: 0.125rem; }
    .name { margin-bottom: 0.75rem; font-size: 1.0625rem; font-weight: 700; color: var(--moi-brand); }
    .why li { padding: 0.25rem 0; line-height: 1.45; }
    summary { padding: 0.625rem 0; min-height: 2.75rem; font-weight: 700; color: var(--moi-brand); cursor: pointer; }
  `]

  @property({ attribute: false }) procedure?: TicketShot['procedure']
  /** In the order of their calls, newest last. */
  @property({ attribute: false }) overtakenBy: MyTicket['overtakenBy'] = []
  private readonly text = new Speaking(this, phoneTexts)

  override render () {
    if (!this.procedure && this.overtakenBy.length === 0) return nothing
    return html`<div class="card">
      ${this.procedure ? this.papers(this.procedure) : nothing}
      ${this.overtakenBy.length > 0 ? this.overtaken() : nothing}
    </div>`
  }

  private papers ({ name, papers, fee }: NonNullable<TicketShot['procedure']>) {
    return html`<p class="name">${this.text.of(name)}</p>
      ${papers.length > 0 ? html`<section><h2>${this.text.say('papers')}</h2><ul class="papers" lang="vi">${papers.map(paper => html`<li>${paper}</li>`)}</ul></section>` : nothing}
      ${fee ? html`<section><h2>${this.text.say('fee')}</h2><p lang="vi">${fee}</p></section>` : nothing}`
  }

  private overtaken () {
    const newestFirst = [...this.overtakenBy].reverse()
    const [first, ...others] = newestFirst
    const rest = newestFirst.slice(shownAtOnce)
    return html`<section>
      <h2>${others.length === 0 ? this.text.say('overtaken.one', { number: first?.number ?? '' }) : this.text.say('overtaken.many')}</h2>
      ${this.reasons(newestFirst.slice(0, shownAtOnce))}
      ${rest.length > 0 ? html`<details><summary>${this.text.say('overtaken.more', { count: rest.length })}</summary>${this.reasons(rest)}</details>` : nothing}
    </section>`
  }

  private reasons (overtakers: MyTicket['overtakenBy']) {
    return html`<ul class="why">${overtakers.map(({ why }) => html`<li>${this.text.of(why)}.</li>`)}</ul>`
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-phone-details': PhoneDetails } }
