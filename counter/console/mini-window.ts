import { nothing, render, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit'

interface PictureInPicture { requestWindow (size: { width: number, height: number }): Promise<Window> }
declare global { interface Window { documentPictureInPicture?: PictureInPicture } }

const size = { width: 340, height: 280 }

/** How the small window stands: on top of all others, as an ordinary one, or not at all. */
export type MiniKind = 'on-top' | 'popup'
export type Opened = MiniKind | 'blocked'

export interface MiniNeeds {
  /** Undefined: there is nothing to show any more. */
  readonly draw: () => TemplateResult | undefined
  readonly title: () => string
  readonly press: (event: KeyboardEvent) => void
}

/**
 * A second, small window of the same page: what it shows is drawn from here, so that there is one state and no second connection.
 * Document Picture-in-Picture keeps it on top; where the browser has none, or the page came over plain http, it is an ordinary window.
 */
export class MiniWindow implements ReactiveController {
  private readonly host: ReactiveControllerHost
  private readonly needs: MiniNeeds
  private view?: Window

  constructor (host: ReactiveControllerHost, needs: MiniNeeds) {
    this.host = host
    this.needs = needs
    host.addController(this)
  }

  get isOpen (): boolean { return this.view !== undefined && !this.view.closed }

  hostDisconnected (): void { this.close() }
  hostUpdated (): void { this.draw() }

  async open (): Promise<Opened> {
    const [view, kind] = await this.newWindow()
    if (!view) return 'blocked'
    this.furnish(view)
    this.view = view
    this.draw()
    view.focus()
    return kind
  }

  close (): void {
    const { view } = this
    this.view = undefined
    window.removeEventListener('pagehide', this.pageGone)
    if (!view || view.closed) return
    render(nothing, view.document.body)
    view.close()
  }

  private async newWindow (): Promise<[Window | null, MiniKind]> {
    try {
      if (window.documentPictureInPicture) return [await window.documentPictureInPicture.requestWindow(size), 'on-top']
    } catch { /* not allowed here: an ordinary window */ }
    return [window.open('', 'moiso-mini', `popup,width=${size.width},height=${size.height}`), 'popup']
  }

  /** An empty document, dressed as the page is. */
  private furnish (view: Window): void {
    const { document: there } = view
    there.documentElement.lang = document.documentElement.lang
    there.head.replaceChildren(...[...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].map(({ href }) => {
      const link = there.createElement('link')
      link.rel = 'stylesheet'
      link.href = href
      return link
    }))
    there.body.replaceChildren()
    view.addEventListener('keydown', this.needs.press)
    view.addEventListener('pagehide', () => this.gone(view))
    window.addEventListener('pagehide', this.pageGone)
  }

  private readonly pageGone = (): void => this.close()

  private gone (view: Window): void {
    if (this.view !== view) return
    this.view = undefined
    this.host.requestUpdate()
  }

  private draw (): void {
    if (!this.view) return
    const shown = this.needs.draw()
    if (!shown || this.view.closed) return this.close()
    this.view.document.title = this.needs.title()
    render(shown, this.view.document.body)
  }
}
