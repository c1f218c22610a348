import { type SlipFacts, type SlipLanguage } from './facts.ts'

/** The role a line plays on the slip; each paper width gives every role its own size. */
export type TextRole = 'office' | 'field' | 'procedure' | 'ahead' | 'detail' | 'notice' | 'missed' | 'letter' | 'letters' | 'thanks'

export interface Line { readonly role: TextRole, readonly text: string }

/** What a slip is made of, in reading order, without any size: the same elements serve every paper and every kind of slip. */
export type SlipElement =
  | { readonly type: 'mark', readonly text: string }
  | { readonly type: 'title', readonly text: string, readonly badges: readonly Badge[] }
  | { readonly type: 'line' } & Line
  /** Two short texts: beside one another where there is room, else under one another. */
  | { readonly type: 'pair', readonly role: TextRole, readonly texts: readonly [string, string] }
  /** Running text, from the left edge. */
  | { readonly type: 'paragraph' } & Line
  | { readonly type: 'number', readonly label: string, readonly text: string, readonly badges: readonly Badge[] }
  | { readonly type: 'list' } & List
  | { readonly type: 'code', readonly url: string, readonly caption: string, readonly notes: readonly Line[], readonly instead: string }
  | { readonly type: 'rule' }
  | { readonly type: 'space' }
  /** A solid bar with millimetres under it, as wide as the paper. */
  | { readonly type: 'ruler' }
  /** White between two bars. */
  | { readonly type: 'gap', readonly mm: number }
  /** One line in each size of the paper; `{size}` in the text is the size in dots. */
  | { readonly type: 'sizes', readonly text: string }

/** Items one under another; `box` gives each a square to tick. Past `most` lines, `more` says where the rest is. */
export interface List { readonly title: string, readonly items: readonly string[], readonly sign: 'bullet' | 'box', readonly most: number, readonly more: string }

/** A word in a box beside a title or the number's label: `full` is white on black, `line` black on white. */
export interface Badge { readonly text: string, readonly style: 'full' | 'line' }

export interface SlipDocument {
  readonly kind: SlipFacts['kind']
  readonly language: SlipLanguage
  readonly elements: readonly SlipElement[]
}
