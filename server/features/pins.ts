import { hash, verify } from '@node-rs/argon2'
import { isWeakPin } from '../domain/pin.ts'
import { refuse, type Refusal } from '../domain/refusal.ts'
import { ok, type Result } from '../domain/result.ts'
import { failureLimit } from '../http/failures.ts'
import type { Person, Role } from '../ports/directory.ts'
import type { Principal } from '../ports/principal.ts'
import type { Store } from '../ports/store.ts'

/** A PIN as it was typed, and the screen it was typed on. */
export interface TypedPin { readonly office: string, readonly pin: string, readonly from: string }

/** PINs of the office's people: set by each for himself, typed at kiosks and shared screens. */
export interface Pins {
  /** Refuses WEAK_PIN also for a colleague's: a PIN names one person, and which one is nobody's business. Ten in a quarter of an hour, or one's own would be set until it meets a colleague's. */
  readonly set: (principal: Principal, wish: { readonly password: string, readonly pin: string }) => Promise<Result<null, Refusal>>
  /** Whose PIN it is, among those of these roles. After five wrong ones a screen waits until the minute is over, after ten in a quarter of an hour all of the office's. */
  readonly whose: (typed: TypedPin, roles: readonly Role[]) => Promise<Result<Person, Refusal>>
}

export function pinsUseCase ({ directory }: Pick<Store, 'directory'>): Pins {
  const tries = failureLimit({ tries: 10, windowSeconds: 15 * 60 })
  const guesses = failureLimit({ tries: 5, windowSeconds: 60 })
  // Whoever walks from kiosk to kiosk guesses no more often than whoever stays.
  const guessesInOffice = failureLimit({ tries: 10, windowSeconds: 15 * 60 })

  // One after the other: two colleagues who choose the same six digits at the same moment would both be given them.
  const inTurn = oneByOne()

  return {
    set: async (principal, { password, pin }) => {
      if (principal.kind !== 'staff') return refuse({ code: 'NOT_ALLOWED' })
      const account = `${principal.office}/${principal.id}`
      const wait = await tries.take(account)
      if (wait !== undefined) return refuse({ code: 'TOO_MANY_REQUESTS', retryAfterSeconds: wait })
      const own = (await directory.people(principal.office)).find(({ id }) => id === principal.id)
      if (!own || !await verify(own.passwordHash, password)) return refuse({ code: 'WRONG_PASSWORD' })
      if (isWeakPin(pin)) {
        await tries.giveBack(account)
        return refuse({ code: 'WEAK_PIN' })
      }
      // From here on the answer tells something of colleagues, also where it is yes: the try stays counted.
      return inTurn(async () => {
        const colleagues = (await directory.people(principal.office)).filter(({ id }) => id !== own.id)
        if ((await holders(colleagues, pin)).length > 0) return refuse({ code: 'WEAK_PIN' })
        await directory.setPin(principal.office, own.id, await hash(pin))
        return ok(null)
      })
    },
    whose: async ({ office, pin, from }, roles) => {
      const screen = `${office}/${from}`
      const wait = await guesses.take(screen) ?? await guessesInOffice.take(office)
      if (wait !== undefined) return refuse({ code: 'TOO_MANY_REQUESTS', retryAfterSeconds: wait })
      const meant = (await directory.people(office)).filter(({ role }) => roles.includes(role))
      const [holder] = (await holders(meant, pin)).sort((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role))
      if (!holder) return refuse({ code: 'WRONG_PIN' })
      await Promise.all([guesses.giveBack(screen), guessesInOffice.giveBack(office)])
      return ok(holder)
    }
  }
}

function oneByOne (): <Done>(deed: () => Promise<Done>) => Promise<Done> {
  let latest: Promise<unknown> = Promise.resolve()
  return deed => {
    const mine = latest.then(deed)
    latest = mine.catch(() => {})
    return mine
  }
}

/** All are looked at whatever is found, so that the time tells nothing. More than one only while sample staff share theirs. */
async function holders (people: readonly Person[], pin: string): Promise<Person[]> {
  const fits = await Promise.all(people.map(async ({ pinHash }) => pinHash !== undefined && await verify(pinHash, pin)))
  return people.filter((_, place) => fits[place])
}
