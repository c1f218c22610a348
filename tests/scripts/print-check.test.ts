import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { toldTexts } from '../../common/i18n/console-told.ts'
import { kioskTexts } from '../../common/i18n/kiosk.ts'
import { printCheckTexts } from '../../common/i18n/print-check.ts'
import { printerTexts } from '../../common/i18n/printers.ts'
import { slipToldTexts } from '../../common/i18n/slip-told.ts'
import { PrinterUrlError, profileNames, type Knobs } from '../../printer/index.ts'
import { createVirtualPrinter } from '../../printer/virtual/printer.ts'
import { checkPrinter } from '../../scripts/print-check/check.ts'
import { type Sentence } from '../../scripts/print-check/sentences.ts'
import { readWishes } from '../../scripts/print-check/wishes.ts'
import { aTcpPrinter, eventually } from '../printer/support.ts'

const root = resolve(import.meta.dirname, '../..')
/** For printers that answer at once; `brief` for those whose silence is the point. */
const times = { connectMs: 2000, closeMs: 100, confirmMs: 5000, settleMs: 2000, statusMs: 1000, backoffMs: [5] }
const brief = { ...times, confirmMs: 300, settleMs: 100, statusMs: 100 }
const mute: Partial<Knobs> = { realTimeStatus: false, autoStatus: false, queuedStatus: false, processId: 'ignored' }

async function aPrinter (knobs: Partial<Knobs> = {}) {
  const virtual = createVirtualPrinter({ knobs })
  const { port, close } = await virtual.listen(0)
  onTestFinished(close)
  return { virtual, port, url: `tcp://127.0.0.1:${port}` }
}

/** Runs the check in this process; `keys` are the sentences said, `line` the one to copy. */
async function check (line: readonly string[], printer = times) {
  const said: Sentence[] = []
  const shown: string[] = []
  const isGood = await checkPrinter(readWishes(line), { say: sentence => said.push(sentence), show: text => shown.push(text), now: new Date('2026-11-23T02:40:31Z'), printer: { times: printer } })
  return { isGood, said, keys: said.map(({ key }) => key), line: shown.join('') }
}

it('finds a printer that says everything, prints the test page, and ends with the line to set', async () => {
  const { virtual, url } = await aPrinter()
  const { isGood, keys, line } = await check([url])
  expect(keys).toEqual(['address', 'reached', 'status.yes', 'pushes.yes', 'claims', 'processId.yes', 'fence.yes', 'printing', 'printed', 'do.look', 'line'])
  expect({ isGood, line }).toEqual({ isGood: true, line: `MOISO_PRINTER='${url}?profile=generic-80'` })
  expect(virtual.sheets()).toMatchObject([{ complete: true }])
})

it('asks without printing', async () => {
  const { virtual, url } = await aPrinter()
  const { isGood, keys, line } = await check([url, '--no-print'])
  expect(keys).toEqual(expect.arrayContaining(['processId.yes', 'fence.yes', 'skipped']))
  expect({ isGood, line }).toEqual({ isGood: true, line: `MOISO_PRINTER='${url}?profile=generic-80'` })
  expect([virtual.sheets(), virtual.state().hangingRows]).toEqual([[], 0])
})

it('tells what a printer claims to be, and goes by what it does', async () => {
  const { url } = await aPrinter({ maker: 'EPSON', model: 'TM-T88V', processId: 'ignored' })
  const { isGood, said, keys, line } = await check([url], { ...times, settleMs: 200 })
  expect(said).toContainEqual({ key: 'claims', blanks: { name: 'EPSON TM-T88V' } })
  expect(said).toContainEqual({ key: 'claims.profile', blanks: { profile: 'epson-tm-t88' } })
  expect(keys).toEqual(expect.arrayContaining(['processId.no', 'fence.yes', 'unconfirmed.fence']))
  expect({ isGood, line }).toEqual({ isGood: true, line: `MOISO_PRINTER='${url}?profile=generic-80'` })
})

it.each([
  ['out of paper', { paper: 'out' }, 'paper-out'], ['open', { cover: 'open' }, 'cover-open'], ['held by its button', { feedHeld: true }, 'fault']
] as const)('sends nothing to a printer that is %s, and says what to do', async (_, knobs, state) => {
  const { virtual, url } = await aPrinter(knobs)
  const { isGood, said, keys } = await check([url])
  expect(said).toContainEqual({ key: 'status.yes', state })
  expect(said).toContainEqual({ key: 'blocked', state })
  expect(keys).toContain(`do.${state}`)
  expect([isGood, virtual.sheets()]).toEqual([false, []])
})

it('warns of a roll that is nearly empty, and prints', async () => {
  const { url } = await aPrinter({ paper: 'low' })
  const { isGood, keys } = await check([url])
  expect([isGood, keys.includes('printed'), keys.includes('do.paper-low')]).toEqual([true, true, true])
})

it('does not call a page printed whose cut failed', async () => {
  const { url } = await aPrinter({ cutter: 'jammed' })
  const { isGood, keys } = await check([url], { ...times, confirmMs: 500 })
  expect([isGood, keys.includes('unknown.silent'), keys.includes('do.fault')]).toEqual([false, true, true])
})

it('proposes a profile that waits for nothing where nothing comes', async () => {
  const { virtual, url } = await aPrinter(mute)
  const { isGood, keys, line } = await check([url, '--width', '58'], brief)
  expect(keys).toEqual(expect.arrayContaining(['status.no', 'do.silent', 'unconfirmed.sent', 'do.look']))
  expect({ isGood, line }).toEqual({ isGood: false, line: `MOISO_PRINTER='${url}?profile=generic-58-mute'` })
  await eventually(() => virtual.state().hangingRows > 0 || virtual.sheets().length > 0)
})

it('proposes to ask how it is where a printer says nothing of its jobs', async () => {
  const { url } = await aPrinter({ ...mute, realTimeStatus: true })
  const { isGood, keys, line } = await check([url, '--profile', 'xprinter-80'], { ...times, settleMs: 100 })
  expect(keys).toEqual(expect.arrayContaining(['pushes.no', 'claims', 'processId.no', 'fence.no', 'unconfirmed.status']))
  expect({ isGood, line }).toEqual({ isGood: true, line: `MOISO_PRINTER='${url}?profile=generic-80-status'` })
})

it('puts no question that a profile forbids: a printer that would print it as letters prints the page alone', async () => {
  const { virtual, url } = await aPrinter({ processId: 'printed' })
  const { isGood, keys } = await check([`${url}?profile=zjiang-58`])
  expect(keys).toEqual(expect.arrayContaining(['processId.unasked', 'fence.yes', 'unconfirmed.fence']))
  expect([isGood, virtual.sheets().length, virtual.state().hangingRows]).toEqual([true, 1, 0])
})

it('frees a printer that another program left in the middle of a picture', async () => {
  const { virtual, port, url } = await aPrinter()
  const other = connect(port, '127.0.0.1')
  other.end(Buffer.concat([Buffer.from('1d7630004800ff00', 'hex'), Buffer.alloc(1000, 0xff)]))
  await once(other, 'close')
  const { isGood, keys } = await check([url], { ...times, settleMs: 400, statusMs: 400 })
  expect([isGood, keys.includes('processId.yes'), keys.includes('printed')]).toEqual([true, true, true])
  expect(virtual.sheets().at(-1)).toMatchObject({ complete: true })
})

it('says so when the printer is held by another connection', async () => {
  const { port, url } = await aPrinter({ others: 'waiting' })
  const server = connect(port, '127.0.0.1')
  onTestFinished(() => { server.destroy() })
  await once(server, 'connect')
  const { isGood, keys } = await check([url, '--no-print'], brief)
  expect([isGood, keys.includes('status.no'), keys.includes('do.silent')]).toEqual([false, true, true])
})

it('shows no control character of a printer\'s name', async () => {
  const fake = await aTcpPrinter(socket => {
    socket.on('data', bytes => {
      for (const byte of bytes) if (byte === 0x04) socket.write(Uint8Array.of(0x12))
      if (bytes.includes(Buffer.from('1d4942', 'hex'))) socket.write(Buffer.from('_\x9b2Jab\0', 'latin1'))
    })
  })
  onTestFinished(() => fake.close())
  expect((await check([fake.url, '--no-print'], { ...times, settleMs: 100, statusMs: 300 })).said).toContainEqual({ key: 'claims', blanks: { name: '?2Jab' } })
})

it('says what to do when nobody is there, for each way to a printer', async () => {
  const { close, url } = await aTcpPrinter(() => {})
  await close()
  for (const [address, advice] of [[url, 'do.refused'], ['usb:/dev/usb/lp99', 'do.absent']] as const) {
    expect(await check([address])).toMatchObject({ isGood: false, keys: ['address', 'unreached', advice], line: '' })
  }
})

it.each([['asked', []], ['of a kind that is asked nothing', ['--profile', 'generic-80-mute']]])('proposes no line for what takes the connection and ends it at once: %s', async (_, more) => {
  const fake = await aTcpPrinter(socket => { socket.end() })
  onTestFinished(() => fake.close())
  expect(await check([fake.url, ...more], brief)).toMatchObject({ isGood: false, keys: ['address', 'reached', 'hungUp', 'do.hungUp'], line: '' })
})

it('says what to do once, however much is wrong', async () => {
  const { url } = await aPrinter({ ...mute, network: 'silent' })
  const { keys } = await check([url], brief)
  expect(keys.filter(key => printCheckTexts.vi[key].startsWith('Việc cần làm'))).toEqual(['do.silent'])
})

it.each([[[]], [['--no-print']]])('ends where the address is a folder that cannot be made, with what to do instead %s', async more => {
  const { isGood, keys, line } = await check(['file:/dev/null/slips', ...more])
  expect({ isGood, keys, line }).toEqual({ isGood: false, keys: ['address', 'folder', 'unwritten', 'do.folder'], line: '' })
})

it('writes the page where the address is a folder', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'moiso-check-'))
  const { isGood, keys } = await check([`file:${folder}`])
  expect([isGood, keys]).toEqual([true, ['address', 'folder', 'printing', 'written', 'do.look', 'line']])
  expect(readdirSync(folder)).toHaveLength(2)
})

it('reads the command line, and keeps what an address says beside its profile', () => {
  expect(readWishes(['serial:/dev/ttyUSB0?baud=19200&profile=zjiang-58&flow=none', '--width', '80'])).toEqual({ url: 'serial:/dev/ttyUSB0?baud=19200&flow=none&profile=generic-80', prints: true })
  expect(readWishes(['tcp://a?profile=epson-tm-t82', '--no-print'])).toEqual({ url: 'tcp://a?profile=epson-tm-t82', prints: false })
  for (const wrong of [[], ['tcp://a', 'tcp://b'], ['tcp://a', '--width', '70'], ['tcp://a', '--width', '80', '--profile', 'zjiang-58'], ['tcp://a', '--quick']]) expect(() => readWishes(wrong)).toThrow(/--width/)
  expect(() => readWishes(['tcp://a', '--profile', 'star'])).toThrow(PrinterUrlError)
})

it('is a command that ends with 0 when the page is printed and 1 when it is not', async () => {
  const { virtual, url } = await aPrinter()
  expect(await command(url)).toMatchObject({ code: 0, out: expect.stringMatching(/ĐÃ IN[^]*PRINTED[^]*MOISO_PRINTER='tcp:[^]*profile=generic-80'/) })
  virtual.set({ paper: 'out' })
  expect(await command(url)).toMatchObject({ code: 1, out: expect.stringMatching(/CHƯA IN: máy in báo hết giấy[^]*says: out of paper[^]*To do: put in a new roll/) })
}, 20_000)

it('is described in a guide that says what the screens say, and names every profile', () => {
  const guide = readFileSync(join(root, 'docs/printers.md'), 'utf8')
  for (const table of [printerTexts.vi, printerTexts.en, slipToldTexts.vi, slipToldTexts.en]) for (const [key, sentence] of Object.entries(table)) expect(guide, key).toContain(sentence)
  for (const table of [kioskTexts.vi, kioskTexts.en, toldTexts.vi, toldTexts.en]) {
    for (const [key, sentence] of Object.entries(table)) if (/^(print|printer|slip)\b/.test(key)) expect(guide, key).toContain(sentence)
  }
  for (const name of profileNames) expect(guide).toContain(`\`${name}\``)
  for (const key of ['reached', 'pushes.yes', 'processId.yes', 'fence.yes', 'printing', 'printed', 'line'] as const) expect(guide).toContain(printCheckTexts.vi[key])
})

async function command (...line: readonly string[]) {
  const child = spawn(resolve(root, 'node_modules/.bin/node'), ['scripts/print-check.ts', ...line], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  let out = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => { out += text })
  const [code] = await once(child, 'close')
  return { code, out }
}
