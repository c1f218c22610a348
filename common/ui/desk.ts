import { css } from 'lit'

/** The console stands beside another program: small type, large targets, 360 px wide and up. */
export const desk = css`
  .card { border: 1px solid var(--moi-line); border-radius: var(--moi-radius-control); background: var(--moi-card); }
  .button { gap: 0.75rem; min-height: 3rem; padding: 0.375rem 0.875rem; border-width: 1px; border-radius: 0.875rem; font-size: 0.9375rem; }
  .button.primary { border-width: 1px; }
  .button[aria-disabled='true'] { border-color: var(--moi-line); background: transparent; color: var(--moi-text-third); cursor: default; transform: none; }
  .second { color: var(--moi-text-second); }
  kbd {
    display: inline-block; min-width: 1.5rem; padding: 0 0.375rem; border: 1px solid currentColor; border-radius: 0.375rem;
    font-family: var(--moi-font-number); font-size: 0.75rem; font-weight: 600; line-height: 1.25rem; text-align: center; white-space: nowrap;
  }
  /* Where the person's own colours replace ours, what colour told is told by lines. */
  @media (forced-colors: active) {
    .button.primary { border: 0.1875rem solid Highlight; }
    .button[aria-disabled='true'] { border-color: GrayText; color: GrayText; }
  }
`

/** A page of its own, in the middle: signing in, choosing, opening. */
export const centred = css`
  :host { display: block; }
  main { display: grid; gap: 1rem; align-content: start; max-width: 30rem; margin: 0 auto; padding: 0.75rem 1rem 2rem; }
  h1 { font-size: 1.5rem; font-weight: 700; line-height: 1.25; }
  p { line-height: 1.45; }
  .button { min-height: 3.25rem; font-size: 1rem; }
  .wrong { color: var(--moi-stop); font-weight: 600; }
  .wrong:empty { display: none; }
  @media (min-height: 40rem) and (min-width: 40rem) { main { padding-top: 12vh; } }
`
