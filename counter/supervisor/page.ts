import { html, LitElement, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { supervisorTexts } from '../../common/i18n/supervisor.ts'
import { Api } from '../../common/ui/api.ts'
import { Door } from '../../common/ui/door.ts'
import { language, languageFromAddress, Speaking } from '../../common/ui/language.ts'
import '../../common/ui/notice.ts'
import './accuracy-page.ts'
import './floor-page.ts'
import './frame.ts'
import { deedOfTab, tabOf, tabsOf, type Tab } from './tabs.ts'
import './top.ts'

/** From the door to the part of the page that is asked for: `#floor` or `#accuracy`. */
@customElement('moi-supervisor-page')
export class SupervisorPage extends LitElement {
  @state() private hash = location.hash
  private readonly door = new Door(this, new Api('staff'), () => {}, Object.values(deedOfTab))
  private readonly text = new Speaking(this, supervisorTexts)

  protected override createRenderRoot () { return this }

  override connectedCallback (): void {
    super.connectedCallback()
    language.set(languageFromAddress())
    window.addEventListener('hashchange', this.turn)
  }

  override disconnectedCallback (): void {
    super.disconnectedCallback()
    window.removeEventListener('hashchange', this.turn)
  }

  override render () {
    const { door: { me, office, isInside } } = this
    if (!isInside || !me) return this.door.outside(this.text.say('signIn'), this.text.say('signIn.ended'))
    const tabs = tabsOf(me)
    const tab = tabOf(this.hash, tabs)
    return html`<div @moi-sign-out=${this.signOut} @moi-signed-out=${() => this.door.shut()}>
      <moi-supervisor-top .office=${office?.name} ?trial=${office?.trial} me=${me.name} .tabs=${tabs} tab=${tab ?? nothing}></moi-supervisor-top>
      <moi-supervisor-frame>${this.seen(tab, tabs)}</moi-supervisor-frame>
    </div>`
  }

  private seen (tab: Tab | undefined, tabs: readonly Tab[]) {
    switch (tab) {
      case 'floor': return html`<moi-floor-page ?counting=${tabs.includes('accuracy')}></moi-floor-page>`
      case 'accuracy': return html`<moi-accuracy-page></moi-accuracy-page>`
      case undefined: return html`<moi-notice heading=${this.text.say('refused')} action=${this.text.say('signOut')} @moi-action=${this.signOut}></moi-notice>`
    }
  }

  private readonly turn = (): void => { this.hash = location.hash }

  private readonly signOut = async (): Promise<void> => {
    await this.door.signOut()
    document.title = this.text.say('title')
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-supervisor-page': SupervisorPage } }
