import { fileURLToPath } from 'node:url'
import { resolve } from 'node:path'
import { printerUrlTexts } from '../common/i18n/slip.ts'
import { fill, type Blanks } from '../common/i18n/texts.ts'
import { linkTimes, sendJob, type LinkTimes } from './link.ts'
import { type FinishedSlip, type Outcome, type PrintOptions } from './outcome.ts'
import { defaultProfile, profileNamed, profileNames, type PrinterProfile } from './profiles/profiles.ts'
import { printToFolder } from './transports/file.ts'
import { TcpAdapter, tcpTimes, type TcpTimes } from './transports/tcp.ts'
import { VirtualAdapter } from './transports/virtual.ts'
import { createVirtualPrinter, type VirtualPrinter } from './virtual/printer.ts'

/** A printer ready to take slips. One job at a time: the spooler sees to that. */
export interface Printer {
  readonly name: string
  readonly url: string
  readonly profile: PrinterProfile
  /** The printer made of software behind a `virtual:` address. */
  readonly virtual?: VirtualPrinter
  /** Never rejects for what a printer, a network or a disk does. */
  print (slip: FinishedSlip, options?: PrintOptions): Promise<Outcome>
}

export interface PrinterOptions {
  readonly times?: Partial<LinkTimes & TcpTimes>
  /** Shown as `virtual`; made when absent and asked for. */
  readonly virtual?: VirtualPrinter
}

/** Thrown for an address no printer can be opened at; the message says why in Vietnamese and in English. */
export class PrinterUrlError extends Error {
  override readonly name = 'PrinterUrlError'
}

type Where =
  | { readonly type: 'tcp', readonly host: string, readonly port: number }
  | { readonly type: 'file', readonly folder: string }
  | { readonly type: 'virtual' }

const rawPort = 9100

/**
 * Opens the printer of a MOISO_PRINTER address: `tcp://HOST[:9100]`, `file:DIR` or `virtual:`, each with an optional
 * `?profile=NAME`. Connects to nothing yet. Throws PrinterUrlError.
 */
export function openPrinter (name: string, url: string, options: PrinterOptions = {}): Printer {
  const { where, profile } = parsePrinterUrl(url)
  switch (where.type) {
    case 'tcp': return { name, url, profile, print: tcpPrint(where, profile, options) }
    case 'file': return { name, url, profile, print: (slip, how) => printToFolder(where.folder, slip, how) }
    case 'virtual': {
      const virtual = options.virtual ?? createVirtualPrinter({ widthDots: profile.paper.widthDots })
      return { name, url, profile, virtual, print: (slip, how) => sendJob(new VirtualAdapter(virtual), slip, { ...how, ...link(profile, options) }) }
    }
  }
}

function tcpPrint ({ host, port }: { host: string, port: number }, profile: PrinterProfile, options: PrinterOptions): Printer['print'] {
  const times = { ...tcpTimes, ...options.times }
  return (slip, how) => sendJob(new TcpAdapter(host, port, times), slip, { ...how, ...link(profile, options) })
}

function link (profile: PrinterProfile, options: PrinterOptions): { times: LinkTimes, confirms: boolean } {
  return { times: { ...linkTimes, ...options.times }, confirms: profile.confirms }
}

/** Where an address leads and what is known of the printer there. Throws PrinterUrlError. */
export function parsePrinterUrl (url: string): { where: Where, profile: PrinterProfile } {
  const [address = '', ...query] = url.trim().split('?')
  const wanted = new URLSearchParams(query.join('?'))
  if (/^usb:/i.test(address)) throw refused('usb', { url })
  const where = placeOf(address)
  if (!where || [...wanted.keys()].some(key => key !== 'profile')) throw refused('unreadable', { url })
  const name = wanted.get('profile') ?? defaultProfile
  const profile = profileNamed(name)
  if (!profile) throw refused('profile', { url, profile: name, known: profileNames.join(', ') })
  return { where, profile }
}

function placeOf (address: string): Where | undefined {
  if (/^virtual:$/i.test(address)) return { type: 'virtual' }
  if (/^file:/i.test(address)) return folderOf(address)
  return /^tcp:/i.test(address) ? hostOf(address) : undefined
}

function folderOf (address: string): Where | undefined {
  const path = address.slice('file:'.length)
  if (!path) return undefined
  try {
    return { type: 'file', folder: path.startsWith('//') ? fileURLToPath(address) : resolve(path) }
  } catch {
    return undefined
  }
}

function hostOf (address: string): Where | undefined {
  if (!URL.canParse(address)) return undefined
  const { hostname, port, pathname, username, hash } = new URL(address)
  if (!hostname || username || hash || !['', '/'].includes(pathname)) return undefined
  return { type: 'tcp', host: hostname.replace(/^\[(.*)\]$/, '$1'), port: port === '' ? rawPort : Number(port) }
}

function refused (key: keyof typeof printerUrlTexts.vi, blanks: Blanks): PrinterUrlError {
  return new PrinterUrlError(`${fill(printerUrlTexts.vi[key], blanks)}\n${fill(printerUrlTexts.en[key], blanks)}`)
}
