import { sql } from 'kysely'
import type { Fact, Recorded } from '../../domain/fact.ts'
import { addDays, instantOn } from '../../domain/time.ts'
import type { LoggedFact, Published, Store } from '../../ports/store.ts'
import { parsed } from './load-day.ts'
import type { Schema } from './schema.ts'
import { ticketOf, ticketsWithLeg } from './ticket-rows.ts'
import type { Access } from './writer.ts'

type Reading = Pick<Store, 'offices' | 'published' | 'factsAfter' | 'epoch' | 'ticket' | 'ticketByToken' | 'tokenOf' | 'ticketsOn' | 'latestCalls'>

/** What is asked of the store without changing it, on a connection of its own. */
export function reading (reader: Access): Reading {
  const { db } = reader
  const tickets = (office: string) => ticketsWithLeg(db).where('ticket.office_id', '=', office)
  return {
    offices: async () => (await db.selectFrom('office').select('id').orderBy('id').execute()).map(({ id }) => id),
    published: office => published(reader, office),
    epoch: async office => (await db.selectFrom('office').select('epoch').where('id', '=', office).executeTakeFirstOrThrow()).epoch,
    factsAfter: async (office, after, limit) => (await db.selectFrom('fact').selectAll()
      .where('office_id', '=', office).where('rev', '>', after).orderBy('rev').limit(limit).execute()).map(loggedFact),
    ticket: async (office, id) => {
      const row = await tickets(office).where('ticket.id', '=', id).executeTakeFirst()
      return row && ticketOf(row)
    },
    ticketByToken: async (office, token) => {
      const row = await tickets(office).innerJoin('ticket_token as k', join => join.onRef('k.office_id', '=', 'ticket.office_id').onRef('k.ticket_id', '=', 'ticket.id'))
        .where('k.office_id', '=', office).where('k.token', '=', token).executeTakeFirst()
      return row && ticketOf(row)
    },
    tokenOf: (office, ticket) => db.selectFrom('ticket_token').select(['token', 'language'])
      .where('office_id', '=', office).where('ticket_id', '=', ticket).executeTakeFirst(),
    ticketsOn: async (office, date, { state, field }) => {
      const ofDay = tickets(office).where('ticket.service_date', '=', date).orderBy('ticket.issued_rev')
      const inState = state === undefined ? ofDay : ofDay.where('ticket.state', '=', state)
      return (await (field === undefined ? inState : inState.where('leg.field_id', '=', field)).execute()).map(ticketOf)
    },
    latestCalls: (office, date, limit) => latestCalls(reader, office, date, limit)
  }
}

async function published ({ db }: Access, office: string): Promise<Published> {
  const classes = await db.selectFrom('priority_class').selectAll().where('office_id', '=', office).where('removed_at', 'is', null).orderBy('position').execute()
  const reasons = await db.selectFrom('low_rating_reason').selectAll().where('office_id', '=', office).where('removed_at', 'is', null).orderBy('position').execute()
  const notices = await db.selectFrom('notice').selectAll().where('office_id', '=', office).where('removed_at', 'is', null).orderBy('position').execute()
  return {
    priorityClasses: classes.map(({ id, name }) => ({ id, name: parsed(name) })),
    lowRatingReasons: reasons.map(({ text }) => parsed(text)),
    notices: notices.map(({ id, kind, title, lines }) => ({ id, kind, title, lines: parsed(lines) }))
  }
}

/** Calls whose payload was deleted by law are left out: there is nothing left to show. */
async function latestCalls ({ db }: Access, office: string, date: string, limit: number): Promise<readonly Recorded[]> {
  const { time_zone: zone } = await db.selectFrom('office').select('time_zone').where('id', '=', office).executeTakeFirstOrThrow()
  const rows = await db.selectFrom('fact').selectAll().where('type', '=', sql.lit('ticket:called')).where('office_id', '=', office)
    .where('at', '>=', instantOn(date, '00:00', zone)).where('at', '<', instantOn(addDays(date, 1), '00:00', zone))
    .where('payload', 'is not', null).orderBy('at', 'desc').orderBy('rev', 'desc').limit(limit).execute()
  return rows.map(recorded)
}

function recorded ({ rev, type, at, done_by: by, payload }: Schema['fact']): Recorded {
  return { ...parsed<object>(payload ?? '{}'), rev, type, at, by } as Fact & { rev: number }
}

function loggedFact (row: Schema['fact']): LoggedFact {
  return {
    rev: row.rev, type: row.type, at: row.at, by: row.done_by, payload: row.payload === null ? null : parsed(row.payload),
    payloadHash: row.payload_hash, hash: row.hash
  }
}
