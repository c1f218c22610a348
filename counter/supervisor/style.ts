import { css } from 'lit'

/** A part of the supervisor's page: a card with its heading. */
export const panel = css`
  :host { display: block; }
  .card { overflow: hidden; }
  h2 { padding: 0.875rem 1.25rem 0.625rem; font-size: 1rem; font-weight: 700; line-height: 1.3; }
  .hint { padding: 0 1.25rem 0.625rem; font-size: 0.8125rem; line-height: 1.4; color: var(--moi-text-second); }
  .warn { color: var(--moi-warn); }
  .stop { color: var(--moi-stop); }
  .ok { color: var(--moi-ok); }
  @media (max-width: 30rem) { h2, .hint { padding-right: 1rem; padding-left: 1rem; } }
`
