import { pressSheet } from '../../printer/encode/sheet.ts'
import { profileNamed, type PrinterProfile } from '../../printer/profiles/profiles.ts'
import { drawSlip } from '../../printer/slip/draw.ts'
import { type SlipFacts } from '../../printer/slip/facts.ts'
import { documentOf } from '../../printer/slip/slip.ts'
import { slipWords } from '../../printer/slip/words.ts'
import { judge } from '../../tests/printer/judge.ts'
import { someSlips } from '../../tests/printer/slips.ts'
import { paperNames, type PaperNames } from './paper-names.ts'
import { inProportion, type Part } from './part.ts'
import { errorRate, readNumber, readSlip, wordsIn } from './reader.ts'

/** Two hundred slips at fifty rounds. */
const all = 200
const mostWrong = 0.04
const profiles = ['generic-80', 'generic-58']
/** As many read at a time as the smallest of our machines has cores. */
const readers = 2
const kinds = ['ticket', 'ticket', 'return', 'ticket', 'checklist', 'ticket', 'apology'] as const

interface Reading { readonly what: string, readonly wrong: number, readonly failures: readonly string[] }

/**
 * Another eye reads whole slips from the dots that another decoder finds in our bytes: at most 4 % of the letters wrong on
 * each, and the number exactly.
 */
export const slips: Part = async extent => {
  const amount = inProportion(all, extent)
  const figures: Record<string, number | string> = { 'slips on each paper': amount }
  const failures: string[] = []
  for (const name of profiles) {
    const profile = profileNamed(name)
    if (!profile) throw new Error(`no profile ${name}`)
    const readings = await readAll(amount, profile, done => extent.say(`${name}: ${done} of ${amount} read`))
    const worst = readings.reduce((a, b) => b.wrong > a.wrong ? b : a)
    figures[`${name}: letters wrong, mean %`] = percent(readings.reduce((sum, { wrong }) => sum + wrong, 0) / readings.length)
    figures[`${name}: letters wrong, worst slip %`] = `${percent(worst.wrong)} (${worst.what})`
    failures.push(...readings.flatMap(reading => reading.failures))
  }
  return { figures, failures }
}

async function readAll (amount: number, profile: PrinterProfile, say: (done: number) => void): Promise<Reading[]> {
  const readings: Reading[] = []
  let next = 0
  const reader = async () => {
    while (next < amount) {
      readings.push(await read(aSlip(next++), profile))
      if (readings.length % 50 === 0) say(readings.length)
    }
  }
  await Promise.all(Array.from({ length: readers }, reader))
  return readings
}

async function read (facts: SlipFacts, profile: PrinterProfile): Promise<Reading> {
  const document = documentOf(facts, slipWords(facts.language))
  const seen = await judge(pressSheet(document, profile, 1).bytes, profile.paper.widthDots)
  const svg = drawSlip(document, profile.paper)
  const written = wordsIn(svg)
  const got = await readSlip(seen, svg)
  const wrong = errorRate(written, got)
  const number = document.elements.find(element => element.type === 'number')?.text
  const readAs = number && await readNumber(seen, svg)
  const what = `${facts.kind}, ${'procedure' in facts ? facts.procedure : ''}`
  return {
    what, wrong, failures: [
      ...wrong < mostWrong ? [] : [`${profile.name}, ${what}: ${percent(wrong)} % of the letters wrong\n    ${written}\n    ${got}`],
      ...readAs === number ? [] : [`${profile.name}, ${what}: ${number} was read as ${readAs}`]
    ]
  }
}

function aSlip (index: number): SlipFacts {
  const names = paperNames(index)
  const facts = of(kinds[index % kinds.length] ?? 'ticket', names, index)
  return { ...facts, office: { name: names.office, phone: `0${200 + index} ${String(index * 37 % 1000).padStart(3, '0')} 115` } }
}

function of (kind: (typeof kinds)[number], { field, procedure, papers, fee, resultTime }: PaperNames, index: number): SlipFacts {
  const number = String(1000 * (1 + index % 9) + index * 7 % 1000)
  const ticketed = { field, procedure, number, priority: index % 5 === 0, reprint: index % 11 === 0 }
  switch (kind) {
    case 'ticket': return { ...someSlips.ticket, ...ticketed, papers, counters: [1 + index % 4, 5 + index % 3], ahead: index % 23 }
    case 'return': return { ...someSlips.return, ...ticketed, counter: 1 + index % 9, reason: papers.join('\n') }
    case 'apology': return { ...someSlips.apology, ...ticketed, waitedMinutes: 31 + index }
    case 'checklist': return { ...someSlips.checklist, field, procedure, papers, fee: fee ?? someSlips.checklist.fee, resultTime: resultTime ?? someSlips.checklist.resultTime }
  }
}

function percent (share: number): number {
  return Math.round(share * 10_000) / 100
}
