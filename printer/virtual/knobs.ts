/**
 * Everything about the printer made of software that a person, a trainer's page or a test may turn while it runs.
 * Turning is immediate; what the printer makes of it follows PRINTING.
 */
export interface Knobs {
  /** Off: what was received and not printed is lost, the sheet under the head is torn. */
  readonly power: 'on' | 'off'
  readonly paper: 'ok' | 'low' | 'out'
  /** Rows of paper until the roll ends; counts down as paper moves, with `paper` following. `null`: a roll without end. */
  readonly rowsLeft: number | null
  readonly cover: 'closed' | 'open'
  /** `jammed`: the next cut fails. `freed`: the blade moves again, but the printer waits for DLE ENQ before it goes on. */
  readonly cutter: 'ok' | 'jammed' | 'freed'
  /** The feed button is held: offline for as long. */
  readonly feedHeld: boolean
  /** The mechanism's speed; a cut takes as long as 60 rows. 0: everything at once. 1200 is 150 mm a second. */
  readonly rowsPerSecond: number
  /** What the line brings; 0: as fast as it can. */
  readonly bytesPerSecond: number
  /** The receive buffer. Full, it reads no more from the connection, so questions behind the picture wait too. */
  readonly bufferBytes: number
  /** `silent`: the connection stands, but nothing passes either way. */
  readonly network: 'ok' | 'silent'
  /** What a client sees of a printer that lost power: `reset` connections, or `silent` ones, which are reset when it is on again. */
  readonly whenOff: 'reset' | 'silent'
  /** A second connection beside the first: `served` too, `refused`, or `waiting` until the first has gone. */
  readonly others: 'served' | 'refused' | 'waiting'
  /**
   * A connection that breaks off inside a picture: the printer `waits` for the rest, swallowing what the next connection
   * sends (as real ones do, PRINTING §2.5), or `forgets` it.
   */
  readonly brokenOff: 'waits' | 'forgets'
  /** DLE EOT is answered. */
  readonly realTimeStatus: boolean
  /** GS a is obeyed: status is pushed at once and on each change. */
  readonly autoStatus: boolean
  /** ESC @ ends pushed status, as some makes have it. */
  readonly initialiseEndsAutoStatus: boolean
  /** GS r 1 is answered. */
  readonly queuedStatus: boolean
  /** GS ( H: process IDs are `answered`, `ignored`, or `printed` as letters by a printer that does not know the command. */
  readonly processId: 'answered' | 'ignored' | 'printed'
  /** GS ( H function 49 is obeyed: a block is pushed when it goes offline. */
  readonly offlineResponse: boolean
  /** What GS I answers: makers are known to lie. Empty: no answer. */
  readonly maker: string
  readonly model: string
}

/** A well-behaved printer that prints at once. */
export const startKnobs: Knobs = {
  power: 'on', paper: 'ok', rowsLeft: null, cover: 'closed', cutter: 'ok', feedHeld: false,
  rowsPerSecond: 0, bytesPerSecond: 0, bufferBytes: 4096,
  network: 'ok', whenOff: 'reset', others: 'served', brokenOff: 'waits',
  realTimeStatus: true, autoStatus: true, initialiseEndsAutoStatus: false, queuedStatus: true, processId: 'answered', offlineResponse: true,
  maker: 'MOISO', model: 'VIRTUAL'
}

/** 7.5 cm before its end a roll is called low. */
const lowRows = 600
/** The longest command or row of a picture: it must lie in the buffer whole. */
const leastBuffer = 256

/** The knobs after a change. A new `paper` without `rowsLeft` is a roll without end; `rowsLeft` alone says what paper there is. */
export function turned (knobs: Knobs, change: Partial<Knobs>): Knobs {
  const next = { ...knobs, ...change }
  return { ...next, ...roll(change), bufferBytes: Math.max(leastBuffer, next.bufferBytes) }
}

function roll ({ paper, rowsLeft }: Partial<Knobs>): Partial<Knobs> {
  if (rowsLeft === undefined) return paper === undefined ? {} : { rowsLeft: null }
  if (paper !== undefined) return {}
  return { paper: rowsLeft === null ? 'ok' : paperAt(rowsLeft, 'ok') }
}

/** The knobs after one more row of paper went through. */
export function oneRowLess (knobs: Knobs): Knobs {
  if (knobs.rowsLeft === null) return knobs
  const rowsLeft = Math.max(0, knobs.rowsLeft - 1)
  return { ...knobs, rowsLeft, paper: paperAt(rowsLeft, knobs.paper) }
}

function paperAt (rowsLeft: number, atLeast: Knobs['paper']): Knobs['paper'] {
  if (rowsLeft <= 0) return 'out'
  return rowsLeft <= lowRows ? 'low' : atLeast
}
