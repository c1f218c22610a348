import { networkInterfaces } from 'node:os'
import type { Address } from '../ports/address.ts'

/** Asking the machine for its addresses is slow, and they seldom change. */
const askEveryMs = 60_000

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

/**
 * Where citizens' phones find the office. In trial mode the LAN address does; afterwards a slip carries
 * a QR only if the office has said where its pages are reachable (CONTRACT.md, MOISO_PUBLIC_URL).
 */
export function addressOf (publicUrl: string | undefined, here: () => string, offices: () => readonly string[]): Address {
  return {
    url: (office, path) => `${publicUrl ?? here()}${offices().length > 1 ? `/o/${office}` : ''}${path}`,
    onPaper: trial => trial || publicUrl !== undefined
  }
}
