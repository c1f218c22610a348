import type { Kysely } from 'kysely'
import type { Device, DeviceKind, Directory, Pairing } from '../../ports/directory.ts'
import type { Schema } from './schema.ts'
import type { Access, Writer } from './writer.ts'

type Devices = Pick<Directory, 'addDevice' | 'devices' | 'setPairing' | 'pair' | 'device' | 'deviceSeen' | 'removeDevice'>
type Db = Kysely<Schema>

export function devices (reader: Access, writer: Writer): Devices {
  return {
    addDevice: (office, device, pairing) => writer.write(async ({ db }) => {
      await addDevice(db, office, device)
      if (pairing) await setPairing(db, office, device.id, pairing)
    }),
    devices: async office => (await present(reader.db).where('office_id', '=', office).orderBy('kind').orderBy('name').orderBy('id').execute()).map(deviceOf),
    setPairing: (office, id, pairing) => writer.write(({ db }) => setPairing(db, office, id, pairing)),
    pair: (codeHash, tokenHash, now) => writer.write(({ db }) => pair(db, codeHash, tokenHash, now)),
    device: async tokenHash => {
      const row = await present(reader.db).where('token_hash', '=', tokenHash).executeTakeFirst()
      return row && { ...deviceOf(row), office: row.office_id }
    },
    deviceSeen: (office, id, at) => writer.write(async ({ db }) => { await change(db, office, id, { last_seen_at: at }) }),
    removeDevice: (office, id, at) => writer.write(({ db }) => change(db, office, id, { removed_at: at, token_hash: null, ...noPairing }))
  }
}

const noPairing = { pairing_hash: null, pairing_expires_at: null }

function present (db: Db) {
  return db.selectFrom('device').selectAll().where('removed_at', 'is', null)
}

async function addDevice (db: Db, office: string, { id, kind, name, counter, lastSeenAt }: Device): Promise<void> {
  await db.insertInto('device').values({
    office_id: office, id, kind, name, counter: counter ?? null, last_seen_at: lastSeenAt ?? null, token_hash: null, removed_at: null, ...noPairing
  }).execute()
}

async function change (db: Db, office: string, id: string, to: Partial<Schema['device']>): Promise<boolean> {
  const { numUpdatedRows } = await db.updateTable('device').set(to)
    .where('office_id', '=', office).where('id', '=', id).where('removed_at', 'is', null).executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Codes are short: should two devices ever draw the same, the newer one has it. */
async function setPairing (db: Db, office: string, id: string, { codeHash, expiresAt }: Pairing): Promise<boolean> {
  await db.updateTable('device').set(noPairing).where('pairing_hash', '=', codeHash).execute()
  return change(db, office, id, { pairing_hash: codeHash, pairing_expires_at: expiresAt })
}

async function pair (db: Db, codeHash: string, tokenHash: string, now: number): ReturnType<Devices['pair']> {
  const row = await present(db).where('pairing_hash', '=', codeHash).executeTakeFirst()
  if (!row) return { outcome: 'unknown' }
  if (now > (row.pairing_expires_at ?? 0)) return { outcome: 'expired' }
  await change(db, row.office_id, row.id, { token_hash: tokenHash, last_seen_at: now, ...noPairing })
  return { outcome: 'paired', office: row.office_id, device: { ...deviceOf(row), lastSeenAt: now } }
}

function deviceOf ({ id, kind, name, counter, last_seen_at: lastSeenAt }: Schema['device']): Device {
  return { id, kind: kind as DeviceKind, name, ...counter !== null && { counter }, ...lastSeenAt !== null && { lastSeenAt } }
}
