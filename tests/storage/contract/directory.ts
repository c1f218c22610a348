import { expect, it } from 'vitest'
import type { Device } from '../../../server/ports/directory.ts'
import { monday9 } from '../support/office.ts'
import { office } from '../support/turns.ts'
import type { OpenStore } from './opened.ts'

const minutes = 60_000
const board: Device = { id: 'd1', kind: 'board', name: 'Bảng sảnh' }
const rating: Device = { id: 'd2', kind: 'rating', name: 'Quầy 1', counter: 1 }
const pairing = { codeHash: 'hash-of-code', expiresAt: monday9 + 10 * minutes }

export function directoryContract (openStore: OpenStore): void {
  it('knows people by user name and officers by id', async () => {
    const { store: { directory } } = await openStore()
    expect(await directory.person(office, 'quay1')).toStrictEqual({
      id: 'p1', username: 'quay1', version: 1, name: 'Nguyễn Thị An', title: 'Công chức tư pháp', role: 'officer', counter: 1, passwordHash: '$argon2id$one'
    })
    expect(await directory.officer(office, 'p2')).toStrictEqual({ id: 'p2', version: 1, name: 'Trần Văn Bình', title: 'Công chức hộ tịch' })
    expect(await Promise.all([directory.person(office, 'quay9'), directory.person('elsewhere', 'quay1'), directory.officer(office, 'p7')])).toEqual([undefined, undefined, undefined])
  })

  it('changes a password', async () => {
    const { store: { directory } } = await openStore()
    expect(await Promise.all([directory.setPassword(office, 'admin', 'new-hash'), directory.setPassword(office, 'nobody', 'new-hash')])).toEqual([true, false])
    expect((await directory.person(office, 'admin'))?.passwordHash).toBe('new-hash')
  })

  it('keeps a PIN until the password is changed, and tells everybody who works here with theirs', async () => {
    const { store: { directory }, reopen } = await openStore()
    expect((await directory.people(office)).map(({ username }) => username)).toEqual(['admin', 'quay1', 'quay2'])
    expect(await Promise.all([directory.setPin(office, 'p1', 'pin-hash'), directory.setPin(office, 'p7', 'pin-hash'), directory.setPin('elsewhere', 'p1', 'pin-hash')])).toEqual([true, false, false])
    const { directory: later } = await reopen()
    expect((await later.people(office)).map(({ pinHash }) => pinHash)).toEqual([undefined, 'pin-hash', undefined])
    expect(await later.person(office, 'quay1')).toMatchObject({ pinHash: 'pin-hash' })
    await later.setPassword(office, 'quay1', 'new-hash')
    expect(await later.person(office, 'quay1')).not.toHaveProperty('pinHash')
  })

  it('ends the sessions of whoever gets a new password, and of nobody else', async () => {
    const { store: { directory } } = await openStore()
    for (const person of ['p1', 'p1', 'p2']) {
      const id = `s${(await directory.openSessions(office, monday9)).length}`
      await directory.openSession({ id, office, person, tokenHash: `hash-of-${id}`, expiresAt: monday9 + minutes })
    }
    await directory.setPassword(office, 'quay1', 'new-hash')
    expect(await directory.openSessions(office, monday9)).toEqual(['s2'])
    expect(await directory.openSessions(office, monday9 + minutes)).toEqual([])
    expect(await directory.session('hash-of-s0', monday9)).toBeUndefined()
  })

  it('holds a session until it ends or is closed', async () => {
    const { store: { directory }, reopen } = await openStore()
    const session = { id: 's1', office, person: 'p1', tokenHash: 'hash-of-token', expiresAt: monday9 + minutes }
    await directory.openSession(session)
    expect(await directory.session('hash-of-token', monday9)).toMatchObject({ id: 's1', office, person: { id: 'p1', role: 'officer', counter: 1 }, expiresAt: monday9 + minutes })
    expect(await directory.session('hash-of-token', monday9 + minutes)).toBeUndefined()
    const { directory: later } = await reopen()
    expect(await later.session('hash-of-token', monday9)).toMatchObject({ id: 's1' })
    await later.closeSession('s1')
    expect(await later.session('hash-of-token', monday9)).toBeUndefined()
  })

  it('ends a key when it is removed', async () => {
    const { store: { directory } } = await openStore()
    const key = { id: 'k1', name: 'Tải thử', role: 'guide', createdAt: monday9 } as const
    await directory.addKey(office, { ...key, tokenHash: 'hash-of-key' })
    expect(await directory.keys(office)).toStrictEqual([key])
    expect(await directory.key('hash-of-key')).toStrictEqual({ ...key, office })
    expect(await directory.removeKey(office, 'k1', monday9)).toBe(true)
    expect(await directory.removeKey(office, 'k1', monday9)).toBe(false)
    expect([await directory.keys(office), await directory.key('hash-of-key')]).toEqual([[], undefined])
  })

  it('pairs a device with a code once', async () => {
    const { store: { directory } } = await openStore()
    await directory.addDevice(office, rating, pairing)
    const paired = await Promise.all(['token-a', 'token-b'].map(token => directory.pair('hash-of-code', token, monday9)))
    expect(paired).toMatchObject([{ outcome: 'paired', office, device: rating }, { outcome: 'unknown' }])
    expect(await directory.device('token-a')).toMatchObject({ ...rating, office })
    expect(await directory.device('token-b')).toBeUndefined()
  })

  it('refuses a code whose time is over, and the code before a fresh one', async () => {
    const { store: { directory } } = await openStore()
    await directory.addDevice(office, board, pairing)
    expect(await directory.pair('hash-of-code', 'token-a', pairing.expiresAt + 1)).toEqual({ outcome: 'expired' })
    expect(await directory.setPairing(office, 'd1', { codeHash: 'hash-of-fresh', expiresAt: monday9 + 20 * minutes })).toBe(true)
    expect(await directory.setPairing(office, 'd7', pairing)).toBe(false)
    expect(await directory.pair('hash-of-code', 'token-a', monday9)).toEqual({ outcome: 'unknown' })
    expect(await directory.pair('hash-of-fresh', 'token-a', monday9)).toMatchObject({ outcome: 'paired' })
  })

  it('binds a device to one token at a time, and to none once it is removed', async () => {
    const { store: { directory } } = await openStore()
    await directory.addDevice(office, board, pairing)
    await directory.pair('hash-of-code', 'token-a', monday9)
    await directory.setPairing(office, 'd1', { ...pairing, codeHash: 'hash-of-second' })
    await directory.pair('hash-of-second', 'token-b', monday9)
    expect(await directory.device('token-a')).toBeUndefined()
    await directory.deviceSeen(office, 'd1', monday9 + minutes)
    expect(await directory.devices(office)).toStrictEqual([{ ...board, lastSeenAt: monday9 + minutes }])
    expect(await directory.removeDevice(office, 'd1', monday9)).toBe(true)
    expect(await directory.removeDevice(office, 'd1', monday9)).toBe(false)
    expect([await directory.devices(office), await directory.device('token-b')]).toEqual([[], undefined])
  })
}
