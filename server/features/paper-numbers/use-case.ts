import type { PaperNumbers, PaperNumbersNoted, PaperNumbersRequest } from '../../../common/contract/paper-numbers.ts'
import type { Fact } from '../../domain/fact.ts'
import type { Office } from '../../domain/office.ts'
import { registerPaper, reservedNumbers } from '../../domain/paper-numbers.ts'
import { refuse, type Refusal } from '../../domain/refusal.ts'
import { ok, type Result } from '../../domain/result.ts'
import { currentDate } from '../../domain/ticketing.ts'
import { isoAt } from '../../domain/time.ts'
import type { Chance, Clock } from '../../ports/clock.ts'
import { actorOf, type Principal } from '../../ports/principal.ts'
import type { Alongside, Once, Store, Turned } from '../../ports/store.ts'
import type { OfficeTurn } from '../office-turn.ts'

export interface PaperNumbersNeeds {
  readonly store: Pick<Store, 'day' | 'ticketsOn' | 'isTight'>
  readonly turn: OfficeTurn
  readonly chance: Chance
  readonly clock: Clock
}

export interface KeepPaperNumbers {
  /** A field's numbers for an outage, and what became of those that were written down today. */
  readonly read: (office: string, field: string) => Promise<Result<PaperNumbers, Refusal>>
  /** Writes down what was handed out, all or nothing; or only says what that would be. */
  readonly note: (request: PaperNumbersRequest, principal: Principal, once?: Once) => Promise<Result<Turned<PaperNumbersNoted>, Refusal>>
}

export function paperNumbersUseCase ({ store, turn, chance, clock }: PaperNumbersNeeds): KeepPaperNumbers {
  return { read, note }

  async function read (office: string, id: string): Promise<Result<PaperNumbers, Refusal>> {
    const day = await store.day(office)
    const field = day.office.fields.get(id)
    if (!field) return refuse({ code: 'UNKNOWN_FIELD', field: id })
    const date = currentDate(day, clock.now())
    // By its number, not its field: one that was sent on is still this field's paper.
    const tickets = day.onPaper.size === 0 ? [] : await store.ticketsOn(office, date, {})
    const used = tickets.filter(({ paper, number }) => paper && number.startsWith(String(field.digit)))
      .map(({ id: ticket, number, state, issuedAt }) => ({ number, ticket, state, at: isoAt(issuedAt, day.office.timeZone) }))
    return ok({ field: id, serviceDate: date, ...reservedNumbers(day, field), used })
  }

  async function note (request: PaperNumbersRequest, principal: Principal, once?: Once): Promise<Result<Turned<PaperNumbersNoted>, Refusal>> {
    if (await store.isTight()) return refuse({ code: 'STORAGE_FULL' })
    const { since, until, check = false, ...block } = request
    return turn<PaperNumbersNoted>(principal.office, (day, at, wall) => {
      const times = { since: Date.parse(since), ...until !== undefined && { until: Date.parse(until) } }
      const registered = registerPaper(day, { ...block, ...times }, () => chance.id('tk'), actorOf(principal), at, wall)
      if (!registered.ok) return registered
      const facts = registered.value
      const numbers = noted(facts, day.office, !check)
      if (check) return ok({ facts: [], answer: () => ({ registered: false, numbers }) })
      return ok({ facts, alongside: tokens(facts), answer: () => ({ registered: true, numbers }) })
    }, once)
  }

  /** The paper bears no code, but a reprint or a return slip will. */
  function tokens (facts: readonly Fact[]): readonly Alongside[] {
    return facts.flatMap(fact => fact.type === 'ticket:issued' ? [{ kind: 'token' as const, ticket: fact.ticket.id, token: chance.token(), language: 'vi' }] : [])
  }
}

function noted (facts: readonly Fact[], { timeZone }: Office, isWritten: boolean): PaperNumbersNoted['numbers'] {
  const settled = new Map(facts.flatMap(fact => fact.type === 'ticket:settled' ? [[fact.ticket.id, fact.as] as const] : []))
  return facts.flatMap(fact => {
    if (fact.type !== 'ticket:issued') return []
    const { id, number, priority, arrivedAt = fact.at } = fact.ticket
    return [{ number, at: isoAt(arrivedAt, timeZone), state: settled.get(id) ?? 'waiting', priority, ...isWritten && { ticket: id } }]
  })
}
