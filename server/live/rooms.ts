import type { Queued, View } from '../../common/contract/live.ts'
import type { MyTicket } from '../../common/contract/ticket.ts'
import type { Range } from '../domain/forecast/range.ts'
import { roomOf, type Watching } from './views.ts'

/** Those who watch the same thing, and the last fact they were sent. */
export interface Room {
  readonly name: string
  readonly office: string
  readonly watching: Watching
  /** Rev of the last fact sent here; what the next one calls `prev`. */
  rev: number
  /** What a ticket's holder was last told. */
  mine?: MyTicket
  /** The range a ticket's holder was last told. */
  foretold?: Range
  /** Those a console was last told of, with their ranges. */
  queued?: readonly Queued[]
  readonly members: Set<unknown>
}

interface Member { readonly data: { room?: string }, readonly join: (room: string) => unknown, readonly leave: (room: string) => unknown }

export interface Rooms {
  /** Moves a socket into the room of what it watches; `rev` is where it stands if nobody was there yet. */
  readonly enter: (socket: Member, office: string, watching: Watching, rev: number) => Room
  readonly leave: (socket: Member) => void
  readonly find: (name: string) => Room | undefined
  readonly of: (office: string) => readonly Room[]
  readonly all: () => Iterable<Room>
  /** View → sockets that watch it. */
  readonly counts: () => Readonly<Record<View, number>>
}

export function createRooms (): Rooms {
  const rooms = new Map<string, Room>()

  function leave (socket: Member): void {
    const room = socket.data.room === undefined ? undefined : rooms.get(socket.data.room)
    if (!room) return
    room.members.delete(socket)
    if (room.members.size === 0) rooms.delete(room.name)
    void socket.leave(room.name)
    delete socket.data.room
  }

  return {
    enter: (socket, office, watching, rev) => {
      leave(socket)
      const name = roomOf(office, watching)
      const room = rooms.get(name) ?? { name, office, watching, rev, members: new Set() }
      rooms.set(name, room)
      room.members.add(socket)
      socket.data.room = name
      void socket.join(name)
      return room
    },
    leave,
    find: name => rooms.get(name),
    of: office => [...rooms.values()].filter(room => room.office === office),
    all: () => rooms.values(),
    counts: () => {
      const counts = { board: 0, kiosk: 0, rating: 0, sign: 0, console: 0, floor: 0, ticket: 0 }
      for (const { watching, members } of rooms.values()) counts[watching.view] += members.size
      return counts
    }
  }
}
