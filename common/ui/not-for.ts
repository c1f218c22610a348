import { html, type TemplateResult } from 'lit'
import type { Principal } from '../contract/access.ts'
import { cellOf, roles, type Deed } from '../contract/permissions.ts'
import type { roleTexts } from '../i18n/roles.ts'
import type { Speaking } from './language.ts'
import './notice.ts'

/** Tells somebody that a page is not for them, for whom it is, and what to do: whoever may do none of its deeds finds nothing there. */
export function notFor (text: Pick<Speaking<keyof typeof roleTexts.vi>, 'say' | 'language'>, { name, role }: Pick<Principal, 'name' | 'role'>, deeds: readonly Deed[], leave: () => void): TemplateResult {
  const meant = roles.filter(role => deeds.some(deed => cellOf(role, deed) !== false)).map(role => text.say(`who.${role}`))
  const blanks = { roles: new Intl.ListFormat(text.language).format(meant), name, role: role ? text.say(`who.${role}`) : '' }
  return html`<moi-notice heading=${text.say('notFor')} words=${text.say('notFor.hint', blanks)} action=${text.say('notFor.leave')} @moi-action=${leave}></moi-notice>`
}
