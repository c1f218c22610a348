import office from '../../samples/office.json' with { type: 'json' }
import { pressSheet } from '../../printer/encode/sheet.ts'
import { documentOf, profileNamed, slipWords, type PrinterProfile, type TicketSlipFacts } from '../../printer/index.ts'
import { percentile, type Figures } from './measure.ts'

const slips = 200
const warmUp = 20

/** From a ticket's facts to the bytes a printer gets and the picture a screen gets, with QR and papers, for every procedure of the sample in turn. */
export async function slip (): Promise<Figures> {
  return { ...measured('generic-80'), ...measured('generic-58') }
}

function measured (name: string): Figures {
  const profile = profileNamed(name)
  if (!profile) throw new Error(`no profile ${name}`)
  const width = name === 'generic-58' ? '58' : '80'
  const made = Array.from({ length: warmUp + slips }, (_, place) => onePressed(place, profile)).slice(warmUp)
  const took = made.map(({ ms }) => ms)
  const worked = made.map(({ cpuMs }) => cpuMs)
  const bytes = made.map(({ length }) => length)
  return {
    [`at${width}P50Ms`]: percentile(took, 50), [`at${width}P99Ms`]: percentile(took, 99),
    // What of that the processor worked on it: the same however busy the machine is.
    [`at${width}CpuP50Ms`]: percentile(worked, 50), [`at${width}CpuP99Ms`]: percentile(worked, 99),
    [`at${width}BytesP50`]: percentile(bytes, 50), [`at${width}BytesMost`]: Math.max(...bytes)
  }
}

function onePressed (place: number, profile: PrinterProfile): { ms: number, cpuMs: number, length: number } {
  const facts = aTicket(place)
  const begun = performance.now()
  const before = process.threadCpuUsage()
  const { bytes } = pressSheet(documentOf(facts, slipWords('vi')), profile, 1)
  const { user, system } = process.threadCpuUsage(before)
  return { ms: performance.now() - begun, cpuMs: (user + system) / 1000, length: bytes.length }
}

function aTicket (place: number): TicketSlipFacts {
  const procedure = office.procedures[place % office.procedures.length]!
  const field = office.fields.find(({ id }) => id === procedure.field)!
  return {
    kind: 'ticket', language: 'vi', office: { name: office.office.name, phone: office.office.contact.phone }, trial: false, reprint: false,
    number: `${field.digit}${String(place).padStart(3, '0')}`, field: field.name, procedure: procedure.name, priority: place % 5 === 0,
    issuedAt: '2026-11-23T09:40:31+07:00', serviceDate: '2026-11-23', counters: [1, 3], ahead: place,
    forecast: { earliest: '2026-11-23T09:58:00+07:00', latest: '2026-11-23T10:19:00+07:00' }, papers: procedure.papers,
    url: `http://192.168.1.20:8080/t/${String(place).padStart(4, '0')}vXq8bPw2LmN5rTy7uHg1`
  }
}
