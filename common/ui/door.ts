import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit'
import type { Principal, SignedIn, SignIn } from '../contract/access.ts'
import type { Office } from '../contract/office.ts'
import { may, type Deed } from '../contract/permissions.ts'
import { commonTexts } from '../i18n/common.ts'
import { roleTexts } from '../i18n/roles.ts'
import { signInTexts } from '../i18n/sign-in.ts'
import type { Api } from './api.ts'
import { Speaking } from './language.ts'
import { notFor } from './not-for.ts'
import './notice.ts'
import './sign-in.ts'
import { rememberUse, type StaffNamed } from './staff-names.ts'

type DoorHost = ReactiveControllerHost & EventTarget
type Step = 'checking' | 'unreached' | 'signIn' | 'notFor' | 'inside' | 'notOut'

/** The door of a page of staff: who is here, and signing in and out. Nothing of the former person is kept but the username among those last used. */
export class Door implements ReactiveController {
  me?: Principal
  office?: Office
  private step: Step = 'checking'
  private sending = false
  private wrong = ''
  private isAgain = false
  private names: readonly StaffNamed[] = []
  private readonly host: DoorHost
  private readonly api: Pick<Api, 'get' | 'post' | 'remove'>
  private readonly entered: (me: Principal) => void
  private readonly deeds: readonly Deed[]
  private readonly text: Speaking<keyof typeof signInTexts.vi>
  private readonly common: Speaking<keyof typeof commonTexts.vi>
  private readonly role: Speaking<keyof typeof roleTexts.vi>

  /** `deeds`: whoever may do none of them is told for whom the page is, and stays outside. */
  constructor (host: DoorHost, api: Pick<Api, 'get' | 'post' | 'remove'>, entered: (me: Principal) => void, deeds: readonly Deed[] = []) {
    this.host = host
    this.api = api
    this.entered = entered
    this.deeds = deeds
    this.text = new Speaking(host, signInTexts)
    this.common = new Speaking(host, commonTexts)
    this.role = new Speaking(host, roleTexts)
    host.addController(this)
  }

  hostConnected (): void { void this.check() }

  get isInside (): boolean { return this.step === 'inside' }

  /** What stands before whoever is not inside: `heading` says to what, `ended` what is kept where a session ended by itself. */
  outside (heading: string, ended: string): TemplateResult {
    if (this.step === 'unreached') return html`<moi-notice heading=${this.text.say('unreached.title')} words=${this.wrong} action=${this.common.say('retry')} @moi-action=${this.check}></moi-notice>`
    if (this.step === 'signIn') return html`<moi-sign-in heading=${heading} ended=${this.isAgain ? ended : ''} ?trial=${this.office?.trial} ?sending=${this.sending} wrong=${this.wrong} .names=${this.names} @moi-sign-in=${this.signIn}></moi-sign-in>`
    if (this.step === 'notFor' && this.me) return notFor(this.role, this.me, this.deeds, () => void this.signOut())
    if (this.step === 'notOut') return html`<moi-notice heading=${this.text.say('notOut.title')} words=${this.text.say('notOut.hint')} action=${this.common.say('retry')} @moi-action=${() => void this.signOut()}></moi-notice>`
    return html`<moi-notice heading=${this.common.say('loading')}></moi-notice>`
  }

  /** The session ended by itself. */
  shut (): void {
    this.isAgain = this.me !== undefined
    this.openDoor()
  }

  async signOut (): Promise<void> {
    const signedOut = await this.api.remove('/session')
    // The cookie is still good: whoever comes next would be in by a reload.
    if (!signedOut.ok) return this.go('notOut')
    this.me = undefined
    this.isAgain = false
    this.openDoor()
  }

  private readonly check = async (): Promise<void> => {
    this.go('checking')
    void this.askOffice()
    const session = await this.api.get<SignedIn>('/session')
    if (session.ok) return this.enter(session.value.principal)
    const isStranger = session.error.status === 401
    this.wrong = isStranger ? '' : session.error.detail
    if (isStranger) this.openDoor()
    else this.go('unreached')
  }

  private readonly signIn = async (event: CustomEvent<SignIn>): Promise<void> => {
    this.sending = true
    // The same "no" once more is news, too.
    this.wrong = ''
    this.host.requestUpdate()
    const signed = await this.api.post<SignedIn>('/session', event.detail)
    this.sending = false
    this.wrong = signed.ok ? '' : signed.error.detail
    if (!signed.ok) return this.host.requestUpdate()
    rememberUse(event.detail.username)
    this.enter(signed.value.principal)
  }

  private openDoor (): void {
    this.go('signIn')
    void this.askNames()
  }

  /** Without them everybody types a username. */
  private async askNames (): Promise<void> {
    const names = await this.api.get<{ readonly items: readonly StaffNamed[] }>('/session/names')
    if (names.ok) this.names = names.value.items
    this.host.requestUpdate()
  }

  private enter (me: Principal): void {
    this.me = me
    this.isAgain = false
    this.wrong = ''
    if (this.deeds.length > 0 && !this.deeds.some(deed => may(me, deed))) return this.go('notFor')
    this.entered(me)
    this.go('inside')
  }

  private async askOffice (): Promise<void> {
    const office = await this.api.get<Office>('/office')
    if (office.ok) this.office = office.value
    this.host.requestUpdate()
  }

  private go (step: Step): void {
    this.step = step
    this.host.requestUpdate()
  }
}
