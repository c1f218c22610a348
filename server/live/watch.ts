import { Type, type Static } from 'typebox'
import { Compile } from 'typebox/compile'
import type { LiveFact, ShotOf, Signal, View, Watched } from '../../common/contract/live.ts'
import type { Counter } from '../domain/counter.ts'
import { screenSeconds } from '../domain/rating.ts'
import type { Ticket } from '../domain/ticket.ts'
import { holderOf, type Principal } from '../ports/principal.ts'
import { wireFact } from '../wire/fact.ts'
import { rangeOf } from '../wire/forecast.ts'
import { movedSince } from '../wire/my-ticket.ts'
import { publishedAccuracy } from './accuracy.ts'
import type { Foretelling } from './foretelling.ts'
import { missedSince, type OfficeMemory } from './memory.ts'
import type { LiveNeeds, LiveSocket } from './needs.ts'
import type { Room, Rooms } from './rooms.ts'
import * as shots from './shots.ts'
import { expectedSignals, presentSignals } from './signals.ts'
import { isStaffView, mayWatch, screenRoom, sees, type Watching } from './views.ts'

const after = Type.Optional(Type.Object({ epoch: Type.String({ maxLength: 64 }), rev: Type.Integer({ minimum: 0 }) }, { additionalProperties: false }))
const counter = Type.Integer({ minimum: 1, maximum: 999 })
/** What a socket may ask for: every view there is. */
export const WatchRequest = Type.Union([
  Type.Object({ view: Type.Union([Type.Literal('board'), Type.Literal('kiosk'), Type.Literal('floor')]), after }, { additionalProperties: false }),
  Type.Object({ view: Type.Union([Type.Literal('sign'), Type.Literal('rating'), Type.Literal('console')]), counter, after }, { additionalProperties: false }),
  Type.Object({ view: Type.Literal('ticket'), token: Type.String({ minLength: 16, maxLength: 64 }), after }, { additionalProperties: false })
])
type WatchRequest = Static<typeof WatchRequest>
const watchRequest = Compile(WatchRequest)

interface WatchNeeds extends LiveNeeds {
  readonly offices: ReadonlyMap<string, OfficeMemory>
  readonly rooms: Rooms
  readonly foretell: Pick<Foretelling, 'expected'>
}

type Answer = Watched<ShotOf[View]>
/** `signals` follow the answer: what a replay of facts alone would leave unsaid. */
export interface WatchAnswer { readonly answer: Answer, readonly signals?: readonly Signal[] }
export type AnswerWatch = (socket: LiveSocket, asked: unknown) => Promise<WatchAnswer>

const refused = (code: string): WatchAnswer => ({ answer: { ok: false, code } })

/**
 * Answers `watch`: replays what was missed where that is still at hand, else a snapshot.
 * All reading is done first; the snapshot is then taken and the room entered in one breath,
 * so that no fact falls between them.
 */
export function watchAnswers (needs: WatchNeeds): AnswerWatch {
  const { store, clock, offices, rooms, foretell } = needs
  const accuracyShown = publishedAccuracy(store, clock)

  return async (socket, asked) => {
    if (!watchRequest.Check(asked)) return refused('INVALID_REQUEST')
    const { office, principal } = socket.data
    const memory = offices.get(office)
    const turn = ++socket.data.watches
    const isGone = () => !socket.connected || turn !== socket.data.watches
    const ticket = 'token' in asked ? await store.ticketByToken(office, asked.token) : undefined
    if (!memory || ('token' in asked && !ticket)) return refused('NOT_FOUND')
    const watching = watchingOf(asked, ticket)
    if (!mayWatch(principal, watching)) return refused(principal ? 'NOT_ALLOWED' : 'SIGN_IN_REQUIRED')
    if ('counter' in watching && !memory.day.counters.has(watching.counter)) return refused('NOT_FOUND')
    noteWatching(socket, watching)
    if (asked.after?.epoch === memory.epoch && missedSince(memory, asked.after.rev)) return replay(socket, watching, asked.after.rev, memory, isGone)
    const takeShot = await prepare(office, watching, principal, ticket, memory)
    if (isGone()) return refused('GONE')
    // Before the room is entered: to bring a snapshot up to date those who are there may have to be told something first.
    const snapshot = takeShot({ epoch: memory.epoch, day: memory.day, now: clock.now(), printer: needs.printer, outlook: needs.forecaster?.outlook(office), expected: () => foretell.expected(office) })
    noteTold(rooms.enter(socket, office, watching, memory.day.rev), snapshot)
    return { answer: { ok: true, snapshot } }
  }

  function noteWatching (socket: LiveSocket, watching: Watching): void {
    const { office, principal } = socket.data
    if (watching.view === 'rating' && principal?.kind === 'rating') void socket.join(screenRoom(office, watching.counter))
    if (watching.view === 'console' && principal) needs.presence.heard(holderOf(principal), clock.now())
  }

  async function replay (socket: LiveSocket, watching: Watching, from: number, memory: OfficeMemory, isGone: () => boolean): Promise<WatchAnswer> {
    const { office, principal } = socket.data
    const signals = await presentSignals(watching, {
      store, office, day: memory.day, now: clock.now(), printer: needs.printer, isScreen: principal?.kind === 'rating', presence: needs.presence, today: memory.today,
      outlook: needs.forecaster?.outlook(office), ...needs.forecaster && { forecaster: needs.forecaster }
    })
    if (isGone()) return refused('GONE')
    let prev = from
    const facts = (missedSince(memory, from) ?? []).filter(fact => sees(watching, fact)).map((fact): LiveFact => {
      const shown = wireFact(fact, { epoch: memory.epoch, prev }, memory.day.office.timeZone, isStaffView(watching))
      prev = fact.rev
      return shown
    })
    const expected = expectedSignals(watching, () => foretell.expected(office))
    rooms.enter(socket, office, watching, prev)
    return { answer: { ok: true, facts }, signals: [...signals, ...expected] }
  }

  /** Reads what a view's snapshot needs beside the day, and returns how to take it. */
  async function prepare (office: string, watching: Watching, principal: Principal | undefined, ticket: Ticket | undefined, { today }: OfficeMemory): Promise<(moment: shots.Moment) => ShotOf[View]> {
    switch (watching.view) {
      case 'kiosk': return shots.kioskShot
      case 'floor': return shots.floorShot
      case 'board': {
        const published = await store.published(office)
        const accuracy = await accuracyShown(office)
        return moment => shots.boardShot(moment, published, accuracy)
      }
      case 'sign': return moment => shots.signShot(moment, counterOf(moment, watching.counter))
      case 'rating': {
        const published = await store.published(office)
        const question = principal?.kind === 'rating' ? await store.ratings.questionAt(office, watching.counter, clock.now() - screenSeconds * 1000) : undefined
        return moment => shots.ratingShot(moment, counterOf(moment, watching.counter), published, question)
      }
      case 'console': return moment => shots.consoleShot(moment, {
        counter: counterOf(moment, watching.counter), holder: principal && holderOf(principal), presence: needs.presence,
        today: today.of(moment.day, watching.counter, moment.now)
      })
      case 'ticket': {
        const stored = ticket as Ticket
        const [since, question] = await Promise.all([movedSince(store, office, stored), store.ratings.questionOf(office, stored.id)])
        return moment => shots.ticketShot(moment, moment.day.tickets.get(stored.id) ?? stored, { since, question })
      }
    }
  }
}

/** What the next change is compared with. */
function noteTold (room: Room, snapshot: ShotOf[View]): void {
  if ('mine' in snapshot && typeof snapshot.mine === 'object') {
    room.mine = snapshot.mine
    room.foretold = rangeOf(snapshot.mine.forecast)
  }
  if ('queue' in snapshot) room.queued = snapshot.queue.next
}

function watchingOf (asked: WatchRequest, ticket: Ticket | undefined): Watching {
  if ('token' in asked) return { view: 'ticket', ticket: ticket?.id ?? '' }
  return 'counter' in asked ? { view: asked.view, counter: asked.counter } : { view: asked.view }
}

function counterOf (moment: shots.Moment, number: number): Counter {
  return moment.day.counters.get(number) as Counter
}
