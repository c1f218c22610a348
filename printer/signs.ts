import statuses from 'escpos/statuses.js'
import { type Condition } from './condition.ts'

/** What a printer can be asked by DLE EOT: is it online, why not, what error, how much paper. */
export type Question = 1 | 2 | 3 | 4
export const questions: readonly Question[] = [1, 2, 3, 4]

/** The single signs a printer gives of itself; a condition is what they come to. */
export interface Signs {
  readonly offline: boolean
  readonly coverOpen: boolean
  readonly stoppedByPaper: boolean
  readonly paperEnd: boolean
  readonly paperLow: boolean
  readonly someError: boolean
  readonly cutter: boolean
  readonly unrecoverable: boolean
  readonly recoverable: boolean
}

export const noSigns: Signs = {
  offline: false, coverOpen: false, stoppedByPaper: false, paperEnd: false, paperLow: false,
  someError: false, cutter: false, unrecoverable: false, recoverable: false
}

const tables = { 1: statuses.PrinterStatus, 2: statuses.OfflineCauseStatus, 3: statuses.ErrorCauseStatus, 4: statuses.RollPaperSensorStatus } as const

/** Bits the package's table calls a warning or an error, `2,3` for a pair. */
function raisedBits (question: Question, byte: number): ReadonlySet<string> {
  return new Set(new tables[question](byte).toJSON().statuses.filter(({ status }) => status !== 'ok').map(({ bit }) => String(bit)))
}

/** The signs after an answer to DLE EOT: each question speaks of its own ones only. */
export function signsAfterAnswer (signs: Signs, question: Question, byte: number): Signs {
  const raised = raisedBits(question, byte)
  switch (question) {
    case 1: return { ...signs, offline: raised.has('3') || raised.has('5') }
    case 2: return { ...signs, coverOpen: raised.has('2'), stoppedByPaper: raised.has('5'), someError: raised.has('6') }
    case 3: return { ...signs, recoverable: raised.has('2') || raised.has('6'), cutter: raised.has('3'), unrecoverable: raised.has('5') }
    case 4: return { ...signs, paperLow: raised.has('2,3'), paperEnd: raised.has('5,6') }
  }
}

/** The signs of the four bytes a printer pushes by itself (ASB, GS a), which speak of everything. */
export function signsAfterPush ([first = 0, second = 0, third = 0]: Uint8Array): Signs {
  const paperEnd = (third & 0x0c) === 0x0c
  return {
    offline: (first & 0x08) !== 0 || (second & 0x01) !== 0,
    coverOpen: (first & 0x20) !== 0,
    stoppedByPaper: paperEnd,
    paperEnd,
    paperLow: (third & 0x03) === 0x03,
    someError: false,
    cutter: (second & 0x08) !== 0,
    unrecoverable: (second & 0x20) !== 0,
    recoverable: (second & 0x44) !== 0
  }
}

/** What the signs of a printer that answers come to. */
export function conditionFrom (signs: Signs): Condition {
  const paper = signs.paperEnd || signs.stoppedByPaper ? 'out' : signs.paperLow ? 'low' : 'ok'
  const cover = signs.coverOpen ? 'open' : 'closed'
  const fault = signs.unrecoverable ? 'unrecoverable' : signs.cutter ? 'cutter' : signs.recoverable ? 'recoverable' : undefined
  const hasReason = paper === 'out' || cover === 'open' || fault !== undefined
  return { reachable: true, paper, cover, ...(fault ? { fault } : {}), offline: (signs.offline || signs.someError) && !hasReason }
}
