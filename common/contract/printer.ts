import { Type, type Static } from 'typebox'
import { closed, Id, SlipLanguage } from './basics.ts'
import { PaperNumber } from './paper-numbers.ts'
import { Print } from './ticket.ts'

/** What people are told of a printer, the worst thing first. */
export const PrinterState = Type.Union([
  Type.Literal('ready'), Type.Literal('paper-low'), Type.Literal('paper-out'),
  Type.Literal('cover-open'), Type.Literal('fault'), Type.Literal('unreachable')
])
export type PrinterState = Static<typeof PrinterState>

/** Where a kiosk's slips come out, and where those that staff ask for do. */
export const PrinterName = Type.Union([Type.Literal('kiosk'), Type.Literal('desk')])
export type PrinterName = Static<typeof PrinterName>

/** A printer as screens show it. */
export interface PrinterShown {
  readonly printer: string
  readonly state: PrinterState
  /** Make and models, as written on it. Staff views only, as is `detail`. */
  readonly label?: string
  /** The last fault in technical words. */
  readonly detail?: string
  /** The printer that prints for this one now. */
  readonly reliefBy?: string
}

export const PrinterStatus = Type.Object({
  name: PrinterName, state: PrinterState, label: Type.String({ description: 'Make and models, as written on the printer' }),
  waiting: Type.Integer({ minimum: 0, description: 'Jobs that have not begun' }),
  detail: Type.Optional(Type.String({ description: 'The last fault in technical words' })),
  reliefBy: Type.Optional(Type.String({ description: 'The printer that prints for this one now' }))
}, closed)
export type PrinterStatus = Static<typeof PrinterStatus>

export const ChecklistRequest = Type.Object({ kind: Type.Literal('checklist'), procedure: Id, language: Type.Optional(SlipLanguage) }, closed)
export type ChecklistRequest = Static<typeof ChecklistRequest>
export const TestPageRequest = Type.Object({ kind: Type.Literal('test'), printer: Type.Optional(PrinterName), language: Type.Optional(SlipLanguage) }, closed)
export const PaperNumbersSlipRequest = Type.Object({ kind: Type.Literal('paper-number'), field: Id, from: PaperNumber, to: PaperNumber, language: Type.Optional(SlipLanguage) },
  { ...closed, description: 'Numbers printed ahead of time for an outage, a slip for each, 50 at most' })
export type PaperNumbersSlipRequest = Static<typeof PaperNumbersSlipRequest>
/** Slips that are no ticket's: they take no number. */
export const SlipRequest = Type.Union([ChecklistRequest, PaperNumbersSlipRequest, TestPageRequest])
export type SlipRequest = Static<typeof SlipRequest>

export const ApologyRequest = Type.Object({ language: Type.Optional(SlipLanguage) }, closed)
export type ApologyRequest = Static<typeof ApologyRequest>

export const SlipAsked = Type.Object({
  print: Print,
  prints: Type.Optional(Type.Array(Print, { description: 'Where several were asked for: all, in the order in which they come out; `print` is the last' }))
}, closed)
export type SlipAsked = Static<typeof SlipAsked>
