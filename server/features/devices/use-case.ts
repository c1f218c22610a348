import { refuse, type Refusal } from '../../domain/refusal.ts'
import { ok, type Result } from '../../domain/result.ts'
import type { Instant } from '../../domain/time.ts'
import { failureLimit } from '../../http/failures.ts'
import { digest } from '../../http/principals.ts'
import type { Chance, Clock } from '../../ports/clock.ts'
import type { Device, DeviceKind } from '../../ports/directory.ts'
import type { Store } from '../../ports/store.ts'

interface Coded { readonly device: Device, readonly code: string, readonly expiresAt: Instant }

export interface Pairing {
  readonly add: (office: string, wish: { readonly kind: DeviceKind, readonly name: string, readonly counter?: number }) => Promise<Coded>
  readonly renew: (office: string, id: string) => Promise<Coded | undefined>
  /** Uses a code up; `from` is who is guessing. */
  readonly pair: (code: string, from: string) => Promise<Result<{ readonly device: Device, readonly office: string, readonly token: string }, Refusal>>
}

/** ASVS 6.5.4–5: short-lived, single use, few tries. */
const codeMs = 10 * 60_000

export function pairingUseCase (store: Store, clock: Clock, chance: Chance): Pairing {
  const limit = failureLimit({ tries: 10, windowSeconds: codeMs / 1000 })
  const fresh = () => {
    const code = chance.code()
    const expiresAt = clock.now() + codeMs
    return { code, expiresAt, pairing: { codeHash: digest(code), expiresAt } }
  }
  return {
    add: async (office, wish) => {
      const { code, expiresAt, pairing } = fresh()
      const device: Device = { id: chance.id('dv'), ...wish }
      await store.directory.addDevice(office, device, pairing)
      return { device, code, expiresAt }
    },
    renew: async (office, id) => {
      const { code, expiresAt, pairing } = fresh()
      if (!await store.directory.setPairing(office, id, pairing)) return undefined
      const device = (await store.directory.devices(office)).find(device => device.id === id)
      return device && { device, code, expiresAt }
    },
    pair: async (code, from) => {
      const wait = await limit.take(from)
      if (wait !== undefined) return refuse({ code: 'TOO_MANY_REQUESTS', retryAfterSeconds: wait })
      const token = chance.token()
      const paired = await store.directory.pair(digest(code.replace(/[\s-]/g, '').toUpperCase()), digest(token), clock.now())
      if (paired.outcome === 'paired') {
        await limit.giveBack(from)
        return ok({ device: paired.device, office: paired.office, token })
      }
      return refuse({ code: paired.outcome === 'expired' ? 'TOKEN_EXPIRED' : 'PAIRING_CODE_UNKNOWN' })
    }
  }
}
