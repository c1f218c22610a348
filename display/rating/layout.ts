import { css, unsafeCSS, type CSSResult } from 'lit'

/**
 * A length of the picture drawn at 1280×800 (upright 800×1280); it grows with the glass.
 * On a ten-inch screen 20 mm, the smallest target here, are 118.
 */
export const u = (length: number): CSSResult => unsafeCSS(`calc(var(--u) * ${length})`)

/** One drawn pixel: of the height on wide glass, of the width on glass that is less wide than drawn. */
export const glass = css`
  :host { --u: 0.125vh; }
  @media (max-aspect-ratio: 8/5) { :host { --u: 0.078125vw; } }
  @media (max-aspect-ratio: 1/1) { :host { --u: 0.078125vh; } }
  @media (max-aspect-ratio: 5/8) { :host { --u: 0.125vw; } }
`

/** Everything pressed by a finger of any age. */
export const touch = css`
  .press {
    display: block; min-height: ${u(122)}; padding: ${u(12)} ${u(32)};
    border: ${u(2)} solid var(--moi-edge); border-radius: ${u(24)}; background: var(--moi-card); color: var(--moi-text);
    font-weight: 600; font-size: ${u(30)}; line-height: 1.25; text-align: center; cursor: pointer;
    transition: background var(--moi-quick) var(--moi-ease), transform var(--moi-quick) var(--moi-ease);
  }
  .press:active { transform: scale(0.98); background: var(--moi-brand-soft); }
  .press.primary { border-color: var(--moi-brand); background: var(--moi-brand); color: var(--moi-on-brand); }
  .press.quiet { border-color: transparent; background: transparent; color: var(--moi-brand); font-size: ${u(26)}; text-align: right; padding-right: 0; }
`
