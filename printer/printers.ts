import { parsePrinterUrl } from './address.ts'
import { type Condition } from './condition.ts'
import { pauseMs } from './link/connection.ts'
import { LinkedJobs } from './link/jobs.ts'
import { linkTimes, type LinkTimes } from './link/times.ts'
import { type FinishedSlip, type Outcome, type PrintOptions } from './outcome.ts'
import { type PrinterProfile } from './profiles/profiles.ts'
import { createFilePrinting } from './transports/file.ts'
import { transportTo, type Transport } from './transports/transport.ts'
import { createVirtualPrinter, type VirtualPrinter } from './virtual/printer.ts'

/** A printer and the one connection to it. One job at a time: the spooler sees to that. */
export interface Printer {
  readonly name: string
  readonly url: string
  readonly profile: PrinterProfile
  /** The printer made of software behind a `virtual:` address. */
  readonly virtual?: VirtualPrinter
  /** Begins to keep in touch: connects, listens, asks how it is, and connects again when it went away. Once. */
  watch (): void
  /** As last heard. */
  condition (): Condition
  /** Why it was last out of reach, in the system's words. */
  trouble (): string | undefined
  /** Told of each condition that differs from the one before. Returns what takes the listener away again. */
  onCondition (listener: (condition: Condition) => void): () => void
  /** Told the id of a job that ended without confirmation and turns out, on the same connection, to be on paper. */
  onLate (listener: (job: string) => void): () => void
  /** Never rejects for what a printer, a network or a disk does. */
  print (slip: FinishedSlip, options?: PrintOptions): Promise<Outcome>
  stop (): Promise<void>
}

export interface PrinterOptions {
  readonly times?: Partial<LinkTimes>
  /** Shown as `virtual`; made when absent and asked for. */
  readonly virtual?: VirtualPrinter
}

type Printing = Pick<Printer, 'watch' | 'condition' | 'trouble' | 'onCondition' | 'onLate' | 'print' | 'stop' | 'virtual'>

/** Opens the printer of an address (see parsePrinterUrl). Connects to nothing yet. Throws PrinterUrlError. */
export function openPrinter (name: string, url: string, options: PrinterOptions = {}): Printer {
  const { place, profile } = parsePrinterUrl(url)
  const about = { name, url, profile }
  const times = { ...linkTimes, ...options.times }
  if (place.type === 'file') return { ...about, ...createFilePrinting(place.folder, pauseMs(times.backoffMs.length, times.backoffMs)) }
  const transport = transportTo(place, times, () => options.virtual ?? createVirtualPrinter({ widthDots: profile.paper.widthDots }))
  return { ...about, ...linked(profile, times, transport) }
}

function linked (profile: PrinterProfile, times: LinkTimes, { adapter, virtual, stop }: Transport): Printing {
  const jobs = new LinkedJobs({ profile, times, adapter })
  const { link } = jobs
  return {
    ...(virtual ? { virtual } : {}),
    watch () { link.want() },
    condition: () => link.condition(),
    trouble: () => link.lastTrouble(),
    onCondition: listener => link.onCondition(listener),
    onLate: listener => jobs.onLate(listener),
    print: (slip, options) => jobs.print(slip, options),
    async stop () {
      await link.stop()
      await stop()
    }
  }
}
