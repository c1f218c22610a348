import { Resvg } from '@resvg/resvg-js'
import { fontPaths, readFaces, type FontFiles } from '../fonts/faces.ts'
import { escaped } from '../slip/type.ts'
import { inkOf, thresholded, type Bitmap } from './bitmap.ts'

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
 * Throws when a font file is missing, damaged or draws nothing: resvg renders blank paper for it without an error.
 * Each file is tried alone, so that none hides behind another.
 */
export function checkFonts (fonts: FontFiles): void {
  const faces = readFaces(fonts)
  for (const face of ['text', 'figures'] as const) {
    for (const weight of ['regular', 'bold'] as const) {
      const path = fonts[face][weight]
      const family = faces[face][weight].family
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"><text x="4" y="48" font-size="32" font-family="${escaped(family)}" font-weight="${weight === 'bold' ? 700 : 400}">${probe}</text></svg>`
      const { pixels, width, height } = render(svg, [path])
      if (inkOf(thresholded(pixels, width, height, probeThreshold)) === 0) throw new Error(`Font ${family} (${weight}) draws nothing: ${path}`)
    }
  }
}
