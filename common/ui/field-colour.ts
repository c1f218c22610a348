import { css, unsafeCSS } from 'lit'

/**
 * `data-digit` on an element gives it `--field`, the colour that goes with that digit everywhere.
 * Through a rule, because the content policy stops style attributes (also those of Lit's styleMap,
 * which writes one at its first rendering); where a style must be computed, bind `.style=${…}`.
 */
export const fieldColours = css`${unsafeCSS([1, 2, 3, 4, 5, 6, 7, 8, 9].map(digit => `[data-digit='${digit}'] { --field: var(--moi-field-${digit}); }`).join(' '))}`
