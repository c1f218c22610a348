import type { OrderReport } from '../../../common/contract/report.ts'
import { currentDate } from '../../domain/ticketing.ts'
import type { ServiceDate } from '../../domain/time.ts'
import type { Clock } from '../../ports/clock.ts'
import type { LoggedCall, Store } from '../../ports/store.ts'
import { isReadable, type ReportPeriod } from '../report-period.ts'
import { tally } from './tally.ts'

/** Undefined where the period runs backwards or is too long. */
export type ReadOrderReport = (office: string, period: ReportPeriod) => Promise<OrderReport | undefined>

const pageSize = 1000

/** Every call that passed somebody over, and what each officer's calls come to. */
export function orderReportUseCase (store: Store, clock: Clock): ReadOrderReport {
  return async (office, period) => {
    const day = await store.day(office)
    const today = currentDate(day, clock.now())
    const from = period.from ?? period.to ?? today
    const to = period.to ?? (from > today ? from : today)
    if (!isReadable(from, to)) return undefined
    const undone = [...await store.callsUndone(office, from, to)].reverse()
    const sums = tally(day.office.timeZone)
    for await (const call of callsBetween(store, office, from, to)) {
      for (let next = undone.at(-1); next && next.rev < call.rev; next = undone.at(-1)) sums.takeBack(undone.pop() ?? next)
      sums.add(call)
    }
    for (const last of undone.reverse()) sums.takeBack(last)
    return sums.report()
  }
}

async function * callsBetween (store: Store, office: string, from: ServiceDate, to: ServiceDate): AsyncGenerator<LoggedCall> {
  for (let after = 0; ;) {
    const page = await store.calls(office, from, to, { after, limit: pageSize })
    yield * page
    const last = page.at(-1)
    if (!last || page.length < pageSize) return
    after = last.rev
  }
}
