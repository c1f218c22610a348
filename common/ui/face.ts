import { css, html, svg, type SVGTemplateResult, type TemplateResult } from 'lit'
import type { Level } from '../contract/rating.ts'

/** From best to worst, the order in which they are offered everywhere. */
export const levels: readonly Level[] = [5, 4, 3, 2, 1]

const mouths: Readonly<Record<Level, SVGTemplateResult>> = {
  5: svg`<path d="M30 57h40c3 0 4.5 2.6 3.6 5C70 72 61 78 50 78s-20-6-23.6-16c-.9-2.4.6-5 3.6-5z" fill="#fff"/>`,
  4: svg`<path d="M32 62c8 11.5 28 11.5 36 0"/>`,
  3: svg`<path d="M33 67h34"/>`,
  2: svg`<path d="M34 72c7-9 25-9 32 0"/>`,
  1: svg`<path d="M31 78c7-17 31-17 38 0"/>`
}

/** A face that says its level by its mouth; a word stands beside it, so readers pass over it. */
export function face (level: Level): TemplateResult {
  return html`<svg class="face face-${level}" viewBox="0 0 100 100" aria-hidden="true" focusable="false">
    <circle cx="50" cy="50" r="50" fill="currentColor"/>
    <circle cx="34" cy="41" r="6" fill="#fff"/><circle cx="66" cy="41" r="6" fill="#fff"/>
    <g fill="none" stroke="#fff" stroke-width="6" stroke-linecap="round">${mouths[level]}</g>
  </svg>`
}

/** For a death or a funeral: the level as bars, without a face and without colour. */
export function soberSign (level: Level): TemplateResult {
  return html`<svg class="sober" viewBox="0 0 100 40" aria-hidden="true" focusable="false">
    ${[1, 2, 3, 4, 5].map(bar => svg`<rect x=${bar * 20 - 17} y="6" width="14" height="28" rx="4" fill=${bar <= level ? 'currentColor' : 'none'} stroke="currentColor" stroke-width="2.5"/>`)}
  </svg>`
}

export const faces = css`
  .face { display: block; }
  .face-5 { color: var(--moi-rating-5); }
  .face-4 { color: var(--moi-rating-4); }
  .face-3 { color: var(--moi-rating-3); }
  .face-2 { color: var(--moi-rating-2); }
  .face-1 { color: var(--moi-rating-1); }
  .sober { display: block; color: var(--moi-text-second); }
`
