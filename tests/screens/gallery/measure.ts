import type { Page } from 'playwright-core'

/**
 * What does not fit on the page as it stands: boxes outside the glass, texts cut off by their box.
 * `[data-bounded]` marks a text that is cut on purpose, with an ellipsis.
 */
export function whatDoesNotFit (page: Page, fixed: boolean): Promise<string[]> {
  return page.evaluate(isFixed => {
    const found: string[] = []
    const name = (element: Element) => `${element.localName}${element.className && typeof element.className === 'string' ? '.' + element.className.replace(/ /g, '.') : ''} "${(element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 40)}"`
    const hasText = (element: Element) => [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
    const look = (root: ParentNode): void => {
      for (const element of root.querySelectorAll<HTMLElement>('*')) {
        if (element.shadowRoot) look(element.shadowRoot)
        if (element.closest('[data-bounded], .hidden-visually, svg, noscript')) continue
        const style = getComputedStyle(element)
        const box = element.getBoundingClientRect()
        if (style.display === 'none' || style.visibility === 'hidden' || box.width === 0) continue
        // Letters with two marks stand taller than a tight line: a third of the size is no loss.
        const slack = parseFloat(style.fontSize) * 0.34 + 1
        const scrolls = /auto|scroll/.test(style.overflowY)
        if (style.display !== 'inline' && element.scrollWidth > element.clientWidth + slack && element.clientWidth > 0) found.push(`too wide: ${name(element)}`)
        if (style.display !== 'inline' && !scrolls && element.scrollHeight > element.clientHeight + slack && element.clientHeight > 0) found.push(`too tall: ${name(element)}`)
        if (!hasText(element)) continue
        if (box.right > innerWidth + 1 || box.left < -1) found.push(`beside the glass: ${name(element)}`)
        if (isFixed && (box.bottom > innerHeight + 1 || box.top < -1)) found.push(`below the glass: ${name(element)}`)
      }
    }
    look(document.getElementById('stage')!)
    return found
  }, fixed)
}
