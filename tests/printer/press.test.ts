import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { checkFonts, FontError } from '../../printer/encode/picture.ts'
import { createPress, PressFailed } from '../../printer/encode/press.ts'
import { pressSheet } from '../../printer/encode/sheet.ts'
import { bundledFonts } from '../../printer/fonts/faces.ts'
import { aSlip, slipKinds } from './slips.ts'
import { profile } from './support.ts'

const fonts = bundledFonts()
const without = (path: string) => ({ ...fonts, bold: path })

function aPress (options: Parameters<typeof createPress>[0] = {}) {
  const press = createPress(options)
  onTestFinished(() => press.stop())
  return press
}

it('prints in its own thread what is printed here, byte for byte, of every kind', async () => {
  const press = aPress()
  for (const kind of slipKinds) {
    const document = aSlip(kind)
    const sheet = await press.print(document, profile('generic-80'), 7)
    const here = pressSheet(document, profile('generic-80'), 7)
    expect([kind, Buffer.compare(sheet.bytes, here.bytes), Buffer.compare(sheet.png, here.png)]).toEqual([kind, 0, 0])
  }
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
  for (const path of [join(folder, 'none.ttf'), empty, damaged]) expect(() => { checkFonts(without(path)) }).toThrow(FontError)
})

it('refuses a font that draws nothing, and one without Vietnamese letters', () => {
  const folder = mkdtempSync(join(tmpdir(), 'moiso-fonts-'))
  const blank = join(folder, 'blank.ttf')
  const halved = join(folder, 'latin.ttf')
  writeFileSync(blank, withoutOutlines(readFileSync(fonts.bold)))
  writeFileSync(halved, withoutLetters(readFileSync(fonts.bold)))
  expect(() => { checkFonts(without(blank)) }).toThrow(FontError)
  expect(() => { checkFonts(without(halved)) }).toThrow(/latin\.ttf: .*ễ/)
})

it('says at start that a font is missing', async () => {
  const press = aPress({ fonts: without('/nowhere/none.ttf') })
  await expect(press.ready()).rejects.toThrow(/Phông chữ.*none\.ttf.*\n.*font.*none\.ttf/s)
})

it('refuses a slip that cannot be drawn and prints the next one', async () => {
  const press = aPress()
  const broken = { ...aSlip('ticket'), elements: null as never }
  await expect(press.print(broken, profile('generic-80'), 1)).rejects.toThrow()
  expect((await press.print(aSlip('ticket'), profile('generic-58'), 2)).bytes.length).toBeGreaterThan(1000)
})

it('ends a thread that hangs, says that the press is at fault, and begins another', async () => {
  const press = aPress({ longestMs: 0 })
  await expect(press.print(aSlip('ticket'), profile('generic-80'), 1)).rejects.toBeInstanceOf(PressFailed)
  await expect(press.ready()).resolves.toBeUndefined()
})

it('rejects what was waiting when it is stopped', async () => {
  const press = createPress()
  const waiting = press.print(aSlip('ticket'), profile('generic-80'), 1)
  const told = expect(waiting).rejects.toThrow()
  await press.stop()
  await told
  await expect(press.print(aSlip('ticket'), profile('generic-80'), 1)).rejects.toThrow()
})

/** The place of a table in a TrueType file: of its record, and of its bytes. */
function tableOf (font: Buffer, tag: string): { readonly record: number, readonly at: number, readonly length: number } {
  const record = Array.from({ length: font.readUInt16BE(4) }, (_, i) => 12 + 16 * i).find(at => font.toString('latin1', at, at + 4) === tag)
  if (record === undefined) throw new Error(`no table ${tag}`)
  return { record, at: font.readUInt32BE(record + 8), length: font.readUInt32BE(record + 12) }
}

/** Every letter has a width and no shape. */
function withoutOutlines (font: Buffer): Buffer {
  const { at, length } = tableOf(font, 'loca')
  return Buffer.concat([font]).fill(0, at, at + length)
}

/** A character map whose only group is ASCII. */
function withoutLetters (font: Buffer): Buffer {
  const ascii = Buffer.alloc(40)
  ascii.writeUInt16BE(1, 2)
  ascii.writeUInt32BE(12, 8)
  ascii.writeUInt16BE(12, 12)
  ascii.writeUInt32BE(1, 24)
  ascii.writeUInt32BE(0x20, 28)
  ascii.writeUInt32BE(0x7e, 32)
  ascii.writeUInt32BE(1, 36)
  const cut = Buffer.concat([font, ascii])
  cut.writeUInt32BE(font.length, tableOf(font, 'cmap').record + 8)
  return cut
}
