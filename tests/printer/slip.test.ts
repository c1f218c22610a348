import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { kioskTexts } from '../../common/i18n/kiosk.ts'
import { slipTexts } from '../../common/i18n/slip.ts'
import { bundledFaces } from '../../printer/fonts/faces.ts'
import { drawSlip } from '../../printer/slip/draw.ts'
import { legible } from '../../printer/slip/legible.ts'
import { digitSize } from '../../printer/slip/number.ts'
import { sheetFor } from '../../printer/slip/sheet.ts'
import { widthOf, wrap, wrapEvenly } from '../../printer/slip/type.ts'
import { pictureOf } from '../../printer/encode/picture.ts'
import { bundledFonts } from '../../printer/fonts/faces.ts'
import { isBlack } from '../../printer/encode/bitmap.ts'
import { type TicketSlipFacts } from '../../printer/slip/facts.ts'
import { rangeText } from '../../common/ui/forecast.ts'
import { documentOf } from '../../printer/slip/slip.ts'
import { readSlipLanguage } from '../../printer/slip/words.ts'
import { aSlip, someSlips } from './slips.ts'
import { profile } from './support.ts'

const faces = bundledFaces()
const papers = { '80 mm': profile('generic-80').paper, '58 mm': profile('generic-58').paper }

/** All the words of a slip, in reading order. */
function wordsOn (facts: Partial<TicketSlipFacts>): string {
  return JSON.stringify(aSlip('ticket', facts).elements).replaceAll('\u00a0', ' ')
}

it('says number, field, counters, people ahead, and the wall-clock time as written, in a hostile zone', () => {
  const words = wordsOn({})
  for (const part of ['1042', 'Chứng thực', 'Quầy 1 hoặc 3', 'Trước Ông/Bà còn 7 người', 'Lấy số lúc 09:40, thứ Hai 23/11/2026']) expect(words).toContain(part)
})

it('reads the clock from the text, whatever its offset', () => {
  expect(wordsOn({ issuedAt: '2026-11-22T23:59:59-11:00', serviceDate: '2026-11-22' })).toContain('23:59, Chủ nhật 22/11/2026')
})

it('tells the next in line so, in both languages', () => {
  expect(wordsOn({ ahead: 0 })).toContain('Ông/Bà là người tiếp theo')
  expect(wordsOn({ ahead: 1, language: 'en' })).toContain('1 person ahead of you')
})

it('does not tell anybody that they are next where no counter is open', () => {
  expect(wordsOn({ ahead: 0, served: false })).toContain('Ông/Bà là người đầu tiên khi quầy mở')
  expect(wordsOn({ ahead: 0, served: false, language: 'en' })).toContain('You are first when the counter opens')
  expect(wordsOn({ ahead: 0, served: true })).toContain('Ông/Bà là người tiếp theo')
  expect(wordsOn({ ahead: 2, served: false })).toContain('Trước Ông/Bà còn 2 người')
})

it('says of the people ahead what the kiosk says, word for word', () => {
  for (const language of ['vi', 'en'] as const) {
    const [slip, kiosk] = [slipTexts[language], kioskTexts[language]]
    expect([slip['ahead.none'], slip['ahead.unserved'], slip['ahead.one'], slip['ahead.many'].replace('{ahead}', '{count}')])
      .toEqual([kiosk['ahead.0'], kiosk['ahead.unserved'], kiosk['ahead.1'], kiosk['ahead.n']])
  }
})

it('says that the call may come after closing rather than at what time', () => {
  const forecast = { earliest: '2026-11-23T16:31:00+07:00', latest: '2026-11-24T00:10:00+07:00', closes: '2026-11-23T17:00:00+07:00' }
  expect(wordsOn({ forecast })).toContain('Dự kiến được gọi: từ 16:30, có thể sau giờ làm việc')
  expect(wordsOn({ forecast, language: 'en' })).toContain('Expected call: from 16:30, possibly after closing')
})

it('rounds the forecast outwards to five minutes', () => {
  const forecast = { earliest: '2026-11-23T09:58:59+07:00', latest: '2026-11-23T10:11:00+07:00' }
  expect(wordsOn({ forecast })).toContain('Dự kiến được gọi: 09:55 – 10:15')
  expect(wordsOn({ forecast: { ...forecast, closes: '2026-11-23T11:30:00+07:00' } })).toContain('Dự kiến được gọi: 09:55 – 10:15')
})

it('shows the range that the screens show, which counts seconds, and never an empty one', () => {
  for (const [earliest, latest] of [['09:58:59', '10:10:01'], ['10:00:00', '10:00:00'], ['10:00:00', '10:05:00'], ['10:04:59', '10:05:00.250'], ['23:57:00', '23:58:30']]) {
    const forecast = { earliest: `2026-11-23T${earliest}+07:00`, latest: `2026-11-23T${latest}+07:00` }
    expect(wordsOn({ forecast })).toContain(`Dự kiến được gọi: ${rangeText(forecast, 'Asia/Ho_Chi_Minh').replace('–', ' – ')}`)
  }
})

it('tells whoever may not be called today so, whole on every paper and in every language', () => {
  const late = { ahead: 14, forecast: undefined, hardlyToday: { closes: '2026-11-23T17:00:00+07:00' } }
  expect(wordsOn(late)).toContain('Hôm nay có thể chưa đến lượt: cơ quan đóng cửa lúc 17:00. Mời hỏi cán bộ hướng dẫn để hẹn ngày khác.')
  expect(wordsOn({ ...late, language: 'en' })).toContain('Your number may not be called today: the office closes at 17:00. Please ask the guide for another day.')
  expect(wordsOn({})).not.toContain('chưa đến lượt')
  const french = readSlipLanguage('fr', readFileSync('samples/languages/fr.json', 'utf8'))
  for (const paper of Object.values(papers)) {
    for (const words of [slipTexts.vi, slipTexts.en, french]) {
      const svg = drawSlip(documentOf({ ...someSlips.ticket, ...late }, words), paper)
      expect(svg).not.toContain('…')
    }
  }
})

it('names the service day when it is not the day of issue', () => {
  expect(wordsOn({ serviceDate: '2026-11-24' })).toContain('Phục vụ thứ Ba 24/11/2026')
  expect(wordsOn({})).not.toContain('Phục vụ thứ')
})

it('lists counters in order, without repeating one', () => {
  expect(wordsOn({ counters: [4, 1, 3, 1] })).toContain('Quầy 1, 3 hoặc 4')
  expect(wordsOn({ counters: [] })).not.toContain('Quầy')
})

it('marks priority, reprint and trial in words', () => {
  const plain = wordsOn({})
  for (const word of ['ƯU TIÊN', 'IN LẠI', 'DỮ LIỆU MINH HỌA']) {
    expect(plain).not.toContain(word)
    expect(wordsOn({ priority: true, reprint: true, trial: true })).toContain(word)
  }
})

it('uses the office\'s own sentences, and none when it wants none', () => {
  expect(wordsOn({})).toContain('Vắng mặt khi gọi')
  expect(wordsOn({ missedRule: 'Quá lượt xin lấy số mới.', thanks: '' })).toContain('Quá lượt xin lấy số mới.')
  expect(wordsOn({ missedRule: '', thanks: '' })).not.toContain('Vắng mặt')
})

it('prints the rule for missed calls no smaller than any other running text', () => {
  for (const paper of Object.values(papers)) {
    const { missed, procedure, detail, notice, letter } = sheetFor(paper).roles
    for (const { size } of [procedure, detail, notice, letter, sheetFor(paper).listItem]) expect(missed.size).toBeGreaterThanOrEqual(size)
  }
})

for (const [name, paper] of Object.entries(papers)) {
  const sheet = sheetFor(paper)
  const leastDots = 12 / 25.4 * paper.dpi

  it(`${name}: every number of four and five digits is at least 12 mm high and fits`, () => {
    for (const text of ['0000', '1111', '4444', '9999', '00000', '44444', '99999', 'A042', '11000']) {
      const { size, squeeze } = digitSize(text, { sheet, faces })
      expect(0.727 * size).toBeGreaterThanOrEqual(leastDots)
      expect(widthOf(text, { size, weight: 'bold' }, faces) * squeeze).toBeLessThanOrEqual(paper.widthDots)
    }
  })

  it(`${name}: the widest number is drawn whole, with white at both edges`, () => {
    const svg = drawSlip({ kind: 'ticket', language: 'vi', elements: [{ type: 'number', label: '', text: '44444', badges: [] }] }, paper)
    const picture = pictureOf(svg, bundledFonts(), 160)
    const inked = Array.from({ length: picture.heightDots }, (_, y) => y).filter(y => Array.from({ length: paper.widthDots }, (_, x) => x).some(x => isBlack(picture, x, y)))
    expect(inked.at(-1)! - inked[0]! + 1).toBeGreaterThanOrEqual(Math.floor(leastDots))
    for (const y of inked) expect(isBlack(picture, 0, y) || isBlack(picture, paper.widthDots - 1, y)).toBe(false)
  })

  it(`${name}: a module of the code is never smaller than a phone needs`, () => {
    const least = { '80 mm': 6, '58 mm': 5 }[name]!
    for (const length of [10, 60, 150, 280, 600]) {
      const svg = drawSlip(aSlip('ticket', { url: `http://office/${'x'.repeat(length)}` }), paper)
      const module = /<path d="M\d+ \d+h\d+v(\d+)/.exec(svg)?.[1]
      expect(module === undefined || Number(module) >= least).toBe(true)
    }
  })

  it(`${name}: the paper's edge cuts no mark over a capital and no letter below the line`, () => {
    const element = { type: 'line', role: 'office', text: 'ỄẪỔỦ' } as const
    const picture = pictureOf(drawSlip({ kind: 'ticket', language: 'vi', elements: [element, { ...element, text: 'gụợy' }] }, paper), bundledFonts(), 160)
    const isWhite = (y: number) => Array.from({ length: paper.widthDots }, (_, x) => x).every(x => !isBlack(picture, x, y))
    expect([isWhite(0), isWhite(picture.heightDots - 1)]).toEqual([true, true])
  })

  it(`${name}: white stays at both edges of every line of text`, () => {
    const svg = drawSlip(aSlip('ticket', { procedure: 'Ủy ban nhân dân '.repeat(13), papers: ['Nghiêng'.repeat(30)], url: undefined }), paper)
    const picture = pictureOf(svg, bundledFonts(), 160)
    const inked = (x: number) => Array.from({ length: picture.heightDots }, (_, y) => y).filter(y => isBlack(picture, x, y)).length
    const rules = inked(0)
    for (let x = 0; x < sheet.margin - 2; x++) expect([inked(x), inked(paper.widthDots - 1 - x)]).toEqual([rules, rules])
    expect(sheet.margin / paper.dpi * 25.4).toBeGreaterThanOrEqual(1)
  })

  it(`${name}: rows of letters on the test page leave white between them`, () => {
    const picture = pictureOf(drawSlip({ kind: 'test', language: 'vi', elements: [{ type: 'paragraph', role: 'letters', text: 'ạ ặ ậ ẹ ị ọ ộ ụ ự ỵ g p q y '.repeat(3) + 'Ẵ Ẫ Ễ Ỗ Ỡ Ữ '.repeat(9) }] }, paper), bundledFonts(), 160)
    const isInked = Array.from({ length: picture.heightDots }, (_, y) => Array.from({ length: paper.widthDots }, (_, x) => x).some(x => isBlack(picture, x, y)))
    const gaps = isInked.map(inked => inked ? 'x' : ' ').join('').trim().split(/x+/).slice(1, -1).map(gap => gap.length)
    const lines = Math.round(picture.heightDots / sheet.roles.letters.leading)
    expect(gaps.filter(rows => rows >= 2).length).toBeGreaterThanOrEqual(lines - 2)
  })

  it(`${name}: no text leaves the paper, however long`, () => {
    const long = 'Ủy ban nhân dân '.repeat(13)
    const unbroken = 'Nghiêng'.repeat(30)
    const facts = { office: { name: unbroken, phone: unbroken }, field: long, procedure: unbroken, papers: [long, unbroken], missedRule: unbroken, thanks: unbroken, counters: Array.from({ length: 60 }, (_, i) => i + 1) }
    const picture = pictureOf(drawSlip(aSlip('ticket', facts), paper), bundledFonts(), 160)
    const rules = new Set(Array.from({ length: picture.heightDots }, (_, y) => y).filter(y => Array.from({ length: paper.widthDots }, (_, x) => x).every(x => isBlack(picture, x, y))))
    for (let y = 0; y < picture.heightDots; y++) {
      if (!rules.has(y)) expect([y, isBlack(picture, 0, y), isBlack(picture, paper.widthDots - 1, y)]).toEqual([y, false, false])
    }
  })
}

it('80 mm: an ordinary ticket stays within 105 millimetres', () => {
  const svg = drawSlip(aSlip('ticket', { papers: ['Bản chính giấy tờ', 'Bản sao', 'Căn cước'], forecast: { earliest: '2026-11-23T10:00:00+07:00', latest: '2026-11-23T10:20:00+07:00' } }), papers['80 mm'])
  expect(Number(/height="(\d+)"/.exec(svg)?.[1]) / 203 * 25.4).toBeLessThanOrEqual(105)
})

it('prints four lines of papers, and where the rest is', () => {
  const svg = (url: string | undefined) => drawSlip(aSlip('ticket', { papers: ['một', 'hai', 'ba', 'bốn', 'năm', 'sáu'], url }), papers['80 mm'])
  expect(svg('http://a/t/1').includes('xem thêm khi quét mã')).toBe(true)
  expect(svg(undefined).includes('hỏi thêm cán bộ hướng dẫn')).toBe(true)
  expect(svg(undefined).includes('>năm</text>')).toBe(false)
})

it('prints an address too long for a code in letters', () => {
  const svg = drawSlip(aSlip('ticket', { url: `http://office/${'x'.repeat(400)}` }), papers['58 mm'])
  expect(svg.includes('<path')).toBe(false)
  expect(svg.includes('Theo dõi lượt')).toBe(true)
})

it('keeps the millimetres on a printer of another resolution', () => {
  const at180 = sheetFor({ widthDots: 512, dpi: 180 })
  expect(at180.number.leastDigit).toBe(Math.ceil(12 / 25.4 * 180))
  expect(at180.code.module / 180).toBeGreaterThanOrEqual(6 / 203)
})

it('makes text legible: composed, without commands, with a visible sign for what no font has', () => {
  expect(legible('Nguye\u0302\u0303n', faces)).toBe('Nguyễn')
  expect(legible('a\x1b@\x00b\u202ec\u200dd', faces)).toBe('a@bcd')
  expect(legible('  hai\n\tdòng ', faces)).toBe('hai dòng')
  expect(legible('vui 😀 \ud800!', faces)).toBe('vui □ □!')
  expect(legible('K’Ho ŏ ê̆ → №', faces)).toBe('K’Ho ŏ ê̆ → №')
  expect(legible(`e${'\u0301'.repeat(40)}`, faces)).toHaveLength(3)
})

it('breaks lines by measured width, inside a word only when it must, and never before a dash', () => {
  const style = { size: 25, leading: 30, weight: 'regular' } as const
  for (const text of ['Đăng ký biến động (chuyển nhượng, tặng cho, thừa kế)', 'Nghiêng'.repeat(20), 'Kỷ cương – Trách nhiệm – Tận tình – Thân thiện']) {
    for (const width of [120, 240, 376]) {
      const lines = wrap(text, width, style, faces)
      for (const line of lines) expect(widthOf(line, style, faces)).toBeLessThanOrEqual(width)
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
      expect(lines.filter(line => line.startsWith('–'))).toEqual([])
    }
  }
})

it('keeps weekdays, numbers with their word, and the product\'s name on one line', () => {
  const style = { size: 25, leading: 30, weight: 'regular' } as const
  for (const width of [130, 180, 240, 300]) {
    const lines = wrap(legible(`${slipTexts.vi['weekday.0']} và ${slipTexts.vi['weekday.4']}, mẫu số 02 (quầy 12), MOI\u00a0SO, có số 1042`, faces), width, style, faces)
    for (const whole of ['Chủ nhật', 'thứ Năm', 'số 02', 'quầy 12', 'MOI SO', 'số 1042']) expect([width, whole, lines.some(line => line.includes(whole))]).toEqual([width, whole, true])
  }
  expect(JSON.stringify(aSlip('test').elements)).toContain('MOI\u00a0SO')
  for (const [key, text] of Object.entries(slipTexts.vi)) if (key.startsWith('weekday.')) expect(text).not.toContain(' ')
})

it('shortens a text past its lines visibly', () => {
  const style = { size: 25, leading: 30, weight: 'bold' } as const
  const lines = wrapEvenly('một hai ba bốn năm '.repeat(20), 300, style, 3, faces)
  expect(lines).toHaveLength(3)
  expect(lines[2]).toMatch(/…$/)
  expect(widthOf(lines[2]!, style, faces)).toBeLessThanOrEqual(300)
})

it('has every Vietnamese letter in both weights', () => {
  const vowels = ['a', 'ă', 'â', 'e', 'ê', 'i', 'o', 'ô', 'ơ', 'u', 'ư', 'y']
  const letters = vowels.flatMap(vowel => ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'].map(tone => (vowel + tone).normalize('NFC')))
  for (const letter of [...letters, 'đ'].flatMap(small => [small, small.toUpperCase()])) {
    expect(letter).toHaveLength(1)
    for (const weight of ['regular', 'bold'] as const) expect([letter, faces[weight].has(letter.codePointAt(0)!)]).toEqual([letter, true])
  }
})
