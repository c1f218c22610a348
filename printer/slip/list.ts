import { lineAt, stack, type Block, type Setting } from './block.ts'
import { legible } from './legible.ts'
import { wrap } from './type.ts'

const mostLines = 4

/**
 * A title and bulleted items, at most four lines of them together; past that, `more` says where the rest is
 * (but a fifth and last line is printed rather than the line that would say so: the same paper, and nothing to look up).
 */
export function drawList (list: { title: string, items: readonly string[], more: string }, { sheet, faces }: Setting): Block {
  const style = sheet.listItem
  const indent = Math.round(0.9 * style.size)
  const width = sheet.width - 2 * sheet.margin - indent
  const lines = list.items.flatMap(item => wrap(legible(item, faces), width, style, faces).map((text, i) => ({ text, isFirst: i === 0 })))
  const row = (line: { text: string, isFirst: boolean }): Block => {
    const words = lineAt(line.text, sheet.margin + indent, style, faces)
    return line.isFirst ? { height: words.height, draw: top => bullet(sheet.margin, top, style) + words.draw(top) } : words
  }
  const shown = lines.length > mostLines + 1 ? lines.slice(0, mostLines) : lines
  const rest = lines.length > shown.length ? wrap(legible(list.more, faces), width, style, faces) : []
  return stack([
    lineAt(legible(list.title, faces), sheet.margin, sheet.listTitle, faces),
    ...shown.map(row),
    ...rest.map(text => lineAt(text, sheet.margin + indent, style, faces))
  ])
}

/** Drawn, not set: a dot of the font is too small to survive a cheap print head. */
function bullet (left: number, top: number, style: { size: number, leading: number }): string {
  const radius = Math.round(style.size / 6)
  return `<circle cx="${left + 2 * radius}" cy="${top + Math.round(style.leading / 2) + 1}" r="${radius}"/>`
}
