import { css } from 'lit'

/** What the kiosk's parts share. `--k` is 1, or more in large type. */
export const look = css`
  :host { display: block; min-width: 0; min-height: 0; }
  h1, h2 { font-weight: 700; line-height: 1.2; }
  .second { color: var(--moi-text-second); }
  .button { min-height: 5.5rem; padding: 0.5rem 1.75rem; font-size: calc(1.75rem * var(--k, 1)); border-width: 0.09375rem; }
  .digit {
    display: inline-block; width: 1.9em; border-radius: 0.45em; background: var(--field); color: #FFFFFF;
    font-family: var(--moi-font-number); font-weight: 700; line-height: 1.9; text-align: center;
  }
  .review { display: inline-block; padding: 0.125em 0.75em; border: 0.125rem solid var(--moi-warn); border-radius: 2em; color: var(--moi-warn); font-weight: 600; line-height: 1.4; }
`
