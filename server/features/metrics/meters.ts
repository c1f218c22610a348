import type { Registry } from 'prom-client'
import { PrinterState } from '../../../common/contract/printer.ts'
import { brokenPromises } from '../../domain/promise.ts'
import { currentDate } from '../../domain/ticketing.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Forecaster } from '../../ports/forecaster.ts'
import type { Live } from '../../ports/live.ts'
import type { SlipPrinter } from '../../ports/slip-printer.ts'
import type { Store } from '../../ports/store.ts'

export interface MetricsNeeds {
  readonly store: Pick<Store, 'offices' | 'day' | 'printJobs'>
  readonly clock: Clock
  readonly printer: SlipPrinter
  readonly live: Pick<Live, 'watchers'>
  readonly forecaster?: Pick<Forecaster, 'outlook' | 'work'>
}

interface Gauge {
  readonly set: (labels: Readonly<Record<string, string>>, value: number) => void
  readonly reset: () => void
}
/** Makes a gauge; `look` sets it each time it is read. */
type MakeGauge = (name: string, help: string, labelNames: readonly string[], look: (gauge: Gauge) => void | Promise<void>) => unknown

const printerStates = PrinterState.anyOf.map(({ const: state }) => state)

/**
 * Gauges that look when they are read, so that nothing is counted while citizens are served. The process's own figures,
 * the delay of its event loop among them, are measured from the first reading on.
 */
export async function openMeters (needs: MetricsNeeds): Promise<Registry> {
  // Loaded late: most offices have nobody who reads it.
  const { default: prom } = await import('prom-client')
  const register = new prom.Registry()
  prom.collectDefaultMetrics({ register })
  const gauge: MakeGauge = (name, help, labelNames, look) =>
    new prom.Gauge({ name, help, labelNames: [...labelNames], registers: [register], collect () { return look(this) } })
  meterPrinters(gauge, needs)
  meterTickets(gauge, needs)
  meterForecasts(gauge, needs)
  gauge('moiso_sockets', 'Screens and phones that watch, by view', ['view'], gauge => {
    for (const [view, count] of Object.entries(needs.live.watchers())) gauge.set({ view }, count)
  })
  return register
}

function meterPrinters (gauge: MakeGauge, { store, printer }: MetricsNeeds): void {
  gauge('moiso_printer_state', '1 for the state a printer is in, 0 for the others', ['printer', 'state'], gauge => {
    for (const status of printer.printers()) for (const state of printerStates) gauge.set({ printer: status.name, state }, status.state === state ? 1 : 0)
  })
  gauge('moiso_print_jobs', 'Print jobs that reached a state today, since the server started', ['printer', 'state'], gauge => {
    gauge.reset()
    for (const { printer: name, state, count } of printer.jobsToday()) gauge.set({ printer: name, state }, count)
  })
  gauge('moiso_print_jobs_waiting', 'Print jobs that have not begun', ['printer'], async gauge => {
    for (const { name } of printer.printers()) {
      const counts = await Promise.all((await store.offices()).map(office => store.printJobs.countUnbegun(office, name)))
      gauge.set({ printer: name }, counts.reduce((sum, count) => sum + count, 0))
    }
  })
}

function meterTickets (gauge: MakeGauge, { store, clock }: MetricsNeeds): void {
  gauge('moiso_tickets_issued', 'Numbers given out today, by field', ['office', 'field'], async gauge => {
    for (const office of await store.offices()) {
      const day = await store.day(office)
      const isToday = day.serviceDate === currentDate(day, clock.now())
      for (const field of day.office.fields.keys()) gauge.set({ office, field }, isToday ? day.sequences.get(field) ?? 0 : 0)
    }
  })
  gauge('moiso_tickets_waiting', 'Tickets that wait now, by field', ['office', 'field'], async gauge => {
    for (const office of await store.offices()) {
      const { office: { fields }, tickets } = await store.day(office)
      for (const field of fields.keys()) {
        const { priority, ordinary } = tickets.waitingIn(field)
        gauge.set({ office, field }, priority + ordinary)
      }
    }
  })
}

function meterForecasts (gauge: MakeGauge, { store, clock, forecaster }: MetricsNeeds): void {
  gauge('moiso_forecast_age_seconds', 'Since the newest expectation was made; absent while there is none', ['office'], async gauge => {
    gauge.reset()
    for (const office of await store.offices()) {
      const outlook = forecaster?.outlook(office)
      if (outlook) gauge.set({ office }, Math.max(0, clock.now() - outlook.at) / 1000)
    }
  })
  const work = forecaster?.work
  if (work) {
    gauge('moiso_forecasts', 'Expectations reckoned since the start, and attempts that failed', ['outcome'], gauge => {
      gauge.set({ outcome: 'reckoned' }, work().outlooks)
      gauge.set({ outcome: 'failed' }, work().failures)
    })
    gauge('moiso_forecast_seconds', 'What reckoning took: the newest expectation, and all since the start', ['what'], gauge => {
      gauge.set({ what: 'newest' }, work().lastMs / 1000)
      gauge.set({ what: 'all' }, work().totalMs / 1000)
    })
  }
  gauge('moiso_promise_broken', 'Numbers that wait beyond the promised wait now', ['office'], async gauge => {
    for (const office of await store.offices()) gauge.set({ office }, brokenPromises(await store.day(office), clock.now()).length)
  })
}
