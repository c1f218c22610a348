import { io } from 'socket.io-client'
import type { LiveFact, Place, ShotOf, Signal, Tick, View, Watch, Watched } from '../contract/live.ts'
import { officeOf, type Seat } from './place.ts'

/** What a view needs to be named, without where it was left. */
export type WatchOf<V extends View, Any = Watch> = Any extends { view: infer Own } ? V extends Own ? Omit<Any, 'view' | 'after'> & { readonly view: V } : never : never

export interface WireEvents {
  connected (): void
  /** The server turned this browser away; it will not change its mind by itself. */
  refused (code: string): void
  fact (fact: LiveFact): void
  signal (signal: Signal): void
  tick (tick: Tick): void
}

/** The line to the office. Tests put a fake one in its place. */
export interface Wire {
  watch <V extends View> (watch: WatchOf<V> & { after?: Place }): Promise<Watched<ShotOf[V]>>
  reconnect (): void
  close (): void
}

const answerMs = 5000

/**
 * Socket.IO with two gaps closed: it never comes back by itself after the server ended the
 * connection or turned it away, so that is done here, spread out so that a hall does not come back in one instant.
 */
export function openWire (as: Seat | undefined, events: WireEvents): Wire {
  const office = officeOf()
  const socket = io('/live', {
    auth: { ...(as ? { as } : {}), ...(office ? { office } : {}) },
    transports: ['websocket', 'polling'], tryAllTransports: true, forceNew: true,
    reconnectionDelay: 800, reconnectionDelayMax: 4000, randomizationFactor: 0.6
  })
  let timer: ReturnType<typeof setTimeout> | undefined
  const soon = (fromMs: number) => { clearTimeout(timer); timer = setTimeout(() => socket.connect(), fromMs * (0.5 + Math.random())) }
  socket.on('connect', events.connected)
  socket.on('disconnect', () => { if (!socket.active) soon(1500) })
  socket.on('connect_error', error => {
    if (socket.active) return
    // The server names its reason as the message; anything else is trouble that may pass.
    const isCode = /^[A-Z_]+$/.test(error.message)
    if (isCode) events.refused(error.message)
    soon(isCode ? 15_000 : 3000)
  })
  socket.on('fact', events.fact)
  socket.on('signal', events.signal)
  socket.on('tick', events.tick)
  return {
    watch: watch => socket.timeout(answerMs).emitWithAck('watch', watch),
    reconnect: () => { socket.disconnect(); soon(0) },
    close: () => { clearTimeout(timer); socket.off(); socket.disconnect() }
  }
}
