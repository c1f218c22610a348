import { join } from 'node:path'
import { openConnection } from '../../server/storage/sqlite/dialect.ts'
import type { PrintState } from '../../server/ports/print-jobs.ts'

/** A print job as it stands in the database, in the order in which jobs were asked for. */
export interface StoredJob {
  readonly id: string
  readonly ticket: string
  readonly number: string
  readonly printer: string
  readonly state: PrintState
  readonly tries: number
  readonly error: string | null
  readonly slip: string
}

/** Looks past the server, which may be dead. */
export async function storedJobs (data: string): Promise<readonly StoredJob[]> {
  return asked(data, 'SELECT id, ticket_id AS ticket, number, printer, state, tries, error, slip FROM print_job ORDER BY place')
}

export async function storedTickets (data: string): Promise<readonly { readonly id: string, readonly number: string }[]> {
  return asked(data, 'SELECT id, number FROM ticket')
}

async function asked<Row> (data: string, sql: string): Promise<readonly Row[]> {
  const connection = await openConnection(join(data, 'moiso.db'), { readOnly: true })
  try {
    await connection.exec('PRAGMA busy_timeout = 5000')
    return await connection.all<Row>(sql)
  } finally {
    await connection.close()
  }
}

export const isUnbegun = ({ state }: Pick<StoredJob, 'state'>): boolean => state === 'queued' || state === 'blocked'
export const isOpen = (job: Pick<StoredJob, 'state'>): boolean => isUnbegun(job) || job.state === 'printing'
