import type { Wording } from '../../../server/domain/call.ts'
import type { Day } from '../../../server/domain/day.ts'
import type { Fact } from '../../../server/domain/fact.ts'
import type { AtCounter } from '../../../server/domain/serving.ts'
import type { Hall } from './hall.ts'
import type { OfficerToday } from './temper.ts'

const wordless: Wording = { announcement: () => ({ vi: '', en: '' }), sound: () => ({ vi: '', en: '' }), why: () => ({ vi: '', en: '' }) }
export const tools = { wording: wordless, newId: () => 'call' }

/** Somebody's seat: what is done there is done in his name. */
export interface Seat {
  readonly hall: Hall
  readonly counter: number
  readonly officer: OfficerToday
  readonly act: (decide: (day: Day, act: AtCounter) => ReturnType<Parameters<Hall['act']>[0]>) => readonly Fact[] | undefined
}

export function seatAt (hall: Hall, counter: number, officer: OfficerToday): Seat {
  const who = { counter, holder: `holder-${counter}`, by: `staff:p_${counter}` }
  return { hall, counter, officer, act: decide => hall.act((day, at) => decide(day, { ...who, at })) }
}
