import { type Faces } from '../fonts/faces.ts'
import { legible } from './legible.ts'
import { type RoleStyle, type Sheet } from './sheet.ts'
import { textMark, widthOf, wrapEvenly, type TextStyle } from './type.ts'

/** What every element is drawn with. */
export interface Setting { readonly sheet: Sheet, readonly faces: Faces }

/** A drawn element: its height in dots, and its marks once it is known where its top is. */
export interface Block { readonly height: number, draw (top: number): string }

/** Blocks under one another. */
export function stack (blocks: readonly Block[]): Block {
  return {
    height: blocks.reduce((sum, block) => sum + block.height, 0),
    draw (top) {
      let at = top
      return blocks.map(block => { const drawn = block.draw(at); at += block.height; return drawn }).join('')
    }
  }
}

/** White between two things of one section. */
export function space ({ sheet }: Setting): Block {
  return { height: sheet.gap, draw: () => '' }
}

/** Distance from the top of a line to its baseline, so that the capitals sit in the line's middle. */
export function baseline (style: Pick<TextStyle, 'size' | 'leading'>): number {
  const halfCapital = 0.36
  return Math.round(style.leading / 2 + halfCapital * style.size)
}

/** Lines of one text, centred, of about even length, shortened past `style.most` lines. */
export function drawLines (text: string, style: RoleStyle, { sheet, faces }: Setting): Block {
  const lines = wrapEvenly(legible(text, faces), sheet.width - 2 * sheet.margin, style, style.most, faces)
  return stack(lines.map(line => lineAt(line, sheet.width / 2, style, faces, true)))
}

/** As `drawLines`, from the left edge. */
export function drawParagraph (text: string, style: RoleStyle, { sheet, faces }: Setting): Block {
  const width = sheet.width - 2 * sheet.margin
  const lines = wrapEvenly(legible(text, faces), width, style, style.most, faces)
  return stack(lines.map(line => lineAt(line, sheet.margin, style, faces)))
}

/** Two texts on one line when they fit, with a dash between them; else each on lines of its own. */
export function drawPair (texts: readonly [string, string], style: RoleStyle, setting: Setting): Block {
  const together = texts.map(text => legible(text, setting.faces)).join(' – ')
  const fits = widthOf(together, style, setting.faces) <= setting.sheet.width - 2 * setting.sheet.margin
  return stack((fits ? [together] : texts).map(text => drawLines(text, style, setting)))
}

/** One line that is known to fit, its left edge (or middle) at `x`. */
export function lineAt (line: string, x: number, style: TextStyle, faces: Faces, middle = false): Block {
  return { height: style.leading, draw: top => textMark(line, x, top + baseline(style), style, faces, { middle }) }
}
