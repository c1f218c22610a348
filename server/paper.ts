import type { Logger } from 'pino'
import { createPress, createSpooler, openPrinter, type PrintJob, type PrintJobs, type TicketSlipFacts } from '../printer/index.ts'
import type { PaperTray } from './ports/paper-tray.ts'
import type { PrinterState, SlipPrinter } from './ports/slip-printer.ts'
import type { PrintJobRow, Store } from './ports/store.ts'

export interface Paper {
  readonly printer: SlipPrinter
  /** Where the printer is made of software. */
  readonly tray?: PaperTray
  readonly stop: () => Promise<void>
}

/** The kiosk's printer; desk printers come to stand beside it. */
const kioskPrinter = 'kiosk'

/**
 * Joins the printing room to the store: jobs wait in the database, the spooler works them off.
 * Throws a sentence for an address that no printer can be opened at.
 */
export function startPaper (store: Store, office: string, url: string, log: Logger): Paper {
  const printer = openPrinter(kioskPrinter, url)
  const press = createPress()
  const told = new Set<(state: PrinterState) => void>()
  let state: PrinterState = 'ready'
  const spooler = createSpooler({ jobs: jobsIn(store, office), printers: [printer], press, log, onChange: () => look() })
  // The spooler says nothing of a printer that stays away; one look a second is enough for a screen.
  const looking = setInterval(() => look(), 1000)
  looking.unref()

  function look (): void {
    const now: PrinterState = spooler.status().some(lane => lane.state === 'waiting') ? 'unreachable' : 'ready'
    if (now === state) return
    state = now
    for (const tell of told) tell(now)
  }

  return {
    printer: { name: kioskPrinter, wake: () => spooler.wake(), state: () => state, onState: listener => { told.add(listener) } },
    ...printer.virtual && { tray: printer.virtual },
    stop: async () => {
      clearInterval(looking)
      await spooler.stop()
      await press.stop()
    }
  }
}

function jobsIn (store: Store, office: string): PrintJobs {
  const { printJobs } = store
  return {
    next: async name => {
      const row = await printJobs.nextQueued(office, name)
      return row && jobOf(row)
    },
    mark: (id, change) => printJobs.mark(office, id, change),
    leftPrinting: async name => (await printJobs.inState(office, name, 'printing')).map(jobOf)
  }
}

/** The slip was written by this house in the shape the printing room reads. */
function jobOf ({ id, printer, serviceDate, number, slip, tries }: PrintJobRow): PrintJob {
  return { id, printer, serviceDate, number, slip: slip as TicketSlipFacts, tries }
}
