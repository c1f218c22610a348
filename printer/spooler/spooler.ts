import { type Printer } from '../printers.ts'
import { type PrintJob } from './job.ts'
import { startLane, type Lane, type LaneParts, type LaneStatus } from './lane.ts'

type Wanted = 'jobs' | 'press' | 'documentOf' | 'isOutdated' | 'log'
type Tuned = 'onChange' | 'onStatus' | 'backoffMs' | 'slowLookMs' | 'relieveAfterMs'

/** Tuned parts may be left out: 1, 2, 5, 10, 30 s of back-off, a slow look each 30 s, relief after 8 s. */
export interface SpoolerParts extends Pick<LaneParts, Wanted>, Partial<Pick<LaneParts, Tuned>> {
  /** Already being watched; whoever opened them stops them, after the spooler. */
  readonly printers: readonly Printer[]
  /** Printer → the one that prints for it while it cannot. Both ways where two help each other. */
  readonly reliefs?: Readonly<Record<string, string>>
  /** How long stopping waits for the printer's answer to the job under way (3 s). */
  readonly stopGraceMs?: number
}

/** Works off the stored print queue, one job at a time for each printer. A dead printer costs nothing: its jobs wait. */
export interface Spooler {
  /** Something may have been queued. */
  wake (): void
  /** Takes no further job and resolves when the ones under way are settled. What was not begun stays queued on disk. */
  stop (): Promise<void>
  status (): readonly LaneStatus[]
}

const usual = { backoffMs: [1000, 2000, 5000, 10_000, 30_000], slowLookMs: 30_000, relieveAfterMs: 8000, onChange: () => {}, onStatus: () => {} } satisfies Pick<LaneParts, Tuned>

/** Starts at once, with what an earlier server left behind. */
export function createSpooler ({ printers, reliefs = {}, stopGraceMs = 3000, ...given }: SpoolerParts): Spooler {
  const patience = new AbortController()
  const parts: LaneParts = { ...usual, ...given, signal: patience.signal }
  const lanes = new Map<string, Lane>()
  const reliefOf = (name: string): Lane | undefined => lanes.get(reliefs[name] ?? '')
  const takeOver = async (to: string): Promise<PrintJob | undefined> => {
    for (const [from, lane] of lanes) {
      const job = reliefs[from] === to && lane.ability.isMissed() ? await parts.jobs.handOver(from, to) : undefined
      if (job) return job
    }
    return undefined
  }
  for (const printer of printers) {
    const { name } = printer
    const onMissed = () => { reliefOf(name)?.wake(); parts.onStatus() }
    lanes.set(name, startLane(printer, parts, { takeOver: () => takeOver(name), onMissed }))
  }
  return {
    wake () { for (const lane of lanes.values()) lane.wake() },
    async stop () {
      const timer = setTimeout(() => { patience.abort() }, stopGraceMs)
      await Promise.all([...lanes.values()].map(lane => lane.stop()))
      clearTimeout(timer)
    },
    status: () => [...lanes].map(([name, lane]) => relieved(lane, reliefs[name], reliefOf(name)))
  }
}

function relieved (lane: Lane, by: string | undefined, relief: Lane | undefined): LaneStatus {
  const status = lane.status()
  if (by === undefined || status.state === 'stopped' || !lane.ability.isMissed() || !relief?.ability.isAble()) return status
  return { ...status, state: 'relieved', reliefBy: by }
}
