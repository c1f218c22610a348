import { html, LitElement } from 'lit'
import { customElement } from 'lit/decorators.js'
import { Ticking } from '../../common/ui/clock.ts'
import '../../common/ui/clock-face.ts'

@customElement('moi-kiosk-page')
export class KioskPage extends LitElement {
  private readonly clock = new Ticking(this)
  override render () { return html`<main><h1>Mời Số</h1><moi-clock .now=${this.clock.now} dated></moi-clock></main>` }
}

declare global { interface HTMLElementTagNameMap { 'moi-kiosk-page': KioskPage } }
