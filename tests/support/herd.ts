import http from 'node:http'
import type { BoardShot, LiveFact } from '../../common/contract/live.ts'
import { LiveView } from '../../common/ui/live.ts'
import { openWire } from '../../common/ui/wire.ts'
import { followBoard } from '../../display/board/follow.ts'

/** One board's own code, without the drawing, and what it went through. */
export interface HerdBoard {
  readonly view: LiveView<'board'>
  /** Revs of the facts it put on its picture, in order. */
  readonly applied: number[]
  /** When its line came up, by `performance.now()`. */
  readonly connectedAt: number[]
  /** When it last put a fact on its picture. */
  appliedAt: number
}

export interface Herd {
  readonly boards: readonly HerdBoard[]
  readonly areLive: () => boolean
  /** Every board's picture, numbers of revision and clock aside, without repetitions. */
  readonly pictures: () => readonly string[]
  readonly close: () => void
}

/** Many boards in one process: the code that runs in the browser, with an address and a cookie as it would have there. */
export function openHerd (url: string, cookie: string, amount: number): Herd {
  const goHome = actAsBrowser(url, cookie)
  const boards = Array.from({ length: amount }, openBoard)
  return {
    boards,
    areLive: () => boards.every(({ view }) => view.state.status === 'live'),
    pictures: () => [...new Set(boards.map(({ view }) => view.state.shot ? pictureOf(view.state.shot) : 'nothing'))],
    close: () => {
      for (const { view } of boards) view.stop()
      goHome()
    }
  }
}

/** What is on a board's wall, as text to compare. */
export function pictureOf ({ office, calls, missed, waiting, counters }: BoardShot): string {
  const present = counters.map(({ number, state, ticket }) => [number, state, ticket?.number, ticket?.state])
  return JSON.stringify([office.name, calls.map(({ ticket, counter, state, call }) => [ticket.number, counter, state, call.repeat]), missed.map(({ number }) => number), waiting, present])
}

function openBoard (): HerdBoard {
  const applied: number[] = []
  const connectedAt: number[] = []
  const follow = {
    ...followBoard,
    fact: (shot: BoardShot, fact: LiveFact) => {
      applied.push(fact.rev)
      board.appliedAt = performance.now()
      return followBoard.fact(shot, fact)
    }
  }
  const view = new LiveView<'board'>({
    as: 'board', watch: { view: 'board' }, follow,
    open: (as, events) => openWire(as, { ...events, connected: () => { connectedAt.push(performance.now()); events.connected() } })
  }, () => undefined)
  const board: HerdBoard = { view, applied, connectedAt, appliedAt: 0 }
  view.start()
  return board
}

/** Node has neither the page's address nor its cookie. */
function actAsBrowser (url: string, cookie: string): () => void {
  const request = http.request
  const withCookie = (options: http.RequestOptions, ...rest: unknown[]) => request({ ...options, headers: { ...options.headers as http.OutgoingHttpHeaders, cookie } }, ...rest as [])
  Object.assign(http, { request: withCookie })
  Object.assign(globalThis, { location: new URL('/board', url) })
  return () => {
    Object.assign(http, { request })
    Reflect.deleteProperty(globalThis, 'location')
  }
}
