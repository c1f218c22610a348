import { css, html, nothing, type TemplateResult } from 'lit'
import { sign } from '../../common/ui/signs.ts'

/** Native checkboxes and radios under faces that a finger finds. */
export const choices = css`
  fieldset { min-width: 0; margin: 0; padding: 0; border: 0; }
  legend, .legend { margin-bottom: 0.375rem; padding: 0; font-size: 0.9375rem; font-weight: 700; }
  .chips { display: flex; flex-wrap: wrap; gap: 0.375rem; }
  .chips.even { display: grid; grid-auto-columns: minmax(0, 1fr); grid-auto-flow: column; }
  .choice { position: relative; display: block; cursor: pointer; }
  .face {
    display: flex; gap: 0.5rem; align-items: center; min-height: 2.5rem; padding: 0.25rem 0.625rem;
    border: 1px solid var(--moi-edge); border-radius: var(--moi-radius-small); background: var(--moi-card);
    font-size: 0.9375rem; font-weight: 600; line-height: 1.25;
  }
  .even .face { justify-content: center; padding: 0.25rem; text-align: center; }
  .face > * { min-width: 0; }
  .face kbd { flex: none; min-width: 1.25rem; padding: 0 0.25rem; color: var(--moi-text-second); line-height: 1.125rem; }
  .face .sign { flex: none; width: 1.25rem; }
  .even .face .sign { display: none; }
  .choice:hover .face { background: var(--moi-brand-soft); }
  input:checked + .face { border-color: var(--moi-brand); background: var(--moi-brand); color: var(--moi-on-brand); }
  input:checked + .face .second { color: inherit; }
  input:focus-visible + .face { outline: 0.1875rem solid var(--moi-focus); outline-offset: 0.125rem; }
  @media (forced-colors: active) { input:checked + .face { border-color: Highlight; background: Highlight; color: HighlightText; forced-color-adjust: none; } }
  .tick { display: grid; grid-template-columns: auto 1fr; gap: 0.625rem; align-items: center; min-height: 2.75rem; font-weight: 500; }
  .tick input { width: 1.25rem; height: 1.25rem; margin: 0; accent-color: var(--moi-brand); }
  .words { width: 100%; min-height: 2.75rem; padding: 0 0.75rem; border: 1px solid var(--moi-edge); border-radius: var(--moi-radius-small); background: var(--moi-card); }
  label.lined { display: grid; gap: 0.25rem; margin-top: 0.5rem; font-size: 0.875rem; font-weight: 600; }
  label.lined .words { font-size: 1rem; font-weight: 400; }
`

export interface Choice {
  readonly kind: 'checkbox' | 'radio'
  readonly name: string
  readonly value: string
  readonly isOn: boolean
  /** The digit that chooses it. */
  readonly digit?: number
  /** Where the hand starts. */
  readonly isFirst?: boolean
  readonly label: TemplateResult | string
  readonly onChange: (isOn: boolean) => void
}

export function choice ({ kind, name, value, isOn, digit, isFirst = false, label, onChange }: Choice): TemplateResult {
  const mark = isOn ? sign('check') : digit === undefined ? nothing : html`<kbd aria-hidden="true">${digit}</kbd>`
  return html`<label class="choice"><input class="hidden-visually" type=${kind} name=${name} value=${value} .checked=${isOn} ?autofocus=${isFirst}
    @change=${(event: Event) => onChange((event.target as HTMLInputElement).checked)}><span class="face">${mark}<span>${label}</span></span></label>`
}
