import { type Faces } from '../fonts/faces.ts'

const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' })
/** Stands, visibly, for a letter that the fonts cannot draw. */
export const replacement = '□'
/** A space that no line is broken at. */
export const boundSpace = '\u00a0'
/** Stacked combining marks beyond this run into the neighbouring lines. */
const mostMarks = 2
/** More than any place on a slip has room for; a longer text must cost no time either. */
const mostRead = 2000
const mostLetters = 500

/**
 * Text as paper can show it: NFC; line ends and tabs as spaces (only bound ones stay what they are); other control, bidi and zero-width characters gone;
 * a letter that the fonts lack (emoji) as □; at most 500 letters. What comes out has no character below U+0020.
 */
export function legible (text: string, faces: Faces): string {
  const plain = text.slice(0, mostRead).normalize('NFC')
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\u{fe00}-\u{fe0f}]/gu, '')
    .replace(/[\u00a0\u202f]+/gu, boundSpace).replace(/(?!\u00a0)\s+/gu, ' ').trim()
  return lettersOf(plain).slice(0, mostLetters).map(letter => drawable(letter, faces)).join('').trim()
}

function drawable (grapheme: string, faces: Faces): string {
  const letter = [...grapheme].slice(0, 1 + mostMarks)
  const canDraw = letter.every(part => faces.regular.has(part.codePointAt(0) ?? 0) && faces.bold.has(part.codePointAt(0) ?? 0))
  return canDraw ? letter.join('') : replacement
}

/** Cuts text into the units a line may be broken at. */
export function lettersOf (text: string): string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment)
}
