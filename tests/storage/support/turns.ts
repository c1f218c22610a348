import { randomBytes } from 'node:crypto'
import type { Officer } from '../../../server/domain/counter.ts'
import type { Day } from '../../../server/domain/day.ts'
import type { Fact } from '../../../server/domain/fact.ts'
import { closeCounter, openCounter } from '../../../server/domain/lease.ts'
import { registerPaper, type PaperBlock } from '../../../server/domain/paper-numbers.ts'
import type { Refusal } from '../../../server/domain/refusal.ts'
import { ok, type Result } from '../../../server/domain/result.ts'
import { cancelTicket, hold, returnTicket, transfer, type TransferWish } from '../../../server/domain/sending.ts'
import { callChosen, callNext, finish, miss, recall, start, type AtCounter } from '../../../server/domain/serving.ts'
import { takeTicket, type TicketWish } from '../../../server/domain/ticketing.ts'
import { undo } from '../../../server/domain/undoing.ts'
import type { Ticket } from '../../../server/domain/ticket.ts'
import type { Alongside, Decided, Once, Store, Turned } from '../../../server/ports/store.ts'
import { monday9 } from './office.ts'

export const office = 'mau-son-ha'
export const id = (prefix: string) => `${prefix}_${randomBytes(12).toString('hex')}`

export const officers: Record<number, Officer> = {
  1: { id: 'p1', version: 1, name: 'Nguyễn Thị An', title: 'Công chức tư pháp' },
  2: { id: 'p2', version: 1, name: 'Trần Văn Bình', title: 'Công chức hộ tịch' }
}

const said = (number: string) => ({ vi: `Mời số ${number}`, en: `Number ${number}` })
export const tools = {
  wording: { announcement: ({ number }: { number: string }) => said(number), sound: ({ number }: { number: string }) => said(number), why: (_: string, number: string) => said(number) },
  newId: () => id('cl')
}

export interface Done { readonly ticket?: string, readonly number?: string }

/** A decision of the domain as a turn's; answers with the ticket that its first fact names. */
export function decided (facts: Result<readonly Fact[], Refusal>, alongside: (facts: readonly Fact[]) => readonly Alongside[] = () => []): Result<Decided<Done>, Refusal> {
  if (!facts.ok) return facts
  const ticket = facts.value.flatMap(fact => 'ticket' in fact ? [fact.ticket] : [])[0]
  return ok({ facts: facts.value, alongside: alongside(facts.value), answer: () => ({ ...ticket && { ticket: ticket.id, number: ticket.number } }) })
}

export const kiosk = { by: 'kiosk:k1', isAlone: true } as const

export function issue (store: Store, wish: Partial<TicketWish> & { readonly at?: number, readonly once?: Once, readonly office?: string } = {}): Promise<Result<Turned<Done>, Refusal>> {
  const { at = monday9, once, office: where = office, ...asked } = wish
  return store.turn(where, day => decided(takeTicket(day, { field: 'CT', ...asked }, id('tk'), kiosk, Math.max(at, day.lastAt)), withToken), once)
}

export const withToken = (facts: readonly Fact[]): readonly Alongside[] => facts.flatMap(fact => fact.type === 'ticket:issued'
  ? [{ kind: 'token' as const, ticket: fact.ticket.id, token: id('token'), language: 'vi' }]
  : [])

/** Three paper numbers are written down, the next that nobody has: one waits, one was served, one was called in vain. */
export function writePaper (store: Store, block: Partial<PaperBlock> = {}, at = monday9): Promise<Result<Turned<Done>, Refusal>> {
  return store.turn(office, day => {
    const first = 1901 + (day.onPaper.get('CT')?.length ?? 0)
    const now = Math.max(at, day.lastAt)
    const outcomes = [{ number: String(first + 1), state: 'served' }, { number: String(first + 2), state: 'absent' }] as const
    return decided(registerPaper(day, { field: 'CT', from: String(first), to: String(first + 2), since: now - 40 * 60_000, outcomes, ...block }, () => id('tk'), 'staff:p9', now), withToken)
  })
}

type Act = (day: Day, act: AtCounter) => Result<readonly Fact[], Refusal>

export function atCounter (store: Store, counter: number, act: Act, at = monday9): Promise<Result<Turned<Done>, Refusal>> {
  return store.turn(office, day => decided(act(day, { counter, holder: `s${counter}`, by: `staff:p${counter}`, at: Math.max(at, day.lastAt) })))
}

export const open = (store: Store, counter: number) => atCounter(store, counter, (day, act) => openCounter(day, act, officers[counter] as Officer))
export const close = (store: Store, counter: number) => atCounter(store, counter, closeCounter)
export const next = (store: Store, counter: number) => atCounter(store, counter, (day, act) => callNext(day, act, tools))
export const again = (store: Store, counter: number) => atCounter(store, counter, (day, act) => recall(day, act, tools))
export const begin = (store: Store, counter: number) => atCounter(store, counter, start)
export const gone = (store: Store, counter: number) => atCounter(store, counter, miss)
export const end = (store: Store, counter: number, outcome?: string) => atCounter(store, counter, (day, act) => finish(day, act, outcome === undefined ? {} : { outcome }))
export const away = (store: Store, counter: number, minutes?: number) => atCounter(store, counter, (day, act) => hold(day, act, { reason: 'bản chính', ...minutes !== undefined && { minutes } }))
export const send = (store: Store, counter: number, wish: TransferWish) => atCounter(store, counter, (day, act) => transfer(day, act, wish))
export const takeBack = (store: Store, counter: number, at?: number) => atCounter(store, counter, undo, at)
export const choose = (store: Store, counter: number, which: (day: Day) => Ticket | undefined) =>
  atCounter(store, counter, (day, act) => callChosen(day, act, { ticket: which(day)?.id ?? '', reason: 'người già yếu' }, tools))

/** Something that befalls an open ticket. */
export function onTicket (store: Store, which: (day: Day) => Ticket | undefined, act: typeof cancelTicket | typeof returnTicket, at = monday9): Promise<Result<Turned<Done>, Refusal>> {
  return store.turn(office, day => decided(act(day, which(day)?.id ?? '', 'staff:p9', Math.max(at, day.lastAt))))
}
export const giveUp = (store: Store, which: (day: Day) => Ticket | undefined) => onTicket(store, which, cancelTicket)
export const comeBack = (store: Store, which: (day: Day) => Ticket | undefined, at?: number) => onTicket(store, which, returnTicket, at)
export const inState = (state: Ticket['state']) => (day: Day) => day.tickets.list.find(ticket => ticket.state === state)
