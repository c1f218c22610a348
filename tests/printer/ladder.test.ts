import { expect, it } from 'vitest'
import { moveConnection, pauseMs, type Connection, type ConnectionEvent } from '../../printer/link/connection.ts'
import { piecesOf } from '../../printer/link/hand-over.ts'
import { climb, type Rung, type Sign, type Voice } from '../../printer/link/ladder.ts'
import { linkTimes } from '../../printer/link/times.ts'

const speaks: Voice = { confirmation: 'probe', ids: 'untried' }
const signs = {
  piece: { type: 'piece' }, taken: { type: 'taken' }, process: { type: 'process' }, fence: { type: 'fence' }, time: { type: 'time' },
  well: { type: 'health', state: 'ready' }, low: { type: 'health', state: 'paper-low' }, out: { type: 'health', state: 'paper-out' }, nothing: { type: 'health', state: undefined },
  closed: { type: 'ended', fault: undefined }, broken: { type: 'ended', fault: new Error('ECONNRESET') }, stopped: { type: 'stopped' }
} as const satisfies Record<string, Sign>

/** Where a job ends that hears these signs: `printed process-id`, `unknown stalled`, or the rung it waits on. */
function after (heard: readonly (keyof typeof signs)[], voice: Voice = speaks): string {
  const rung = heard.reduce<Rung>((at, sign) => climb(at, signs[sign], voice), { at: 'sending' })
  if (rung.at !== 'settled') return rung.at
  const { outcome } = rung
  return `${outcome.state} ${'confirmedBy' in outcome ? outcome.confirmedBy : outcome.fault}`
}

it('believes the highest word a printer gives', () => {
  expect(after(['piece', 'taken', 'process'])).toBe('printed process-id')
  expect(after(['taken', 'fence', 'process'])).toBe('printed process-id')
  expect(after(['taken', 'fence', 'time'])).toBe('unconfirmed fence')
  expect(after(['taken', 'time', 'process'])).toBe('printed process-id')
  expect(after(['taken', 'time', 'well'])).toBe('unconfirmed status')
  expect(after(['taken', 'time', 'low'])).toBe('unconfirmed status')
})

it('waits behind the fence only for a unit that may name its jobs', () => {
  expect(after(['taken', 'fence'])).toBe('lagging')
  expect(after(['taken', 'fence'], { confirmation: 'probe', ids: 'proven' })).toBe('lagging')
  expect(after(['taken', 'fence'], { confirmation: 'probe', ids: 'never' })).toBe('unconfirmed fence')
  expect(after(['taken', 'fence'], { confirmation: 'fence', ids: 'untried' })).toBe('unconfirmed fence')
})

it('admits what it does not know', () => {
  expect(after(['time'])).toBe('unknown stalled')
  expect(after(['taken', 'time', 'out'])).toBe('unknown silent')
  expect(after(['taken', 'time', 'nothing'])).toBe('unknown silent')
  for (const before of [['piece'], ['taken'], ['taken', 'time']] as const) {
    expect(after([...before, 'broken'])).toBe('unknown broken')
    expect(after([...before, 'closed'])).toBe('unknown closed')
    expect(after([...before, 'stopped'])).toBe('unknown stopping')
  }
})

it('keeps what was proven when the connection ends behind the fence', () => {
  for (const end of ['broken', 'closed', 'stopped'] as const) expect(after(['taken', 'fence', end])).toBe('unconfirmed fence')
})

it('claims of a printer that cannot speak only that it took every byte', () => {
  expect(after(['piece', 'taken'], { confirmation: 'none', ids: 'untried' })).toBe('unconfirmed sent')
  expect(after(['piece', 'broken'], { confirmation: 'none', ids: 'untried' })).toBe('unknown broken')
})

it('connects again after growing pauses of at most five seconds, from the start once it was up', () => {
  const pauses: number[] = []
  let connection: Connection = { state: 'unwanted' }
  const go = (...events: ConnectionEvent[]) => {
    for (const event of events) {
      const move = moveConnection(connection, event)
      connection = move.connection
      if (move.deed === 'rest' && connection.state === 'resting') pauses.push(pauseMs(connection.failures, linkTimes.backoffMs) / 1000)
    }
  }
  go('want', 'down')
  for (let i = 0; i < 6; i++) go('rested', 'down')
  go('rested', 'up', 'down', 'rested', 'down')
  expect(pauses).toEqual([1, 2, 3, 5, 5, 5, 5, 1, 2])
})

it('never opens a second connection, and none after it was stopped', () => {
  const open: ConnectionEvent[] = ['want', 'rested']
  for (const connection of [{ state: 'opening', failures: 0 }, { state: 'up' }, { state: 'stopped' }] as const) {
    for (const event of open) expect(moveConnection(connection, event)).toEqual({ connection, deed: 'nothing' })
  }
  expect(moveConnection({ state: 'resting', failures: 1 }, 'want').deed).toBe('nothing')
  expect(moveConnection({ state: 'up' }, 'stop')).toEqual({ connection: { state: 'stopped' }, deed: 'close' })
})

it('cuts a job into pieces whose last one holds the questions behind the cut', () => {
  for (const length of [1, 64, 100, 4096, 4097, 4159, 4160, 9000]) {
    const bytes = Uint8Array.from({ length }, (_, i) => i & 0xff)
    const pieces = piecesOf(bytes, 4096)
    expect(Buffer.concat(pieces)).toEqual(Buffer.from(bytes))
    expect(Math.max(...pieces.map(piece => piece.length))).toBeLessThanOrEqual(4096)
    expect(pieces.at(-1)!.length).toBeGreaterThanOrEqual(Math.min(64, length))
  }
})
