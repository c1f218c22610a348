import type { ApiKey, Directory, Person, Role, StaffSession } from '../../ports/directory.ts'
import type { Access, Writer } from './writer.ts'

type People = Pick<Directory, 'person' | 'officer' | 'people' | 'setPassword' | 'setPin'>
type Sessions = Pick<Directory, 'openSession' | 'session' | 'openSessions' | 'closeSession' | 'closeSessions'>
type Keys = Pick<Directory, 'addKey' | 'key' | 'keys' | 'removeKey'>

export function people (reader: Access, writer: Writer): People {
  return {
    person: async (office, username) => {
      const row = await currentPeople(reader).where('p.office_id', '=', office).where('p.username', '=', username).executeTakeFirst()
      return row && personOf(row)
    },
    officer: async (office, id) => {
      const row = await currentPeople(reader).where('p.office_id', '=', office).where('p.id', '=', id).executeTakeFirst()
      return row && { id: row.id, version: row.version, name: row.name, title: row.title }
    },
    people: async office => {
      const rows = await peopleAsOfEachVersion(reader).where('p.office_id', '=', office).orderBy('p.username').orderBy('v.version').execute()
      return [...new Map(rows.map(row => [row.id, personOf(row)])).values()]
    },
    setPassword: (office, username, passwordHash) => writer.write(async ({ db }) => {
      const { numUpdatedRows } = await db.updateTable('person').set({ password_hash: passwordHash, pin_hash: null })
        .where('office_id', '=', office).where('username', '=', username).where('removed_at', 'is', null).executeTakeFirst()
      await db.deleteFrom('session').where('office_id', '=', office)
        .where('person_id', 'in', select => select.selectFrom('person').select('id').where('office_id', '=', office).where('username', '=', username).where('removed_at', 'is', null)).execute()
      return numUpdatedRows > 0n
    }),
    setPin: (office, id, pinHash) => writer.write(async ({ db }) => {
      const { numUpdatedRows } = await db.updateTable('person').set({ pin_hash: pinHash })
        .where('office_id', '=', office).where('id', '=', id).where('removed_at', 'is', null).executeTakeFirst()
      return numUpdatedRows > 0n
    })
  }
}

export function sessions (reader: Access, writer: Writer): Sessions {
  return {
    openSession: ({ id, office, person, tokenHash, expiresAt }) => writer.write(async ({ db }) => {
      await db.insertInto('session').values({ id, office_id: office, person_id: person, token_hash: tokenHash, expires_at: expiresAt }).execute()
    }),
    session: async (tokenHash, now): Promise<StaffSession | undefined> => {
      const row = await currentPeople(reader).innerJoin('session as s', join => join.onRef('s.office_id', '=', 'p.office_id').onRef('s.person_id', '=', 'p.id'))
        .select(['s.id as session_id', 's.expires_at', 's.office_id']).where('s.token_hash', '=', tokenHash).where('s.expires_at', '>', now).executeTakeFirst()
      return row && { id: row.session_id, office: row.office_id, person: personOf(row), expiresAt: row.expires_at }
    },
    openSessions: async (office, now) => (await reader.db.selectFrom('session').select('id').where('office_id', '=', office).where('expires_at', '>', now).execute()).map(({ id }) => id),
    closeSession: id => writer.write(async ({ db }) => { await db.deleteFrom('session').where('id', '=', id).execute() }),
    closeSessions: (office, idPrefix) => writer.write(async ({ db }) => {
      const closed = await db.deleteFrom('session').where('office_id', '=', office).where('id', 'like', `${idPrefix}%`).returning('id').execute()
      return closed.map(({ id }) => id)
    })
  }
}

export function keys (reader: Access, writer: Writer): Keys {
  const present = () => reader.db.selectFrom('api_key').selectAll().where('removed_at', 'is', null)
  return {
    addKey: (office, { id, name, role, createdAt, tokenHash }) => writer.write(async ({ db }) => {
      await db.insertInto('api_key').values({ office_id: office, id, name, role, token_hash: tokenHash, created_at: createdAt, removed_at: null }).execute()
    }),
    key: async tokenHash => {
      const row = await present().where('token_hash', '=', tokenHash).executeTakeFirst()
      return row && { ...keyOf(row), office: row.office_id }
    },
    keys: async office => (await present().where('office_id', '=', office).orderBy('created_at').orderBy('id').execute()).map(keyOf),
    removeKey: (office, id, at) => writer.write(async ({ db }) => {
      const { numUpdatedRows } = await db.updateTable('api_key').set({ removed_at: at })
        .where('office_id', '=', office).where('id', '=', id).where('removed_at', 'is', null).executeTakeFirst()
      return numUpdatedRows > 0n
    })
  }
}

/** One person who still works here, as of the newest version. */
function currentPeople (access: Access) {
  return peopleAsOfEachVersion(access).orderBy('v.version', 'desc').limit(1)
}

function peopleAsOfEachVersion ({ db }: Access) {
  return db.selectFrom('person as p').innerJoin('person_version as v', join => join.onRef('v.office_id', '=', 'p.office_id').onRef('v.person_id', '=', 'p.id'))
    .select(['p.id', 'p.username', 'p.password_hash', 'p.pin_hash', 'v.version', 'v.name', 'v.title', 'v.role', 'v.counter'])
    .where('p.removed_at', 'is', null)
}

interface PersonRow {
  readonly id: string, readonly username: string, readonly password_hash: string, readonly pin_hash: string | null, readonly version: number
  readonly name: string, readonly title: string, readonly role: string, readonly counter: number | null
}

function personOf (row: PersonRow): Person {
  return {
    id: row.id, username: row.username, version: row.version, name: row.name, title: row.title, role: row.role as Role,
    ...row.counter !== null && { counter: row.counter }, passwordHash: row.password_hash, ...row.pin_hash !== null && { pinHash: row.pin_hash }
  }
}

function keyOf ({ id, name, role, created_at: createdAt }: { readonly id: string, readonly name: string, readonly role: string, readonly created_at: number }): ApiKey {
  return { id, name, role: role as Role, createdAt }
}
