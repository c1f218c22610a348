import { cssWeight, family, type Faces, type Weight } from '../fonts/faces.ts'
import { boundSpace, lettersOf } from './legible.ts'

/** How a line is set; sizes and leading (distance of baselines) in dots. */
export interface TextStyle { readonly size: number, readonly leading: number, readonly weight: Weight }

/** Added to every space, in em: Inter's is so narrow that `1 hoặc` reads as one word on a print head. */
const wordSpace = 0.08

/** Width in dots of `text` set on one line: the sum of its letters, which `textMark` holds every line to. */
export function widthOf (text: string, style: Pick<TextStyle, 'size' | 'weight'>, faces: Faces): number {
  let em = 0
  for (const letter of text) em += (letter === ' ' ? wordSpace : 0) + faces[style.weight].advance(letter.codePointAt(0) ?? 0)
  return em * style.size
}

/** Breaks text into lines of at most `width` dots, at spaces where possible; a longer word is broken inside. */
export function wrap (text: string, width: number, style: TextStyle, faces: Faces): string[] {
  const fits = (line: string) => widthOf(line, style, faces) <= width
  const lines: string[] = []
  let current = ''
  for (const word of wordsOf(text)) {
    const longer = current ? `${current} ${word}` : word
    if (fits(longer)) { current = longer; continue }
    if (current) lines.push(current)
    const pieces = fits(word) ? [word] : broken(word, fits)
    lines.push(...pieces.slice(0, -1))
    current = pieces.at(-1) ?? ''
  }
  return current ? [...lines, current] : lines
}

/**
 * A dash or a slash between spaces belongs to the word before it: no line begins with one. A number written in groups
 * (a telephone number) and a range of numbers are one word, and a number stays with what it is the number of.
 */
function wordsOf (text: string): string[] {
  const bound = text.replace(/(?<=\d)( | – )(?=\d)/gu, gap => gap.replaceAll(' ', boundSpace)).replace(/ ([–—/·+→-]) /gu, `${boundSpace}$1 `).replace(/(?<=(?:^|[\s(])(?:số|quầy)) (?=\d)/giu, boundSpace)
  return bound.split(' ').filter(Boolean).map(word => word.replaceAll(boundSpace, ' '))
}

function broken (word: string, fits: (piece: string) => boolean): string[] {
  const pieces: string[] = []
  let piece = ''
  for (const letter of lettersOf(word)) {
    if (piece && !fits(piece + letter)) { pieces.push(piece); piece = '' }
    piece += letter
  }
  return [...pieces, piece]
}

/** As `wrap`, at most `most` lines (the last ends in … when text is left over), and lines of about even length. */
export function wrapEvenly (text: string, width: number, style: TextStyle, most: number, faces: Faces): readonly string[] {
  const lines = wrap(text, width, style, faces)
  if (lines.length > most || lines.length < 2) return shortened(lines, most, width, style, faces)
  let narrow = width / lines.length
  let wide = width
  while (wide - narrow > 4) {
    const middle = (narrow + wide) / 2
    const even = wrap(text, middle, style, faces)
    // Narrowing must never break a word that fitted whole.
    if (even.length === lines.length && even.join(' ') === lines.join(' ')) wide = middle
    else narrow = middle
  }
  return wrap(text, wide, style, faces)
}

/** At most `most` lines; when there were more, the last gives up as many words (of a single word: letters) as … needs. */
export function shortened (lines: readonly string[], most: number, width: number, style: TextStyle, faces: Faces): readonly string[] {
  if (lines.length <= most) return lines
  const fits = (line: string) => widthOf(`${line}…`, style, faces) <= width
  let last = lines[most - 1] ?? ''
  while (last.includes(' ') && !fits(last)) last = last.slice(0, last.lastIndexOf(' ')).trimEnd()
  while (last && !fits(last)) last = lettersOf(last).slice(0, -1).join('')
  return [...lines.slice(0, most - 1), `${last.replace(/[\s,;:–-]+$/u, '')}…`]
}

/**
 * One line as SVG, its baseline at `y`; `x` is the left edge or the middle. Its length is given, since the font sets some
 * letters wider in company (`*` beside a capital, `x` between digits).
 */
export function textMark (text: string, x: number, y: number, style: TextStyle, faces: Faces, options: { middle?: boolean, fill?: string } = {}): string {
  const anchor = options.middle ? ' text-anchor="middle"' : ''
  const fill = options.fill ? ` fill="${options.fill}"` : ''
  const length = text.length > 1 ? ` textLength="${widthOf(text, style, faces).toFixed(2)}"` : ''
  return `<text x="${x}" y="${y}" font-family="${family}" font-size="${style.size}" font-weight="${cssWeight[style.weight]}" word-spacing="${(wordSpace * style.size).toFixed(2)}"${length}${anchor}${fill}>${escaped(text)}</text>`
}

export function escaped (text: string): string {
  return text.replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`)
}
