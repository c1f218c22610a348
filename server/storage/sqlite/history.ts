import type { PastForecast, PastLeg } from '../../domain/forecast/past.ts'
import type { Purpose } from '../../domain/office.ts'
import type { History } from '../../ports/history.ts'
import type { Access } from './writer.ts'

interface LegRow {
  readonly date: string, readonly field: string, readonly procedure: string | null, readonly purpose: string, readonly priority: number
  readonly dossiers: number, readonly leg: number, readonly since: number, readonly returned: number | null, readonly appointment: number | null, readonly counter: number | null
  readonly called: number | null, readonly started: number | null, readonly ended: number | null
  readonly end: PastLeg['end'], readonly parted: keyof typeof endOf | null, readonly moved: number | null
}

/** A ticket that was missed or held and ended with the day keeps only that end; the fact that last moved it knows when it left the counter. */
const legsSql = `
  SELECT ticket.service_date AS date, leg.field_id AS field, leg.procedure_id AS procedure, ticket.purpose, ticket.priority, ticket.dossiers,
    leg.leg, leg.waiting_since AS since, leg.returned_at AS returned, ticket.appointment, leg.counter, leg.called_at AS called, leg.started_at AS started, leg.ended_at AS ended,
    CASE WHEN leg.leg < ticket.leg THEN 'sent' WHEN ticket.state IN ('done', 'missed') AND leg.called_at IS NULL THEN 'settled' WHEN ticket.state IN ('done', 'held', 'missed') THEN ticket.state
      WHEN ticket.state IN ('cancelled', 'expired') THEN 'away' ELSE 'open' END AS end,
    iif(ticket.state IN ('cancelled', 'expired') AND fact.type IN ('ticket:missed', 'ticket:held', 'ticket:settled'), fact.type, NULL) AS parted, fact.at AS moved
  FROM ticket JOIN leg ON leg.office_id = ticket.office_id AND leg.ticket_id = ticket.id
  LEFT JOIN fact ON fact.office_id = ticket.office_id AND fact.rev = ticket.moved_rev AND leg.leg = ticket.leg
  WHERE ticket.office_id = ? AND ticket.service_date BETWEEN ? AND ? ORDER BY date, since, ticket.issued_rev`

interface ForecastRow {
  readonly date: string, readonly field: string, readonly priority: number, readonly issued: number
  readonly earliest: number, readonly likely: number, readonly latest: number, readonly promised: number, readonly called: number | null
}

/** Whoever came back after a call has lost it from the leg; the log has it, among the facts of the ticket's own life. */
const forecastsSql = `
  SELECT ticket.service_date AS date, ticket.issued_field AS field, ticket.priority, ticket.issued_at AS issued,
    forecast.earliest, forecast.likely, forecast.latest, forecast.promised_by AS promised,
    iif(leg.returned_at IS NULL, leg.called_at, (
      SELECT fact.at FROM fact WHERE fact.office_id = ticket.office_id AND fact.rev > ticket.issued_rev AND fact.rev <= ticket.moved_rev
        AND fact.type = 'ticket:called' AND fact.payload ->> '$.ticket.id' = ticket.id ORDER BY fact.rev LIMIT 1)) AS called
  FROM ticket JOIN forecast ON forecast.office_id = ticket.office_id AND forecast.ticket_id = ticket.id
  JOIN leg ON leg.office_id = ticket.office_id AND leg.ticket_id = ticket.id AND leg.leg = 1
  WHERE ticket.office_id = ? AND ticket.service_date BETWEEN ? AND ? ORDER BY date, ticket.issued_rev`

/** Its condition in the words of the partial index. */
const apologiesSql = `SELECT count(*) AS slips FROM print_job WHERE office_id = ? AND service_date BETWEEN ? AND ? AND slip ->> '$.kind' = 'apology'`

export function history ({ sql }: Access): History {
  return {
    legs: async (...asked) => (await sql.all<LegRow>(legsSql, asked)).map(legOf),
    forecasts: async (...asked) => (await sql.all<ForecastRow>(forecastsSql, asked)).map(forecastOf),
    apologies: async (...asked) => (await sql.all<{ slips: number }>(apologiesSql, asked))[0]?.slips ?? 0
  }
}

const endOf = { 'ticket:missed': 'missed', 'ticket:held': 'held', 'ticket:settled': 'settled' } as const satisfies Record<string, PastLeg['end']>

function legOf (row: LegRow): PastLeg {
  const end = row.parted === null ? row.end : endOf[row.parted]
  const ended = row.parted === null ? row.ended : row.moved
  return {
    serviceDate: row.date, field: row.field, ...row.procedure !== null && { procedure: row.procedure }, purpose: row.purpose as Purpose,
    priority: row.priority === 1, dossiers: row.dossiers, leg: row.leg, waitingSince: row.since,
    ...row.returned !== null && { returnedAt: row.returned }, ...row.appointment !== null && { appointment: row.appointment },
    ...row.counter !== null && { counter: row.counter }, ...row.called !== null && { calledAt: row.called },
    ...row.started !== null && { startedAt: row.started }, ...ended !== null && { endedAt: ended }, end
  }
}

function forecastOf ({ date, field, priority, issued, earliest, likely, latest, promised, called }: ForecastRow): PastForecast {
  return {
    serviceDate: date, field, priority: priority === 1, issuedAt: issued, range: { earliest, likely, latest }, promisedBy: promised,
    ...called !== null && { calledAt: called }
  }
}
