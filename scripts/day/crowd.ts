import { setTimeout as sleep } from 'node:timers/promises'
import type { Visitor } from './plan.ts'

/** A citizen who has a number, and the token on its slip. */
export interface Guest { readonly visitor: Visitor, readonly token: string }

/** Who stands behind which number. Officers only see numbers. */
export interface Crowd {
  readonly comeIn: (ticket: string, guest: Guest) => void
  /** The guest with that ticket; undefined for a stranger, who took a number at a real kiosk beside the simulation. */
  readonly callUp: (ticket: string) => Promise<Guest | undefined>
}

/** A call may overtake the kiosk's own answer on the network; by then it has arrived. */
const overtakenMs = 1_000

export function gatherCrowd (): Crowd {
  const guests = new Map<string, Guest>()
  const awaited = new Map<string, (guest: Guest) => void>()
  return {
    comeIn: (ticket, guest) => {
      const meet = awaited.get(ticket)
      if (meet) meet(guest)
      else guests.set(ticket, guest)
    },
    callUp: async ticket => {
      const late = new AbortController()
      const guest = guests.get(ticket) ?? await Promise.race([
        new Promise<Guest>(resolve => { awaited.set(ticket, resolve) }),
        sleep(overtakenMs, undefined, { signal: late.signal }).catch(() => undefined)
      ])
      late.abort()
      awaited.delete(ticket)
      guests.delete(ticket)
      return guest
    }
  }
}
