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
  readonly width: number
  /** White kept at both edges of texts; rules use the whole width. */
  readonly margin: number
  readonly gap: number
  readonly rule: number
  readonly roles: Readonly<Record<TextRole, RoleStyle>>
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

const designDpi = 203
const narrowBelowMm = 60
/** PRINTING: a digit is at least 12 mm high, so that it is read at arm's length without glasses. */
const leastDigitMm = 12
const mostDigitMm = 18

const bold = (size: number, leading: number, most = 1) => ({ size, leading, weight: 'bold', most } as const)
const regular = (size: number, leading: number, most = 1) => ({ size, leading, weight: 'regular', most } as const)

const wide = {
  margin: 8, gap: 8, rule: 2,
  roles: {
    office: bold(27, 32, 3), field: bold(38, 46, 3), procedure: regular(28, 34, 3), counters: bold(32, 40, 2),
    ahead: bold(32, 39, 2), detail: regular(25, 30, 2), notice: regular(25, 31, 4), thanks: bold(25, 30, 3)
  },
  label: regular(28, 34), badge: bold(25, 36), listTitle: bold(25, 31), listItem: regular(25, 30), caption: bold(25, 31),
  module: 6, beside: true
} as const

const narrow = {
  margin: 4, gap: 9, rule: 2,
  roles: {
    office: bold(24, 30, 4), field: bold(32, 39, 4), procedure: regular(25, 31, 4), counters: bold(28, 35, 2),
    ahead: bold(27, 34, 2), detail: regular(24, 30, 2), notice: regular(24, 30, 5), thanks: bold(24, 30, 3)
  },
  label: regular(24, 31), badge: bold(23, 33), listTitle: bold(24, 30), listItem: regular(24, 30), caption: bold(24, 30),
  module: 5, beside: false
} as const

/** The sizes for a paper: 80 mm and 58 mm are laid out each for itself; other resolutions keep the millimetres. */
export function sheetFor (paper: Paper): Sheet {
  const inch = 25.4
  const design = paper.widthDots / paper.dpi * inch < narrowBelowMm ? narrow : wide
  const dots = (at203: number) => Math.round(at203 * paper.dpi / designDpi)
  const style = <S extends TextStyle>(of: S): S => ({ ...of, size: dots(of.size), leading: dots(of.leading) })
  const roles = Object.fromEntries(Object.entries(design.roles).map(([role, of]) => [role, style(of)])) as Record<TextRole, RoleStyle>
  return {
    width: paper.widthDots, margin: dots(design.margin), gap: dots(design.gap), rule: Math.max(1, dots(design.rule)), roles,
    label: style(design.label), badge: style(design.badge), listTitle: style(design.listTitle), listItem: style(design.listItem), caption: style(design.caption),
    number: { leastDigit: Math.ceil(leastDigitMm / inch * paper.dpi), mostDigit: Math.round(mostDigitMm / inch * paper.dpi) },
    code: { module: Math.ceil(design.module * paper.dpi / designDpi), beside: design.beside }
  }
}
