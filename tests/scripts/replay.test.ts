import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { emptyMemory, remember } from '../../scripts/bench/replay/memory.ts'
import { daysOf } from '../../scripts/bench/replay/queue-day.ts'
import { forecastsOf, replay } from '../../scripts/bench/replay/replay.ts'
import { readTickets, type PastTicket } from '../../scripts/bench/replay/tickets-file.ts'
import { seededDice } from '../../scripts/day/dice.ts'

const header = 'office,date,queue_id,arrive_min,called_min,ahead,booths,service_min'
let folder: string
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'moiso-replay-')) })
afterAll(() => rm(folder, { recursive: true, force: true }))

async function aFile (name: string, content: string | Buffer): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

/** A desk that calls about every `turnMin`, and people who come faster than that. */
function aDay (date: string, { turnMin = 4, people = 60, queue = 'A', seed = 1 } = {}): PastTicket[] {
  const { uniform } = seededDice(seed)
  const calls: number[] = []
  return Array.from({ length: people }, (_, place) => {
    const arriveMin = 480 + place * 3
    const calledMin = Math.max(arriveMin, (calls.at(-1) ?? 0) + Math.round(turnMin * (0.5 + uniform())))
    calls.push(calledMin)
    return { office: 'Hall', date, queue, arriveMin, calledMin, ahead: calls.slice(0, -1).filter(call => call > arriveMin).length, booths: 1, serviceMin: 10 }
  })
}

function csv (tickets: readonly PastTicket[]): string {
  return [header, ...tickets.map(({ office, date, queue, arriveMin, calledMin, ahead, booths, serviceMin }) => [office, date, queue, arriveMin, calledMin, ahead, booths, serviceMin].join(','))].join('\n')
}

/** The forecasts of the last day, after the days before it. */
function lastDays (tickets: readonly PastTicket[]) {
  const memory = emptyMemory()
  return [...daysOf(tickets).values()].map(day => {
    const forecasts = forecastsOf(memory, day)
    for (const queueDay of day) remember(memory, queueDay)
    return forecasts
  }).at(-1)!
}

describe('a file of tickets', () => {
  const row = 'Hall,2020-01-10,7,480,490,2,1,10'

  it('is read packed or plain, with its columns in any order', async () => {
    const ticket = { office: 'Hall', date: '2020-01-10', queue: '7', arriveMin: 480, calledMin: 490, ahead: 2, booths: 1, serviceMin: 10 }
    expect((await readTickets(await aFile('plain.csv', `\uFEFF${header}\r\n${row}\r\n`))).tickets).toEqual([ticket])
    expect((await readTickets(await aFile('packed.csv.gz', gzipSync(`${header}\n${row}\n`)))).tickets).toEqual([ticket])
    const turned = (line: string) => line.split(',').toReversed().join(',')
    expect((await readTickets(await aFile('turned.csv', `${turned(header)}\n${turned(row)}`))).tickets).toEqual([ticket])
  })

  it('passes over odd rows, and says which and why', async () => {
    const odd = ['Hall,2020-01-10,7,480', 'Hall,2020-01-10,7,480,470,2,1,10', 'Hall,2020-01-10,7,soon,490,2,1,10', 'Hall,yesterday,7,480,490,2,1,10', ',2020-01-10,7,480,490,2,1,10', 'Hall,2020-01-10,7,480,490,-1,1,10']
    const read = await readTickets(await aFile('odd.csv', [header, row, ...odd, '', 'Hall,2020-01-10,7,481,490,2,,'].join('\n')))
    expect(read.tickets).toHaveLength(2)
    expect(read.tickets[1]).toMatchObject({ booths: 0, serviceMin: 0 })
    expect(read.odd).toEqual([
      'line 3: called_min is ""', 'line 4: called at 470, before it arrived at 480', 'line 5: arrive_min is "soon"', 'line 6: "yesterday" is no date', 'line 7: no office or no queue', 'line 8: ahead is "-1"'
    ])
  })

  it.each([
    ['that is not there', undefined, 'there is no such file'],
    ['that is cut short', gzipSync(header.repeat(50)).subarray(0, 40), 'damaged or cut short'],
    ['of something else', 'name,price\ntea,3\n', 'has no office, no date'],
    ['without a single ticket', `${header}\n`, 'holds no ticket'],
    ['with odd rows only', `${header}\nHall,2020-01-10,7,x,y,z,1,1\n`, 'line 2: arrive_min is "x"']
  ])('%s ends in one sentence', async (name, content, says) => {
    const path = content === undefined ? join(folder, 'nowhere.csv') : await aFile(`${name}.csv`, content)
    await expect(replay(path)).rejects.toThrow(says)
    await expect(replay(path)).rejects.toThrow(/^[^\n]+\.$/)
  })
})

describe('a forecast of the replay', () => {
  const before = [...aDay('2020-01-07'), ...aDay('2020-01-08', { seed: 2 })]
  const today = aDay('2020-01-09', { seed: 3 })
  const honest = lastDays([...before, ...today])

  it('knows nothing of its own call, of later calls, or of who comes after it', () => {
    const others = [40, 20, 5].map(place => {
      const now = today[place]!.arriveMin
      const different = today.flatMap((ticket, index) => {
        if (index > place && index % 2 === 0) return []
        return [ticket.calledMin >= now ? { ...ticket, calledMin: ticket.calledMin + 50 + index } : ticket]
      })
      expect(different).not.toEqual(today)
      return [lastDays([...before, ...different])[place]!.foretold, honest[place]!.foretold]
    })
    for (const [changed, was] of others) expect(changed).toEqual(was)
  })

  it('knows nothing of later days, nor of other queues of the same day', () => {
    const more = [...before, ...today, ...aDay('2020-01-09', { queue: 'B', turnMin: 20 })]
    expect(lastDays(more).slice(0, today.length).map(({ foretold }) => foretold)).toEqual(honest.map(({ foretold }) => foretold))
    const [, second] = [...daysOf([...before, ...today]).values()]
    expect(second![0]!.tickets).toEqual(before.slice(60))
  })

  it('does know what was called before it, and what earlier days were like', () => {
    const slower = today.map(ticket => ({ ...ticket, calledMin: 480 + (ticket.calledMin - 480) * 2 }))
    expect(lastDays([...before, ...slower])[50]!.foretold.likely).toBeGreaterThan(honest[50]!.foretold.likely)
    const faster = [...aDay('2020-01-07', { turnMin: 3.2 }), ...aDay('2020-01-08', { turnMin: 3.2, seed: 2 })]
    expect(lastDays([...faster, ...today])[50]!.foretold.likely).toBeLessThan(honest[50]!.foretold.likely)
  })

  it('is in order and not in the past, even for odd lines', () => {
    const odd = today.map((ticket, place) => ({ ...ticket, ahead: place % 7 === 0 ? 5000 : ticket.ahead, booths: place % 5 === 0 ? 0 : 22, arriveMin: place % 11 === 0 ? 0 : ticket.arriveMin }))
    for (const { foretold: { earliest, likely, latest } } of lastDays([...before, ...odd])) {
      expect(earliest).toBeGreaterThanOrEqual(0)
      expect(likely).toBeGreaterThanOrEqual(earliest)
      expect(latest).toBeGreaterThanOrEqual(likely)
      expect(latest).toBeLessThan(2880)
    }
  })
})

describe('the replay', () => {
  const days = ['2020-01-07', '2020-01-08', '2020-01-09', '2020-01-10']
  const history = days.slice(0, 3).flatMap((date, seed) => aDay(date, { seed }))
  const last = aDay(days[3]!, { seed: 9 })

  it('scores every ticket beside simple estimators, and later days by themselves', async () => {
    const figures = await quietly(async () => replay(await aFile('all.csv.gz', gzipSync(csv([...history, ...last])))))
    expect(figures).toMatchObject({ n: 240, laterN: 180 })
    expect(figures['laterBusyMaeMin']).toBeLessThan(figures['laterCityBusyMaeMin']!)
    for (const name of ['maeMin', 'coverage', 'busyLate10Share', 'widthMin', 'todayFlatWidthMin', 'historyMaeMin', 'todayMaeMin']) expect(figures[name]).toBeGreaterThanOrEqual(0)
  })

  it('takes history from a second file, but never the days that are scored', async () => {
    const scored = await aFile('scored.csv', csv(last))
    const alone = await quietly(() => replay(scored))
    const trained = await quietly(async () => replay(scored, { train: await aFile('history.csv', csv(history)) }))
    const cheated = await quietly(async () => replay(scored, { train: scored }))
    expect(trained['historyMaeMin']).toBeLessThan(alone['historyMaeMin']!)
    expect(cheated).toEqual(alone)
  })

  it('gives the same figures each time', async () => {
    const path = await aFile('same.csv', csv([...history, ...last]))
    expect(await quietly(() => replay(path))).toEqual(await quietly(() => replay(path)))
  })
})

async function quietly<Value> (act: () => Promise<Value>): Promise<Value> {
  const spy = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  try {
    return await act()
  } finally {
    spy.mockRestore()
  }
}
