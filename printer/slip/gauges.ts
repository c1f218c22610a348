import { fill } from '../../common/i18n/texts.ts'
import { drawLines, stack, type Block, type Setting } from './block.ts'
import { millimetres } from './sheet.ts'
import { textMark } from './type.ts'

/** A solid bar as wide as the paper, and millimetres hanging from it: every tenth is long and has its centimetre under it. */
export function drawRuler ({ sheet, faces }: Setting): Block {
  const style = sheet.roles.detail
  const [bar, short, middle, long] = [2, 2, 3, 4].map(mm => millimetres(mm, sheet)) as [number, number, number, number]
  const marks = Array.from({ length: Math.floor(sheet.width / millimetres(10, sheet) * 10) + 1 }, (_, mm) => mm)
  const draw = (top: number) => marks.map(mm => {
    const x = Math.min(millimetres(mm, sheet), sheet.width - 2)
    const height = mm % 10 === 0 ? long : mm % 5 === 0 ? middle : short
    const isNumbered = mm % 10 === 0 && mm > 0 && x < sheet.width - style.size
    return `<rect x="${x}" y="${top}" width="2" height="${bar + height}"/>` + (isNumbered ? textMark(String(mm / 10), x, top + bar + long + style.size, style, faces, { middle: true }) : '')
  }).join('') + `<rect x="0" y="${top}" width="${sheet.width}" height="${bar}"/>`
  return { height: bar + long + style.leading + sheet.gap, draw }
}

/** Two bars with exactly `mm` of white between them: a printer that counts feeds in other units shows it here. */
export function drawGap (mm: number, { sheet }: Setting): Block {
  const bar = millimetres(1, sheet)
  const white = millimetres(mm, sheet)
  const line = (y: number) => `<rect x="0" y="${y}" width="${sheet.width}" height="${bar}"/>`
  return { height: 2 * bar + white + 2 * sheet.gap, draw: top => line(top + sheet.gap) + line(top + sheet.gap + bar + white) }
}

/** A line in each size that lines are set in on this paper, small to large. */
export function drawSizes (text: string, setting: Setting): Block {
  const styles = [...Object.values(setting.sheet.roles)].sort((a, b) => a.size - b.size || a.weight.localeCompare(b.weight))
  const different = styles.filter((style, i) => styles.findIndex(({ size, weight }) => size === style.size && weight === style.weight) === i)
  return stack(different.map(style => drawLines(fill(text, { size: style.size }), style, setting)))
}
