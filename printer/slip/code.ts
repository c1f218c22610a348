import { encode } from 'uqr'
import { drawLines, lineAt, space, stack, type Block, type Setting } from './block.ts'
import { legible } from './legible.ts'
import { wrapEvenly, type TextStyle } from './type.ts'

interface Code { url: string, caption: string, notes: readonly string[], instead: string }

/** White modules a reader needs on every side. */
const quietZone = 4
const mostLinesBeside = 6

/**
 * The QR of the ticket's page with its caption and notes: beside it on wide paper (shorter slip), below it on narrow.
 * An address too long to be read from this paper is printed in letters instead.
 */
export function drawCode (code: Code, setting: Setting): Block {
  const { sheet } = setting
  const { data: modules } = encode(code.url, { ecc: 'M', boostEcc: true, border: quietZone })
  const { module } = sheet.code
  if (modules.length * module > sheet.width) return drawInWords(code, setting)
  return sheet.code.beside && modules.length * module <= sheet.width / 2
    ? drawBeside(code, modules, module, setting)
    : drawAbove(code, modules, module, setting)
}

function drawInWords (code: Code, setting: Setting): Block {
  const { notice } = setting.sheet.roles
  return stack([code.instead, ...code.notes].map(text => drawLines(text, notice, setting)))
}

function drawBeside (code: Code, modules: boolean[][], module: number, setting: Setting): Block {
  const { sheet } = setting
  const side = modules.length * module
  // The quiet zone is already white: the words may begin where it ends.
  const words = wordsBeside(code, side, sheet.width - side - sheet.margin, setting)
  const height = Math.max(side, words.height)
  return {
    height,
    draw: top => squares(modules, module, 0, top + Math.round((height - side) / 2)) + words.draw(top + Math.round((height - words.height) / 2))
  }
}

function wordsBeside (code: Code, left: number, width: number, setting: Setting): Block {
  const { sheet, faces } = setting
  const column = (text: string, style: TextStyle) => wrapEvenly(legible(text, faces), width, style, mostLinesBeside, faces).map(line => lineAt(line, left, style, faces))
  return stack([...column(code.caption, sheet.caption), ...code.notes.flatMap(note => [space(setting), ...column(note, sheet.roles.notice)])])
}

function drawAbove (code: Code, modules: boolean[][], module: number, setting: Setting): Block {
  const { sheet, faces } = setting
  const side = modules.length * module
  const left = Math.floor((sheet.width - side) / 2)
  const caption = wrapEvenly(legible(code.caption, faces), sheet.width - 2 * sheet.margin, sheet.caption, 3, faces)
  return stack([
    { height: side, draw: top => squares(modules, module, left, top) },
    ...caption.map(line => lineAt(line, sheet.width / 2, sheet.caption, faces, true)),
    ...code.notes.flatMap(note => [space(setting), drawLines(note, sheet.roles.notice, setting)]),
    space(setting)
  ])
}

/** Dark modules as one path, a stretch of a row at a time: whole dots only, so that thresholding changes nothing. */
function squares (modules: boolean[][], module: number, left: number, top: number): string {
  const stretches = modules.flatMap((row, y) => stretchesOf(row).map(({ from, length }) =>
    `M${left + from * module} ${top + y * module}h${length * module}v${module}h-${length * module}z`))
  return `<path d="${stretches.join('')}"/>`
}

function stretchesOf (row: boolean[]): { from: number, length: number }[] {
  const stretches: { from: number, length: number }[] = []
  row.forEach((isDark, x) => {
    const last = stretches.at(-1)
    if (!isDark) return
    if (last && last.from + last.length === x) last.length++
    else stretches.push({ from: x, length: 1 })
  })
  return stretches
}
