import { lineAt, stack, type Block, type Setting } from './block.ts'
import { type List } from './document.ts'
import { legible } from './legible.ts'
import { wrap, type TextStyle } from './type.ts'

/** A line of the list; `isFirst` is where an item begins. */
interface Row { readonly text: string, readonly isFirst: boolean }

/**
 * A title and its items, at most `most` lines of them together; past that, `more` says where the rest is
 * (but one last line is printed rather than the line that would say so: the same paper, and nothing to look up).
 */
export function drawList (list: List, { sheet, faces }: Setting): Block {
  const style = sheet.listItem
  const indent = Math.round((list.sign === 'box' ? 1.3 : 0.9) * style.size)
  const width = sheet.width - 2 * sheet.margin - indent
  const wrapped = (text: string) => wrap(legible(text, faces), width, style, faces)
  // An item takes a line at least: more items than that need not be measured.
  const rows = list.items.slice(0, list.most + 2).flatMap(item => wrapped(item).map((text, i): Row => ({ text, isFirst: i === 0 })))
  const shown = rows.length > list.most + 1 ? rows.slice(0, list.most) : rows
  const rest = rows.length > shown.length ? wrapped(list.more) : []
  const words = (text: string) => lineAt(text, sheet.margin + indent, style, faces)
  return stack([
    lineAt(legible(list.title, faces), sheet.margin, sheet.listTitle, faces),
    ...shown.map(({ text, isFirst }) => isFirst ? signed(words(text), top => sign(list.sign, sheet.margin, top, style)) : words(text)),
    ...rest.map(words)
  ])
}

function signed (words: Block, sign: (top: number) => string): Block {
  return { height: words.height, draw: top => sign(top) + words.draw(top) }
}

/** Drawn, not set: a dot of the font is too small to survive a cheap print head. */
function sign (which: List['sign'], left: number, top: number, style: TextStyle): string {
  const middle = top + Math.round(style.leading / 2) + 1
  const radius = Math.round(style.size / 6)
  if (which === 'bullet') return `<circle cx="${left + 2 * radius}" cy="${middle}" r="${radius}"/>`
  const side = 4 * radius + 2
  return `<rect x="${left + 1}" y="${middle - side / 2}" width="${side}" height="${side}" fill="none" stroke="#000" stroke-width="2"/>`
}
