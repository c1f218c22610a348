import { parseArgs } from 'node:util'
import { printCheckTexts } from '../../common/i18n/print-check.ts'
import { fill, type Blanks } from '../../common/i18n/texts.ts'
import { parsePrinterUrl } from '../../printer/index.ts'

/** What was asked for on the command line. */
export interface Wishes {
  /** The printer's address with the profile that is to be tried. */
  readonly url: string
  readonly prints: boolean
}

/** Throws what is wrong with the line, in both languages; PrinterUrlError for the address. */
export function readWishes (line: readonly string[]): Wishes {
  const { values: { width, profile, 'no-print': noPrint }, positionals: [url, another] } = parsed(line)
  if (!url || another !== undefined) throw said('usage')
  if (width !== undefined && profile !== undefined) throw said('usage.both')
  if (width !== undefined && width !== '80' && width !== '58') throw said('usage.width', { width })
  const name = profile ?? (width && `generic-${width}`)
  const wished = name === undefined ? url : withProfile(url, name)
  parsePrinterUrl(wished)
  return { url: wished, prints: !noPrint }
}

/** An address that names this profile, whatever it named before. */
export function withProfile (url: string, profile: string): string {
  const [address = '', query = ''] = url.trim().split('?')
  const wishes = new URLSearchParams(query)
  wishes.delete('profile')
  wishes.append('profile', profile)
  return `${address}?${wishes.toString()}`
}

function parsed (line: readonly string[]) {
  try {
    return parseArgs({ args: [...line], allowPositionals: true, options: { 'width': { type: 'string' }, 'profile': { type: 'string' }, 'no-print': { type: 'boolean' } } })
  } catch {
    throw said('usage')
  }
}

function said (key: 'usage' | 'usage.both' | 'usage.width', blanks?: Blanks): Error {
  return new Error(`${fill(printCheckTexts.vi[key], blanks)}\n${fill(printCheckTexts.en[key], blanks)}`)
}
