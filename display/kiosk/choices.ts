import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { kept } from '../../common/ui/kept.ts'
import { base } from '../../common/ui/style.ts'
import { fieldColours } from '../../common/ui/field-colour.ts'
import { look } from './look.ts'

export interface Choice {
  readonly label: string
  /** One or two short lines under the label. */
  readonly lines: readonly string[]
  readonly digit?: number
  /** When one may expect to be called; in large type it takes the place of the lines. */
  readonly when?: string
  /** Drawn in place of a digit. */
  readonly sign?: TemplateResult
  /** A figure to check: said on the tile. */
  readonly mark?: string
  /** What makes it urgent. */
  readonly hurry?: string
  /** Nothing is to be had there now; touched, it says what to do instead. */
  readonly closed?: boolean
  /** Not one of the office's own choices: drawn apart. */
  readonly apart?: boolean
  readonly choose: () => void
}

/** Large things to touch: two columns upright, five (or four, in large type) across. */
@customElement('moi-choices')
export class Choices extends LitElement {
  static override styles = [base, look, fieldColours, css`
    .grid { display: grid; height: 100%; grid-gap: 1.5rem; grid-template-columns: repeat(2, minmax(0, 1fr)); grid-template-rows: repeat(5, minmax(0, 1fr)); }
    :host([large]) .grid { grid-template-rows: repeat(4, minmax(0, 1fr)); }
    :host([large]) .inside { grid-column-gap: 1.25rem; padding: 1rem 1.25rem; }
    :host([large]) .digit { font-size: 2.75rem; }
    :host([large]) .label { font-size: calc(2.25rem * var(--k, 1)); }
    button {
      display: flex; align-items: stretch; min-width: 0; min-height: 0; padding: 0; text-align: left;
      border: 0.09375rem solid var(--moi-edge); border-radius: var(--moi-radius-card); background: var(--moi-card); box-shadow: var(--moi-shadow); cursor: pointer;
      transition: transform var(--moi-quick) var(--moi-ease), background var(--moi-quick) var(--moi-ease);
    }
    /* A button itself cannot be a grid in browsers of 2018. */
    .inside {
      display: grid; flex: 1; min-width: 0; grid-template-columns: auto minmax(0, 1fr); grid-column-gap: 1.5rem;
      align-items: center; align-content: center; padding: 1rem 1.75rem;
    }
    button:active { background: var(--moi-brand-soft); transform: scale(0.985); }
    button.apart { border-style: dashed; border-width: 0.125rem; background: transparent; box-shadow: none; }
    button.closed { background: transparent; box-shadow: none; color: var(--moi-text-third); }
    button.closed .digit { opacity: 0.55; }
    .digit { font-size: 3.125rem; }
    .badge { display: grid; width: 5.9rem; height: 5.9rem; align-items: center; justify-items: center; border: 0.1875rem solid var(--moi-brand); border-radius: 1.4rem; background: var(--moi-card); color: var(--moi-brand); font-size: 3rem; line-height: 0; }
    .label { text-wrap: balance; display: block; font-size: calc(2.375rem * var(--k, 1)); font-weight: 700; line-height: 1.2; }
    .plain .label { font-size: calc(2.25rem * var(--k, 1)); }
    .wordy, :host([large]) .wordy { font-size: calc(1.875rem * var(--k, 1)); }
    .line { display: block; margin-top: 0.25rem; font-size: calc(1.625rem * var(--k, 1)); line-height: 1.3; color: var(--moi-text-second); }
    .line.when { font-weight: 600; color: var(--moi-text); }
    .when b { font-family: var(--moi-font-number); font-weight: 600; letter-spacing: -0.01em; white-space: nowrap; }
    .line.hurry { font-weight: 600; color: var(--moi-warn); }
    button.closed .line { color: var(--moi-text-third); }
    .line.bounded { display: -webkit-box; overflow: hidden; -webkit-line-clamp: 2; -webkit-box-orient: vertical; }
    .longer .bounded { -webkit-line-clamp: 1; }
    .longer .bounded:last-of-type { -webkit-line-clamp: 3; }
    .mark { display: block; margin-top: 0.375rem; font-size: calc(1.25rem * var(--k, 1)); font-weight: 600; line-height: 1.3; color: var(--moi-warn); }
    .plain .inside { grid-template-columns: minmax(0, 1fr); }
    @media (min-aspect-ratio: 1/1) {
      .grid { grid-template-columns: repeat(5, minmax(0, 1fr)); grid-template-rows: repeat(2, minmax(0, 1fr)) !important; }
      :host([large]) .grid { grid-template-columns: repeat(4, minmax(0, 1fr)); }
      .inside, :host([large]) .inside { grid-template-columns: minmax(0, 1fr); grid-row-gap: 1rem; align-content: start; padding: 1.5rem; }
      .digit { font-size: 2.625rem; }
      .badge { width: 5rem; height: 5rem; border-radius: 1.2rem; font-size: 2.625rem; }
      .label, :host([large]) .label { font-size: calc(1.9375rem * var(--k, 1)); }
      .wordy, :host([large]) .wordy { font-size: calc(1.625rem * var(--k, 1)); }
      .plain .label { font-size: calc(1.875rem * var(--k, 1)); }
      .line { font-size: calc(1.5rem * var(--k, 1)); }
      .plain .inside { align-content: center; }
      .long .bounded { -webkit-line-clamp: 1; }
      .long .bounded:last-of-type { -webkit-line-clamp: 3; }
    }
  `]

  @property({ attribute: false }) choices: readonly Choice[] = []
  @property({ type: Boolean, reflect: true }) large = false

  override render () {
    return html`<div class="grid">${this.choices.map(choice => this.tile(choice))}</div>`
  }

  private tile ({ label, lines, when, digit, sign, mark, hurry, closed, apart, choose }: Choice) {
    const isPlain = digit === undefined && !sign
    return html`<button type="button" class="${apart ? 'apart' : ''} ${isPlain ? 'plain' : ''} ${closed ? 'closed' : ''}" @click=${choose}><span class="inside">
      ${digit === undefined ? nothing : html`<span><span class="digit" data-digit=${digit} aria-hidden="true">${digit}</span></span>`}
      ${sign ? html`<span class="badge">${sign}</span>` : nothing}
      <span class=${isPlain && !mark ? room(lines) : ''}>
        <span class="label ${label.length > 32 ? 'wordy' : ''}">${label}</span>
        ${(when && this.large ? [] : lines).map(line => html`<span class="line ${isPlain ? 'bounded' : ''}" data-bounded>${line}</span>`)}
        ${when ? html`<span class="line when">${kept(when)}</span>` : nothing}
        ${hurry ? html`<span class="line hurry">${hurry}</span>` : nothing}
        ${mark ? html`<span class="mark">${mark}</span>` : nothing}
      </span>
    </span></button>`
  }
}

/** A fee, the last line, is not to be cut: where it is long it takes a third line of the tile from the papers. */
function room (lines: readonly string[]): string {
  const last = lines.length > 1 ? lines[lines.length - 1]!.length : 0
  if (last > 64) return 'long longer'
  return last > 50 ? 'long' : ''
}

declare global { interface HTMLElementTagNameMap { 'moi-choices': Choices } }
