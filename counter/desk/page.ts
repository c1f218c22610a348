import { html, LitElement } from 'lit'
import { customElement } from 'lit/decorators.js'
import { deskTexts } from '../../common/i18n/desk.ts'
import { Api } from '../../common/ui/api.ts'
import { Door } from '../../common/ui/door.ts'
import { language, languageFromAddress, Speaking } from '../../common/ui/language.ts'
import './desk.ts'
import { Memory } from './memory.ts'

/** From the door to the desk. */
@customElement('moi-desk-page')
export class DeskPage extends LitElement {
  private readonly door = new Door(this, new Api('staff'), me => this.entered(me.id), ['watch-floor'])
  private readonly text = new Speaking(this, deskTexts)
  /** Here, because signing in again must not cost what was chosen. */
  private memory = new Memory()
  private last?: string

  protected override createRenderRoot () { return this }

  override connectedCallback (): void {
    super.connectedCallback()
    language.set(languageFromAddress())
  }

  override render () {
    const { door: { me, isInside } } = this
    if (!isInside || !me) return this.door.outside(this.text.say('signIn'), this.text.say('signIn.ended'))
    return html`<moi-desk .me=${me} .memory=${this.memory} @moi-signed-out=${() => this.door.shut()} @moi-sign-out=${this.signOut}></moi-desk>`
  }

  /** Another person begins anew. */
  private entered (me: string): void {
    if (this.last !== undefined && this.last !== me) this.memory = new Memory()
    this.last = me
  }

  private readonly signOut = async (): Promise<void> => {
    await this.door.signOut()
    this.memory = new Memory()
    document.title = this.text.say('title.door')
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-desk-page': DeskPage } }
