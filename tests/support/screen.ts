import type { AddressInfo } from 'node:net'
import { io, type Socket } from 'socket.io-client'
import type { ClientEvents, LiveFact, ServerEvents, ShotOf, Signal, Tick, View, Watched, WatchOf } from '../../common/contract/live.ts'
import type { Asking, TestOffice } from './office.ts'

export interface Screen {
  readonly socket: Socket<ServerEvents, ClientEvents>
  readonly facts: LiveFact[]
  readonly signals: Signal[]
  readonly ticks: Tick[]
  readonly watch: <V extends View>(watch: WatchOf<V>) => Promise<Watched<ShotOf[V]>>
  /** Waits until a predicate on what was heard holds. */
  readonly heard: (what: (screen: Screen) => boolean) => Promise<void>
  readonly close: () => void
}

export async function listen (office: TestOffice): Promise<number> {
  await office.app.listen({ host: '127.0.0.1', port: 0 })
  return (office.app.server.address() as AddressInfo).port
}

/** A socket of a browser with that asker's cookie or key. */
export function openScreen (port: number, who?: Asking, more: Readonly<Record<string, string>> = {}, prefix = ''): Screen {
  const headers = { ...who?.headers, ...more }
  const socket: Socket<ServerEvents, ClientEvents> = io(`http://127.0.0.1:${port}/live`, { path: `${prefix}/socket.io`, transports: ['websocket'], extraHeaders: headers, auth: { as: headers['moiso-as'] }, reconnection: false, forceNew: true })
  const screen: Screen = {
    socket, facts: [], signals: [], ticks: [],
    watch: watch => socket.timeout(5000).emitWithAck('watch', watch as never) as never,
    heard: what => new Promise((resolve, reject) => {
      const giveUp = setTimeout(() => reject(new Error('not heard within 5 s')), 5000)
      const look = setInterval(() => {
        if (!what(screen)) return
        clearInterval(look)
        clearTimeout(giveUp)
        resolve()
      }, 5)
    }),
    close: () => { socket.close() }
  }
  socket.on('fact', fact => { screen.facts.push(fact) })
  socket.on('signal', signal => { screen.signals.push(signal) })
  socket.on('tick', tick => { screen.ticks.push(tick) })
  return screen
}
