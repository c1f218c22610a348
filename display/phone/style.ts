import { css } from 'lit'

/** Cards and lines that the parts of the phone page share. */
export const sheet = css`
  .card { padding: 1rem 1.25rem; border: 1px solid var(--moi-line); border-radius: 1.375rem; background: var(--moi-card); }
  .label { font-size: 0.9375rem; font-weight: 500; line-height: 1.35; color: var(--moi-text-second); }
  h2, h3 { font-size: 1.0625rem; font-weight: 700; line-height: 1.35; }
  p { line-height: 1.45; }
`
