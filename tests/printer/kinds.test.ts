import fc from 'fast-check'
import { expect, it } from 'vitest'
import { pressSheet } from '../../printer/encode/sheet.ts'
import { replacement } from '../../printer/slip/legible.ts'
import { drawSlip } from '../../printer/slip/draw.ts'
import { type SlipFacts } from '../../printer/slip/facts.ts'
import { documentOf } from '../../printer/slip/slip.ts'
import { slipWords } from '../../printer/slip/words.ts'
import { takeCommand } from '../../printer/virtual/commands.ts'
import { naughtyTexts } from '../support/naughty.ts'
import { judge } from './judge.ts'
import { aSlip, slipKinds, someSlips } from './slips.ts'
import { profile } from './support.ts'

/** All the words of a slip, in reading order. */
function wordsOn <Kind extends SlipFacts['kind']> (kind: Kind, changes: Partial<Extract<SlipFacts, { kind: Kind }>> = {}): string {
  return JSON.stringify(aSlip(kind, changes).elements).replaceAll('\u00a0', ' ')
}

it('return: the same number, the counter, until when, what to bring, and that it is called next', () => {
  const words = wordsOn('return')
  for (const part of ['BỔ SUNG GIẤY TỜ', '2017', 'Quầy 2', 'quay lại trước 11:15', 'Giấy ủy quyền có chữ ký của người mẹ', 'quầy 2 mời Ông/Bà vào lượt kế tiếp']) expect(words).toContain(part)
  expect(words).not.toContain('11:15, thứ Hai')
})

it('return: names the day when it is not today\'s', () => {
  expect(wordsOn('return', { until: '2026-11-25T10:00:00+07:00' })).toContain('trước 10:00, thứ Tư 25/11/2026')
})

it('apology: says what was promised, what it became, and sorry; its number is not large', () => {
  const words = wordsOn('apology', { priority: true })
  for (const part of ['THƯ XIN LỖI', 'số thứ tự 1042', 'không quá 30 phút', 'phải chờ 47 phút', 'chân thành xin lỗi']) expect(words).toContain(part)
  expect(aSlip('apology').elements.some(({ type }) => type === 'number')).toBe(false)
})

it('checklist: every paper has a box, with fee and time, and no number', () => {
  const papers = Array.from({ length: 20 }, (_, i) => `Giấy tờ thứ ${i + 1}`)
  const words = wordsOn('checklist', { papers })
  for (const part of [...papers, 'Đăng ký khai sinh', 'Phí, lệ phí: Không thu', 'Thời gian trả kết quả: Trong ngày', '"box"', 'In lúc 09:41']) expect(words).toContain(part)
  expect(wordsOn('checklist', { papers: [], fee: undefined, resultTime: ' ' })).not.toMatch(/"box"|Phí|kết quả/)
})

it('test page: a ruler, a gap, all 146 letters, every size, a code', () => {
  const { elements } = aSlip('test')
  expect(elements.map(({ type }) => type)).toEqual(expect.arrayContaining(['ruler', 'gap', 'sizes', 'code', 'number']))
  const letters = elements.flatMap(element => element.type === 'paragraph' && element.role === 'letters' ? element.text.split(' ') : [])
  expect(new Set(letters.filter(letter => !/\d/.test(letter))).size).toBe(146)
})

it('names the guest Wi-Fi beside the code, and only there', () => {
  for (const kind of ['ticket', 'return', 'apology'] as const) {
    expect(wordsOn(kind, { wifi: 'MauSonHa-Khach' })).toContain('Kết nối Wi-Fi “MauSonHa-Khach” rồi quét mã')
    expect(wordsOn(kind, { wifi: 'MauSonHa-Khach', url: undefined })).not.toContain('Wi-Fi')
  }
})

it('marks a reprint on every slip of a ticket, and priority by the word alone', () => {
  for (const kind of ['ticket', 'return', 'apology'] as const) expect(wordsOn(kind, { reprint: true })).toContain('IN LẠI')
  for (const kind of ['ticket', 'return'] as const) expect(wordsOn(kind, { priority: true })).toContain('ƯU TIÊN')
})

it('says on a reprint when it was reprinted, with the day when that is another', () => {
  for (const kind of ['ticket', 'return', 'apology'] as const) {
    expect(wordsOn(kind, { reprint: true, reprintedAt: '2026-11-23T10:52:09+07:00' })).toContain('"In lại lúc 10:52"')
    expect(wordsOn(kind, { reprint: true, reprintedAt: '2026-11-24T07:05:00+07:00' })).toContain('In lại lúc 07:05, thứ Ba 24/11/2026')
    expect(wordsOn(kind, { reprint: true })).not.toContain('In lại lúc')
  }
})

it('test page: names the printer in words, by its address only where it belongs to no office yet', () => {
  for (const [printer, named] of [['kiosk', 'máy lấy số'], ['desk', 'bàn hướng dẫn'], ['tcp://192.0.2.1:9100', 'tcp://192.0.2.1:9100']] as const) {
    expect(wordsOn('test', { printer })).toContain(`"Máy in: ${named}"`)
  }
})

it('marks every kind while the office is a sample', () => {
  for (const kind of slipKinds) expect(wordsOn(kind, { trial: true })).toContain('DỮ LIỆU MINH HỌA')
})

/** Text from outside: everything that has hurt printers, typesetters and programs. */
const hostile = fc.oneof(
  fc.constantFrom(...naughtyTexts, '\x1b@', '\x10\x04\x01', '\x10\x14\x01\x00\x02', '\x1dV\x00', '\x1c.', '1x2*A-->'.repeat(40), '\u202e\u200d\ufeff'.repeat(30), 'e' + '\u0301'.repeat(300), 'i'.repeat(100_000), '\x00'.repeat(100_000) + 'a'),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: fc.constantFrom('\x1b', '\x1d', '\x10', '\x04', '\x14', '\x1c', '\x00', '@', 'V', 'ễ', 'Ự', '😀', '\u0323', ' ', '\n'), maxLength: 300 })
)

/** Every text of the facts that an office, an officer or a citizen can have a hand in. */
const hostileFacts: fc.Arbitrary<SlipFacts> = fc.tuple(fc.constantFrom(...slipKinds), fc.array(hostile, { minLength: 12, maxLength: 12 }), fc.array(hostile, { maxLength: 60 }), fc.boolean()).map(([kind, texts, papers, flag]) => {
  const [name, phone, number, field, procedure, reason, url, wifi, missedRule, thanks, fee, resultTime] = texts as [string, string, string, string, string, string, string, string, string, string, string, string]
  const counters = papers.map((_, i) => i)
  return { ...someSlips[kind], office: { name, phone }, number, field, procedure, reason, url, wifi, missedRule, thanks, fee, resultTime, papers, counters, priority: flag, reprint: !flag, printer: name, profile: field } as unknown as SlipFacts
})

const ours = ['ESC @', 'GS P', 'ESC a', 'GS v0', 'ESC J', 'GS V', 'ESC d', 'GS (H', 'GS r']
const longestMm = 320

for (const name of ['generic-80', 'generic-58']) {
  it(`${name}: whatever stands in the texts, only our commands go out, and the paper stays within ${longestMm} mm`, async () => {
    const printer = profile(name)
    await fc.assert(fc.asyncProperty(hostileFacts, async facts => {
      const { bytes } = pressSheet(documentOf(facts, slipWords('vi')), printer, 7)
      const seen = await judge(bytes, printer.paper.widthDots)
      expect(seen.commands.filter(command => !ours.includes(command))).toEqual([])
      expect(commandsIn(bytes).filter(type => type === 'letter' || type === 'ignored')).toEqual([])
      expect(seen.height / printer.paper.dpi * 25.4).toBeLessThan(longestMm)
    }), { numRuns: 40 })
  }, 60_000)
}

it('draws hostile text as letters or as a visible sign, and nothing at the edges of the paper', () => {
  const svg = drawSlip(aSlip('ticket', { procedure: '1x2x3x4*A*B-->'.repeat(9), field: 'Nguyễn Văn A'.normalize('NFD') + '😀', papers: ['\u202eאב'] }), profile('generic-58').paper)
  expect(svg).toContain('Nguyễn Văn A□')
  expect(svg).toContain(replacement.repeat(2))
  expect([...svg].every(letter => letter >= ' ')).toBe(true)
})

/** The job as this house's own reader of commands takes it, by types. */
function commandsIn (bytes: Uint8Array): string[] {
  const types: string[] = []
  for (let rest = bytes; rest.length > 0;) {
    const taken = takeCommand(rest)
    if (!taken) throw new Error(`cut off at ${bytes.length - rest.length}`)
    const { command, length } = taken
    types.push(command.type)
    rest = rest.subarray(length + ('body' in command ? command.body : 0))
  }
  return types
}
