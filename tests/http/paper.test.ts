import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { pino } from 'pino'
import { PNG } from 'pngjs'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { startPaper, type Paper } from '../../server/paper.ts'
import type { PrinterStatus } from '../../server/ports/slip-printer.ts'
import { readSlipLanguages } from '../../server/slip-languages.ts'
import { openOffice, type Asking, type TestOffice } from '../support/office.ts'

const log = pino({ level: 'silent' })
let office: TestOffice
let kiosk: Asking
let folder: string
const started: Paper[] = []
beforeAll(async () => {
  office = await openOffice()
  kiosk = await office.pair('kiosk')
  folder = await mkdtemp(join(tmpdir(), 'moiso-paper-'))
})
afterEach(async () => { await Promise.all(started.splice(0).map(paper => paper.stop())) })
afterAll(async () => {
  await office.close()
  await rm(folder, { recursive: true, force: true })
})

/** The printing room on the office's own store, and everything it told. */
async function aRoom (desk?: string) {
  const languages = await readSlipLanguages(join(folder, 'languages'), log)
  const paper = startPaper({ store: office.store, office: 'main', timeZone: 'Asia/Ho_Chi_Minh', clock: office.clock, kiosk: 'virtual:', desk, languages, relieveAfterMs: 20, log })
  started.push(paper)
  const told: PrinterStatus[] = []
  paper.printer.onChange(status => told.push(status))
  const stateOf = (name: string) => paper.printer.printers().find(status => status.name === name)
  await expect.poll(() => stateOf('kiosk')?.state).toBe('ready')
  return { ...paper, told, stateOf }
}

const take = async () => (await kiosk.post('/tickets', { field: 'CT' })).body.print.job as string
const job = (id: string) => office.store.printJobs.find('main', id)
const stateOf = async (id: string) => (await job(id))?.state

describe('the printing room', () => {
  it('tells each state of a printer as it comes, keeps its slips, and prints them when it can', async () => {
    const { printer, tray, told, stateOf: now } = await aRoom()
    for (const [turn, state] of [[{ paper: 'low' }, 'paper-low'], [{ paper: 'out' }, 'paper-out'], [{ cover: 'open' }, 'cover-open']] as const) {
      tray?.set(turn)
      await expect.poll(() => told.at(-1)?.state).toBe(state)
    }
    const id = await take()
    printer.wake()
    await expect.poll(() => stateOf(id)).toBe('blocked')
    tray?.set({ cover: 'closed', paper: 'ok' })
    await expect.poll(() => stateOf(id), { timeout: 10_000 }).toBe('printed')
    expect([now('kiosk')?.state, tray?.sheets().length]).toEqual(['ready', 1])
    expect(printer.jobsToday()).toEqual(expect.arrayContaining([{ printer: 'kiosk', state: 'printed', count: 1 }]))
  })

  it('shows a slip as it comes out, dot for dot', async () => {
    const { printer, tray } = await aRoom()
    const id = await take()
    printer.wake()
    await expect.poll(() => stateOf(id), { timeout: 10_000 }).toBe('printed')
    const shown = PNG.sync.read(Buffer.from(await printer.preview((await job(id))?.slip as never, 'kiosk')))
    const sheet = tray?.sheets().at(-1)
    const paper = PNG.sync.read(Buffer.from(tray?.png(sheet?.id ?? 0) ?? []))
    expect(dots(paper).replace(/0+$/, '')).toBe(dots(shown).replace(/0+$/, ''))
  })

  it('lets the desk print for the kiosk, and says so', async () => {
    const { printer, tray, stateOf: now } = await aRoom(`file:${join(folder, 'desk')}`)
    tray?.set({ paper: 'out' })
    await expect.poll(() => now('kiosk')?.state).toBe('paper-out')
    const id = await take()
    printer.wake()
    await expect.poll(() => stateOf(id), { timeout: 10_000 }).toBe('printed')
    expect(await job(id)).toMatchObject({ printer: 'desk', confirmedBy: 'file' })
    expect(await readdir(join(folder, 'desk'))).toContainEqual(expect.stringMatching(new RegExp(`^\\d{4}-\\d\\d-\\d\\d-\\d{4}-${id}.png$`)))
    expect(printer.printers()).toMatchObject([{ name: 'kiosk', state: 'paper-out', reliefBy: 'desk' }, { name: 'desk', state: 'ready' }])
    tray?.set({ paper: 'ok' })
    await expect.poll(() => now('kiosk')).toEqual({ name: 'kiosk', state: 'ready', label: expect.stringMatching(/ảo.*virtual.*no paper.*ESC\/POS 80 mm/), isVirtual: true })
  })

  it('names the file of a slip without a number by its kind', async () => {
    const { body } = await kiosk.post('/slips', { kind: 'checklist', procedure: 'HT01' })
    const { printer, tray } = await aRoom(`file:${join(folder, 'lists')}`)
    tray?.set({ paper: 'out' })
    printer.wake()
    await expect.poll(() => stateOf(body.print.job), { timeout: 10_000 }).toBe('printed')
    expect(await readdir(join(folder, 'lists'))).toContainEqual(expect.stringMatching(new RegExp(`^\\d{4}-\\d\\d-\\d\\d-checklist-${body.print.job}.png$`)))
  })

  it.each(['tcp://192.0.2.1', 'tcp://192.0.2.1:9100/', 'tcp://192.0.2.1?profile=generic-58'])('refuses two printers that are one: %s', async desk => {
    const both = { kiosk: 'tcp://192.0.2.1', desk }
    expect(() => startPaper({ store: office.store, office: 'main', timeZone: 'Asia/Ho_Chi_Minh', clock: office.clock, ...both, languages: { own: new Map(), unreadable: [] }, log })).toThrow(/^MOISO_DESK_PRINTER: tcp:.*đã là máy in[^]*printer already/)
  })

  it('takes two printers made of software for two', async () => {
    await expect(aRoom('virtual:')).resolves.toBeDefined()
  })

  it('prints at the kiosk what waited for a desk printer that is no more', async () => {
    const id = await take()
    await office.store.printJobs.handOver('main', 'kiosk', 'desk')
    await aRoom()
    await expect.poll(() => stateOf(id), { timeout: 10_000 }).toBe('printed')
    expect((await job(id))?.printer).toBe('kiosk')
  })

  it('prints no number of yesterday, and tells of the printer again that left a slip in doubt', async () => {
    const id = await take()
    office.clock.forward(2 * 86_400_000)
    const { printer, told } = await aRoom()
    printer.wake()
    await expect.poll(() => stateOf(id)).toBe('failed')
    // Nothing else tells the same twice.
    await expect.poll(() => told.some((status, index) => isDeepStrictEqual(status, told[index - 1]))).toBe(true)
    office.clock.forward(-2 * 86_400_000)
  })
})

describe('languages the office brought itself', () => {
  it('are read at the start; one that cannot be used is named and costs nothing', async () => {
    await mkdir(join(folder, 'languages'))
    await writeFile(join(folder, 'languages', 'tay.json'), JSON.stringify({ number: 'SỐ THỨ TỰ (tày)' }))
    await writeFile(join(folder, 'languages', 'nung.json'), '{')
    await writeFile(join(folder, 'languages', 'ghi-chú.txt'), 'x')
    const { printer } = await aRoom()
    expect(printer.languages).toEqual(['vi', 'en', 'tay'])
    expect(printer.unreadable).toEqual([expect.stringMatching(/^nung\.json: /)])
  })
})

/** 1 for black, row by row. */
function dots ({ data }: PNG): string {
  let row = ''
  for (let pixel = 0; pixel < data.length; pixel += 4) row += (data[pixel] ?? 255) < 128 ? '1' : '0'
  return row
}
