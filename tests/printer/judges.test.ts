import { expect, it } from 'vitest'
import { pressSheet } from '../../printer/encode/sheet.ts'
import { ticketSlip } from '../../printer/slip/ticket.ts'
import { type TicketSlipFacts } from '../../printer/slip/facts.ts'
import { readNumber } from '../support/paper.ts'
import { judge, readCode } from './judge.ts'
import { aTicketSlip, dotsOfPng, profile, someUrl } from './support.ts'

const press = (facts: Partial<TicketSlipFacts>, name: string) => pressSheet(ticketSlip(aTicketSlip(facts)), profile(name), 7)
const papers = [['generic-80', 576], ['generic-58', 384]] as const

for (const [name, width] of papers) {
  it(`${name}: npos sees exactly the dots of the preview`, async () => {
    const { bytes, png } = press({ priority: true, reprint: true, trial: true, missedRule: 'Quá ba lượt gọi, xin lấy số mới.' }, name)
    const preview = dotsOfPng(png)
    const seen = await judge(bytes, width)
    expect([seen.width, seen.height]).toEqual([preview.width, preview.height])
    expect(differences(seen.dots, preview.dots)).toBe(0)
  })

  it(`${name}: jsqr reads the ticket's address from the dots npos sees`, async () => {
    expect(readCode(await judge(press({}, name).bytes, width))).toBe(someUrl)
  })

  it(`${name}: tesseract reads the number among the dots npos sees`, async () => {
    for (const number of ['1042', '2013', '11578', '9006']) expect(await readNumber(await judge(press({ number }, name).bytes, width))).toBe(number)
  })

  it(`${name}: no QR without an address`, async () => {
    expect(readCode(await judge(press({ url: undefined }, name).bytes, width))).toBeUndefined()
  })

  it(`${name}: hostile texts send no byte that is not ours`, async () => {
    const hostile = 'Nguyễn\x1b@\x1d\x56\x00\x10\x14\x01\x00\x02 \u202e😀👩‍👩‍👧 \ud800 Tiê\u0301ng Viê\u0323t ' + 'Ự'.repeat(200)
    const { bytes, png } = press({ office: { name: hostile, phone: hostile }, field: hostile, procedure: hostile, papers: [hostile, '\x00'], missedRule: hostile, thanks: hostile, number: '10\x1b42' }, name)
    const seen = await judge(bytes, width)
    const ours = ['ESC @', 'GS P', 'ESC a', 'GS v0', 'ESC J', 'GS V', 'ESC d', 'GS (H']
    expect(seen.commands.filter(command => !ours.includes(command))).toEqual([])
    expect(differences(seen.dots, dotsOfPng(png).dots)).toBe(0)
  })
}

function differences (a: string, b: string): number {
  let count = Math.abs(a.length - b.length)
  for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] !== b[i]) count++
  return count
}
