import { inBoth, startTexts } from '../common/i18n/start.ts'
import type { PrinterStatus } from './ports/slip-printer.ts'
import { nearest } from './settings/nearest.ts'
import { settingsTable, type Settings } from './settings/settings.ts'

const settingOf = (name: string) => name === 'desk' ? 'MOISO_DESK_PRINTER' : 'MOISO_PRINTER'

/** One line for each printer: which, where, what kind; of one made of software also that no paper comes out. */
export function printerLines (printers: readonly PrinterStatus[], settings: Pick<Settings, 'MOISO_PRINTER' | 'MOISO_DESK_PRINTER'>): string[] {
  return printers.map(({ name, label, isVirtual }) => {
    const setting = settingOf(name)
    // What follows the question mark is how to treat it, not where it is.
    const place = settings[setting]?.split('?')[0] ?? ''
    const wish = isVirtual ? `; ${inBoth(startTexts, 'virtual.set', { setting }, ' / ')}` : ''
    return `${inBoth(startTexts, name === 'desk' ? 'printer.desk' : 'printer.kiosk', {}, ' / ')}: ${place} – ${label}${wish}`
  })
}

/** Read by the scripts that drive a browser, not by the server. */
const knownElsewhere = ['MOISO_CHROMIUM']

/** A line for each variable that looks like a setting and is none: mistyped, it would be passed over in silence. */
export function unreadLines (environment: Readonly<Record<string, string | undefined>>): string[] {
  const known = Object.keys(settingsTable)
  const unread = Object.keys(environment).filter(name => name.startsWith('MOISO_') && !known.includes(name) && !knownElsewhere.includes(name))
  return unread.map(name => {
    const meant = nearest(name, known)
    return meant !== undefined
      ? inBoth(startTexts, 'unread', { name, meant }, ' / ')
      : inBoth(startTexts, 'unread.known', { name, known: known.join(', ') }, ' / ')
  })
}
