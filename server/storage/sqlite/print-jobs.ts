import type { Selectable } from 'kysely'
import type { PrintJobRow, PrintJobRows, PrintState } from '../../ports/print-jobs.ts'
import type { Schema } from './schema.ts'
import { openStates } from './ticket-rows.ts'
import type { Access, Writer } from './writer.ts'

type Stored = Selectable<Schema['print_job']>

export function printJobs (reader: Access, writer: Writer): PrintJobRows {
  const jobs = (office: string) => reader.db.selectFrom('print_job').where('office_id', '=', office)
  return {
    find: async (office, id) => {
      const row = await jobs(office).selectAll().where('id', '=', id).executeTakeFirst()
      return row && jobOf(row)
    },
    nextUnbegun: async (office, printer) => (await reader.sql.all<Stored>(nextSql, [office, printer])).map(jobOf)[0],
    countUnbegun: async (office, printer) => {
      const { unbegun } = await jobs(office).where('printer', '=', printer).where('state', 'in', ['queued', 'blocked'])
        .select(({ fn }) => fn.countAll<number>().as('unbegun')).executeTakeFirstOrThrow()
      return unbegun
    },
    inState: async (office, printer, state) =>
      (await jobs(office).selectAll().where('printer', '=', printer).where('state', '=', state).orderBy('place').execute()).map(jobOf),
    ofDay: async (office, date, { state, limit }) => {
      const ofDay = jobs(office).selectAll().where('service_date', '=', date).orderBy('place', 'desc').limit(limit)
      return (await (state === undefined ? ofDay : ofDay.where('state', '=', state)).execute()).map(jobOf)
    },
    inDoubt: async (office, date, limit) => (await reader.sql.all<Stored>(doubtSql, [office, date, limit])).map(jobOf),
    mark: (office, { id, printer }, from, { state, tries, error, confirmedBy }) => writer.write(async ({ sql }) =>
      await sql.run(markSql, [state, tries, error ?? null, confirmedBy ?? null, office, id, printer, from]) === 1),
    handOver: (office, from, to) => writer.write(async ({ sql }) => (await sql.all<Stored>(handOverSql, [office, from, to])).map(jobOf)[0])
  }
}

/** By place within each state, which is one step down the index, however many wait. */
const oldest = `(SELECT min(place) FROM (
  SELECT min(place) AS place FROM print_job WHERE office_id = ?1 AND printer = ?2 AND state = 'queued'
  UNION ALL SELECT min(place) FROM print_job WHERE office_id = ?1 AND printer = ?2 AND state = 'blocked'))`

const nextSql = `SELECT * FROM print_job WHERE place = ${oldest}`

/** A later slip of the same ticket, whatever became of it, stands for the earlier one. */
const doubtSql = `SELECT job.* FROM print_job AS job
  WHERE job.office_id = ?1 AND job.service_date = ?2 AND job.state IN ('unknown', 'failed') AND job.ticket_id IS NOT NULL
    AND EXISTS (SELECT 1 FROM ticket WHERE ticket.office_id = ?1 AND ticket.id = job.ticket_id AND ticket.state IN (${openStates.map(state => `'${state}'`).join(', ')}))
    AND NOT EXISTS (SELECT 1 FROM print_job AS later WHERE later.office_id = ?1 AND later.service_date = ?2 AND later.ticket_id = job.ticket_id AND later.place > job.place)
  ORDER BY job.place DESC LIMIT ?3`

const markSql = `UPDATE print_job SET state = ?, tries = ?, error = ?, confirmed_by = ?
  WHERE office_id = ? AND id = ? AND printer = ? AND state = ?`

const handOverSql = `UPDATE print_job SET printer = ?3, state = 'queued', error = NULL WHERE place = ${oldest} RETURNING *`

function jobOf (row: Stored): PrintJobRow {
  return {
    id: row.id, printer: row.printer, number: row.number, serviceDate: row.service_date, slip: JSON.parse(row.slip) as unknown,
    at: row.at, by: row.asked_by, state: row.state as PrintState, tries: row.tries,
    ...row.ticket_id !== null && { ticket: row.ticket_id }, ...row.error !== null && { error: row.error }, ...row.confirmed_by !== null && { confirmedBy: row.confirmed_by }
  }
}
