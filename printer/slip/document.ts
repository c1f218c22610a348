import { type Language } from '../../common/i18n/texts.ts'

/** The role a line plays on the slip; each paper width gives every role its own size. */
export type TextRole = 'office' | 'field' | 'procedure' | 'counters' | 'ahead' | 'detail' | 'notice' | 'thanks'

/** What a slip is made of, in reading order, without any size: the same elements serve every paper and every kind of slip. */
export type SlipElement =
  | { readonly type: 'mark', readonly text: string }
  | { readonly type: 'line', readonly role: TextRole, readonly text: string }
  | { readonly type: 'number', readonly label: string, readonly text: string, readonly badges: readonly Badge[] }
  | { readonly type: 'list', readonly title: string, readonly items: readonly string[], readonly more: string }
  | { readonly type: 'code', readonly url: string, readonly caption: string, readonly notes: readonly string[], readonly instead: string }
  | { readonly type: 'rule' }
  | { readonly type: 'space' }

/** A word in a box beside the number's label: `full` is white on black, `line` black on white. */
export interface Badge { readonly text: string, readonly style: 'full' | 'line' }

export interface SlipDocument {
  readonly kind: 'ticket'
  readonly language: Language
  readonly elements: readonly SlipElement[]
}
