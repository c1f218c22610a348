import { css, html, LitElement, nothing, svg } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { encode } from 'uqr'

/** A QR code drawn as one path, always dark on white: readers of old phones want it so. */
@customElement('moi-code')
export class Code extends LitElement {
  static override styles = css`
    :host { display: block; background: #FFFFFF; }
    svg { display: block; width: 100%; height: 100%; }
  `

  @property() value = ''
  @property() label = ''

  override render () {
    if (!this.value) return nothing
    const { size, data } = encode(this.value, { ecc: 'M', border: 4 })
    const path = data.flatMap((row, y) => row.map((isDark, x) => isDark ? `M${x} ${y}h1v1h-1z` : '')).join('')
    return html`<svg viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges" role="img" aria-label=${this.label}>${svg`<path fill="#000000" d=${path}/>`}</svg>`
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-code': Code } }
