import { setTimeout as sleep } from 'node:timers/promises'
import { createPress } from '../../printer/encode/press.ts'
import { profileNamed } from '../../printer/profiles/profiles.ts'
import type { SlipFacts } from '../../printer/slip/facts.ts'
import { documentOf } from '../../printer/slip/slip.ts'
import { slipWords } from '../../printer/slip/words.ts'
import { chanceFrom } from '../../tests/storage/support/damage.ts'
import { withFolder } from '../bench/measure.ts'
import { makeWell, trouble, type Chance } from './faults.ts'
import { openPaperHall, takeNumbers, untilOpen, type PaperHall, type PrinterName, type Sheet } from './paper-hall.ts'
import { isOpen, isUnbegun, storedJobs, storedTickets, type StoredJob } from './paper-jobs.ts'
import { inProportion, type Extent, type Outcome } from './part.ts'
import { readSheets, type OnPaper, type WantedSlip } from './sheets.ts'

const fullTickets = 2_000
/** Taken while no printer can print, to see them all come out in order. */
const heldTickets = 20
const mostReprints = 20
const names = ['kiosk', 'desk'] as const

/** Slips by the thousand on two printers that fail in every way they can, under a server that is killed; what the office believes of each must be true of the paper. */
export async function paper (extent: Extent, seed = Math.floor(Math.random() * 2 ** 31)): Promise<Outcome> {
  const tickets = inProportion(fullTickets, extent)
  extent.say(`${tickets} tickets, seed ${seed}`)
  return withFolder(async data => {
    const hall = await openPaperHall(data)
    const faults = new Map<string, number>()
    try {
      const kills = await storm(hall, tickets - heldTickets, chanceFrom(seed), extent, name => { faults.set(name, (faults.get(name) ?? 0) + 1) })
      const held = await afterwards(hall, extent)
      const jobs = await storedJobs(data)
      const onPaper = readSheets(await wantedSlips(jobs, hall), hall.sheets)
      judge(hall, jobs, held, onPaper)
      for (const { id, number } of await storedTickets(data)) {
        const own = jobs.filter(job => job.ticket === id && !isReprint(job))
        if (own.length !== 1) hall.failures.push(`${number} has ${own.length} print jobs`)
      }
      return { figures: figuresOf(hall, jobs, onPaper, kills, faults), failures: hall.failures }
    } finally {
      await hall.close()
    }
  })
}

/** Numbers are taken, printers fail, the server dies. Returns how often it died. */
async function storm (hall: PaperHall, tickets: number, chance: Chance, extent: Extent, count: (fault: string) => void): Promise<number> {
  const isShort = tickets < 200
  const isEnough = () => hall.told.size >= tickets
  const kills = Math.max(2, Math.round(tickets / 80))
  const kill = async () => {
    for (let done = 1; done <= kills; done++) {
      while (hall.told.size < done * tickets / (kills + 1)) await sleep(20)
      await sleep(chance(300))
      await hall.restart()
      extent.say(`${hall.told.size}/${tickets} tickets, ${hall.sheets.length} sheets, ${done} kills, ${hall.failures.length} broken promises`)
    }
  }
  let isOver = false
  const troubles = names.map(name => trouble(hall.printers[name], chance, isShort ? { restMs: 700, lastsMs: 400, longMs: 0 } : { restMs: 2500, lastsMs: 1500, longMs: 20_000 }, () => isOver, count))
  await Promise.all([...names.map(name => takeNumbers(hall, name, chance, name === 'kiosk' ? 60 : 150, isEnough)), kill()])
  isOver = true
  await Promise.all(troubles)
  return kills
}

/** A last kill, no paper anywhere, more numbers, some slips asked for again; then new rolls. Returns the jobs that had to wait for them. */
async function afterwards (hall: PaperHall, { say }: Extent): Promise<readonly StoredJob[]> {
  await hall.restart(() => { for (const name of names) hall.printers[name].virtual.set({ paper: 'out' }) })
  for (let taken = 0; taken < heldTickets; taken++) await hall.take(names[taken % 3 === 0 ? 1 : 0], 'CT')
  const unknown = (await storedJobs(hall.data)).filter(({ state }) => state === 'unknown').slice(-mostReprints)
  for (const { ticket } of unknown) await hall.reprint(ticket)
  while ((await storedJobs(hall.data)).some(({ state }) => state === 'printing')) await sleep(50)
  const held = (await storedJobs(hall.data)).filter(isUnbegun)
  say(`${held.length} slips wait for paper`)
  for (const name of names) makeWell(hall.printers[name])
  if (!await untilOpen(hall, count => count === 0)) hall.failures.push('the queue was not worked off although the printers are well')
  return held
}

async function wantedSlips (jobs: readonly StoredJob[], hall: PaperHall): Promise<readonly WantedSlip[]> {
  const press = createPress()
  const profile = profileNamed('generic-80')
  if (!profile) throw new Error('no profile')
  const slips: WantedSlip[] = []
  for (const { id, ticket, slip } of jobs) {
    const { png } = await press.print(documentOf(JSON.parse(slip) as SlipFacts, slipWords('vi')), profile, 1)
    slips.push({ job: id, ticket, print: hall.read(png) })
  }
  await press.stop()
  return slips
}

const isReprint = ({ slip }: StoredJob) => (JSON.parse(slip) as { reprint: boolean }).reprint

function judge ({ told, sheets, failures }: PaperHall, jobs: readonly StoredJob[], held: readonly StoredJob[], { whole, tooOften }: OnPaper): void {
  const byId = new Map(jobs.map(job => [job.id, job]))
  const times = countsOf(whole)
  for (const id of told.keys()) if (!byId.has(id)) failures.push(`the slip ${id} was promised and is lost`)
  for (const job of jobs) {
    const onPaper = times.get(job.id) ?? 0
    const name = `${job.number} (${job.id}${isReprint(job) ? ', reprint' : ''})`
    if (isOpen(job) || job.state === 'failed') failures.push(`${name} ended as ${job.state}: ${job.error}`)
    if (onPaper > 1) failures.push(`${name} came out ${onPaper} times`)
    if (job.state === 'printed' && onPaper === 0) failures.push(`${name} counts as printed and is on no finished sheet`)
  }
  for (const ticket of tooOften) failures.push(`${jobs.find(job => job.ticket === ticket)?.number} came out twice at least in part`)
  for (const { id, number } of held) if (byId.get(id)?.state !== 'printed') failures.push(`${number} waited for paper, and then was ${byId.get(id)?.state}: ${byId.get(id)?.error}`)
  if (sheets.length === 0) failures.push('no sheet came out at all')
  for (const queue of names) {
    for (const printer of names) checkOrder(printer, held.filter(({ id, printer: before }) => before === queue && byId.get(id)?.printer === printer), whole, failures)
  }
}

/** What waited in one queue came out at each printer in the order in which it was asked for. */
function checkOrder (printer: PrinterName, asked: readonly StoredJob[], whole: readonly string[], failures: string[]): void {
  const numbers = new Map(asked.map(({ id, number }) => [id, number]))
  const cameOut = whole.flatMap(id => numbers.get(id) ?? [])
  if (cameOut.join() !== [...numbers.values()].join()) failures.push(`out of order at the ${printer}: ${cameOut.join(' ')} instead of ${[...numbers.values()].join(' ')}`)
}

function figuresOf ({ told, sheets }: PaperHall, jobs: readonly StoredJob[], { whole, seen }: OnPaper, kills: number, faults: ReadonlyMap<string, number>): Outcome['figures'] {
  const fates = countsOf(jobs.filter(({ state }) => state === 'unknown').map(({ id, ticket }) => whole.includes(id) ? 'whole' : seen.has(ticket) ? 'in part' : 'not there'))
  return {
    'tickets acknowledged': told.size - jobs.filter(isReprint).length, 'print jobs': jobs.length, 'kills': kills + 1,
    'states': listed(countsOf(jobs.map(({ state }) => state))), 'unknown ones on paper': listed(fates),
    'printed by the other printer': jobs.filter(({ id, printer }) => told.has(id) && told.get(id) !== printer).length,
    'reprinted by a person': jobs.filter(isReprint).length,
    'attempts without a byte': jobs.reduce((sum, { tries }) => sum + tries, 0) - jobs.length,
    'sheets finished': sheets.filter(({ complete }) => complete).length, 'sheets torn': sheets.filter((sheet: Sheet) => !sheet.complete).length,
    'faults': listed(faults)
  }
}

function countsOf (values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

function listed (counts: ReadonlyMap<string, number>): string {
  return [...counts].map(([name, count]) => `${name} ${count}`).join(', ')
}
