import type { TrialScreen } from '../../../common/contract/access.ts'
import type { Office } from '../../domain/office.ts'
import { refuse, type Refusal } from '../../domain/refusal.ts'
import { ok, type Result } from '../../domain/result.ts'
import { digest, type CookieKind } from '../../http/principals.ts'
import type { Chance, Clock } from '../../ports/clock.ts'
import type { Live } from '../../ports/live.ts'
import type { DeviceKind } from '../../ports/directory.ts'
import { actorOf, type Principal } from '../../ports/principal.ts'
import type { Store } from '../../ports/store.ts'
import type { OfficeTurn } from '../office-turn.ts'
import { openSession, trialPrefix } from '../sessions.ts'

interface Opened { readonly kind: CookieKind, readonly token: string, readonly path: string }

export interface Trial {
  readonly open: (office: Office, wish: TrialScreen) => Promise<Result<Opened, Refusal>>
  /** An administrator confirms the office; it cannot be taken back. */
  readonly end: (principal: Principal) => Promise<Result<unknown, Refusal>>
}

export interface TrialNeeds { readonly store: Store, readonly clock: Clock, readonly chance: Chance, readonly turn: OfficeTurn, readonly live: Live }

/** A newcomer's way in without codes and passwords. Never opens the administrator's account. */
export function trialUseCase ({ store, clock, chance, turn, live }: TrialNeeds): Trial {
  return {
    open: async (office, { screen, counter }) => {
      if (office.confirmed) return refuse({ code: 'TRIAL_OVER' })
      if ((screen === 'console' || screen === 'rating') && (counter === undefined || !office.duties.has(counter))) return refuse({ code: 'NOT_FOUND' })
      return screen === 'console' ? openConsole(office, counter as number) : openDevice(office, screen, counter)
    },
    end: async principal => {
      const ended = await turn(principal.office, (day, at) => ok({
        facts: day.office.confirmed ? [] : [{ type: 'setting:changed', at, by: actorOf(principal), settings: ['confirmed'] }],
        alongside: [{ kind: 'confirmed' }],
        answer: () => null
      }))
      if (ended.ok) await endTrialRights(principal.office)
      return ended
    }
  }

  /** Nobody keeps a right that they were given without a code or a password. */
  async function endTrialRights (office: string): Promise<void> {
    const { directory } = store
    const devices = (await directory.devices(office)).filter(({ id }) => id.startsWith(trialPrefix.device))
    for (const { id } of devices) await directory.removeDevice(office, id, clock.now())
    const sessions = await directory.closeSessions(office, trialPrefix.session)
    for (const id of devices.map(({ id }) => `device:${id}`).concat(sessions.map(session => `session:${session}`))) live.cut(id)
  }

  async function openConsole (office: Office, counter: number): Promise<Result<Opened, Refusal>> {
    const person = await store.directory.person(office.id, `quay${counter}`)
    if (person?.role !== 'officer') return refuse({ code: 'NOT_FOUND' })
    return ok({ kind: 'staff', token: await openSession(store, clock, chance, { office: office.id, person: person.id, kind: trialPrefix.session }), path: `/counter?n=${counter}` })
  }

  async function openDevice (office: Office, kind: DeviceKind, counter: number | undefined): Promise<Result<Opened, Refusal>> {
    const token = chance.token()
    const code = { codeHash: digest(chance.token()), expiresAt: clock.now() + 60_000 }
    const device = { id: chance.id(trialPrefix.device), kind, name: `${kind}${counter ?? ''} (dùng thử)`, ...kind === 'rating' && counter !== undefined && { counter } }
    await store.directory.addDevice(office.id, device, code)
    await store.directory.pair(code.codeHash, digest(token), clock.now())
    return ok({ kind, token, path: kind === 'rating' ? `/rating/${counter}` : `/${kind}` })
  }
}
