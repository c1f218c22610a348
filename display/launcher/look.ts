import { css } from 'lit'

/** The first page on a desk's screen or a phone. */
export const look = css`
  :host { display: block; min-height: 100vh; padding-bottom: 3rem; }
  .wide { max-width: 66rem; margin: 0 auto; padding: 0 1.5rem; }
  .top { padding: 1rem 0; background: var(--moi-card); border-bottom: 0.0625rem solid var(--moi-line); }
  .top .wide { display: grid; grid-template-columns: auto minmax(0, 1fr) auto auto; grid-column-gap: 1rem; align-items: center; }
  moi-mark { font-size: 2.75rem; }
  .brand { font-size: 1.25rem; font-weight: 800; line-height: 1.2; }
  .office { font-size: 0.9375rem; line-height: 1.3; color: var(--moi-text-second); }
  .what { margin: 2rem 0; max-width: 54rem; font-size: 1.125rem; color: var(--moi-text-second); }
  h1 { font-size: 2rem; font-weight: 700; line-height: 1.2; }
  h2 { font-size: 1.125rem; font-weight: 700; line-height: 1.3; }
  .hint { max-width: 54rem; margin-top: 0.5rem; color: var(--moi-text-second); }
  .card { padding: 1.25rem 1.5rem; border-radius: 1.25rem; background: var(--moi-card); box-shadow: var(--moi-shadow); }
  .notice { margin: 1rem 0; border: 0.125rem solid var(--moi-stop); background: var(--moi-stop-soft); }
  .notice p { margin-top: 0.75rem; }
  fieldset { min-width: 0; margin: 1.25rem 0; padding: 0; border: 0; }
  legend { margin-bottom: 0.5rem; padding: 0; font-weight: 600; }
  .counter { min-width: 3.5rem; margin: 0 0.5rem 0.5rem 0; padding: 0; font-family: var(--moi-font-number); font-size: 1.25rem; font-weight: 700; }
  .counter.on { border-color: var(--moi-brand); background: var(--moi-brand); color: var(--moi-on-brand); }
  .steps li { display: grid; grid-template-columns: auto minmax(0, 1fr) auto; grid-column-gap: 1.25rem; align-items: center; margin-bottom: 0.75rem; }
  .book { display: grid; grid-template-columns: minmax(0, 1fr) auto; grid-column-gap: 1.25rem; align-items: center; }
  .book p { color: var(--moi-text-second); }
  .book .button { min-width: 20rem; }
  .steps p { color: var(--moi-text-second); }
  .steps .button { min-width: 20rem; }
  .step { width: 2.75rem; border-radius: 50%; background: var(--moi-brand-soft); color: var(--moi-brand-deep); font-family: var(--moi-font-number); font-size: 1.25rem; font-weight: 700; line-height: 2.75rem; text-align: center; }
  .two { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); grid-gap: 1rem; margin-top: 2rem; align-items: start; }
  moi-pairing { --moi-size-headline: 1.125rem; --moi-size-large: 1rem; --moi-size-title: 1.125rem; --moi-pairing-height: 3.25rem; --moi-pairing-type: 1.5rem; }
  .pages { margin-top: 0.5rem; }
  .pages a { display: grid; grid-template-columns: minmax(0, 1fr) auto; align-items: center; min-height: 3rem; color: var(--moi-brand); font-weight: 600; text-decoration: none; border-top: 0.0625rem solid var(--moi-line); }
  .pages li:first-child a { border-top: 0; }
  .pages a:hover { text-decoration: underline; }
  @media (max-width: 720px) {
    .two { grid-template-columns: minmax(0, 1fr); }
    .top .wide { grid-template-columns: auto minmax(0, 1fr) auto; }
    .top moi-trial-mark { grid-column: 1 / 4; grid-row: 2; margin-top: 0.75rem; font-size: 0.875rem; }
    .steps li { grid-template-columns: auto minmax(0, 1fr); }
    .steps .button { grid-column: 1 / 3; min-width: 0; width: 100%; margin-top: 1rem; }
    .book { grid-template-columns: minmax(0, 1fr); }
    .book .button { min-width: 0; margin-top: 1rem; }
    h1 { font-size: 1.625rem; }
  }
`
