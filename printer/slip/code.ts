import { encode } from 'uqr'
import { drawLines, lineAt, stack, type Block, type Setting } from './block.ts'
import { type Line, type SlipElement } from './document.ts'
import { legible } from './legible.ts'
import { wrapEvenly, type TextStyle } from './type.ts'

type Code = Extract<SlipElement, { type: 'code' }>

/** White modules a reader needs on every side. */
const quietZone = 4
/** Past any that fits on paper; the encoder itself refuses only at thousands. */
const mostUrlLetters = 600
const mostLinesBeside = 6

/**
 * The QR with its caption and notes: beside it on wide paper as far as they fit (shorter slip), else below it.
 * A text too long to be read from this paper is printed in letters instead.
 */
export function drawCode (code: Code, setting: Setting): Block {
  const { width, code: { module, beside } } = setting.sheet
  const modules = code.url.length > mostUrlLetters ? undefined : encode(wellFormed(code.url), { ecc: 'M', boostEcc: true, border: quietZone }).data
  const side = (modules?.length ?? Infinity) * module
  if (!modules || side > width) return below([{ role: 'notice', text: code.instead }, ...code.notes], setting)
  return beside && side <= width / 2 ? drawBeside(code, modules, side, setting) : drawAbove(code, modules, side, setting)
}

function below (notes: readonly Line[], setting: Setting): Block {
  return stack(notes.map(({ role, text }) => drawLines(text, setting.sheet.roles[role], setting)))
}

/** Notes stand beside the code, from the first on, as long as they are not higher than it is. */
function drawBeside (code: Code, modules: boolean[][], side: number, setting: Setting): Block {
  const { sheet, faces } = setting
  // The quiet zone is already white: the words may begin where it ends.
  const column = (text: string, style: TextStyle) =>
    stack(wrapEvenly(legible(text, faces), sheet.width - side - sheet.margin, style, mostLinesBeside, faces).map(line => lineAt(line, side, style, faces)))
  const columns = [column(code.caption, sheet.caption), ...code.notes.map(({ role, text }) => column(text, sheet.roles[role]))]
  const fitting = columns.findIndex((_, i) => stack(columns.slice(0, i + 1)).height > side)
  const beside = fitting < 1 ? columns.length : fitting
  const notesBelow = code.notes.slice(beside - 1)
  // What follows begins with white of its own, which the quiet zone may share.
  const within = side - 2 * sheet.gap
  const isSharing = notesBelow.length === 0 && stack(columns).height <= within
  const shared = isSharing ? sheet.gap : 0
  const words = apart(columns.slice(0, beside), isSharing ? within : side, setting)
  const height = Math.max(side, words.height)
  const pair: Block = {
    height: height - shared,
    draw: top => squares(modules, sheet.code.module, 0, top + Math.round((height - side) / 2)) + words.draw(top + Math.round((height - words.height) / 2))
  }
  return stack([pair, below(notesBelow, setting)])
}

/** Texts of one column with the white between them that there is room for. */
function apart (texts: readonly Block[], room: number, { sheet }: Setting): Block {
  const gap = Math.min(sheet.gap, Math.max(0, Math.floor((room - stack(texts).height) / Math.max(1, texts.length - 1))))
  return stack(texts.flatMap((text, i) => i === 0 ? [text] : [{ height: gap, draw: () => '' }, text]))
}

function drawAbove (code: Code, modules: boolean[][], side: number, setting: Setting): Block {
  const { sheet, faces } = setting
  const left = Math.floor((sheet.width - side) / 2)
  const caption = wrapEvenly(legible(code.caption, faces), sheet.width - 2 * sheet.margin, sheet.caption, 3, faces)
  return stack([
    { height: side, draw: top => squares(modules, sheet.code.module, left, top) },
    ...caption.map(line => lineAt(line, sheet.width / 2, sheet.caption, faces, true)),
    below(code.notes, setting)
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

/** Half a surrogate pair cannot be encoded at all. */
function wellFormed (text: string): string {
  return text.replace(/\p{Surrogate}/gu, '')
}
