import { svg, html, type SVGTemplateResult, type TemplateResult } from 'lit'

/** Small drawings. They never stand alone: a word is beside each, so they are hidden from readers. */
const shapes = {
  back: svg`<path d="M15 5l-7 7 7 7"/>`,
  next: svg`<path d="M9 5l7 7-7 7"/>`,
  check: svg`<path d="M4.5 12.5l5 5 10-11"/>`,
  search: svg`<circle cx="10.5" cy="10.5" r="6"/><path d="M15.5 15.5L20.5 20.5"/>`,
  help: svg`<path d="M8.5 9a3.5 3.5 0 1 1 5 3.2c-1 .5-1.5 1.2-1.5 2.3"/><path d="M12 18.6v.1"/>`,
  print: svg`<path d="M7 8V4h10v4M7 17H4V9h16v8h-3"/><path d="M7 14h10v6H7z"/>`,
  warn: svg`<path d="M12 4L2.8 20h18.4z"/><path d="M12 10v5M12 17.6v.1"/>`,
  home: svg`<path d="M4 11l8-7 8 7v9h-5v-6H9v6H4z"/>`,
  close: svg`<path d="M6 6l12 12M18 6L6 18"/>`,
  letter: svg`<path d="M3.5 6h17v12.5h-17z"/><path d="M4 6.5l8 6.5 8-6.5"/>`,
  open: svg`<path d="M14 4h6v6M20 4l-9 9M18 14v6H4V6h6"/>`
} as const satisfies Record<string, SVGTemplateResult>

export function sign (name: keyof typeof shapes): TemplateResult {
  return html`<svg class="sign" viewBox="0 0 24 24" width="1em" height="1em" fill="none" stroke="currentColor" stroke-width="2.2"
    stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">${shapes[name]}</svg>`
}
