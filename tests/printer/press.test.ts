import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { checkFonts } from '../../printer/encode/picture.ts'
import { createPress } from '../../printer/encode/press.ts'
import { pressSheet } from '../../printer/encode/sheet.ts'
import { bundledFonts } from '../../printer/fonts/faces.ts'
import { ticketSlip } from '../../printer/slip/ticket.ts'
import { aTicketSlip, profile } from './support.ts'

const fonts = bundledFonts()
const without = (path: string) => ({ ...fonts, figures: { ...fonts.figures, bold: path } })

function aPress (options: Parameters<typeof createPress>[0] = {}) {
  const press = createPress(options)
  onTestFinished(() => press.stop())
  return press
}

it('prints in its own thread what is printed here, byte for byte', async () => {
  const document = ticketSlip(aTicketSlip())
  const sheet = await aPress().print(document, profile('generic-80'), 7)
  const here = pressSheet(document, profile('generic-80'), 7)
  expect(Buffer.compare(sheet.bytes, here.bytes)).toBe(0)
  expect(Buffer.compare(sheet.png, here.png)).toBe(0)
})

it('finds the bundled fonts good', () => {
  expect(() => { checkFonts(fonts) }).not.toThrow()
})

it('refuses a missing, an empty and a damaged font', () => {
  const folder = mkdtempSync(join(tmpdir(), 'moiso-fonts-'))
  const empty = join(folder, 'empty.ttf')
  const damaged = join(folder, 'damaged.ttf')
  writeFileSync(empty, '')
  writeFileSync(damaged, Buffer.from('00010000000100000000000067617370', 'hex'))
  for (const path of [join(folder, 'none.ttf'), empty, damaged]) expect(() => { checkFonts(without(path)) }).toThrow()
})

it('says at start that a font is missing', async () => {
  const press = aPress({ fonts: without('/nowhere/none.ttf') })
  await expect(press.ready()).rejects.toThrow(/none\.ttf/)
})

it('refuses a slip that cannot be drawn and prints the next one', async () => {
  const press = aPress()
  const broken = { ...ticketSlip(aTicketSlip()), elements: null as never }
  await expect(press.print(broken, profile('generic-80'), 1)).rejects.toThrow()
  expect((await press.print(ticketSlip(aTicketSlip()), profile('generic-58'), 2)).bytes.length).toBeGreaterThan(1000)
})

it('rejects what was waiting when it is stopped', async () => {
  const press = createPress()
  const waiting = press.print(ticketSlip(aTicketSlip()), profile('generic-80'), 1)
  const told = expect(waiting).rejects.toThrow()
  await press.stop()
  await told
  await expect(press.print(ticketSlip(aTicketSlip()), profile('generic-80'), 1)).rejects.toThrow()
})
