import type { Selectable } from 'kysely'
import type { PrintJobRow, PrintJobRows, PrintState } from '../../ports/store.ts'
import type { Schema } from './schema.ts'
import type { Access, Writer } from './writer.ts'

export function printJobs (reader: Access, writer: Writer): PrintJobRows {
  const jobs = (office: string) => reader.db.selectFrom('print_job').selectAll().where('office_id', '=', office)
  const inState = (office: string, printer: string, state: PrintState) =>
    jobs(office).where('printer', '=', printer).where('state', '=', state).orderBy('place')
  return {
    find: async (office, id) => {
      const row = await jobs(office).where('id', '=', id).executeTakeFirst()
      return row && jobOf(row)
    },
    nextQueued: async (office, printer) => {
      const row = await inState(office, printer, 'queued').limit(1).executeTakeFirst()
      return row && jobOf(row)
    },
    inState: async (office, printer, state) => (await inState(office, printer, state).execute()).map(jobOf),
    mark: (office, id, { state, tries, error, confirmedBy }) => writer.write(async ({ db }) => {
      await db.updateTable('print_job').set({ state, tries, error: error ?? null, confirmed_by: confirmedBy ?? null })
        .where('office_id', '=', office).where('id', '=', id).execute()
    })
  }
}

function jobOf (row: Selectable<Schema['print_job']>): PrintJobRow {
  return {
    id: row.id, printer: row.printer, ticket: row.ticket_id, number: row.number, serviceDate: row.service_date, slip: JSON.parse(row.slip) as unknown,
    at: row.at, by: row.asked_by, state: row.state as PrintState, tries: row.tries,
    ...row.error !== null && { error: row.error }, ...row.confirmed_by !== null && { confirmedBy: row.confirmed_by }
  }
}
