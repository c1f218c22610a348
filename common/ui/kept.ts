import { html, type TemplateResult } from 'lit'

/** A sentence whose clock times stand out, as `<b>`, for a style that keeps a range on one line. */
export function kept (sentence: string): TemplateResult {
  const parts = sentence.split(/(\d\d:\d\d(?:–\d\d:\d\d)?)/)
  return html`${parts.map((part, place) => place % 2 === 1 ? html`<b>${part}</b>` : part)}`
}
