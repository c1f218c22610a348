import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { readMetrics, type FontMetrics } from './metrics.ts'

export type Weight = 'regular' | 'bold'

/** The two type families of a slip, in the order a letter is looked for. */
export interface Faces {
  /** Be Vietnam Pro: all words. */
  readonly text: Readonly<Record<Weight, FontMetrics>>
  /** Inter: numbers, and the letters Be Vietnam Pro lacks (→ № ŏ ŭ). */
  readonly figures: Readonly<Record<Weight, FontMetrics>>
}

/** Paths of the four TrueType files a slip is set in. */
export interface FontFiles {
  readonly text: Readonly<Record<Weight, string>>
  readonly figures: Readonly<Record<Weight, string>>
}

const packages = createRequire(import.meta.url)
const textFamily = 'Be Vietnam Pro'
const figuresFamily = 'Inter'
let files: FontFiles | undefined
let faces: Faces | undefined

/** Where npm put the bundled fonts. Throws when a package is not installed. */
export function bundledFonts (): FontFiles {
  files ??= {
    text: {
      regular: packages.resolve('@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf'),
      bold: packages.resolve('@expo-google-fonts/be-vietnam-pro/700Bold/BeVietnamPro_700Bold.ttf')
    },
    figures: {
      regular: packages.resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'),
      bold: packages.resolve('@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf')
    }
  }
  return files
}

/** The bundled fonts' metrics, read once. They never change while the process lives, so layout stays a pure function. */
export function bundledFaces (): Faces {
  faces ??= readFaces(bundledFonts())
  return faces
}

/** Throws when a file is missing or is no font: resvg would print blank paper without a word. */
export function readFaces (from: FontFiles): Faces {
  const read = (family: string, path: string) => readMetrics(family, readFileSync(path))
  return {
    text: { regular: read(textFamily, from.text.regular), bold: read(textFamily, from.text.bold) },
    figures: { regular: read(figuresFamily, from.figures.regular), bold: read(figuresFamily, from.figures.bold) }
  }
}

export function fontPaths (from: FontFiles): string[] {
  return [from.text.regular, from.text.bold, from.figures.regular, from.figures.bold]
}
