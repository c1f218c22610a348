import { randomBytes, randomInt } from 'node:crypto'
import { isWeakPin } from '../domain/pin.ts'
import type { Chance } from '../ports/clock.ts'

/** The machine's own randomness. */
export const chance: Chance = {
  id: prefix => `${prefix}_${randomBytes(12).toString('base64url')}`,
  token: () => randomBytes(18).toString('base64url'),
  // Eight digits (26 bits): typed on a kiosk's number pad.
  code: () => String(randomInt(100_000_000)).padStart(8, '0')
}

/** A first password that a person reads off a screen once: no letters that look alike. */
export function firstPassword (): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
  return Array.from({ length: 12 }, () => letters[randomInt(letters.length)]).join('').replace(/(.{4})(?!$)/g, '$1-')
}

/** A first PIN: any that its owner might have chosen. */
export function firstPin (): string {
  for (;;) {
    const pin = String(randomInt(1_000_000)).padStart(6, '0')
    if (!isWeakPin(pin)) return pin
  }
}
