import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { readMetrics, type FontMetrics } from './metrics.ts'

/** `regular` is a medium weight: thinner strokes vanish on a print head. */
export type Weight = 'regular' | 'bold'

/**
 * The one family of a slip. Inter in both weights, since another eye (tesseract, Vietnamese) misreads 0.8 % of its letters
 * at 25 dots and 2.3–2.8 % of Be Vietnam Pro's, which the screens are set in.
 */
export type Faces = Readonly<Record<Weight, FontMetrics>>

/** Paths of the TrueType files a slip is set in. */
export type FontFiles = Readonly<Record<Weight, string>>

export const family = 'Inter'
export const cssWeight = { regular: 500, bold: 700 } as const satisfies Record<Weight, number>

const packages = createRequire(import.meta.url)
let files: FontFiles | undefined
let faces: Faces | undefined

/** Where npm put the bundled fonts. Throws when the package is not installed. */
export function bundledFonts (): FontFiles {
  files ??= {
    regular: packages.resolve('@expo-google-fonts/inter/500Medium/Inter_500Medium.ttf'),
    bold: packages.resolve('@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf')
  }
  return files
}

/** The bundled fonts' metrics, read once. They never change while the process lives, so layout stays a pure function. */
export function bundledFaces (): Faces {
  faces ??= readFaces(bundledFonts())
  return faces
}

/** Throws when a file is missing or is no font. */
export function readFaces (from: FontFiles): Faces {
  const read = (path: string) => readMetrics(family, readFileSync(path))
  return { regular: read(from.regular), bold: read(from.bold) }
}

export function fontPaths (from: FontFiles): string[] {
  return [from.regular, from.bold]
}
