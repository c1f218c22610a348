import { css } from 'lit'

/*
 * Styles that elements share. Chromium 69 reads these as they stand: no gap in flex rows, no inset,
 * no min(), no :is(). Where :focus-visible is unknown the second rule falls away and focus always shows.
 */

export const base = css`
  *, *::before, *::after { box-sizing: border-box; }
  [hidden] { display: none !important; }
  h1, h2, h3, p, ul, ol, dl, dd, figure { margin: 0; padding: 0; }
  ul, ol { list-style: none; }
  button, input, select, textarea { font: inherit; color: inherit; }
  :focus { outline: 0.1875rem solid var(--moi-focus); outline-offset: 0.1875rem; }
  :focus:not(:focus-visible) { outline: none; }
  .hidden-visually {
    position: absolute; width: 1px; height: 1px; margin: -1px; padding: 0;
    overflow: hidden; clip: rect(0 0 0 0); white-space: nowrap; border: 0;
  }
`

/** Every number a person reads or compares: tabular, heavy, never thin. */
export const numbers = css`
  .number {
    font-family: var(--moi-font-number); font-weight: 700;
    font-variant-numeric: tabular-nums; letter-spacing: -0.02em; white-space: nowrap;
  }
`

/*
 * A button may be a flex box but never a grid: Chromium before 83 lays a grid button out as a plain block.
 * Words beside a sign stand in a span of their own.
 */
export const buttons = css`
  .button {
    display: inline-flex; align-items: center; justify-content: center;
    min-height: 3rem; padding: var(--moi-2) var(--moi-5);
    border: 0.125rem solid var(--moi-edge); border-radius: var(--moi-radius-control);
    background: var(--moi-card); color: var(--moi-text);
    font-weight: 600; line-height: 1.25; text-align: center; text-decoration: none; cursor: pointer;
    transition: background var(--moi-quick) var(--moi-ease), transform var(--moi-quick) var(--moi-ease);
  }
  .button > * { min-width: 0; }
  .button > .sign { flex: none; margin-right: 0.5em; }
  .button > * + .sign { margin-right: 0; margin-left: 0.5em; }
  .button:hover { background: var(--moi-brand-soft); }
  .button:active { transform: scale(0.985); }
  .button.primary { border-color: var(--moi-brand); background: var(--moi-brand); color: var(--moi-on-brand); }
  .button.primary:hover { background: var(--moi-brand-deep); color: #FFFFFF; }
  .button.quiet { border-color: transparent; background: transparent; color: var(--moi-brand); }
  .button.stop { border-color: var(--moi-stop); background: transparent; color: var(--moi-stop); }
  .button[disabled] { border-color: var(--moi-line); background: transparent; color: var(--moi-text-third); transform: none; cursor: default; }
`

export const cards = css`
  .card { border-radius: var(--moi-radius-card); background: var(--moi-card); box-shadow: var(--moi-shadow); }
`
