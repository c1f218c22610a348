import type { CallOutOfOrder, OfficerCalls, OrderReport } from '../../../common/contract/report.ts'
import { currentDate } from '../../domain/ticketing.ts'
import { addDays, isoAt, type ServiceDate } from '../../domain/time.ts'
import type { Clock } from '../../ports/clock.ts'
import type { LoggedCall, Store } from '../../ports/store.ts'

export interface ReportPeriod { readonly from?: ServiceDate, readonly to?: ServiceDate }
/** Undefined where the period runs backwards or is longer than {@link mostDays}. */
export type ReadOrderReport = (office: string, period: ReportPeriod) => Promise<OrderReport | undefined>

/** A year and the day it began on. */
export const mostDays = 366

const pageSize = 1000

/** Every call that passed somebody over, and what each officer's calls come to. */
export function orderReportUseCase (store: Store, clock: Clock): ReadOrderReport {
  return async (office, period) => {
    const day = await store.day(office)
    const today = currentDate(day, clock.now())
    const from = period.from ?? period.to ?? today
    const to = period.to ?? (from > today ? from : today)
    if (to < from || to > addDays(from, mostDays)) return undefined
    const calls: CallOutOfOrder[] = []
    const officers = new Map<string, OfficerCalls>()
    for await (const call of callsBetween(store, office, from, to)) {
      officers.set(call.officer.id, counted(officers.get(call.officer.id) ?? noCalls(call.officer.name), call))
      if (call.overtook > 0 || call.chosen !== undefined) calls.push(shown(call, day.office.timeZone))
    }
    return { calls, officers: [...officers.values()].sort((a, b) => a.officer.localeCompare(b.officer, 'vi')) }
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

function shown ({ at, number, counter, officer, why, chosen, overtook }: LoggedCall, timeZone: string): CallOutOfOrder {
  return { at: isoAt(at, timeZone), number, counter, officer: officer.name, why, ...chosen !== undefined && { chosen }, overtook }
}

function noCalls (officer: string): OfficerCalls {
  return { officer, calls: 0, byWhy: { order: 0, priority: 0, returned: 0, appointment: 0, helper: 0, chosen: 0 }, chosen: 0, overtook: 0 }
}

/** `overtook` counts calls, not people: how often, not how many. */
function counted (sums: OfficerCalls, { why, chosen, overtook }: LoggedCall): OfficerCalls {
  return {
    ...sums, calls: sums.calls + 1, byWhy: { ...sums.byWhy, [why]: sums.byWhy[why] + 1 },
    chosen: sums.chosen + Number(chosen !== undefined), overtook: sums.overtook + Number(overtook > 0)
  }
}
