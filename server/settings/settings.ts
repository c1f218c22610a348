import { isAbsolute, resolve } from 'node:path'
import { inBoth, startTexts } from '../../common/i18n/start.ts'

/** One entry makes the type, the reading of the environment and the table in docs/operating.md. */
interface Setting<Value> {
  readonly about: string
  readonly read: (text: string | undefined) => Value
}

function setting<Value> (about: string, read: (text: string | undefined) => Value): Setting<Value> {
  return { about, read }
}

const text = (value: string | undefined): string | undefined => value?.trim() || undefined

export const settingsTable = {
  MOISO_HOST: setting('Address to listen on (0.0.0.0); with 127.0.0.1 only this machine can open it', value => text(value) ?? '0.0.0.0'),
  MOISO_PORT: setting('Port (8080; 0 = any free one)', value => wholeNumber('MOISO_PORT', text(value) ?? '8080', 0, 65_535)),
  MOISO_DATA: setting('Folder with everything to back up (./var)', value => absolute(text(value) ?? 'var')),
  DATABASE_URL: setting('`sqlite:FILE` (MOISO_DATA/moiso.db)', text),
  MOISO_ADMIN_PASSWORD: setting('First password of `admin`; unset: generated, printed once', text),
  MOISO_SAMPLE_PASSWORD: setting('One password for the sample staff, never valid for `admin`; unset: generated, printed once', text),
  MOISO_SAMPLE_PIN: setting('One PIN of six digits for the sample staff, never valid for `admin`; unset: generated, printed once', value => sixDigits('MOISO_SAMPLE_PIN', text(value))),
  MOISO_PRINTER: setting('The kiosk\'s printer: `tcp://HOST:9100`, `usb:/dev/usb/lp0`, `serial:/dev/ttyUSB0`, `file:DIR` or `virtual:` (virtual:); `?profile=generic-58` for 58 mm paper', value => text(value) ?? 'virtual:'),
  MOISO_DESK_PRINTER: setting('The printer at the guide\'s desk, addressed the same way: prints what staff ask for, and for the kiosk while its printer cannot, and the other way round (none)', text),
  MOISO_SEED: setting('`sample`, `none`, or a JSON file like samples/office.json, read into an empty folder only (sample)', value => text(value) ?? 'sample'),
  MOISO_ALWAYS_OPEN: setting('1 ignores office hours, 0 keeps them (1 in trial mode, else 0)', value => text(value) === undefined ? undefined : yesOrNo('MOISO_ALWAYS_OPEN', text(value))),
  MOISO_NOW: setting('Test clock: ISO time at start, then runs on; refused once the office is confirmed', value => instant('MOISO_NOW', text(value))),
  MOISO_PUBLIC_URL: setting('What QR codes point to, `http://HOST`; on a confirmed office a slip carries a QR only if this or MOISO_GUEST_WIFI is set', value => webAddress('MOISO_PUBLIC_URL', text(value))),
  MOISO_GUEST_WIFI: setting('Name of a guest Wi-Fi from which the pages can be reached; slips then carry a QR and name it (none)', value => networkName('MOISO_GUEST_WIFI', text(value))),
  MOISO_TLS_CERT: setting('Certificate file for https', text),
  MOISO_TLS_KEY: setting('Key file for https', text),
  MOISO_TRUST_PROXY: setting('1 behind one proxy of your own that sets X-Forwarded-*', value => yesOrNo('MOISO_TRUST_PROXY', text(value)))
} as const satisfies Record<string, Setting<unknown>>

type Table = typeof settingsTable
export type Settings = { readonly [Name in keyof Table]: ReturnType<Table[Name]['read']> }

/** The settings as rows of a Markdown table: docs/operating.md holds exactly these. */
export function settingsRows (): string[] {
  return Object.entries(settingsTable).map(([name, { about }]) => `| \`${name}\` | ${about} |`)
}

/** Reads the settings from an environment. Throws one sentence naming the variable that is wrong. */
export function readSettings (environment: Readonly<Record<string, string | undefined>>): Settings {
  return Object.fromEntries(Object.entries(settingsTable).map(([name, { read }]) => [name, read(environment[name])])) as Settings
}

/** The database file that the settings name. */
export function databaseFile (settings: Settings): string {
  const url = settings.DATABASE_URL
  if (url === undefined) return resolve(settings.MOISO_DATA, 'moiso.db')
  if (url.startsWith('sqlite:')) return absolute(url.slice('sqlite:'.length))
  throw new Error(`DATABASE_URL: only sqlite:FILE is understood by this version, not "${url.split(':')[0]}:"`)
}

function wholeNumber (name: string, value: string, least: number, most: number): number {
  const number = Number(value)
  if (!Number.isInteger(number) || number < least || number > most) throw new Error(`${name}: ${inBoth(startTexts, 'number', { least, most, value })}`)
  return number
}

function instant (name: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined
  const at = Date.parse(value)
  if (Number.isNaN(at)) throw new Error(`${name}: an ISO time such as 2026-11-23T08:00:00+07:00 is needed, not "${value}"`)
  return at
}

function yesOrNo (name: string, value: string | undefined): boolean {
  if (value === undefined || value === '0') return false
  if (value === '1') return true
  throw new Error(`${name}: 1 or 0 is needed, not "${value}"`)
}

function sixDigits (name: string, value: string | undefined): string | undefined {
  if (value !== undefined && !/^[0-9]{6}$/.test(value)) throw new Error(`${name}: ${inBoth(startTexts, 'pin')}`)
  return value
}

/** Without a slash at its end. */
function webAddress (name: string, value: string | undefined): string | undefined {
  if (value === undefined) return undefined
  if (!/^https?:\/\/[^/\s]+/.test(value) || !URL.canParse(value)) throw new Error(`${name}: ${inBoth(startTexts, 'address', { value })}`)
  return value.replace(/\/+$/, '')
}

/** What a network may be called (IEEE 802.11): a longer name is another one, and a code with it leads nowhere. */
const mostNameBytes = 32

function networkName (name: string, value: string | undefined): string | undefined {
  const bytes = Buffer.byteLength(value ?? '')
  if (bytes > mostNameBytes) throw new Error(`${name}: ${inBoth(startTexts, 'wifi', { most: mostNameBytes, bytes })}`)
  return value
}

function absolute (path: string): string {
  return isAbsolute(path) ? path : resolve(path)
}
