import { Resvg } from '@resvg/resvg-js'
import { slipFaultTexts } from '../../common/i18n/slip.ts'
import { fill } from '../../common/i18n/texts.ts'
import { cssWeight, family, fontPaths, readFaces, type FontFiles, type Weight } from '../fonts/faces.ts'
import { capitalLetters, smallLetters } from '../fonts/letters.ts'
import { inkOf, thresholded, type Bitmap } from './bitmap.ts'

/** Thrown when slips could only be printed blank or with letters missing; the message says so in Vietnamese and in English. */
export class FontError extends Error {
  override readonly name = 'FontError'
  constructor (detail: string) {
    super(`${fill(slipFaultTexts.vi.font, { detail })}\n${fill(slipFaultTexts.en.font, { detail })}`)
  }
}

/** Renders an SVG whose unit is one dot. Only the given fonts are used, so that every machine prints the same dots. */
export function pictureOf (svg: string, fonts: FontFiles, threshold: number): Bitmap {
  const { pixels, width, height } = render(svg, fontPaths(fonts))
  return thresholded(pixels, width, height, threshold)
}

function render (svg: string, fontFiles: string[]) {
  return new Resvg(svg, { font: { loadSystemFonts: false, fontFiles }, background: '#fff', logLevel: 'off' }).render()
}

/** A letter with two marks, one below the line, and a digit. */
const probe = 'Ệ4'
const probeThreshold = 160

/**
 * Throws a FontError when a font file is missing, damaged, lacks a Vietnamese letter or draws nothing: resvg renders
 * blank paper for it without an error. Each file is tried alone, so that none hides behind another.
 */
export function checkFonts (fonts: FontFiles): void {
  const faces = facesOf(fonts)
  for (const weight of ['regular', 'bold'] as const) {
    const missing = [...smallLetters, ...capitalLetters, ...'0123456789'].filter(letter => !faces[weight].has(letter.codePointAt(0) ?? 0))
    if (missing.length > 0) throw new FontError(`${fonts[weight]}: ${missing.join(' ')}`)
    if (!draws(fonts[weight], weight)) throw new FontError(fonts[weight])
  }
}

function facesOf (fonts: FontFiles) {
  try {
    return readFaces(fonts)
  } catch (error) {
    throw new FontError(error instanceof Error ? error.message : String(error))
  }
}

function draws (path: string, weight: Weight): boolean {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"><text x="4" y="48" font-size="32" font-family="${family}" font-weight="${cssWeight[weight]}">${probe}</text></svg>`
  const { pixels, width, height } = render(svg, [path])
  return inkOf(thresholded(pixels, width, height, probeThreshold)) > 0
}
