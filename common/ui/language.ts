import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { ByLanguage } from '../contract/basics.ts'
import { fill, type Blanks, type Language, type Texts } from '../i18n/texts.ts'

/** The language of this page: one for the whole screen, so no element has to hand it down. */
class PageLanguage {
  current: Language = 'vi'
  private readonly listeners = new Set<() => void>()

  set (wanted: Language): void {
    if (wanted === this.current) return
    this.current = wanted
    if (typeof document !== 'undefined') document.documentElement.lang = wanted
    for (const listener of this.listeners) listener()
  }

  toggle (): void { this.set(this.current === 'vi' ? 'en' : 'vi') }

  /** Returns what stops the listening. */
  onChange (listener: () => void): () => void {
    this.listeners.add(listener)
    return () => { this.listeners.delete(listener) }
  }
}
export const language = new PageLanguage()

/** `?lang=en` in the page's address. */
export function languageFromAddress (search: string = location.search): Language {
  return new URLSearchParams(search).get('lang') === 'en' ? 'en' : 'vi'
}

/**
 * Says texts of one group in the page's language, and draws its element again when that changes:
 * `private readonly text = new Speaking(this, boardTexts)` … `this.text.say('idle')`.
 */
export class Speaking<Key extends string> implements ReactiveController {
  private readonly host: ReactiveControllerHost
  private readonly group: Texts<Key>
  private stop?: () => void

  constructor (host: ReactiveControllerHost, group: Texts<Key>) {
    this.host = host
    this.group = group
    host.addController(this)
  }

  hostConnected (): void { this.stop = language.onChange(() => this.host.requestUpdate()) }
  hostDisconnected (): void { this.stop?.() }

  get language (): Language { return language.current }
  say (key: Key, blanks?: Blanks): string { return fill(this.group[language.current][key], blanks) }
  /** The office's own names, which come in both languages. */
  of (name: ByLanguage): string { return name[language.current] || name.vi }
}
