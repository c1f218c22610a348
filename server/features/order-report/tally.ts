import type { CallOutOfOrder, OfficerCalls, OrderReport } from '../../../common/contract/report.ts'
import { mostUndoable } from '../../domain/day.ts'
import { isoAt } from '../../domain/time.ts'
import type { CallUndone, LoggedCall } from '../../ports/store.ts'

/** What calls come to, told in the order of the log. A call that was taken back is listed as such and counts for nobody. */
export interface Tally {
  readonly add: (call: LoggedCall) => void
  /** Takes back the latest call of that ticket at that counter that still stands. */
  readonly takeBack: (undone: CallUndone) => void
  readonly report: () => OrderReport
}

export function tally (timeZone: string): Tally {
  const listed: LoggedCall[] = []
  const undone = new Set<number>()
  const officers = new Map<string, OfficerCalls>()
  /** Counter → its latest calls that stand: none further back can be taken back. */
  const standing = new Map<number, readonly LoggedCall[]>()
  const count = (call: LoggedCall, by: 1 | -1) => officers.set(call.officer.id, counted(officers.get(call.officer.id) ?? noCalls(call.officer.name), call, by))
  return {
    add: call => {
      count(call, 1)
      standing.set(call.counter, [...standing.get(call.counter) ?? [], call].slice(-mostUndoable))
      if (call.overtook > 0 || call.chosen !== undefined) listed.push(call)
    },
    takeBack: ({ counter, ticket }) => {
      const calls = standing.get(counter) ?? []
      const last = calls.findLast(call => call.ticket === ticket)
      if (!last) return
      count(last, -1)
      undone.add(last.rev)
      standing.set(counter, calls.filter(call => call !== last))
    },
    report: () => ({
      calls: listed.map(call => shown(call, undone.has(call.rev), timeZone)),
      officers: [...officers.values()].sort((a, b) => a.officer.localeCompare(b.officer, 'vi'))
    })
  }
}

function shown ({ at, number, counter, officer, why, chosen, overtook }: LoggedCall, isUndone: boolean, timeZone: string): CallOutOfOrder {
  return { at: isoAt(at, timeZone), number, counter, officer: officer.name, why, ...chosen !== undefined && { chosen }, overtook, ...isUndone && { undone: true } }
}

function noCalls (officer: string): OfficerCalls {
  return { officer, calls: 0, byWhy: { order: 0, priority: 0, returned: 0, appointment: 0, helper: 0, chosen: 0 }, chosen: 0, overtook: 0 }
}

/** `overtook` counts calls, not people: how often, not how many. */
function counted (sums: OfficerCalls, { why, chosen, overtook }: LoggedCall, by: 1 | -1): OfficerCalls {
  return {
    ...sums, calls: sums.calls + by, byWhy: { ...sums.byWhy, [why]: sums.byWhy[why] + by },
    chosen: sums.chosen + (chosen === undefined ? 0 : by), overtook: sums.overtook + (overtook > 0 ? by : 0)
  }
}
