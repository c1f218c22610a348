/** Whether a printer's connection stands. `up` only once the printer has answered on it. */
export type Connection =
  | { readonly state: 'unwanted' }
  | { readonly state: 'opening', readonly failures: number }
  | { readonly state: 'up' }
  | { readonly state: 'resting', readonly failures: number }
  | { readonly state: 'stopped' }

/** `down`: refused, unanswered or lost, whichever it was. */
export type ConnectionEvent = 'want' | 'up' | 'down' | 'rested' | 'stop'

/** What is to be done about an event. */
export type ConnectionDeed = 'nothing' | 'open' | 'rest' | 'close'

export interface ConnectionMove { readonly connection: Connection, readonly deed: ConnectionDeed }

/** Where an event leads. Events that do not belong to the state (an old connection ending) change nothing. */
export function moveConnection (connection: Connection, event: ConnectionEvent): ConnectionMove {
  if (event === 'stop' && connection.state !== 'stopped') return { connection: { state: 'stopped' }, deed: 'close' }
  switch (connection.state) {
    case 'unwanted': return event === 'want' ? { connection: { state: 'opening', failures: 0 }, deed: 'open' } : stay(connection)
    case 'opening': return event === 'up' ? { connection: { state: 'up' }, deed: 'nothing' } : event === 'down' ? rest(connection.failures) : stay(connection)
    case 'up': return event === 'down' ? rest(0) : stay(connection)
    case 'resting': return event === 'rested' ? { connection: { state: 'opening', failures: connection.failures }, deed: 'open' } : stay(connection)
    case 'stopped': return stay(connection)
  }
}

/** The pause a resting connection takes. */
export function pauseMs (failures: number, backoffMs: readonly number[]): number {
  return backoffMs[Math.min(failures, backoffMs.length) - 1] ?? 0
}

function stay (connection: Connection): ConnectionMove {
  return { connection, deed: 'nothing' }
}

function rest (failures: number): ConnectionMove {
  return { connection: { state: 'resting', failures: failures + 1 }, deed: 'rest' }
}
