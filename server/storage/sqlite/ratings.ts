import { randomBytes } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import { keptRating, mayAnswer, type Level, type Rating, type RatingAnswer, type RatingOutcome, type RatingQuestion } from '../../domain/rating.ts'
import { refuse, type Refusal } from '../../domain/refusal.ts'
import { ok, type Result } from '../../domain/result.ts'
import { addDays, serviceDate, type Instant } from '../../domain/time.ts'
import type { RatingRows } from '../../ports/ratings.ts'
import { digest } from '../chain.ts'
import type { Schema } from './schema.ts'
import { rememberTokensDays } from './unasking.ts'
import type { Access, Writer } from './writer.ts'

type Db = Kysely<Schema>

export function ratings (reader: Access, writer: Writer): RatingRows {
  const questions = (office: string) => questionRows(reader.db, office)
  return {
    question: async (office, token) => firstQuestion(await questions(office).where('q.token', '=', token).execute()),
    questionOf: async (office, ticket) => firstQuestion(await questions(office).where('q.ticket_id', '=', ticket).execute()),
    isSettled: async (office, ticket) =>
      await reader.db.selectFrom('rating_settled').select('ticket_id').where('office_id', '=', office).where('ticket_id', '=', ticket).executeTakeFirst() !== undefined,
    questionAt: async (office, counter, since) => firstQuestion(await questions(office).where('q.counter', '=', counter)
      .where('q.asked_at', '>=', since).orderBy('q.asked_at', 'desc').limit(1).execute()),
    answer: (office, token, answer, now) => writer.write(({ db }) => takeAnswer(db, office, token, answer, now)),
    lapse: (office, now) => writer.write(({ db }) => lapse(db, office, now)),
    on: async (office, date) => (await reader.db.selectFrom('rating').selectAll().where('office_id', '=', office).where('service_date', '=', date).execute()).map(ratingOf),
    outcomes: async (office, date) => {
      const rows = await reader.db.selectFrom('rating_outcome').select(({ fn }) => ['outcome', fn.sum<number>('questions').as('questions')])
        .where('office_id', '=', office).where('service_date', '=', date).groupBy('outcome').execute()
      return { rated: 0, skipped: 0, unanswered: 0, ...Object.fromEntries(rows.map(row => [row.outcome, row.questions])) }
    }
  }
}

async function takeAnswer (db: Db, office: string, token: string, answer: RatingAnswer, now: Instant): Promise<Result<RatingQuestion, Refusal>> {
  const question = firstQuestion(await questionRows(db, office).where('q.token', '=', token).execute())
  const spent = question ? undefined : await spentToken(db, office, token)
  if (spent === 'expired') return refuse({ code: 'TOKEN_EXPIRED' })
  const may = mayAnswer(question, spent === 'used', now)
  if (!may.ok) return may
  await forget(db, office, may.value, 'used')
  const rating = keptRating(may.value, answer)
  if (rating) await keep(db, office, may.value, rating, 'comment' in answer ? answer.comment : undefined)
  await count(db, office, may.value, rating ? 'rated' : 'skipped')
  return ok(may.value)
}

async function lapse (db: Db, office: string, now: Instant): Promise<readonly RatingQuestion[]> {
  const over = (await questionRows(db, office).where('q.until', '<', now).orderBy('q.until').execute()).map(questionOf)
  for (const question of over) {
    await forget(db, office, question, 'expired')
    await count(db, office, question, 'unanswered')
  }
  const { time_zone: zone } = await db.selectFrom('office').select('time_zone').where('id', '=', office).executeTakeFirstOrThrow()
  await db.deleteFrom('rating_settled').where('office_id', '=', office).where('service_date', '<', serviceDate(now, zone)).execute()
  await db.deleteFrom('spent_token').where('office_id', '=', office).where('forget_on', '<', new Date(now).toISOString().slice(0, 10)).execute()
  await db.deleteFrom('session').where('office_id', '=', office).where('expires_at', '<=', now).execute()
  return over
}

/** The question goes, and with it every way from the answer back to a ticket. */
async function forget (db: Db, office: string, { token, serviceDate }: RatingQuestion, ended: 'used' | 'expired'): Promise<void> {
  await db.deleteFrom('rating_question').where('office_id', '=', office).where('token', '=', token).execute()
  await db.insertInto('spent_token').values({ office_id: office, token_hash: digest(token), ended, forget_on: addDays(serviceDate, rememberTokensDays) }).execute()
}

async function keep (db: Db, office: string, question: RatingQuestion, { serviceDate, officer, level, handling, reasons }: Rating, comment: string | undefined): Promise<void> {
  const month = serviceDate.slice(0, 7)
  await db.insertInto('rating').values({
    office_id: office, service_date: serviceDate, key: randomKey(), officer_id: officer, level, handling: handling ?? null, reasons: JSON.stringify(reasons)
  }).execute()
  await db.insertInto('rating_tally').values({ office_id: office, month, field_id: question.field, purpose: question.purpose, level, ratings: 1 })
    .onConflict(conflict => conflict.doUpdateSet({ ratings: sql`ratings + 1` })).execute()
  if (comment) await db.insertInto('rating_comment').values({ office_id: office, month, key: randomKey(), text: comment }).execute()
}

async function count (db: Db, office: string, { serviceDate, officer }: RatingQuestion, outcome: RatingOutcome): Promise<void> {
  await db.insertInto('rating_outcome').values({ office_id: office, service_date: serviceDate, officer_id: officer.id, outcome, questions: 1 })
    .onConflict(conflict => conflict.doUpdateSet({ questions: sql`questions + 1` })).execute()
}

async function spentToken (db: Db, office: string, token: string): Promise<string | undefined> {
  const row = await db.selectFrom('spent_token').select('ended').where('office_id', '=', office).where('token_hash', '=', digest(token)).executeTakeFirst()
  return row?.ended
}

function randomKey (): string {
  return randomBytes(16).toString('hex')
}

type QuestionRow = Schema['rating_question'] & Pick<Schema['officer'], 'name' | 'title'>

function questionRows (db: Db, office: string) {
  return db.selectFrom('rating_question as q')
    .innerJoin('officer as o', join => join.onRef('o.office_id', '=', 'q.office_id').onRef('o.id', '=', 'q.officer_id').onRef('o.version', '=', 'q.officer_version'))
    .selectAll('q').select(['o.name', 'o.title']).where('q.office_id', '=', office)
}

function firstQuestion (rows: readonly QuestionRow[]): RatingQuestion | undefined {
  return rows[0] && questionOf(rows[0])
}

function questionOf (row: QuestionRow): RatingQuestion {
  return {
    token: row.token, ticket: row.ticket_id, counter: row.counter, field: row.field_id, purpose: row.purpose, serviceDate: row.service_date,
    officer: { id: row.officer_id, version: row.officer_version, name: row.name, title: row.title },
    solemn: row.solemn === 1, askedAt: row.asked_at, until: row.until
  }
}

function ratingOf (row: Schema['rating']): Rating {
  return {
    serviceDate: row.service_date, officer: row.officer_id, level: row.level as Level,
    ...row.handling !== null && { handling: row.handling as Level }, reasons: JSON.parse(row.reasons) as string[]
  }
}
