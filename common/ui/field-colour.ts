import { css, unsafeCSS } from 'lit'

/**
 * `data-digit` on an element gives it `--field`, the colour that goes with that digit everywhere.
 * Through a rule, because the content policy stops style attributes (also those of Lit's styleMap,
 * which writes one at its first rendering); where a style must be computed, bind `.style=${…}`.
 */
export const fieldColours = css`${unsafeCSS([1, 2, 3, 4, 5, 6, 7, 8, 9].map(digit => `[data-digit='${digit}'] { --field: var(--moi-field-${digit}); }`).join(' '))}`

/** The digit of a field, in its colour. */
export const digitMark = css`
  .digit {
    flex: none; display: inline-block; width: 1.75rem; height: 1.75rem; border-radius: 0.5rem; background: var(--field); color: #FFFFFF;
    font-family: var(--moi-font-number); font-size: 0.9375rem; font-weight: 700; line-height: 1.75rem; text-align: center;
  }
`
