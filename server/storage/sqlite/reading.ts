import type { LoggedFact, Published, Store } from '../../ports/store.ts'
import { parsed } from './load-day.ts'
import type { Schema } from './schema.ts'
import { ticketOf, ticketsWithLeg } from './ticket-rows.ts'
import type { Access } from './writer.ts'

type Reading = Pick<Store, 'offices' | 'published' | 'factsAfter' | 'epoch' | 'ticket' | 'ticketByToken' | 'tokenOf' | 'ticketsOn'>

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
    ticketsOn: async (office, date, { state, field, number, movedAfter }) => {
      const all = tickets(office).where('ticket.service_date', '=', date).orderBy('ticket.issued_rev')
      const ofDay = number === undefined ? all : all.where('ticket.number', '=', number)
      const inState = state === undefined ? ofDay : ofDay.where('ticket.state', '=', state)
      const inField = field === undefined ? inState : inState.where('leg.field_id', '=', field)
      return (await (movedAfter === undefined ? inField : inField.where('ticket.moved_rev', '>', movedAfter)).execute()).map(ticketOf)
    }
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

function loggedFact (row: Schema['fact']): LoggedFact {
  return {
    rev: row.rev, type: row.type, at: row.at, by: row.done_by, payload: row.payload === null ? null : parsed(row.payload),
    payloadHash: row.payload_hash, hash: row.hash
  }
}
