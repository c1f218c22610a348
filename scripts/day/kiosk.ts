import type { Hall } from './hall.ts'
import type { Asker } from './line.ts'
import type { Visitor } from './plan.ts'

/** One kiosk: takes numbers for those who come, one after the other, each when their time has come. */
export async function runKiosk (hall: Hall, kiosk: Asker, line: Iterable<Visitor>, slips: boolean): Promise<void> {
  for (const visitor of line) {
    await hall.clock.until(visitor.ticketAt)
    if (hall.stopped.aborted) return
    const { field, procedure, priority, priorityClass, dossiers } = visitor
    const { status, body } = await kiosk.post('/tickets', {
      field, priority, dossiers, ...procedure !== undefined && { procedure }, ...priorityClass !== undefined && { priorityClass }, ...!slips && { slip: false }
    })
    if (status !== 201) continue // refused: counted, and this visitor goes home
    hall.counts.issued++
    hall.crowd.comeIn(body.ticket.id as string, { visitor, token: body.token as string })
  }
}
