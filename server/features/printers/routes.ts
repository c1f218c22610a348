import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { closed, List } from '../../../common/contract/basics.ts'
import { conditionOf } from '../../../common/contract/permissions.ts'
import { PrinterStatus, type PrinterName } from '../../../common/contract/printer.ts'
import { PrintJob, PrintJobListed, PrintState } from '../../../common/contract/ticket.ts'
import { refuse, type Refusal } from '../../domain/refusal.ts'
import { ok, type Result } from '../../domain/result.ts'
import { currentDate } from '../../domain/ticketing.ts'
import { isoAt } from '../../domain/time.ts'
import { idParams } from '../../http/params.ts'
import { signedIn } from '../../http/principals.ts'
import { problemResponses } from '../../http/problems.ts'
import type { Clock } from '../../ports/clock.ts'
import { actorOf, type Principal } from '../../ports/principal.ts'
import type { SlipFacts, SlipPrinter } from '../../ports/slip-printer.ts'
import type { PrintJobRow } from '../../ports/print-jobs.ts'
import type { Store } from '../../ports/store.ts'
import { withoutToken } from '../slip.ts'

const mostListed = 100
const Filter = Type.Object({
  state: Type.Optional(Type.Union([...PrintState.anyOf, Type.Literal('doubtful')], { description: 'doubtful: unknown or failed, and the newest slip of a ticket that is still open' }))
}, closed)
const picture = Type.Unsafe<Buffer>({ description: 'A PNG' })

/** The printers, and how the slips on their way through them are doing. */
export const printerRoutes: FastifyPluginAsyncTypebox<{ store: Pick<Store, 'day' | 'printJobs'>, clock: Clock, printer: SlipPrinter }> = async (app, { store, clock, printer }) => {
  const tags = ['printer']

  app.get('/printers', { schema: { tags, summary: 'The printers and what is wrong with them', response: { 200: List(PrinterStatus), ...problemResponses } }, onRequest: app.may('see-printers') }, async request => {
    const { office } = signedIn(request)
    const items = await Promise.all(printer.printers().map(async ({ isVirtual: _, ...status }) => ({
      ...status, name: status.name as PrinterName, waiting: await store.printJobs.countUnbegun(office, status.name)
    })))
    return { items }
  })

  app.get('/print-jobs', { schema: { tags, summary: `The slips of today, newest first, at most ${mostListed}`, querystring: Filter, response: { 200: List(PrintJobListed), ...problemResponses } }, onRequest: app.may('list-print-jobs') }, async request => {
    const { office } = signedIn(request)
    const { state } = request.query
    const day = await store.day(office)
    const today = currentDate(day, clock.now())
    const rows = state === 'doubtful'
      ? await store.printJobs.inDoubt(office, today, mostListed)
      : await store.printJobs.ofDay(office, today, { ...state !== undefined && { state }, limit: mostListed })
    return { items: rows.map(row => listed(row, day.office.timeZone)) }
  })

  app.get('/print-jobs/:id', { schema: { tags, summary: 'How a slip is doing', params: idParams, response: { 200: PrintJob, ...problemResponses } }, onRequest: app.may('see-print-jobs') }, async (request, reply) => {
    const found = await findJob(signedIn(request), request.params.id)
    if (!found.ok) return reply.refuse(found.error)
    return reply.send(wireJob(found.value))
  })

  app.get('/print-jobs/:id/slip.png', { schema: { tags, summary: 'The slip as it comes out of its printer, the same dots; for others than its kiosk the code leads nowhere', params: idParams, response: { 200: picture, ...problemResponses } }, onRequest: app.may('see-print-jobs') }, async (request, reply) => {
    const principal = signedIn(request)
    const found = await findJob(principal, request.params.id)
    if (!found.ok) return reply.refuse(found.error)
    // Written by this house in the shape the printing room reads.
    const slip = found.value.slip as SlipFacts
    const png = await printer.preview(principal.kind === 'kiosk' ? slip : withoutToken(slip), found.value.printer)
    return reply.type('image/png').header('cache-control', 'no-store').send(Buffer.from(png))
  })

  async function findJob (principal: Principal, id: string): Promise<Result<PrintJobRow, Refusal>> {
    const job = await store.printJobs.find(principal.office, id)
    if (!job) return refuse({ code: 'NOT_FOUND' })
    return conditionOf(principal, 'see-print-jobs') === 'own' && job.by !== actorOf(principal) ? refuse({ code: 'NOT_ALLOWED' }) : ok(job)
  }
}

function wireJob ({ id, state, printer, tries, error, confirmedBy }: PrintJobRow): PrintJob {
  return { job: id, state, printer, tries, ...error !== undefined && { error }, ...confirmedBy !== undefined && { confirmedBy } }
}

function listed (row: PrintJobRow, timeZone: string): PrintJobListed {
  const { number, ticket, at, slip } = row
  return { ...wireJob(row), number, ...ticket !== undefined && { ticket }, kind: (slip as SlipFacts).kind, at: isoAt(at, timeZone) }
}
