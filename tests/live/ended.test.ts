import { hash } from '@node-rs/argon2'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { openOffice, staffPassword, staffPin, type Asking, type TestOffice } from '../support/office.ts'
import { listen, openScreen } from '../support/screen.ts'

/* Open sockets end with the right they were opened by (A2): within five seconds, and for good. */

const mostMs = 5_000
let office: TestOffice
let port: number
let admin: Asking
beforeAll(async () => {
  office = await openOffice({ alwaysOpen: true })
  port = await listen(office)
  admin = await office.signIn('admin')
})
afterAll(() => office.close())

interface Opened { readonly who: Asking, readonly watch: object, readonly end: () => Promise<unknown> }
const ended = async (what: Promise<{ readonly status: number }>) => expect((await what).status).toBeLessThan(300)
const staffWatch = { view: 'console', counter: 2 }

const ways: Readonly<Record<string, () => Promise<Opened>>> = {
  'a device is removed': async () => {
    const who = await office.pair('rating', 2)
    return { who, watch: { view: 'rating', counter: 2 }, end: () => ended(admin.remove(`/devices/${who.id}`)) }
  },
  'a device is paired anew elsewhere': async () => {
    const who = await office.pair('kiosk')
    return { who, watch: { view: 'kiosk' }, end: async () => {
      const { body } = await admin.post(`/devices/${who.id}/code`)
      await ended(office.as({}).post('/devices/pair', { code: body.pairingCode }))
    } }
  },
  'a key is ended': async () => {
    const { body } = await admin.post('/keys', { name: 'máy', role: 'supervisor' })
    return { who: office.as({ authorization: `Bearer ${body.key}` }), watch: { view: 'floor' }, end: () => ended(admin.remove(`/keys/${body.id}`)) }
  },
  'somebody signs out': async () => {
    const who = await office.signIn('quay2')
    return { who, watch: staffWatch, end: () => ended(who.remove('/session')) }
  },
  'the next person signs in by PIN in the same browser': async () => {
    const who = await office.signIn('quay2')
    return { who, watch: staffWatch, end: () => ended(office.as(who.headers).post('/session', { username: 'quay3', pin: staffPin })) }
  },
  'a password is set anew on the machine itself': async () => {
    const who = await office.signIn('quay3')
    return { who, watch: staffWatch, end: async () => office.store.directory.setPassword('main', 'quay3', await hash(staffPassword)) }
  },
  'a session is over after a long shift': async () => {
    const who = await office.signIn('quay2')
    return { who, watch: staffWatch, end: async () => office.clock.forward(15 * 3_600_000) }
  }
}

it.each(Object.entries(ways))('when %s', async (_name, open) => {
  const { who, watch, end } = await open()
  const screen = openScreen(port, who)
  expect((await screen.watch(watch as never)).ok).toBe(true)
  const cut = new Promise<number>(resolve => screen.socket.on('disconnect', () => resolve(performance.now())))
  const before = performance.now()
  await end()
  // The office's tick and the look for ended sessions go by the machine's own clock; a second for a busy machine.
  expect(await cut - before).toBeLessThan(mostMs + 1_000)
  // What was known of it may be remembered for those five seconds; a way back that it opens is cut too.
  await vi.waitFor(async () => {
    office.clock.forward(1_000)
    const again = openScreen(port, who)
    const answer = await again.watch(watch as never).finally(() => again.close())
    expect(answer).toEqual({ ok: false, code: 'SIGN_IN_REQUIRED' })
  }, { timeout: mostMs + 2_000, interval: 50 })
})
