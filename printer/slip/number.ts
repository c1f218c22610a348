import { baseline, stack, type Block, type Setting } from './block.ts'
import { type Badge } from './document.ts'
import { legible, lettersOf } from './legible.ts'
import { type TextStyle, textMark, widthOf } from './type.ts'

/** Inter's digits are this high, in em. */
const digitHeight = 0.727

/** No office has longer ones; a longer text could only be drawn illegibly narrow. */
const mostDigits = 8

/** The label with its badges, and under it the number, as large as the paper allows. */
export function drawNumber (number: { label: string, text: string, badges: readonly Badge[] }, setting: Setting): Block {
  const digits = lettersOf(legible(number.text, setting.faces)).slice(0, mostDigits).join('')
  return stack([drawLabel(number.label, number.badges, setting.sheet.label, setting), drawDigits(digits, setting)])
}

function drawDigits (text: string, { sheet, faces }: Setting): Block {
  const { size, squeeze } = digitSize(text, { sheet, faces })
  const style: TextStyle = { size, leading: 0, weight: 'bold' }
  const digits = Math.round(digitHeight * size)
  return {
    height: digits + 2 * sheet.gap,
    draw: top => `<g transform="translate(${sheet.width / 2} ${top + sheet.gap + digits}) scale(${squeeze.toFixed(4)} 1)">` +
      textMark(text, 0, 0, style, faces, { middle: true }) + '</g>'
  }
}

/**
 * Font size in dots, and how far digits are narrowed (1: not at all). Measured on the widest digits of that length,
 * so that all numbers of a day look alike; only five digits on 58 mm paper need narrowing to keep their height.
 */
export function digitSize (text: string, { sheet, faces }: Setting): { size: number, squeeze: number } {
  const em = { size: 1, weight: 'bold' } as const
  const widest = Math.max(...[...'0123456789'].map(digit => widthOf(digit, em, faces)))
  const length = Math.max([...text].length, 4)
  const width = Math.max(widest * length, widthOf(text, em, faces))
  const room = sheet.width - 2 * sheet.margin
  const least = Math.ceil((sheet.number.leastDigit + 1) / digitHeight)
  const most = sheet.number.mostDigit / digitHeight
  const size = Math.max(least, Math.min(most, Math.floor(room / width)))
  return { size, squeeze: Math.min(1, room / (width * size)) }
}

/** `SỐ THỨ TỰ [ƯU TIÊN] [IN LẠI]` on one line; on narrow paper the badges take a line of their own when they must. */
export function drawLabel (label: string, badges: readonly Badge[], style: TextStyle, setting: Setting): Block {
  const { sheet } = setting
  const words = piece(label, style, setting, () => '')
  const boxes = badges.map(badge => boxed(badge, setting))
  const space = Math.round(style.size / 2)
  const widthAll = [words, ...boxes].reduce((sum, part) => sum + part.width + space, -space)
  const rows = widthAll <= sheet.width - 2 * sheet.margin ? [[words, ...boxes]] : [[words], boxes]
  const height = Math.max(style.leading, boxes.length > 0 ? sheet.badge.leading + Math.round(sheet.gap / 2) : 0)
  return stack(rows.map(row => ({ height, draw: top => drawRow(row, top, height, space, sheet.width) })))
}

/** Something on the label's line; `draw` is told its left edge and the line's top and height. */
interface Piece { readonly width: number, draw (left: number, top: number, height: number): string }

function drawRow (row: readonly Piece[], top: number, height: number, space: number, paperWidth: number): string {
  const width = row.reduce((sum, part) => sum + part.width + space, -space)
  let left = Math.round((paperWidth - width) / 2)
  return row.map(part => { const drawn = part.draw(left, top, height); left += Math.round(part.width + space); return drawn }).join('')
}

function piece (text: string, style: TextStyle, { faces }: Setting, behind: (left: number, top: number, height: number) => string, pad = 0, fill?: string): Piece {
  const shown = legible(text, faces)
  return {
    width: widthOf(shown, style, faces) + 2 * pad,
    draw: (left, top, height) => behind(left, top, height) +
      textMark(shown, left + pad, top + baseline({ size: style.size, leading: height }), style, faces, fill ? { fill } : {})
  }
}

function boxed (badge: Badge, setting: Setting): Piece {
  const { badge: style, rule } = setting.sheet
  const pad = Math.round(style.size / 2)
  const full = badge.style === 'full'
  const width = Math.round(widthOf(legible(badge.text, setting.faces), style, setting.faces) + 2 * pad)
  const inset = full ? 0 : rule / 2
  const box = (left: number, top: number, height: number) => {
    const y = top + Math.round((height - style.leading) / 2)
    return `<rect x="${left + inset}" y="${y + inset}" width="${width - 2 * inset}" height="${style.leading - 2 * inset}" rx="4"${full ? '' : ` fill="none" stroke="#000" stroke-width="${rule}"`}/>`
  }
  return piece(badge.text, style, setting, box, pad, full ? '#fff' : undefined)
}
