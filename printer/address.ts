import { fileURLToPath } from 'node:url'
import { isAbsolute, resolve } from 'node:path'
import { printerUrlTexts } from '../common/i18n/slip.ts'
import { fill, type Blanks } from '../common/i18n/texts.ts'
import { defaultProfile, profileNamed, profileNames, type PrinterProfile } from './profiles/profiles.ts'
import { serialBauds, serialFlows, type Device } from './transports/device-protocol.ts'

/** Thrown for an address no printer can be opened at; the message says why in Vietnamese and in English. */
export class PrinterUrlError extends Error {
  override readonly name = 'PrinterUrlError'
}

/** Where a printer is. */
export type Place =
  | { readonly type: 'tcp', readonly host: string, readonly port: number }
  | { readonly type: 'device', readonly device: Device }
  | { readonly type: 'file', readonly folder: string }
  | { readonly type: 'virtual' }

const rawPort = 9100
const mostPort = 65_535
const usualBaud = '115200'
const usualFlow = 'rtscts'

/**
 * Where a printer's address leads and what is known of the printer there: `tcp://HOST[:9100]`, `usb:/dev/usb/lp0`,
 * `serial:/dev/ttyUSB0[?baud=115200&flow=rtscts]`, `file:DIR` or `virtual:`, each with an optional `profile=NAME`.
 * Throws PrinterUrlError.
 */
export function parsePrinterUrl (url: string): { place: Place, profile: PrinterProfile } {
  const [address = '', ...query] = url.trim().split('?')
  const { profile: name = defaultProfile, ...rest } = Object.fromEntries(new URLSearchParams(query.join('?')))
  const place = placeOf(address, rest)
  if (!place) throw refused('unreadable', { url })
  const profile = profileNamed(name)
  if (!profile) throw refused('profile', { url, profile: name, known: profileNames.join(', ') })
  return { place, profile }
}

type Wishes = Readonly<Record<string, string>>

function placeOf (address: string, wishes: Wishes): Place | undefined {
  if (/^serial:/i.test(address)) return serialOf(address.slice('serial:'.length), wishes)
  if (Object.keys(wishes).length > 0) return undefined
  if (/^virtual:$/i.test(address)) return { type: 'virtual' }
  if (/^file:/i.test(address)) return folderOf(address)
  if (/^usb:/i.test(address)) return deviceOf(address.slice('usb:'.length))
  return /^tcp:/i.test(address) ? hostOf(address) : undefined
}

function deviceOf (path: string, serial?: Device['serial']): Place | undefined {
  return isAbsolute(path) ? { type: 'device', device: { path, ...(serial ? { serial } : {}) } } : undefined
}

function serialOf (path: string, { baud = usualBaud, flow = usualFlow, ...rest }: Wishes): Place | undefined {
  const wanted = { baud: serialBauds.find(known => String(known) === baud), flow: serialFlows.find(known => known === flow) }
  if (!wanted.baud) throw refused('baud', { baud, known: serialBauds.join(', ') })
  if (!wanted.flow) throw refused('flow', { flow, known: serialFlows.join(', ') })
  return Object.keys(rest).length === 0 ? deviceOf(path, { baud: wanted.baud, flow: wanted.flow }) : undefined
}

function folderOf (address: string): Place | undefined {
  const path = address.slice('file:'.length)
  if (!path.replace(/^\/\//, '')) throw refused('folder', { url: address })
  try {
    return { type: 'file', folder: path.startsWith('//') ? fileURLToPath(address) : resolve(path) }
  } catch {
    return undefined
  }
}

function hostOf (address: string): Place | undefined {
  const wished = /^tcp:\/\/[^/]+:([^:/\]]+)\/?$/i.exec(address)?.[1]
  if (wished !== undefined && !isPort(wished)) throw refused('port', { port: wished, usual: rawPort })
  if (!URL.canParse(address)) return undefined
  const { hostname, port, pathname, username, hash } = new URL(address)
  if (!hostname || username || hash || !['', '/'].includes(pathname)) return undefined
  return { type: 'tcp', host: hostname.replace(/^\[(.*)\]$/, '$1'), port: port === '' ? rawPort : Number(port) }
}

function isPort (text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= mostPort
}

function refused (key: keyof typeof printerUrlTexts.vi, blanks: Blanks): PrinterUrlError {
  return new PrinterUrlError(`${fill(printerUrlTexts.vi[key], blanks)}\n${fill(printerUrlTexts.en[key], blanks)}`)
}
