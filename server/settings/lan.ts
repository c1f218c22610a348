import { networkInterfaces } from 'node:os'
import type { Address } from '../ports/address.ts'

/** Asking the machine for its addresses is slow, and they seldom change. */
const askEveryMs = 60_000

const everywhere = ['0.0.0.0', '::']

/** Where people find a server that listens on that host: there, or anywhere on this machine (then undefined). */
export function hostListenedOn (host: string): string | undefined {
  if (everywhere.includes(host)) return undefined
  return host.includes(':') ? `[${host}]` : host
}

/** Whether only this machine itself can reach such a host. */
export function isLoopback (host: string): boolean {
  return /^(localhost|127(\.\d+){1,3}|\[?::1\]?)$/i.test(host)
}

/** This machine's address on the hall's network as it was at most a minute ago, or localhost where it has none. */
export function lanAddressOver (now: () => number): () => string {
  let address = lanAddress()
  let askedAt = now()
  return () => {
    if (Math.abs(now() - askedAt) > askEveryMs) {
      address = lanAddress()
      askedAt = now()
    }
    return address
  }
}

function lanAddress (): string {
  const addresses = Object.values(networkInterfaces()).flatMap(list => list ?? [])
  return addresses.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? 'localhost'
}

/** What the office has declared of the way to its pages. */
export interface Declared {
  readonly publicUrl?: string | undefined
  /** The name of a guest network from which this machine can be reached. */
  readonly wifi?: string | undefined
}

/**
 * Where citizens' phones find the office. In trial mode the LAN address does; afterwards a slip carries a QR only if
 * the office has said how its pages are reachable: by an address of its own, or through a guest network, which the
 * slip then names (CONTRACT.md, MOISO_PUBLIC_URL).
 */
export function addressOf ({ publicUrl, wifi }: Declared, here: () => string, offices: () => readonly string[]): Address {
  const url: Address['url'] = (office, path) => `${publicUrl ?? here()}${offices().length > 1 ? `/o/${office}` : ''}${path}`
  return {
    url,
    onPaper: (office, path, trial) => trial || publicUrl !== undefined || wifi !== undefined
      ? { url: url(office, path), ...wifi !== undefined && { wifi } }
      : {}
  }
}
