import { type TextRole } from './document.ts'
import { type TextStyle } from './type.ts'

/** The paper a slip is drawn for. */
export interface Paper {
  /** Dots across the printable width: 576 on 80 mm paper, 384 on 58 mm, at 203 dpi. */
  readonly widthDots: number
  readonly dpi: number
}

/** Every size of one paper width, in dots. */
export interface Sheet {
  /** Whole bytes of dots: what a printer is sent. */
  readonly width: number
  readonly dpi: number
  /** White kept at both edges of texts; rules use the whole width. */
  readonly margin: number
  readonly gap: number
  readonly rule: number
  readonly roles: Readonly<Record<TextRole, RoleStyle>>
  readonly title: TextStyle
  readonly label: TextStyle
  readonly badge: TextStyle
  readonly listTitle: TextStyle
  readonly listItem: TextStyle
  readonly caption: TextStyle
  readonly number: NumberStyle
  readonly code: CodeStyle
}

export interface RoleStyle extends TextStyle {
  /** Lines a text of this role may take before it is shortened. */
  readonly most: number
}

/** Height of digits: as large as fits, within these. Below `leastDigit` the digits are narrowed instead. */
interface NumberStyle { readonly leastDigit: number, readonly mostDigit: number }

interface CodeStyle {
  /** Dots of one QR module; with smaller ones old phone cameras fail, so an address too long for it is printed in letters. */
  readonly module: number
  /** Words beside the code (wide paper) instead of below it. */
  readonly beside: boolean
}

const inch = 25.4
const designDpi = 203
const narrowBelowMm = 60
/** PRINTING: a digit is at least 12 mm high, so that it is read at arm's length without glasses. */
const leastDigitMm = 12
const mostDigitMm = 16.5

const bold = (size: number, leading: number, most = 1) => ({ size, leading, weight: 'bold', most } as const)
const regular = (size: number, leading: number, most = 1) => ({ size, leading, weight: 'regular', most } as const)

const wide = {
  margin: 8, gap: 7, rule: 2,
  roles: {
    office: bold(27, 32, 3), field: bold(34, 42, 3), procedure: regular(28, 34, 3), ahead: bold(32, 39, 3),
    detail: regular(26, 30, 2), notice: regular(26, 30, 5), missed: regular(28, 33, 5), letter: regular(27, 34, 6), letters: regular(27, 42, 8), thanks: bold(25, 30, 3)
  },
  title: bold(30, 38), label: regular(27, 32), badge: bold(25, 35), listTitle: bold(25, 31), listItem: regular(26, 30), caption: bold(25, 30),
  module: 6, beside: true
} as const

const narrow = {
  margin: 12, gap: 8, rule: 2,
  roles: {
    office: bold(24, 30, 4), field: bold(31, 38, 4), procedure: regular(25, 31, 4), ahead: bold(27, 34, 4),
    detail: regular(24, 30, 3), notice: regular(24, 30, 7), missed: regular(25, 31, 7), letter: regular(25, 32, 8), letters: regular(25, 39, 12), thanks: bold(24, 30, 3)
  },
  title: bold(27, 35), label: regular(24, 31), badge: bold(24, 33), listTitle: bold(24, 30), listItem: regular(24, 30), caption: bold(24, 30),
  module: 5, beside: false
} as const

/** The sizes for a paper: 80 mm and 58 mm are laid out each for itself; other resolutions keep the millimetres. */
export function sheetFor (paper: Paper): Sheet {
  const design = paper.widthDots / paper.dpi * inch < narrowBelowMm ? narrow : wide
  const dots = (at203: number) => Math.round(at203 * paper.dpi / designDpi)
  const style = <S extends TextStyle>(of: S): S => ({ ...of, size: dots(of.size), leading: dots(of.leading) })
  const roles = Object.fromEntries(Object.entries(design.roles).map(([role, of]) => [role, style(of)])) as Record<TextRole, RoleStyle>
  return {
    width: paper.widthDots & ~7, dpi: paper.dpi, margin: dots(design.margin), gap: dots(design.gap), rule: Math.max(1, dots(design.rule)), roles,
    title: style(design.title), label: style(design.label), badge: style(design.badge),
    listTitle: style(design.listTitle), listItem: style(design.listItem), caption: style(design.caption),
    number: { leastDigit: Math.ceil(leastDigitMm / inch * paper.dpi), mostDigit: Math.round(mostDigitMm / inch * paper.dpi) },
    code: { module: Math.ceil(design.module * paper.dpi / designDpi), beside: design.beside }
  }
}

export function millimetres (mm: number, { dpi }: Pick<Sheet, 'dpi'>): number {
  return Math.round(mm / inch * dpi)
}
