import { io, type Socket } from 'socket.io-client'
import type { ClientEvents, LiveFact, ServerEvents, Watch } from '../../common/contract/live.ts'
import type { Pass, ServerAddress } from './line.ts'

/** Listens for tickets that a counter may call. */
export interface Ear {
  /** How many it has heard of so far. */
  readonly count: () => number
  /** Resolves as soon as more than `count` have been heard of, or after `ms`: a line may be down, so everybody looks up now and then. */
  readonly more: (count: number, ms: number) => Promise<void>
  readonly close: () => void
}

const comeBackMs = 300

/** Watches a view as an officer's console does; comes back by itself, also where the server has moved. */
export function openEar (url: ServerAddress, pass: Pass, watch: Watch, fields: ReadonlySet<string>): Ear {
  let heard = 0
  let wake = () => {}
  let closed = false
  let socket: Socket<ServerEvents, ClientEvents> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  const ring = () => { heard++; wake() }
  const comeBack = () => {
    socket?.off().disconnect()
    clearTimeout(timer)
    if (!closed) timer = setTimeout(connect, comeBackMs).unref()
  }
  function connect (): void {
    const line: Socket<ServerEvents, ClientEvents> = socket = io(`${typeof url === 'string' ? url : url()}/live`, {
      transports: ['websocket'], forceNew: true, reconnection: false, extraHeaders: { ...pass }, auth: pass['moiso-as'] === undefined ? {} : { as: pass['moiso-as'] }
    })
    // What came meanwhile is not asked for: one look at the queue finds it.
    line.on('connect', () => line.emit('watch', watch, ring))
    line.on('fact', (fact: LiveFact) => { if (fact.type === 'ticket:issued' && fields.has(fact.ticket.field)) ring() })
    line.on('disconnect', comeBack)
    line.on('connect_error', comeBack)
  }
  connect()

  return {
    count: () => heard,
    more: async (count, ms) => {
      if (heard > count) return
      await new Promise<void>(resolve => {
        const timer = setTimeout(resolve, ms)
        wake = () => { clearTimeout(timer); resolve() }
      })
      wake = () => {}
    },
    close: () => {
      closed = true
      clearTimeout(timer)
      socket?.off().disconnect()
      wake()
    }
  }
}
