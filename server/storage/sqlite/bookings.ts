import { sql, type Kysely } from 'kysely'
import { refuse, type Refusal } from '../../domain/refusal.ts'
import { ok, type Result } from '../../domain/result.ts'
import type { Booking, BookingRows, BookingState, NewBooking } from '../../ports/bookings.ts'
import type { Once, Turned } from '../../ports/store.ts'
import { keepAnswersMs } from '../turning.ts'
import type { Schema } from './schema.ts'
import type { Access, Writer } from './writer.ts'

type Db = Kysely<Schema>

/** In so many words, as the partial indexes say it: a bound value would not find them. */
const booked = sql.lit('booked')

/** With six letters a code is taken once in a hundred thousand times; more than that is a defect of whoever makes them. */
const mostCodesTried = 50

export function bookings (reader: Access, writer: Writer): BookingRows {
  const { db } = reader
  return {
    slotsTaken: async (office, field, date) => {
      const rows = await taken(db, office, field).where('service_date', '=', date).select(({ fn }) => ['at', fn.countAll<number>().as('bookings')]).groupBy('at').execute()
      return new Map(rows.map(({ at, bookings: count }) => [at, count]))
    },
    book: (office, booking, slot, once) => writer.write(access => book(access.db, office, booking, slot, once)),
    byToken: async (office, token) => firstOf(await all(db, office).where('token', '=', token).execute()),
    byCode: async (office, code) => firstOf(await all(db, office).where('code', '=', code).where('state', '=', booked).execute())
      ?? firstOf(await all(db, office).where('code', '=', code).orderBy('made_at', 'desc').limit(1).execute()),
    cancel: (office, token) => writer.write(access => cancel(access.db, office, token)),
    lapse: (office, today) => writer.write(async access => {
      const { numUpdatedRows } = await access.db.updateTable('booking').set({ state: 'lapsed' })
        .where('office_id', '=', office).where('state', '=', booked).where('service_date', '<', today).executeTakeFirst()
      return Number(numUpdatedRows)
    })
  }
}

function all (db: Db, office: string) {
  return db.selectFrom('booking').selectAll().where('office_id', '=', office)
}

/** Bookings of a field that take up a place. */
function taken (db: Db, office: string, field: string) {
  return db.selectFrom('booking').where('office_id', '=', office).where('field_id', '=', field).where('state', 'in', ['booked', 'checked-in'])
}

type Slot = Parameters<BookingRows['book']>[2]

async function book (db: Db, office: string, wish: NewBooking, { perSlot, newCode }: Slot, once: Once | undefined): Promise<Result<Turned<Booking>, Refusal>> {
  const kept = once && await keptAnswer(db, office, once)
  if (kept) return kept.fingerprint === once.fingerprint ? ok({ answer: JSON.parse(kept.answer) as Booking, replayed: true }) : refuse({ code: 'IDEMPOTENCY_KEY_REUSED' })
  const { bookings: count } = await taken(db, office, wish.field).where('service_date', '=', wish.serviceDate).where('at', '=', wish.at)
    .select(({ fn }) => fn.countAll<number>().as('bookings')).executeTakeFirstOrThrow()
  if (count >= perSlot) return refuse({ code: 'SLOT_TAKEN' })
  const booking: Booking = { ...wish, code: await freeCode(db, office, newCode), state: 'booked' }
  await db.insertInto('booking').values(rowOf(office, booking)).execute()
  if (once) await keep(db, office, once, booking)
  return ok({ answer: booking, replayed: false })
}

async function freeCode (db: Db, office: string, newCode: () => string): Promise<string> {
  for (let tried = 0; tried < mostCodesTried; tried++) {
    const code = newCode()
    const [other] = await all(db, office).where('code', '=', code).where('state', '=', booked).execute()
    if (!other) return code
  }
  throw new Error('No code for a booking is free')
}

async function cancel (db: Db, office: string, token: string): Promise<Result<Booking, Refusal>> {
  const booking = firstOf(await all(db, office).where('token', '=', token).execute())
  if (!booking) return refuse({ code: 'NOT_FOUND' })
  if (booking.state !== 'booked') return refuse({ code: 'WRONG_STATE' })
  await db.updateTable('booking').set({ state: 'cancelled' }).where('office_id', '=', office).where('token', '=', token).execute()
  return ok({ ...booking, state: 'cancelled' })
}

/** The same promise that turns keep: a request repeated within a day is one deed. */
async function keptAnswer (db: Db, office: string, { principal, key, at }: Once) {
  return db.selectFrom('kept_answer').select(['fingerprint', 'answer'])
    .where('office_id', '=', office).where('principal', '=', principal).where('key', '=', key).where('at', '>', at - keepAnswersMs).executeTakeFirst()
}

async function keep (db: Db, office: string, { principal, key, fingerprint, at }: Once, booking: Booking): Promise<void> {
  const answer = { fingerprint, answer: JSON.stringify(booking), at }
  await db.insertInto('kept_answer').values({ office_id: office, principal, key, ...answer }).onConflict(conflict => conflict.doUpdateSet(answer)).execute()
}

function rowOf (office: string, { token, code, field, procedure, at, serviceDate, language, state, ticket, madeAt }: Booking): Schema['booking'] {
  return {
    office_id: office, token, code, field_id: field, procedure_id: procedure ?? null, at, service_date: serviceDate, language, state,
    ticket_id: ticket ?? null, made_at: madeAt
  }
}

function firstOf (rows: readonly Schema['booking'][]): Booking | undefined {
  const [row] = rows
  return row && {
    token: row.token, code: row.code, field: row.field_id, ...row.procedure_id !== null && { procedure: row.procedure_id },
    at: row.at, serviceDate: row.service_date, language: row.language, state: row.state as BookingState,
    ...row.ticket_id !== null && { ticket: row.ticket_id }, madeAt: row.made_at
  }
}
