import type { CounterDuty, Office } from '../../../server/domain/office.ts'
import type { OfficeSeed } from '../../../server/ports/seed.ts'
import { readOfficeFile, seedFrom } from '../../../server/settings/office-file.ts'
import { sampleFile } from '../../day/office-file.ts'

/** An office of the sample's kind on days of such a load. */
export interface Scenario {
  readonly name: string
  readonly visitors: number
  /** Absent: the sample's own. */
  readonly duties?: readonly CounterDuty[]
  /** One number in so many is asked about when it is taken: the bench has minutes, not hours. All who wait are every five minutes. */
  readonly issueEach: number
}

const duty = (number: number, main: string, helper = ''): CounterDuty => ({ number, main: words(main), helper: words(helper) })
const words = (text: string) => text.split(' ').filter(word => word !== '')

/** Two officers who share everything: a little over 80 % busy in the morning. */
const ruralDuties = [duty(1, 'CT HT TQ HD', 'DD XD BT KD CA'), duty(2, 'DD XD BT KD CA', 'CT HT TQ HD')]

/**
 * Ten, some with a field of their own (1, 4, 7), some sharing two or helping next door. Some 85 % busy on an ordinary
 * morning; on a Monday more come in the morning than can be served, and the line is carried over lunch.
 */
const wardDuties = [
  duty(1, 'CT'), duty(2, 'CT', 'TQ'), duty(3, 'CT TQ', 'HT'), duty(4, 'HT'), duty(5, 'HT', 'CT'), duty(6, 'HT', 'BT CT'),
  duty(7, 'DD'), duty(8, 'DD XD', 'CT'), duty(9, 'BT KD', 'HD'), duty(10, 'TQ HD CA', 'BT KD CT')
]

export const scenarios: readonly Scenario[] = [
  { name: 'rural', issueEach: 1, visitors: 45, duties: ruralDuties },
  { name: 'medium', issueEach: 1, visitors: 80 },
  { name: 'ward', issueEach: 4, visitors: 200, duties: wardDuties },
  { name: 'monday', issueEach: 6, visitors: 260, duties: wardDuties }
]

/** The sample office with a scenario's counters. It keeps the same hours all year, and no holidays. */
export async function officeOf ({ duties }: Scenario): Promise<Office> {
  const seed = seedFrom(await readOfficeFile(sampleFile), 'main', () => '')
  const { days, sessions } = seed.hours
  return { ...settled(seed), hours: { days, sessions }, holidays: [], ...duties && { duties: byNumber(duties) } }
}

function settled ({ fields, procedures, duties, priorityClasses: _, lowRatingReasons: __, notices: ___, people: ____, ...seed }: OfficeSeed): Office {
  const version = 1
  return {
    ...seed, confirmed: true, alwaysOpen: false, duties: byNumber(duties),
    fields: new Map(fields.map(field => [field.id, { ...field, version }])),
    procedures: new Map(procedures.map(procedure => [procedure.id, { ...procedure, version }]))
  }
}

function byNumber (duties: readonly CounterDuty[]): ReadonlyMap<number, CounterDuty> {
  return new Map(duties.map(duty => [duty.number, duty]))
}
