import { type Faces } from '../fonts/faces.ts'

const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' })
/** Stands, visibly, for a letter that no bundled font can draw. */
export const replacement = '□'
/** Stacked combining marks beyond this run into the neighbouring lines. */
const mostMarks = 2

/**
 * Text as paper can show it: NFC; line ends and tabs as spaces; other control, bidi and zero-width characters gone;
 * a letter that no face has (emoji) as □. What comes out has no character below U+0020.
 */
export function legible (text: string, faces: Faces): string {
  const plain = text.normalize('NFC')
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\u{fe00}-\u{fe0f}]/gu, '')
    .replace(/\s+/gu, ' ').trim()
  return Array.from(graphemes.segment(plain), ({ segment }) => drawable(segment, faces)).join('')
}

function drawable (grapheme: string, faces: Faces): string {
  const letters = [...grapheme].slice(0, 1 + mostMarks)
  return faceOf(letters.join(''), faces) ? letters.join('') : replacement
}

/** The family that has every part of a letter: a mark set in another face than its letter would float beside it. */
export function faceOf (letter: string, faces: Faces): 'text' | 'figures' | undefined {
  const all = (face: 'text' | 'figures') => [...letter].every(part => faces[face].regular.has(part.codePointAt(0) ?? 0))
  if (all('text')) return 'text'
  return all('figures') ? 'figures' : undefined
}

/** Cuts text into the units a line may be broken at and a face is chosen for. */
export function lettersOf (text: string): string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment)
}
