import { expect, it } from 'vitest'
import { pressSheet } from '../../printer/encode/sheet.ts'
import { profileNames, type PrinterProfile } from '../../printer/profiles/profiles.ts'
import { type TicketSlipFacts } from '../../printer/slip/facts.ts'
import { readNumber } from '../support/paper.ts'
import { judge, readCode } from './judge.ts'
import { aPageUrl, aSlip, slipKinds, someSlips } from './slips.ts'
import { dotsOfPng, profile } from './support.ts'

const press = (facts: Partial<TicketSlipFacts>, name: string) => pressSheet(aSlip('ticket', facts), profile(name), 7)
const papers = [['generic-80', 576], ['generic-58', 384]] as const
const codes = { ticket: aPageUrl, return: aPageUrl, apology: aPageUrl, checklist: undefined, 'paper-number': undefined, test: `MOI SO ${someSlips.test.profile}` } as const

/** Every way a profile can pass over white, end a slip and ask. */
const shapes: readonly Partial<PrinterProfile>[] = [
  { blankRows: 'feed', end: { type: 'cutter', feedDots: 16 }, confirmation: 'probe' },
  { blankRows: 'raster', end: { type: 'tear', feedLines: 4 }, confirmation: 'fence' },
  { blankRows: 'feed', end: { type: 'tear', feedLines: 4 }, confirmation: 'none', mostBandRows: 24 },
  { blankRows: 'raster', end: { type: 'cutter', feedDots: 0 }, confirmation: 'status', mostBandRows: 128 }
]

for (const [name, width] of papers) {
  for (const kind of slipKinds) {
    it(`${name}, ${kind}: npos sees exactly the dots of the preview on every shape of printer, and jsqr reads the code`, async () => {
      for (const shape of shapes) {
        const { bytes, png } = pressSheet(aSlip(kind, { trial: true, reprint: true }), { ...profile(name), ...shape }, 7)
        const preview = dotsOfPng(png)
        const seen = await judge(bytes, width)
        expect([seen.width, seen.height]).toEqual([preview.width, preview.height])
        expect(differences(seen.dots, preview.dots)).toBe(0)
        expect(readCode(seen)).toBe(codes[kind])
      }
    })
  }

  it(`${name}: tesseract reads the number among the dots npos sees`, async () => {
    for (const number of ['1042', '2013', '11578', '9006']) expect(await readNumber(await judge(press({ number }, name).bytes, width))).toBe(number)
  })

  it(`${name}: no QR without an address`, async () => {
    expect(readCode(await judge(press({ url: undefined }, name).bytes, width))).toBeUndefined()
  })
}

it.each(profileNames)('%s: npos sees the dots of the preview', async name => {
  const { bytes, png } = press({ priority: true, missedRule: 'Quá ba lượt gọi, xin lấy số mới.' }, name)
  const preview = dotsOfPng(png)
  expect(differences((await judge(bytes, preview.width)).dots, preview.dots)).toBe(0)
})

it('80 mm: an ordinary ticket with papers and QR is at most 40 kB', () => {
  expect(press({}, 'generic-80').bytes.length).toBeLessThanOrEqual(40_000)
})

function differences (a: string, b: string): number {
  let count = Math.abs(a.length - b.length)
  for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] !== b[i]) count++
  return count
}
