import { connect } from 'node:net'
import { Adapter } from 'socket.io-adapter'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { verifySqlite } from '../../server/storage/sqlite/verify.ts'
import { openOffice, type Answer, type Asking, type TestOffice } from '../support/office.ts'
import { listen, openScreen, type Screen } from '../support/screen.ts'

const fields = ['CT', 'HT', 'DD', 'BT', 'KD', 'CA', 'XD', 'TQ', 'HD']

let office: TestOffice
let program: Asking
let officer: Asking
let board: Asking
beforeEach(async () => {
  office = await openOffice({ alwaysOpen: true })
  const admin = await office.signIn('admin')
  program = office.as({ authorization: `Bearer ${(await admin.post('/keys', { name: 'máy', role: 'officer' })).body.key}` })
  ;[officer, board] = [await office.signIn('quay1'), await office.pair('board')]
  await officer.post('/counters/1/open')
})
afterEach(async () => {
  vi.restoreAllMocks()
  expect(await verifySqlite(office.file)).toEqual([])
  await office.close()
})

const jobs = async () => {
  const all = await Promise.all((['queued', 'printing', 'printed'] as const).map(state => office.store.printJobs.inState('main', 'kiosk', state)))
  return all.flat().length
}
async function watching (port: number): Promise<Screen & { readonly rev: number }> {
  const screen = openScreen(port, board)
  const answer = await screen.watch({ view: 'board' })
  if (!answer.ok || !('snapshot' in answer)) throw new Error(JSON.stringify(answer))
  return { ...screen, rev: answer.snapshot.rev }
}

describe('many at once (L2)', () => {
  it.each([[2, 500], [10, 500], [50, 500], [200, 200]])('%i clients take %i numbers: none refused, none twice, no gap in any field', async (clients, amount) => {
    const answers: Answer[] = []
    let next = 0
    await Promise.all(Array.from({ length: clients }, async () => {
      while (next < amount) answers.push(await program.post('/tickets', { field: fields[next++ % fields.length] }))
    }))
    expect(answers.map(({ status }) => status)).toEqual(Array(amount).fill(201))
    const numbers = answers.map(({ body }) => body.ticket.number as string)
    for (const digit of '123456789') {
      const sequence = numbers.filter(number => number.startsWith(digit)).map(number => Number(number.slice(1))).sort((a, b) => a - b)
      expect(sequence).toEqual(Array.from({ length: sequence.length }, (_, place) => place + 1))
    }
    expect(await jobs()).toBe(amount)
  })
})

describe('what a screen is told (L1, L7)', () => {
  it('stays under 2 kB and does not grow with the tickets of the day', async () => {
    const screen = await watching(await listen(office))
    const told = async () => {
      screen.facts.length = screen.signals.length = 0
      await program.post('/tickets', { field: 'CT', slip: false })
      await officer.post('/counters/1/next')
      await officer.post('/counters/1/finish')
      await screen.heard(({ facts }) => facts.length === 3)
      return [...screen.facts, ...screen.signals].map(event => JSON.stringify(event).length)
    }
    const early = await told()
    for (let round = 0; round < 40; round++) await Promise.all(Array.from({ length: 50 }, (_, place) => program.post('/tickets', { field: fields[place % fields.length], slip: false })))
    await screen.heard(({ facts }) => facts.length === 2003)
    const late = await told()
    expect(Math.max(...early, ...late)).toBeLessThan(2048)
    // Three digits more in a count, an id, a number: not a list that has grown.
    expect(Math.max(...late) - Math.max(...early)).toBeLessThan(64)
    screen.close()
  }, 60_000)
})

describe('asked twice (R10)', () => {
  it('the same key gives the same ticket, one row and one paper, also to twenty at the same instant', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => program.post('/tickets', { field: 'CT' }, { 'idempotency-key': 'mot-lan-thoi' })))
    expect(new Set(answers.map(({ body }) => body.ticket.id)).size).toBe(1)
    expect(answers.filter(({ headers }) => headers['idempotent-replayed'] === 'true')).toHaveLength(19)
    expect([(await program.get('/tickets')).body.items.length, await jobs(), office.printer.wakes]).toEqual([1, 1, 1])
  })

  it('an answer that never arrived is given again, and the number with it', async () => {
    const port = await listen(office)
    const body = JSON.stringify({ field: 'CT' })
    const line = connect(port, '127.0.0.1')
    line.write(`POST /api/v1/tickets HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: ${program.headers['authorization']}\r\nIdempotency-Key: lost-answer\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`)
    await expect.poll(jobs).toBe(1)
    // Gone without having read the answer, as a kiosk whose cable is pulled.
    line.destroy()
    const again = await program.post('/tickets', { field: 'CT' }, { 'idempotency-key': 'lost-answer' })
    expect([again.status, again.headers['idempotent-replayed'], again.body.ticket.number]).toEqual([201, 'true', '1001'])
    expect([(await program.get('/tickets')).body.items.length, await jobs()]).toEqual([1, 1])
  })
})

describe('the push path is broken (R11)', () => {
  it('requests succeed, and screens get what they missed once it works again', async () => {
    const screen = await watching(await listen(office))
    const broken = vi.spyOn(Adapter.prototype, 'broadcast').mockImplementation(() => { throw new Error('the hub is down') })
    for (let round = 0; round < 5; round++) {
      expect((await program.post('/tickets', { field: 'CT' })).status).toBe(201)
      expect((await officer.post('/counters/1/next')).status).toBe(200)
      expect((await officer.post('/counters/1/finish')).status).toBe(200)
    }
    expect(screen.facts).toEqual([])
    broken.mockRestore()
    await program.post('/tickets', { field: 'CT' })
    await screen.heard(({ facts }) => facts.length === 1)
    // The gap shows, and asking with one's place closes it.
    expect(screen.facts[0]).toMatchObject({ rev: screen.rev + 16, prev: screen.rev + 15 })
    const missed = await screen.watch({ view: 'board', after: { epoch: await office.store.epoch('main'), rev: screen.rev } })
    expect(missed.ok && 'facts' in missed && missed.facts.map(({ rev }) => rev)).toEqual(Array.from({ length: 16 }, (_, place) => screen.rev + 1 + place))
    expect(screen.facts).toHaveLength(1)
    screen.close()
  })

  it('one who listens and throws harms neither the request nor the others who listen', async () => {
    const forget = office.store.onCommitted(() => { throw new Error('I cannot bear it') })
    const screen = await watching(await listen(office))
    expect((await program.post('/tickets', { field: 'CT' })).status).toBe(201)
    await screen.heard(({ facts }) => facts.length === 1)
    forget()
    screen.close()
  })

  it('a screen whose line was cut while others acted misses nothing and gets nothing twice', async () => {
    const port = await listen(office)
    const screen = await watching(port)
    await program.post('/tickets', { field: 'CT' })
    await screen.heard(({ facts }) => facts.length === 1)
    const left = screen.facts[0]?.rev ?? 0
    screen.close()
    for (let round = 0; round < 50; round++) await program.post('/tickets', { field: 'HT', slip: false })
    const back = await watchingAfter(port, left)
    await program.post('/tickets', { field: 'CT' })
    await back.heard(({ facts }) => facts.length > 0)
    expect([...back.missed, ...back.facts.map(({ rev }) => rev)]).toEqual(Array.from({ length: 51 }, (_, place) => left + 1 + place))
    back.close()
  })
})

async function watchingAfter (port: number, rev: number) {
  const screen = openScreen(port, board)
  const answer = await screen.watch({ view: 'board', after: { epoch: await office.store.epoch('main'), rev } })
  return { ...screen, missed: answer.ok && 'facts' in answer ? answer.facts.map(fact => fact.rev) : [] }
}
