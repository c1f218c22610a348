import { html, svg, type TemplateResult } from 'lit'

/** Signs that only the kiosk needs, drawn like those of common/ui/signs.ts. */
const shapes = {
  calendar: svg`<path d="M5 6h14v14H5zM5 10.5h14M9 3.5V8M15 3.5V8"/>`,
  plus: svg`<path d="M12 5v14M5 12h14"/>`,
  minus: svg`<path d="M5 12h14"/>`,
  clock: svg`<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5l3.5 2"/>`
} as const

export function kioskSign (name: keyof typeof shapes): TemplateResult {
  return html`<svg class="sign" viewBox="0 0 24 24" width="1em" height="1em" fill="none" stroke="currentColor" stroke-width="2.2"
    stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">${shapes[name]}</svg>`
}
