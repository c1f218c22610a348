import { randomBytes } from 'node:crypto'
import type { OfficeSeed } from '../../ports/seed.ts'
import { chainStart } from '../chain.ts'
import type { Access } from './writer.ts'

const json = JSON.stringify
const orNull = <Value>(value: Value | undefined): Value | null => value ?? null

/** Puts an office into the database. Throws when it is there already, or contradicts itself; then nothing of it stays. */
export async function seedOffice (access: Access, seed: OfficeSeed): Promise<void> {
  await seedRules(access, seed)
  await seedFields(access, seed)
  await seedProcedures(access, seed)
  await seedCounters(access, seed)
  await seedPublished(access, seed)
  await seedPeople(access, seed)
}

/** A fresh name for the life of a database since it was made or restored. */
export function newEpoch (): string {
  return randomBytes(8).toString('hex')
}

async function seedRules ({ db }: Access, seed: OfficeSeed): Promise<void> {
  await db.insertInto('office').values({
    id: seed.id, name: json(seed.name), phone: orNull(seed.phone), time_zone: seed.timeZone, hours: json(seed.hours), holidays: json(seed.holidays),
    promise_minutes: seed.promiseMinutes, rules: json(seed.rules), recall_limit: seed.recallLimit, rating_minutes: seed.ratingMinutes,
    confirmed: 0, epoch: newEpoch()
  }).execute()
  await db.insertInto('standing').values({ office_id: seed.id, rev: 0, tip: chainStart, last_at: 0, service_date: '' }).execute()
}

async function seedFields ({ db }: Access, { id: office, fields }: OfficeSeed): Promise<void> {
  for (const [position, { id, digit, name, kioskLabel, purpose, windows, quota, asksDossiers, notice }] of fields.entries()) {
    await db.insertInto('field').values({ office_id: office, id, digit, position, removed_at: null }).execute()
    await db.insertInto('field_version').values({
      office_id: office, field_id: id, version: 1, name: json(name), kiosk_label: json(kioskLabel), purpose, windows: windows ? json(windows) : null,
      quota: orNull(quota), asks_dossiers: Number(asksDossiers ?? false), notice: notice ? json(notice) : null
    }).execute()
  }
}

async function seedProcedures ({ db }: Access, { id: office, procedures }: OfficeSeed): Promise<void> {
  for (const [position, it] of procedures.entries()) {
    await db.insertInto('procedure').values({ office_id: office, id: it.id, position, removed_at: null }).execute()
    await db.insertInto('procedure_version').values({
      office_id: office, procedure_id: it.id, version: 1, field_id: it.field, name: json(it.name), kiosk_label: json(it.kioskLabel), purpose: it.purpose,
      papers: json(it.papers), fee: orNull(it.fee), result_time: orNull(it.resultTime), mean_minutes: it.meanMinutes,
      solemn: Number(it.solemn), letter: orNull(it.letter), needs_review: Number(it.needsReview)
    }).execute()
  }
}

async function seedCounters ({ db }: Access, { id: office, duties }: OfficeSeed): Promise<void> {
  const closed = { state: 'closed', officer_id: null, officer_version: null, holder: null, reason: null, since: 0, contested: 0, undoable: null, taken_from: null, panic: null, removed_at: null }
  for (const { number, main, helper } of duties) {
    await db.insertInto('counter').values({ office_id: office, number, ...closed }).execute()
    const served = [...main.map(field => ({ field, kind: 'main' })), ...helper.map(field => ({ field, kind: 'helper' }))]
    for (const [position, { field, kind }] of served.entries()) {
      await db.insertInto('counter_duty').values({ office_id: office, counter: number, field_id: field, kind, position }).execute()
    }
  }
}

async function seedPublished ({ db }: Access, { id: office, priorityClasses, lowRatingReasons, notices }: OfficeSeed): Promise<void> {
  for (const [position, { id, name }] of priorityClasses.entries()) {
    await db.insertInto('priority_class').values({ office_id: office, id, name: json(name), position, removed_at: null }).execute()
  }
  for (const [position, text] of lowRatingReasons.entries()) {
    await db.insertInto('low_rating_reason').values({ office_id: office, position, text: json(text), removed_at: null }).execute()
  }
  for (const [position, { kind, title, lines }] of notices.entries()) {
    await db.insertInto('notice').values({ office_id: office, id: `nt_${position + 1}`, kind, title, lines: json(lines), position, removed_at: null }).execute()
  }
}

async function seedPeople ({ db }: Access, { id: office, people }: OfficeSeed): Promise<void> {
  for (const { id, username, passwordHash, pinHash, name, title, role, counter } of people) {
    await db.insertInto('person').values({ office_id: office, id, username, password_hash: passwordHash, pin_hash: orNull(pinHash), removed_at: null }).execute()
    await db.insertInto('person_version').values({ office_id: office, person_id: id, version: 1, name, title, role, counter: orNull(counter) }).execute()
  }
}
