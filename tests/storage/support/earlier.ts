import type { Fact } from '../../../server/domain/fact.ts'
import { chainStart, sealFact } from '../../../server/storage/chain.ts'
import { openConnection, type Connection } from '../../../server/storage/sqlite/dialect.ts'
import { migrate } from '../../../server/storage/sqlite/migrate.ts'
import { monday9, mondayDate } from './office.ts'
import { office, officers } from './turns.ts'

const minute = 60_000
const ticket = (number: string) => ({ id: `tk_${number}`, number, field: 'CT', priority: false })
const call = (number: string) => ({ id: `cl_${number}`, repeat: 0, why: { code: 'order' as const, text: { vi: '', en: '' } }, announcement: { vi: number, en: number }, sound: { vi: '', en: '' } })

/** What programs before version 9 logged of a morning: 1001 done, 1002 called at counter 1, 1003 missed, 1004 waiting. */
const morning = [
  ...['1001', '1002', '1003', '1004'].map((number, place) => ({
    type: 'ticket:issued', at: monday9 + place * minute, by: 'kiosk:k1', serviceDate: mondayDate,
    ticket: { ...ticket(number), fieldVersion: 1, procedure: 'ct-sao', procedureVersion: 1, purpose: 'submit', dossiers: 1 }
  })),
  { type: 'counter:changed', at: monday9 + 4 * minute, by: 'staff:p1', counter: 1, state: 'open', officer: officers[1], holder: 's1' },
  { type: 'ticket:called', at: monday9 + 5 * minute, by: 'staff:p1', ticket: ticket('1001'), counter: 1, officer: officers[1], call: call('1001'), contested: false },
  { type: 'ticket:finished', at: monday9 + 9 * minute, by: 'staff:p1', ticket: ticket('1001'), counter: 1, officer: officers[1], outcome: 'accepted' },
  { type: 'ticket:called', at: monday9 + 9 * minute, by: 'staff:p1', ticket: ticket('1003'), counter: 1, officer: officers[1], call: call('1003'), contested: false },
  { type: 'ticket:missed', at: monday9 + 10 * minute, by: 'staff:p1', ticket: ticket('1003'), counter: 1 },
  { type: 'ticket:called', at: monday9 + 10 * minute, by: 'staff:p1', ticket: ticket('1002'), counter: 1, officer: officers[1], call: call('1002'), contested: false }
] as readonly unknown[] as readonly Fact[]

/** A database as a program that knew `version` migrations (at most 8) left it in the middle of that morning. */
export async function anEarlierDatabase (file: string, version: number): Promise<void> {
  const sql = await openConnection(file)
  try {
    await migrate(sql, version)
    await insertOffice(sql)
    await insertFacts(sql)
    await insertTickets(sql)
  } finally {
    await sql.close()
  }
}

async function insertOffice (sql: Connection): Promise<void> {
  await sql.exec(`
    INSERT INTO office VALUES ('${office}', '{"vi":"Xã","en":"Commune"}', NULL, 'Asia/Ho_Chi_Minh',
      '{"days":[1,2,3,4,5],"sessions":[{"from":"07:30","to":"17:00","ticketsFrom":"07:00","ticketsTo":"16:30"}]}', '[]', 30, '{"kind":"ratio","priority":2,"ordinary":3}', 3, 60, 1, 'early');
    INSERT INTO field VALUES ('${office}', 'CT', 1, 0, NULL);
    INSERT INTO field_version VALUES ('${office}', 'CT', 1, '{"vi":"CT","en":"CT"}', '{"vi":"CT","en":"CT"}', 'submit', NULL);
    INSERT INTO procedure VALUES ('${office}', 'ct-sao', 0, NULL);
    INSERT INTO procedure_version VALUES ('${office}', 'ct-sao', 1, 'CT', '{"vi":"Sao","en":"Copy"}', '{"vi":"Sao","en":"Copy"}', 'submit', '[]', NULL, NULL, 6, 0, 0);
    INSERT INTO officer VALUES ('${office}', 'p1', 1, 'Nguyễn Thị An', 'Công chức tư pháp');
    INSERT INTO counter VALUES ('${office}', 1, 'open', 'p1', 1, 's1', NULL, ${monday9 + 4 * minute}, 0, NULL);
    INSERT INTO counter_duty VALUES ('${office}', 1, 'CT', 'main', 0);`)
}

async function insertFacts (sql: Connection): Promise<void> {
  let tip = chainStart
  for (const [place, fact] of morning.entries()) {
    const sealed = sealFact(tip, office, place + 1, fact)
    tip = sealed.hash
    await sql.run('INSERT INTO fact (office_id, rev, type, at, done_by, payload, salt, payload_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
      [office, sealed.rev, sealed.type, sealed.at, sealed.done_by, sealed.payload, sealed.salt, sealed.payload_hash, sealed.hash])
  }
  await sql.run('INSERT INTO standing VALUES (?, ?, ?, ?, ?)', [office, morning.length, tip, morning.at(-1)?.at, mondayDate])
}

async function insertTickets (sql: Connection): Promise<void> {
  const states = [['done', 1, 9], ['called', 1, null], ['missed', 1, 10], ['waiting', null, null]] as const
  for (const [place, [state, counter, ended]] of states.entries()) {
    const id = `tk_100${place + 1}`
    const issuedAt = monday9 + place * minute
    const called = counter === null ? [null, null, null, null] : ['p1', 1, monday9 + 5 * minute, JSON.stringify({ ...call(id.slice(3)), rev: 6, at: monday9 + 5 * minute })]
    await sql.run('INSERT INTO ticket VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      [office, id, id.slice(3), mondayDate, issuedAt, place + 1, 'kiosk:k1', 'CT', place + 1, 'ct-sao', 1, 'submit', 0, 1, state, 1, counter])
    await sql.run('INSERT INTO leg VALUES (?, ?, 1, ?, 1, ?, ?, ?, ?, ?, NULL, ?, 0, ?, ?)',
      [office, id, 'CT', issuedAt, counter, called[0], called[1], called[2], ended === null ? null : monday9 + ended * minute, called[3], state === 'done' ? 'accepted' : null])
    await sql.run('INSERT INTO ticket_token VALUES (?, ?, ?, ?)', [office, id, `token-of-ticket-${id}`, 'vi'])
  }
}
