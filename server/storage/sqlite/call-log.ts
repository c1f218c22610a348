import type { WhyCode } from '../../domain/call.ts'
import type { Officer } from '../../domain/counter.ts'
import type { CallUndone, LoggedCall, Store } from '../../ports/store.ts'
import { parsed } from './load-day.ts'
import type { Access } from './writer.ts'

interface CallRow {
  readonly rev: number, readonly at: number, readonly ticket: string, readonly number: string, readonly counter: number
  readonly officer: string, readonly why: string, readonly chosen: string | null, readonly overtook: number
}

/*
 * Facts carry no service date and calls no index of their own: every call would pay for it, and the report is read once
 * a month. But facts are numbered in order of time, and a day's calls lie between its first ticket and that of the next.
 */
const callsSql = `
  SELECT rev, at, payload ->> '$.ticket.id' AS ticket, payload ->> '$.ticket.number' AS number, payload ->> '$.counter' AS counter,
    payload -> '$.officer' AS officer, payload ->> '$.call.why.code' AS why, payload ->> '$.chosen' AS chosen, coalesce(payload ->> '$.overtook', 0) AS overtook
  FROM fact WHERE office_id = ? AND rev > ? AND rev < ? AND type = 'ticket:called' AND payload IS NOT NULL ORDER BY rev LIMIT ?`

const undoneSql = `
  SELECT rev, payload ->> '$.ticket.id' AS ticket, payload ->> '$.counter' AS counter
  FROM fact WHERE office_id = ? AND rev > ? AND rev < ? AND type = 'ticket:undone' AND payload ->> '$.deed' IN ('next', 'call') ORDER BY rev`

/** The first day with tickets from a date on, or after it; and a day's first ticket. */
const daySql = (compare: '>=' | '>') => `SELECT service_date AS date FROM ticket WHERE office_id = ? AND service_date ${compare} ? ORDER BY service_date LIMIT 1`
const firstTicketSql = 'SELECT min(issued_rev) AS rev FROM ticket WHERE office_id = ? AND service_date = ?'

export function callLog ({ sql }: Access): Pick<Store, 'calls' | 'callsUndone'> {
  return {
    calls: async (office, from, to, { after, limit }) => {
      const { begin, end } = await bounds(office, from, to)
      return (await sql.all<CallRow>(callsSql, [office, Math.max(after, begin - 1), end, limit])).map(callOf)
    },
    callsUndone: async (office, from, to) => {
      const { begin, end } = await bounds(office, from, to)
      return sql.all<CallUndone>(undoneSql, [office, begin - 1, end])
    }
  }

  async function bounds (office: string, from: string, to: string): Promise<{ readonly begin: number, readonly end: number }> {
    return { begin: await firstTicket(office, '>=', from), end: await firstTicket(office, '>', to) }
  }

  async function firstTicket (office: string, compare: '>=' | '>', date: string): Promise<number> {
    const [day] = await sql.all<{ date: string }>(daySql(compare), [office, date])
    const [first] = day ? await sql.all<{ rev: number }>(firstTicketSql, [office, day.date]) : []
    return first?.rev ?? Number.MAX_SAFE_INTEGER
  }
}

function callOf ({ rev, at, ticket, number, counter, officer, why, chosen, overtook }: CallRow): LoggedCall {
  return { rev, at, ticket, number, counter, officer: parsed<Officer>(officer), why: why as WhyCode, ...chosen !== null && { chosen }, overtook }
}
