import { type Command } from './commands.ts'
import { autoStatus, concerns, isOffline, offlineCauses, queuedPaperStatus, type How } from './status.ts'

/** One connection, and what it asked to be told. */
export interface Client {
  readonly say: (bytes: Uint8Array) => void
  /** The mask of GS a; 0: nothing is pushed. */
  autoStatus: number
  /** 1: a word when the printer goes offline; 2: with the causes. */
  offlineResponse: number
  hasEnded: boolean
}

export function newClient (say: Client['say']): Client {
  return { say, autoStatus: 0, offlineResponse: 0, hasEnded: false }
}

/** Answers a command whose turn has come, as far as the printer's knobs let it answer. */
export function answer (client: Client, command: Command, how: How): void {
  switch (command.type) {
    case 'initialise':
      if (how.initialiseEndsAutoStatus) client.autoStatus = 0
      break
    case 'process':
      if (how.processId === 'answered') client.say(block(0x37, Uint8Array.of(0x22, ...command.id)))
      break
    case 'statusQuery':
      if (how.queuedStatus && command.which <= 2) client.say(Uint8Array.of(command.which === 1 ? queuedPaperStatus(how) : 0))
      break
    case 'identity':
      client.say(identity(command.which, how))
      break
    case 'offlineResponse':
      if (how.offlineResponse) client.offlineResponse = command.mode
      break
    case 'autoStatus':
      if (!how.autoStatus) break
      client.autoStatus = command.mask
      if (command.mask > 0) client.say(autoStatus(how))
      break
    case 'align': case 'feedDots': case 'feedLines': case 'units': case 'picture': case 'store': case 'printStored': case 'cut': case 'ignored': case 'letter':
      break
  }
}

/** Tells each client what it asked to be told of a change. */
export function tell (clients: Iterable<Client>, before: How, after: How): void {
  const [old, present] = [autoStatus(before), autoStatus(after)]
  const wentOffline = !isOffline(before) && isOffline(after)
  for (const client of clients) {
    if (concerns(client.autoStatus, old, present)) client.say(present)
    if (wentOffline && client.offlineResponse > 0) client.say(block(0x37, Uint8Array.of(0x23, ...client.offlineResponse === 2 ? offlineCauses(after) : [])))
  }
}

function block (head: number, content: Uint8Array): Uint8Array {
  return Uint8Array.of(head, ...content, 0)
}

/** GS I: firmware, maker, model, serial number. */
function identity (which: number, { maker, model }: How): Uint8Array {
  const text = maker && { 65: '1.00', 66: maker, 67: model, 68: '0001' }[which]
  return text ? block(0x5f, Buffer.from(text, 'latin1')) : Uint8Array.of()
}
