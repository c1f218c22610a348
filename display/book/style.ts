import { css } from 'lit'

/** What the parts of the booking page share. Two weights only, 500 and 700: each one more costs a phone 60 kB of type. */
export const sheet = css`
  .card { padding: 1.125rem 1.25rem; border: 1px solid var(--moi-line); border-radius: 1.375rem; background: var(--moi-card); }
  .warn { border: 0.125rem solid var(--moi-warn); background: var(--moi-warn-soft); }
  .stop { border: 0.125rem solid var(--moi-stop); }
  h1 { font-size: 1.625rem; font-weight: 700; line-height: 1.25; }
  h2 { font-size: 1.0625rem; font-weight: 700; line-height: 1.35; }
  h1:focus { outline: none; }
  p { line-height: 1.45; }
  .small { font-size: 0.9375rem; color: var(--moi-text-second); }
  .button { font-weight: 700; }
`
