import { isDeepStrictEqual } from 'node:util'
import type { Logger } from 'pino'
import { inBoth, startTexts } from '../common/i18n/start.ts'
import { createPress, createSpooler, documentOf, isBlocking, openPrinter, parsePrinterUrl, slipWords, stateOf, type LaneStatus, type Printer, type PrintJob, type PrintJobs, type SlipFacts } from '../printer/index.ts'
import { serviceDate } from './domain/time.ts'
import type { Clock } from './ports/clock.ts'
import type { PaperTray } from './ports/paper-tray.ts'
import type { JobTally, PrinterState, PrinterStatus, SlipPrinter } from './ports/slip-printer.ts'
import type { PrintJobRow, PrintState } from './ports/print-jobs.ts'
import type { Store } from './ports/store.ts'
import type { SlipLanguages } from './slip-languages.ts'

export interface PaperParts {
  readonly store: Store
  readonly office: string
  readonly timeZone: string
  readonly clock: Clock
  /** Addresses of the kiosk's printer and, where there is one, of the guide's desk's. */
  readonly kiosk: string
  readonly desk?: string | undefined
  readonly languages: SlipLanguages
  /** How long a printer cannot print before the other one prints for it; absent: the spooler's own. */
  readonly relieveAfterMs?: number
  readonly log: Logger
}

export interface Paper {
  readonly printer: SlipPrinter
  /** Where the kiosk's printer is made of software. */
  readonly tray?: PaperTray
  readonly stop: () => Promise<void>
}

const names = { kiosk: 'kiosk', desk: 'desk' } as const

/**
 * Joins the printing room to the store: jobs wait in the database, the spooler works them off, each printer relieves the other.
 * @throws a sentence for an address that no printer can be opened at, or that both would share
 */
export function startPaper ({ store, office, timeZone, clock, kiosk, desk, languages, relieveAfterMs, log }: PaperParts): Paper {
  const printers = openPrinters(kiosk, desk)
  const press = createPress()
  const today = () => serviceDate(clock.now(), timeZone)
  const tally = createTally(today)
  const draft = (slip: SlipFacts) => documentOf(slip, slipWords(slip.language, languages.own))
  let fontsAtFault: string | undefined
  // Fonts are checked now, not at the first slip; numbers are given out and called without paper too.
  press.ready().catch((error: Error) => {
    fontsAtFault = error.message
    log.error(error, 'slips cannot be drawn')
  })
  let lanes: () => readonly LaneStatus[] = () => []
  const statuses = followStatuses(printers, () => lanes())
  const doubts = watchDoubts(statuses.tellAgain)
  for (const printer of printers) printer.watch()
  const spooler = createSpooler({
    jobs: jobsIn(store, office), printers, press, log, documentOf: draft,
    reliefs: desk === undefined ? {} : { kiosk: names.desk, desk: names.kiosk },
    ...relieveAfterMs !== undefined && { relieveAfterMs },
    isOutdated: job => job.serviceDate < today(),
    onChange: job => { tally.count(job); doubts(job) }, onStatus: statuses.look
  })
  lanes = () => spooler.status()
  if (desk === undefined) takeFromDesk(store, office).then(spooler.wake, (error: unknown) => log.error(error, 'slips of the desk printer'))
  const tray = printers[0].virtual

  return {
    printer: {
      kiosk: names.kiosk, desk: desk === undefined ? names.kiosk : names.desk,
      wake: () => spooler.wake(), printers: statuses.all, onChange: statuses.onChange, jobsToday: tally.today,
      preview: async (slip, name) => (await press.print(draft(slip), (printers.find(known => known.name === name) ?? printers[0]).profile, 1)).png,
      languages: ['vi', 'en', ...languages.own.keys()], unreadable: languages.unreadable, cannotDraw: () => fontsAtFault
    },
    ...tray && { tray },
    stop: async () => {
      await spooler.stop()
      await Promise.all(printers.map(printer => printer.stop()))
      await press.stop()
    }
  }
}

function openPrinters (kiosk: string, desk: string | undefined): readonly [Printer, ...Printer[]] {
  if (desk !== undefined && isSamePlace(kiosk, desk)) throw new Error(`MOISO_DESK_PRINTER: ${inBoth(startTexts, 'desk.same', { url: desk })}`)
  return [openPrinter(names.kiosk, kiosk), ...desk === undefined ? [] : [openPrinter(names.desk, desk)]]
}

/** Two lanes at one printer would mix their slips. Each `virtual:` is a printer of its own. */
function isSamePlace (one: string, other: string): boolean {
  const { place } = parsePrinterUrl(one)
  return place.type !== 'virtual' && isDeepStrictEqual(place, parsePrinterUrl(other).place)
}

/** Slips that wait for a desk printer which is no more come out at the kiosk; of one it was printing nobody knows. */
async function takeFromDesk ({ printJobs }: Store, office: string): Promise<void> {
  for (const { id, printer, tries } of await printJobs.inState(office, names.desk, 'printing')) {
    await printJobs.mark(office, { id, printer }, 'printing', { state: 'unknown', tries, error: 'stopping: its printer is no longer in the settings' })
  }
  while (await printJobs.handOver(office, names.desk, names.kiosk));
}

interface Statuses {
  readonly all: () => readonly PrinterStatus[]
  readonly onChange: SlipPrinter['onChange']
  /** Something may have changed. */
  readonly look: () => void
  /** What a printer was asked for is to be looked at, though the printer is as it was. */
  readonly tellAgain: (printer: string) => void
}

/** What each printer says of itself and how its queue is doing, as people are told it. Nothing here asks: it is told. */
function followStatuses (printers: readonly Printer[], lanes: () => readonly LaneStatus[]): Statuses {
  const told = new Set<(status: PrinterStatus) => void>()
  let known: readonly PrinterStatus[] = []

  function look (): void {
    const before = known
    const queues = lanes()
    known = printers.map(printer => statusOf(printer, queues.find(lane => lane.printer === printer.name)))
    for (const [index, status] of known.entries()) if (JSON.stringify(status) !== JSON.stringify(before[index])) for (const tell of told) tell(status)
  }

  for (const printer of printers) printer.onCondition(look)
  look()
  return {
    all: () => known, onChange: listener => { told.add(listener) }, look,
    tellAgain: printer => {
      const status = known.find(({ name }) => name === printer)
      if (status) for (const tell of told) tell(status)
    }
  }
}

function statusOf (printer: Printer, lane: LaneStatus | undefined): PrinterStatus {
  const condition = printer.condition()
  const said = stateOf(condition)
  const state = isBlocking(said) ? said : lane && faultOf(lane) || said
  const detail = lane?.error ?? condition.fault ?? (state === 'unreachable' ? printer.trouble() : undefined)
  const { label } = printer.profile
  return {
    name: printer.name, state,
    ...printer.virtual ? { label: `${inBoth(startTexts, 'virtual', {}, ' / ')}: ${label}`, isVirtual: true } : { label },
    ...state !== 'ready' && detail !== undefined && { detail },
    ...lane?.reliefBy !== undefined && { reliefBy: lane.reliefBy }
  }
}

/** A printer that says it is well and yet prints nothing; what hinders the house itself is no fault of a printer. */
function faultOf ({ state, error = '' }: LaneStatus): PrinterState | undefined {
  if (state !== 'waiting' && state !== 'relieved') return undefined
  const code = error.split(':')[0] ?? ''
  if (['store', 'undrawable', 'stopping', 'not-recorded'].includes(code)) return undefined
  return code === 'unreachable' ? 'unreachable' : 'fault'
}

/** Tells of a slip that may never have come out, and of one that came out after all. */
function watchDoubts (tell: (printer: string) => void): (job: { readonly id: string, readonly printer: string, readonly state: PrintState }) => void {
  const doubted = new Set<string>()
  return ({ id, printer, state }) => {
    const isDoubtful = state === 'unknown' || state === 'failed'
    if (isDoubtful) doubted.add(id)
    if (isDoubtful || doubted.delete(id)) tell(printer)
  }
}

interface Tally {
  readonly count: (job: { readonly id: string, readonly printer: string, readonly state: PrintState }) => void
  readonly today: () => readonly JobTally[]
}

/** Counts jobs by the state they came to, each once however often it was tried; every day begins with nothing. */
function createTally (today: () => string): Tally {
  let date = today()
  const entries = new Map<string, Pick<JobTally, 'printer' | 'state'> & { readonly jobs: Set<string> }>()
  const turnPage = () => {
    if (date !== today()) entries.clear()
    date = today()
  }
  return {
    count: ({ id, printer, state }) => {
      turnPage()
      const key = `${printer} ${state}`
      const entry = entries.get(key) ?? { printer, state, jobs: new Set() }
      entries.set(key, entry)
      entry.jobs.add(id)
    },
    today: () => {
      turnPage()
      return [...entries.values()].map(({ printer, state, jobs }) => ({ printer, state, count: jobs.size }))
    }
  }
}

function jobsIn (store: Store, office: string): PrintJobs {
  const { printJobs } = store
  const jobOrNone = (row: PrintJobRow | undefined) => row && jobOf(row)
  return {
    next: async name => jobOrNone(await printJobs.nextUnbegun(office, name)),
    mark: (job, from, change) => printJobs.mark(office, job, from, change),
    handOver: async (from, to) => jobOrNone(await printJobs.handOver(office, from, to)),
    leftPrinting: async name => (await printJobs.inState(office, name, 'printing')).map(jobOf)
  }
}

/** The slip was written by this house in the shape the printing room reads. */
function jobOf ({ id, printer, state, serviceDate, number, slip, tries }: PrintJobRow): PrintJob {
  return { id, printer, state, serviceDate, number, slip: slip as SlipFacts, tries }
}
