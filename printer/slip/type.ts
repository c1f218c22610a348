import { type Faces, type Weight } from '../fonts/faces.ts'
import { faceOf, lettersOf } from './legible.ts'

/** How a line is set; sizes and leading (distance of baselines) in dots. */
export interface TextStyle { readonly size: number, readonly leading: number, readonly weight: Weight }

/** A stretch of letters in one face. */
interface Run { readonly face: 'text' | 'figures', readonly text: string }

/** Digits are set in Inter everywhere: Be Vietnam Pro's are of uneven width and its 1 and 7 look alike when thin. */
const figure = /^\d$/

function runsOf (text: string, faces: Faces): Run[] {
  const runs: { face: 'text' | 'figures', text: string }[] = []
  for (const letter of lettersOf(text)) {
    const face = figure.test(letter) ? 'figures' : faceOf(letter, faces) ?? 'figures'
    const last = runs.at(-1)
    if (last?.face === face) last.text += letter
    else runs.push({ face, text: letter })
  }
  return runs
}

/** Added to every space, in em: Be Vietnam Pro's is so narrow that `1 hoặc` reads as one word on a print head. */
const wordSpace = 0.06

/** Width in dots of `text` set on one line. Kerning is switched off on paper, so this is exact. */
export function widthOf (text: string, style: Pick<TextStyle, 'size' | 'weight'>, faces: Faces): number {
  let em = 0
  for (const run of runsOf(text, faces)) {
    for (const letter of run.text) em += (letter === ' ' ? wordSpace : 0) + faces[run.face][style.weight].advance(letter.codePointAt(0) ?? 0)
  }
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

/** A dash or a slash between spaces belongs to the word before it: no line begins with one. */
function wordsOf (text: string): string[] {
  return text.replace(/ ([–—/·+→-]) /gu, '\u00a0$1 ').split(' ').filter(Boolean).map(word => word.replace('\u00a0', ' '))
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
export function wrapEvenly (text: string, width: number, style: TextStyle, most: number, faces: Faces): string[] {
  const lines = wrap(text, width, style, faces)
  if (lines.length > most) return shortened(lines, most, width, style, faces)
  if (lines.length < 2) return lines
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

/** The first `most` lines; the last gives up as many words (of a single word: letters) as … needs. */
export function shortened (lines: readonly string[], most: number, width: number, style: TextStyle, faces: Faces): string[] {
  const fits = (line: string) => widthOf(`${line}…`, style, faces) <= width
  let last = lines[most - 1] ?? ''
  while (last.includes(' ') && !fits(last)) last = last.slice(0, last.lastIndexOf(' ')).trimEnd()
  while (last && !fits(last)) last = lettersOf(last).slice(0, -1).join('')
  return [...lines.slice(0, most - 1), `${last.replace(/[\s,;:–-]+$/u, '')}…`]
}

const families = { text: 'Be Vietnam Pro', figures: 'Inter' } as const

/** One line as SVG, its baseline at `y`. `x` is the left edge or the middle. */
export function textMark (text: string, x: number, y: number, style: TextStyle, faces: Faces, options: { middle?: boolean, fill?: string } = {}): string {
  const spans = runsOf(text, faces).map(run => `<tspan font-family="${families[run.face]}">${escaped(run.text)}</tspan>`)
  const anchor = options.middle ? ' text-anchor="middle"' : ''
  const fill = options.fill ? ` fill="${options.fill}"` : ''
  return `<text x="${x}" y="${y}" font-size="${style.size}" font-weight="${style.weight === 'bold' ? 700 : 400}" word-spacing="${(wordSpace * style.size).toFixed(2)}"${anchor}${fill}>${spans.join('')}</text>`
}

export function escaped (text: string): string {
  return text.replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`)
}
