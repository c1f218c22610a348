import { processId } from './encode/compose.ts'
import { askHealth } from './health.ts'
import { wordsOf, type FinishedSlip, type Outcome, type PrintFault, type PrintOptions } from './outcome.ts'
import { confirmedProcess, createReplyReader, type Reply } from './replies.ts'
import { type PrinterAdapter } from './transports/adapter.ts'

export interface LinkTimes {
  /** From the first byte to the printer's confirmation. A ticket takes half a second to two. */
  readonly confirmMs: number
  /** One answer to DLE EOT. */
  readonly statusMs: number
}

export const linkTimes: LinkTimes = { confirmMs: 15_000, statusMs: 1000 }

type Sent = Pick<FinishedSlip, 'bytes' | 'processNumber'>

/** What happens to a job that is under way, whichever comes first. */
type Happening =
  | { readonly type: 'confirmed' }
  | { readonly type: 'ended', readonly fault: Error | undefined }
  | { readonly type: 'late' }
  | { readonly type: 'stopped' }

/**
 * Sends one job over one fresh connection, waits for the printer's own word that it is on paper, and closes.
 * Never throws for anything a printer or a network does: that is the outcome.
 */
export async function sendJob (adapter: PrinterAdapter, slip: Sent, options: PrintOptions & { times?: LinkTimes, confirms?: boolean } = {}): Promise<Outcome> {
  const line = listen(adapter, processId(slip.processNumber))
  try {
    return await converse(adapter, line, slip, { ...options, times: options.times ?? linkTimes })
  } finally {
    await new Promise<void>(resolve => { adapter.close(() => { resolve() }) })
  }
}

async function converse (adapter: PrinterAdapter, line: Line, slip: Sent, options: PrintOptions & { times: LinkTimes, confirms?: boolean }): Promise<Outcome> {
  const refused = await opened(adapter)
  if (refused) return unsent('unreachable', refused)
  if (options.signal?.aborted) return unsent('stopping')
  try {
    await options.beforeFirstByte?.()
  } catch (error) {
    return unsent('not-recorded', error)
  }
  if (line.hasEnded()) return unsent('closed')
  const handedOver = handOver(adapter, slip.bytes)
  const happening = await firstOf(line, options, handedOver.done)
  return judge(happening, handedOver.isDone(), adapter, line, options.times)
}

function unsent (fault: PrintFault, why?: unknown): Outcome {
  return { state: 'unsent', fault, ...(why === undefined ? {} : { detail: wordsOf(why) }) }
}

/** All bytes handed over and the connection whole: unconfirmed. Anything less: unknown. */
async function judge (happening: Happening, isHandedOver: boolean, adapter: PrinterAdapter, line: Line, times: LinkTimes): Promise<Outcome> {
  switch (happening.type) {
    case 'confirmed': return { state: 'printed', confirmedBy: 'process-id' }
    case 'stopped': return { state: isHandedOver ? 'unconfirmed' : 'unknown', fault: 'stopping' }
    case 'ended': return happening.fault || !isHandedOver
      ? { state: 'unknown', fault: 'broken', ...(happening.fault ? { detail: wordsOf(happening.fault) } : {}) }
      : { state: 'unconfirmed', fault: 'closed' }
    case 'late': {
      const detail = await askHealth(adapter, line.nextStatus, times.statusMs)
      return { state: isHandedOver ? 'unconfirmed' : 'unknown', fault: isHandedOver ? 'silent' : 'stalled', ...(detail ? { detail } : {}) }
    }
  }
}

function opened (adapter: PrinterAdapter): Promise<Error | undefined> {
  return new Promise(resolve => { adapter.open(error => { resolve(error ?? undefined) }) })
}

/** `done` says only that our side let go of the bytes; a write that fails also ends the connection, which is heard there. */
function handOver (adapter: PrinterAdapter, bytes: Uint8Array) {
  let isDone = false
  const done = new Promise<void>(resolve => {
    adapter.write(bytes, error => { if (!error) { isDone = true; resolve() } })
  })
  return { done, isDone: () => isDone }
}

async function firstOf (line: Line, { times, signal, confirms = true }: PrintOptions & { times: LinkTimes, confirms?: boolean }, handedOver: Promise<void>): Promise<Happening> {
  let timer: NodeJS.Timeout | undefined
  let onAbort: (() => void) | undefined
  const late = new Promise<Happening>(resolve => { timer = setTimeout(resolve, times.confirmMs, { type: 'late' }) })
  const stopped = new Promise<Happening>(resolve => {
    onAbort = () => { resolve({ type: 'stopped' }) }
    if (signal?.aborted) onAbort()
    signal?.addEventListener('abort', onAbort)
  })
  // A printer that cannot confirm is not waited for longer than our side needs.
  const enough = confirms ? [] : [handedOver.then((): Happening => ({ type: 'late' }))]
  try {
    return await Promise.race([line.confirmed, line.ended, late, stopped, ...enough])
  } finally {
    clearTimeout(timer)
    if (onAbort) signal?.removeEventListener('abort', onAbort)
  }
}

interface Line {
  readonly confirmed: Promise<Happening>
  readonly ended: Promise<Happening>
  hasEnded (): boolean
  /** The next answer to a DLE EOT: its byte. */
  nextStatus (): Promise<number>
}

/** Listens from before the connection is open; only answers on this connection count for this job. */
function listen (adapter: PrinterAdapter, expected: string): Line {
  const statusListeners: ((byte: number) => void)[] = []
  let confirm: (happening: Happening) => void
  const confirmed = new Promise<Happening>(resolve => { confirm = resolve })
  const onReply = (reply: Reply) => {
    if (confirmedProcess(reply) === expected) confirm({ type: 'confirmed' })
    if (reply.type === 'status') statusListeners.shift()?.(reply.byte)
  }
  adapter.read(createReplyReader(onReply))
  let hasEnded = false
  const ended = new Promise<Happening>(resolve => {
    adapter.onEnd(fault => { hasEnded = true; resolve({ type: 'ended', fault }) })
  })
  return { confirmed, ended, hasEnded: () => hasEnded, nextStatus: () => new Promise(resolve => { statusListeners.push(resolve) }) }
}
