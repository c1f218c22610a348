import { expect, it } from 'vitest'
import { type Knobs } from '../../printer/virtual/knobs.ts'
import { aBand, aMachine, aProcess, cut, hex, initialise } from './virtual-support.ts'

const all = hex('10 04 01 10 04 02 10 04 03 10 04 04')
const pushed = hex('1d 61 ff')

it.each<[string, Partial<Knobs>, string]>([
  ['healthy', {}, '12 12 12 12'],
  ['low on paper', { paper: 'low' }, '12 12 12 1e'],
  ['out of paper', { paper: 'out' }, '1a 32 12 7e'],
  ['with its cover open', { cover: 'open' }, '1a 16 12 12'],
  ['with its feed button held', { feedHeld: true }, '5a 1a 12 12'],
  ['open and out of paper', { cover: 'open', paper: 'out' }, '1a 36 12 7e'],
  ['that answers nothing in real time', { realTimeStatus: false }, '']
])('DLE EOT 1–4 of a printer %s', (_what, knobs, answer) => {
  const { send, heard } = aMachine(knobs)
  send(all)
  expect(heard()).toBe(answer)
})

it.each<[string, Partial<Knobs>, string]>([
  ['out of paper', { paper: 'out' }, '18 00 0f 0f'],
  ['low on paper', { paper: 'low' }, '10 00 03 0f'],
  ['an open cover', { cover: 'open' }, '38 00 00 0f'],
  ['a held feed button', { feedHeld: true }, '58 02 00 0f']
])('pushed status comes at once and on each change: %s and back', (_what, change, told) => {
  const { machine, send, heard } = aMachine()
  send(pushed)
  expect(heard()).toBe('10 00 00 0f')
  machine.set(change)
  expect(heard()).toBe(told)
  machine.set(change)
  expect(heard()).toBe('')
  machine.set({ paper: 'ok', cover: 'closed', feedHeld: false })
  expect(heard()).toBe('10 00 00 0f')
})

it('pushes only what was asked for, to whom it was asked for, and nothing after GS a 0', () => {
  const { machine, send, heard } = aMachine()
  send(hex('1d 61 08'))
  heard()
  machine.set({ feedHeld: true })
  machine.set({ feedHeld: false })
  expect(heard()).toBe('')
  machine.set({ paper: 'low' })
  expect(heard()).toBe('10 00 03 0f')
  send(hex('1d 61 00'))
  machine.set({ paper: 'ok' })
  expect(heard()).toBe('')
})

it('ESC @ ends pushed status only on makes that have it so', () => {
  for (const [initialiseEndsAutoStatus, told] of [[false, '18 00 0f 0f'], [true, '']] as const) {
    const { machine, send, heard } = aMachine({ initialiseEndsAutoStatus })
    send(pushed, initialise)
    heard()
    machine.set({ paper: 'out' })
    expect(heard()).toBe(told)
  }
})

it('answers real-time questions offline and inside a picture, and the picture is whole', () => {
  const { machine, send, heard, sheets } = aMachine()
  send(hex('1d 76 30 00 01 00 05 00 10 04'))
  expect(heard()).toBe('')
  send(hex('02'))
  expect(heard()).toBe('12')
  machine.set({ paper: 'out' })
  send(hex('10 04'))
  send(hex('04 1d 56 00'))
  expect(heard()).toBe('7e')
  machine.set({ paper: 'ok' })
  send(cut)
  expect(sheets).toEqual([{ rows: 5, complete: true }])
})

it('answers GS r in its turn: not at the end of paper, only after a new roll', () => {
  const { machine, send, heard } = aMachine({ paper: 'low' })
  send(hex('1d 72 01 1d 72 31 1d 72 02'))
  expect(heard()).toBe('03 03 00')
  machine.set({ paper: 'out' })
  send(hex('1d 72 01'))
  expect(heard()).toBe('')
  machine.set({ paper: 'ok' })
  expect(heard()).toBe('00')
})

it('says who it is, or whoever it pretends to be', () => {
  const { machine, send, heard } = aMachine()
  send(hex('1d 49 41 1d 49 42 1d 49 43 1d 49 44'))
  expect(heard()).toBe(Buffer.from('_1.00\0_MOISO\0_VIRTUAL\0_0001\0').toString('hex').replace(/..(?=.)/g, '$& '))
  machine.set({ maker: 'EPSON', model: 'TM-T88V' })
  send(hex('1d 49 42 1d 49 43'))
  expect(heard()).toBe('5f 45 50 53 4f 4e 00 5f 54 4d 2d 54 38 38 56 00')
  machine.set({ maker: '' })
  send(hex('1d 49 42'))
  expect(heard()).toBe('')
})

it('confirms a process ID only when its rows and its cut are done', () => {
  const { send, heard, sheets, clock } = aMachine({ rowsPerSecond: 1000 })
  send(aBand(40), cut, aProcess(1))
  clock.forward(40)
  expect([heard(), sheets]).toEqual(['', []])
  clock.forward(59)
  expect([heard(), sheets]).toEqual(['', []])
  clock.forward(1)
  expect([heard(), sheets]).toEqual(['37 22 30 30 30 31 00', [{ rows: 40, complete: true }]])
})

it('a printer that does not know process IDs is silent, or prints them as letters', () => {
  for (const [processId, rows] of [['ignored', 1], ['printed', 31]] as const) {
    const { send, heard, sheets } = aMachine({ processId }, { widthDots: 576 })
    send(aBand(1), aProcess(1), hex('0a'), cut)
    expect(heard()).toBe('')
    expect(sheets.at(-1)?.rows ?? 0).toBe(rows)
  }
})

it('pushes a word when it goes offline, with its causes if asked (GS ( H 49)', () => {
  const { machine, send, heard } = aMachine()
  send(hex('1d 28 48 03 00 31 30 01'))
  machine.set({ paper: 'out' })
  expect(heard()).toBe('37 23 00')
  machine.set({ paper: 'ok' })
  expect(heard()).toBe('')
  send(hex('1d 28 48 03 00 31 30 32'))
  machine.set({ cover: 'open', paper: 'out' })
  expect(heard()).toBe('37 23 64 00')
  machine.set({ cover: 'closed', paper: 'ok', offlineResponse: false })
  const other = aMachine({ offlineResponse: false })
  other.send(hex('1d 28 48 03 00 31 30 01'))
  other.machine.set({ paper: 'out' })
  expect(other.heard()).toBe('')
})
