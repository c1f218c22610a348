import { css } from 'lit'

/** A part of the desk's page: a card with its heading; rows one below the other. */
export const part = css`
  :host { display: block; }
  h2 { font-size: 1.0625rem; font-weight: 700; line-height: 1.3; }
  h3 { font-size: 0.9375rem; font-weight: 700; line-height: 1.35; }
  .small { font-size: 0.8125rem; line-height: 1.4; color: var(--moi-text-second); }
  .warn { color: var(--moi-warn); }
  .stop { color: var(--moi-stop); }
  .said { padding: 0.625rem 0.875rem; border: 1px solid var(--moi-warn); border-radius: 0.875rem; background: var(--moi-warn-soft); font-weight: 600; line-height: 1.4; }
  .wrong { padding: 0.625rem 0.875rem; border: 1px solid var(--moi-stop); border-radius: 0.875rem; background: var(--moi-stop-soft); font-weight: 600; line-height: 1.4; }
  label, legend { font-size: 0.875rem; font-weight: 600; line-height: 1.35; }
  label { display: block; margin-bottom: 0.25rem; }
  fieldset { min-width: 0; margin: 0; padding: 0; border: 0; }
  legend { padding: 0; margin-bottom: 0.375rem; }
  :where(input, select) {
    width: 100%; min-height: 3rem; padding: 0 0.875rem; border: 1px solid var(--moi-edge); border-radius: 0.875rem; background: var(--moi-card); font-size: 1rem; font-weight: 500;
  }
  input[inputmode='numeric'], input.figure { font-family: var(--moi-font-number); font-variant-numeric: tabular-nums; }
  .chips { display: flex; flex-wrap: wrap; gap: 0.5rem; }
  .chips .button { min-height: 2.75rem; padding: 0.25rem 0.875rem; border-radius: 0.875rem; font-size: 0.875rem; }
  .chips .button[aria-pressed='true'], .days .button[aria-pressed='true'], .slots .button[aria-pressed='true'] { border-color: var(--moi-brand); background: var(--moi-brand); color: var(--moi-on-brand); }
  .button { gap: 0.5rem; }
  .button > .sign { margin-right: 0; }
  kbd { flex: none; }
  @media (hover: none), (max-width: 44rem) { kbd { display: none; } }
`
