import { css } from 'lit'

/** Where the board's parts stand, landscape and portrait; 120 × 67.5 rem and the reverse. */
export const boardLayout = css`
  .screen { display: grid; grid-template-rows: auto minmax(0, 1fr) auto; height: 100vh; cursor: none; }
  main { display: grid; grid-template-columns: minmax(0, 1fr) 38rem; grid-column-gap: 2.25rem; min-height: 0; padding: 1.5rem 3rem 2rem; }
  .left { display: grid; grid-template-rows: auto auto auto minmax(0, 1fr); min-width: 0; min-height: 0; }
  .left.told { grid-template-rows: auto auto auto auto minmax(0, 1fr); }
  .left > h2 { padding: 0 0 0.75rem; font-size: 1.625rem; font-weight: 600; line-height: 1.3; letter-spacing: 0.06em; text-transform: uppercase; color: var(--moi-text-second); }
  .left > moi-board-strip + h2 { padding-top: 0; }
  .left > moi-call-card + h2, .left > moi-correction-card + h2 { padding-top: 1.375rem; }
  .left > h2.warning { color: var(--moi-warn); }
  .page { margin-left: 1rem; font-weight: 500; letter-spacing: 0; text-transform: none; }
  moi-serving-list { min-height: 0; }
  .calm { align-self: center; font-size: 2.25rem; color: var(--moi-text-second); text-align: center; }
  .right { display: grid; grid-template-rows: auto minmax(0, 1fr); grid-row-gap: 1.5rem; min-height: 0; padding-top: 0.5rem; }
  .right > :only-child { grid-row: 1 / 3; --moi-notice-type: 2.25rem; }
  .behind .right { padding-top: 0; }

  .message { grid-row: 1 / 5; align-self: stretch; display: grid; align-content: center; grid-row-gap: 1.5rem; padding: 3rem 4rem; border-radius: var(--moi-radius-card); background: var(--moi-card); }
  .told .message { grid-row: 2 / 6; }
  .message h2 { font-size: 4.5rem; font-weight: 700; line-height: 1.2; }
  .message p { font-size: 3rem; line-height: 1.4; color: var(--moi-text-second); }
  .message .main { font-weight: 600; color: var(--moi-text); }
  .message.warn { grid-row: 1; border: 0.25rem solid var(--moi-warn); background: var(--moi-warn-soft); }
  .message.warn h2 { font-size: 3.75rem; color: var(--moi-warn); }
  .message.warn p { color: var(--moi-text); }
  .warn + h2 { padding-top: 1.5rem !important; }
  .warn ~ moi-serving-list { grid-row: 4; }
  .warn:only-child { grid-row: 1 / 5; }
  .alone { grid-template-columns: 1fr; }
  .alone .message { grid-row: 1; }
  .pairing { display: grid; grid-template-columns: 1fr; align-items: center; justify-items: center; height: 100vh; }
  moi-pairing { width: 60rem; max-width: 100%; font-size: 1.25rem; --moi-size-large: 1.625rem; --moi-size-headline: 3rem; }

  @media (max-aspect-ratio: 1/1) {
    main { grid-template-columns: minmax(0, 1fr); grid-template-rows: minmax(0, 1fr) 30rem; grid-row-gap: 1.75rem; padding: 1.5rem 2.25rem 2rem; }
    .right { grid-template-rows: 100%; grid-template-columns: minmax(0, 1.15fr) minmax(0, 1fr); grid-column-gap: 1.25rem; padding: 0; }
    .right > :only-child { grid-row: 1; grid-column: 1 / 3; }
    .message h2, .message.warn h2 { font-size: 3.5rem; }
    .message p { font-size: 2.25rem; }
    .alone, .pairing { grid-template-rows: 1fr; }
  }
`
