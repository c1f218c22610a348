import { resolve } from 'node:path'
import { cellOf, conditions, deeds, everybody, type Deed, type Who } from '../../common/contract/permissions.ts'
import { permissionTexts } from '../../common/i18n/permissions.ts'
import { roleTexts } from '../../common/i18n/roles.ts'
import { speaker, type Language } from '../../common/i18n/texts.ts'
import type { DeclaredRoute } from '../../server/http/permitting.ts'
import { deedOfView } from '../../server/live/views.ts'

export const docsPath = resolve(import.meta.dirname, '../../docs/permissions.md')

const marks = 'abcdefghijklmnopqrstuvwxyz'
const markOf = (condition: typeof conditions[number]) => marks.charAt(conditions.indexOf(condition))
const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
const inBoth = (say: (language: Language) => string) => `${say('vi')} · ${say('en')}`

/** The one table of permissions as a page to read. */
export function permissionsPage (routes: readonly DeclaredRoute[]): string {
  return [
    '# Ai được làm gì · Who may do what',
    '',
    'Made by `node scripts/permissions.ts` from `common/contract/permissions.ts`, the one table that HTTP, live views and screens ask; a test compares. Do not edit here.',
    '',
    '● được · may; trống · empty: không · may not; chữ cái · a letter: được nếu · may if:',
    '',
    ...conditions.map(condition => `- ${markOf(condition)}: ${inBoth(language => speaker(permissionTexts, language)(`if.${condition}`))}`),
    '',
    row(['Việc · deed', 'code', ...everybody.map(who => inBoth(language => nameOf(who, language)))]),
    row(['---', '---', ...everybody.map(() => ':-:')]),
    ...deeds.map(deed => row([inBoth(language => speaker(permissionTexts, language)(`deed.${deed}`)), `\`${deed}\``, ...everybody.map(who => shownCell(who, deed))])),
    '',
    '## Yêu cầu và màn hình nào · By which requests and views',
    '',
    row(['code', 'requests', 'views']),
    row(['---', '---', '---']),
    ...deeds.map(deed => row([`\`${deed}\``, requestsFor(deed, routes), viewsFor(deed)])),
    ''
  ].join('\n')
}

function shownCell (who: Who, deed: Deed): string {
  const cell = cellOf(who, deed)
  if (typeof cell === 'string') return markOf(cell)
  return cell ? '●' : ''
}

function nameOf (who: Who, language: Language): string {
  const say = speaker(roleTexts, language)
  const [kind, role] = who.split(':') as [Exclude<Who, `key:${string}`>, 'officer' | undefined]
  return role === undefined ? say(`who.${kind}`) : say('who.key', { role: say(`who.${role}`) })
}

function requestsFor (deed: Deed, routes: readonly DeclaredRoute[]): string {
  return routes.filter(route => route.deeds.includes(deed) && route.method !== 'HEAD').map(({ method, url }) => `\`${method} ${url.replace(/^\/api\/v1/, '')}\``).join(', ')
}

function viewsFor (deed: Deed): string {
  return Object.entries(deedOfView).filter(([, watched]) => watched === deed).map(([view]) => `\`${view}\``).join(', ')
}
