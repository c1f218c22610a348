import type { ServedLeg, Store } from '../../ports/store.ts'
import type { Access } from './writer.ts'

/** Through the day's tickets: what it costs is that day's, however long the office has worked. */
export function served ({ db }: Access): Pick<Store, 'servedOn'> {
  return {
    servedOn: async (office, date, counter) => {
      const ofDay = db.selectFrom('ticket')
        // SQLite keeps the order of a cross join: the day's tickets first, or it would walk through every leg there was.
        .crossJoin('leg').whereRef('leg.office_id', '=', 'ticket.office_id').whereRef('leg.ticket_id', '=', 'ticket.id')
        .leftJoin('officer as o', join => join.onRef('o.office_id', '=', 'leg.office_id').onRef('o.id', '=', 'leg.officer_id').onRef('o.version', '=', 'leg.officer_version'))
        .select(['ticket.id', 'ticket.number', 'ticket.priority', 'ticket.appointment', 'ticket.leg as last', 'leg.leg', 'leg.counter', 'leg.field_id', 'leg.procedure_id',
          'leg.waiting_since', 'leg.returned_at', 'leg.called_at', 'leg.started_at', 'leg.ended_at', 'leg.outcome', 'leg.dossier_code', 'o.name as officer'])
        .where('ticket.office_id', '=', office).where('ticket.service_date', '=', date)
        .where('leg.counter', 'is not', null).where('leg.ended_at', 'is not', null)
        .where(where => where.or([where('ticket.state', '=', 'done'), where('leg.leg', '<', where.ref('ticket.leg'))]))
        .orderBy('leg.ended_at', 'desc').orderBy('ticket.moved_rev', 'desc').orderBy('leg.leg', 'desc')
      const rows = await (counter === undefined ? ofDay : ofDay.where('leg.counter', '=', counter)).execute()
      return rows.map(legOf)
    }
  }
}

interface ServedRow {
  readonly id: string, readonly number: string, readonly priority: number, readonly appointment: number | null, readonly last: number, readonly leg: number, readonly counter: number | null
  readonly field_id: string, readonly procedure_id: string | null, readonly waiting_since: number, readonly returned_at: number | null, readonly called_at: number | null
  readonly started_at: number | null, readonly ended_at: number | null, readonly outcome: string | null, readonly dossier_code: string | null, readonly officer: string | null
}

function legOf (row: ServedRow): ServedLeg {
  return {
    ticket: row.id, number: row.number, leg: row.leg, counter: row.counter ?? 0, field: row.field_id, ...row.procedure_id !== null && { procedure: row.procedure_id },
    priority: row.priority === 1, waitingSince: row.returned_at ?? row.waiting_since, ...row.appointment !== null && { appointment: row.appointment },
    ...row.called_at !== null && { calledAt: row.called_at }, ...row.started_at !== null && { startedAt: row.started_at }, endedAt: row.ended_at ?? 0,
    end: row.leg < row.last ? 'sent' : 'done', ...row.officer !== null && { officer: row.officer },
    ...row.outcome !== null && { outcome: row.outcome }, ...row.dossier_code !== null && { dossierCode: row.dossier_code }
  }
}
