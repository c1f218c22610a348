import { describe, expect, it } from 'vitest'
import { aBand, aLine, aMachine, aProcess, confirmation, cut, hex, initialise } from './virtual-support.ts'

const aJob = (rows: number, id: number) => Buffer.concat([initialise, aBand(rows), cut, aProcess(id)])
const rowMs = 1
const atWork = { rowsPerSecond: 1000 / rowMs }

describe('the end of paper', () => {
  it('stops after the row, keeps what it received, and goes on with a new roll', () => {
    const { machine, send, clock, heard, sheets } = aMachine(atWork)
    send(hex('1d 61 ff'), aJob(50, 1))
    clock.forward(20.5)
    machine.set({ paper: 'out' })
    clock.forward(1000)
    expect(heard()).toBe('10 00 00 0f 18 00 0f 0f')
    expect(machine.state()).toMatchObject({ isOnline: false, hangingRows: 21, waitingBytes: 29 * 2 + cut.length + aProcess(1).length })
    machine.set({ paper: 'ok' })
    clock.forward(1000)
    expect(sheets).toEqual([{ rows: 50, complete: true }])
    expect(Buffer.from(heard().replaceAll(' ', ''), 'hex').toString('latin1')).toContain(confirmation(1))
  })

  it('comes by itself when the roll is short: low first, then out, told as it happens', () => {
    const { machine, send, heard } = aMachine({ rowsLeft: 610 })
    send(hex('1d 61 ff'), aBand(9))
    expect(machine.knobs()).toMatchObject({ paper: 'ok', rowsLeft: 601 })
    heard()
    send(aBand(1))
    expect(heard()).toBe('10 00 03 0f')
    machine.set({ rowsLeft: 2 })
    send(aBand(5))
    expect(heard()).toBe('18 00 0f 0f')
    expect(machine.knobs()).toMatchObject({ paper: 'out', rowsLeft: 0 })
    expect(machine.state()).toMatchObject({ hangingRows: 12, waitingBytes: 6 })
    machine.set({ paper: 'ok' })
    expect(machine.knobs().rowsLeft).toBeNull()
    expect(machine.state().hangingRows).toBe(15)
  })
})

describe('an open cover', () => {
  it('spoils the row being printed, which comes again when it is closed', () => {
    const { machine, send, clock, sheets, heard } = aMachine(atWork)
    send(aJob(10, 1))
    clock.forward(4.5)
    machine.set({ cover: 'open' })
    send(hex('10 04 02 10 04 03'))
    expect(heard()).toBe('56 52')
    clock.forward(1000)
    expect(machine.state().hangingRows).toBe(5)
    machine.set({ cover: 'closed' })
    clock.forward(1000)
    expect(sheets).toEqual([{ rows: 11, complete: true }])
    expect(heard()).toBe('37 22 30 30 30 31 00')
  })

  it('with nothing under way spoils nothing', () => {
    const { machine, send, heard, sheets } = aMachine()
    machine.set({ cover: 'open' })
    send(hex('10 04 02'), aJob(10, 1))
    expect(heard()).toBe('16')
    machine.set({ cover: 'closed' })
    expect(sheets).toEqual([{ rows: 10, complete: true }])
  })
})

describe('a jammed cutter', () => {
  const jammed = () => {
    const bench = aMachine({ cutter: 'jammed' })
    bench.send(hex('1d 61 ff'), aJob(10, 1), aJob(5, 2))
    return bench
  }

  it('is an error at the cut, told at once and when asked', () => {
    const { send, heard, sheets, machine } = jammed()
    send(hex('10 04 01 10 04 02 10 04 03'))
    expect(heard()).toBe('10 00 00 0f 18 08 00 0f 1a 52 1a')
    expect(sheets).toEqual([])
    expect(machine.state()).toMatchObject({ isOnline: false, fault: 'cutter', hangingRows: 10 })
  })

  it('once the blade is free goes on at the cut', () => {
    const { machine, sheets, saidText } = jammed()
    machine.set({ cutter: 'ok' })
    expect(sheets).toEqual([{ rows: 10, complete: true }, { rows: 5, complete: true }])
    expect(saidText()).toContain(confirmation(1) + confirmation(2))
  })

  it('may wait to be told by DLE ENQ 1, and then goes on at the cut', () => {
    const { machine, send, sheets, heard } = jammed()
    send(hex('10 05 01'))
    expect(machine.state().fault).toBe('cutter')
    machine.set({ cutter: 'freed' })
    heard()
    send(hex('10 04 01'))
    expect(heard()).toBe('3a')
    send(hex('10 05 01'))
    expect(sheets).toEqual([{ rows: 10, complete: true }, { rows: 5, complete: true }])
    expect(machine.knobs().cutter).toBe('ok')
  })

  it('DLE ENQ 2 throws away what waits, and nothing of that is confirmed', () => {
    const { machine, send, sheets, saidText } = jammed()
    machine.set({ cutter: 'freed' })
    send(hex('10 05 02'), aJob(7, 3))
    expect(sheets).toEqual([{ rows: 10, complete: false }, { rows: 7, complete: true }])
    expect(saidText()).not.toContain(confirmation(1))
    expect(saidText()).toContain(confirmation(3))
  })

  it('DLE ENQ means nothing to a healthy printer', () => {
    const { send, machine, sheets } = aMachine({ paper: 'out' })
    send(aJob(3, 1), hex('10 05 02'))
    machine.set({ paper: 'ok' })
    expect(sheets).toEqual([{ rows: 3, complete: true }])
  })
})

describe('power', () => {
  it('lost inside a picture: what waits is gone, the sheet is torn, the connection is dead', () => {
    const { machine, send, clock, sheets, heard, line } = aMachine(atWork)
    send(aJob(50, 1))
    clock.forward(20.5)
    machine.set({ power: 'off' })
    expect(sheets).toEqual([{ rows: 20, complete: false }])
    expect(machine.room()).toBe(0)
    machine.set({ power: 'on' })
    line.receive(hex('10 04 01'))
    clock.forward(1000)
    expect(heard()).toBe('')
    const next = aLine(machine)
    next.send(aJob(3, 2))
    clock.forward(1000)
    expect(sheets).toEqual([{ rows: 20, complete: false }, { rows: 3, complete: true }])
    expect(next.heard()).toBe('37 22 30 30 30 32 00')
  })
})

describe('the receive buffer', () => {
  it('takes no more than it holds, however long the job, and makes room as it prints', () => {
    const { machine, send, push, clock, kept, sheets } = aMachine({ ...atWork, bufferBytes: 300 })
    send(aJob(1000, 1))
    // One row more than the buffer's: it is under the head.
    expect([machine.room(), kept()]).toEqual([0, aJob(1000, 1).length - initialise.length - 8 - 2 - 300])
    for (let ms = 0; ms < 1100; ms++) { clock.forward(1); push() }
    expect(sheets).toEqual([{ rows: 1000, complete: true }])
  })
})

describe('a connection that breaks off inside a picture', () => {
  const brokenOff = (how: 'waits' | 'forgets') => {
    const { machine, send, line, sheets } = aMachine({ brokenOff: how })
    send(initialise, aBand(50).subarray(0, 8 + 21))
    line.end()
    const next = aLine(machine)
    next.send(aJob(6, 1))
    return { sheets, next }
  }

  it('leaves a printer that swallows the next job, until it has had the rest of the picture', () => {
    const { sheets, next } = brokenOff('waits')
    expect(sheets).toEqual([])
    expect(next.heard()).toBe('')
    next.send(new Uint8Array(8192), aJob(6, 2))
    expect(sheets.at(-1)).toEqual({ rows: 6, complete: true })
    expect(next.heard()).toBe('37 22 30 30 30 32 00')
  })

  it('is forgotten by a printer that begins anew', () => {
    const { sheets, next } = brokenOff('forgets')
    expect(sheets).toEqual([{ rows: 10, complete: false }, { rows: 6, complete: true }])
    expect(next.heard()).toBe('37 22 30 30 30 31 00')
  })
})
