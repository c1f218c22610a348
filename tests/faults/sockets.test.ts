import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openOffice, type Asking, type TestOffice } from '../support/office.ts'
import { offences, openLine } from '../support/line.ts'
import { listen, openScreen, type Screen } from '../support/screen.ts'

let office: TestOffice
let port: number
let admin: Asking
const screens: Screen[] = []
beforeAll(async () => {
  office = await openOffice({ alwaysOpen: true })
  port = await listen(office)
  admin = await office.signIn('admin')
})
afterEach(() => screens.splice(0).forEach(screen => screen.close()))
afterAll(() => office.close())

const url = () => `http://127.0.0.1:${port}`
const open = (who?: Asking) => {
  const screen = openScreen(port, who)
  screens.push(screen)
  return screen
}
const program = async (role: string) => {
  const { body } = await admin.post('/keys', { name: 'máy', role })
  return { ...office.as({ authorization: `Bearer ${body.key}` }), id: body.id as string }
}

describe('what no honest client says (B2)', () => {
  it.each(offences)('$name: cut or ignored, and nobody else notices', async ({ say, isCut }) => {
    const bystander = open(await office.signIn('quay1'))
    expect(await bystander.watch({ view: 'board' })).toMatchObject({ ok: true })
    const line = await openLine(url())
    say(line)
    if (isCut) expect(await line.cut()).toBe(true)
    else expect(await line.answers()).toBe(true)
    expect(line.isClosed()).toBe(isCut)
    expect(await bystander.watch({ view: 'board' })).toMatchObject({ ok: true })
    expect(bystander.socket.connected).toBe(true)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    line.close()
  })

  it('a screen that asks as often as a screen may is not cut', async () => {
    const screen = open(await office.signIn('quay1'))
    for (let round = 0; round < 60; round++) expect(await screen.watch({ view: 'board' })).toMatchObject({ ok: true })
    expect(screen.socket.connected).toBe(true)
  })
})

describe('a line that is of no use', () => {
  it('is cut after ten seconds: in the default namespace, in none, in ours without watching; and at once when it leaves', async () => {
    const [nowhere, byDefault, idle, left, watching] = await Promise.all([openLine(url(), { join: false }), openLine(url(), { join: false }), openLine(url()), openLine(url()), open(await office.signIn('quay1'))])
    byDefault.send('40{}')
    left.send('41/live,')
    await watching.watch({ view: 'board' })
    expect(await left.cut(2_000)).toBe(true)
    expect(byDefault.heard.some(packet => packet.startsWith('40{'))).toBe(false)
    expect(await Promise.all([nowhere, byDefault, idle].map(line => line.cut(14_000)))).toEqual([true, true, true])
    expect(watching.socket.connected).toBe(true)
  })
})

describe('whose right has ended (A2)', () => {
  const cutOf = (screen: Screen) => new Promise<void>(resolve => { screen.socket.on('disconnect', () => resolve()) })

  it('has the open sockets of the key cut at once, and those of nobody else', async () => {
    const [key, other] = [await program('supervisor'), await program('supervisor')]
    const [screen, stays] = [open(key), open(other)]
    await Promise.all([screen.watch({ view: 'floor' }), stays.watch({ view: 'floor' })])
    const cut = cutOf(screen)
    await admin.remove(`/keys/${key.id}`)
    await cut
    await sleep(50)
    expect(stays.socket.connected).toBe(true)
    expect(await open(key).watch({ view: 'floor' })).toEqual({ ok: false, code: 'SIGN_IN_REQUIRED' })
  })

  it('who signs out loses every tab, and keeps another browser', async () => {
    const [officer, elsewhere] = [await office.signIn('quay2'), await office.signIn('quay2')]
    const [tab, second, other] = [open(officer), open(officer), open(elsewhere)]
    await Promise.all([tab, second, other].map(screen => screen.watch({ view: 'console', counter: 2 })))
    const cut = Promise.all([cutOf(tab), cutOf(second)])
    await officer.remove('/session')
    await cut
    expect(other.socket.connected).toBe(true)
    expect(await open(officer).watch({ view: 'console', counter: 2 })).toEqual({ ok: false, code: 'SIGN_IN_REQUIRED' })
  })

  it('a screen whose code pairs another browser is cut', async () => {
    const board = await office.pair('board')
    const screen = open(board)
    await screen.watch({ view: 'board' })
    const cut = cutOf(screen)
    const { body } = await admin.post(`/devices/${board.id}/code`)
    expect((await office.as({}).post('/devices/pair', { code: body.pairingCode })).status).toBe(200)
    await cut
    expect(await open(board).watch({ view: 'board' })).toEqual({ ok: false, code: 'SIGN_IN_REQUIRED' })
  })

  it('a session that runs out while its socket is open is cut at the next tick', async () => {
    const [officer, board] = [await office.signIn('quay3'), await office.pair('board')]
    const [screen, stays] = [open(officer), open(board)]
    await Promise.all([screen.watch({ view: 'console', counter: 3 }), stays.watch({ view: 'board' })])
    const cut = cutOf(screen)
    office.clock.forward(15 * 3_600_000)
    await cut
    expect(stays.socket.connected).toBe(true)
    office.clock.forward(-15 * 3_600_000)
  })
})
