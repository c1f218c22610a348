import { defaultReserve } from '../../domain/sequence.ts'
import type { ServiceDate } from '../../domain/time.ts'
import { inReserve, type Testimony } from '../number-witness.ts'
import type { Connection } from './dialect.ts'

/** Up to which sequence the numbers of a digit were given out on a day. */
export interface GivenNumbers {
  readonly office: string
  readonly date: ServiceDate
  readonly digit: number
  readonly last: number
}

/** Each of these walks other pages of the file than the ones before: what one cannot read, another may. */
const walks = [
  'SELECT office_id AS office, service_date AS date, number FROM ticket WHERE service_date >= ?1',
  `SELECT office_id AS office, payload ->> '$.serviceDate' AS date, payload ->> '$.ticket.number' AS number
    FROM fact WHERE type = 'ticket:issued' AND payload ->> '$.serviceDate' >= ?1`,
  'SELECT office_id AS office, service_date AS date, number FROM print_job WHERE ticket_id IS NOT NULL AND service_date >= ?1'
]
const passedOver = 'SELECT office_id AS office, service_date AS date, digit, last FROM given_elsewhere WHERE service_date >= ?1'

/**
 * What was handed out on paper says nothing of how far a kiosk has come: numbers of the stretch that no kiosk gives out
 * are left aside, and passed over in any case. ?2 is that stretch for each office.
 */
const byKiosks = (numbers: string) => `
  SELECT * FROM (SELECT office, date, CAST(substr(number, 1, 1) AS INTEGER) AS digit, CAST(substr(number, 2) AS INTEGER) AS last FROM (${numbers})) AS given
  WHERE NOT EXISTS (SELECT 1 FROM json_each(?2) AS it WHERE it.value ->> 'office' = given.office AND given.last BETWEEN it.value ->> 'first' AND it.value ->> 'last')`

/** A damaged page may claim anything; no office has ever given out a hundred thousand numbers of a field on one day. */
const plausible = `date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND last BETWEEN 1 AND 99999 AND digit BETWEEN 1 AND 9 AND typeof(office) = 'text'`

/**
 * The numbers that a database knows to have been given out on `from` and later, its own and those it passed over, but
 * for those handed out on paper. A table that is damaged or not there is left out.
 */
export async function givenNumbers (sql: Connection, from: ServiceDate): Promise<readonly GivenNumbers[]> {
  const asked = [from, await reserves(sql)]
  const found = await Promise.all([...walks.map(byKiosks), passedOver].map(walk => sql.all<GivenNumbers>(`
    SELECT office, date, digit, max(last) AS last FROM (${walk}) WHERE ${plausible} AND ?2 IS NOT NULL GROUP BY 1, 2, 3`, asked)
    .catch((): GivenNumbers[] => [])))
  return highest(found.flat())
}

/** The stretch that no kiosk gives out, for each office, as JSON. None where it cannot be read: too many numbers passed over do no harm. */
async function reserves (sql: Connection): Promise<string> {
  const rows = await sql.all<object>(`
    SELECT id AS office, coalesce(rules ->> '$.paperNumbers.from', ${defaultReserve.from}) AS first, coalesce(rules ->> '$.paperNumbers.to', ${defaultReserve.to}) AS last FROM office`)
    .catch(() => [])
  return JSON.stringify(rows)
}

/** One entry for each office, day and digit: the highest. */
export function highest (numbers: readonly GivenNumbers[]): readonly GivenNumbers[] {
  const best = new Map<string, GivenNumbers>()
  for (const given of numbers) {
    const key = JSON.stringify([given.office, given.date, given.digit])
    if (given.last > (best.get(key)?.last ?? 0)) best.set(key, given)
  }
  return [...best.values()]
}

/** A stretch of numbers that is passed over. */
export interface PassedOver extends GivenNumbers { readonly first: number }

/**
 * Makes a database pass over numbers that were given out elsewhere. What it has given out itself stays; offices and
 * digits that it does not know are left alone. Returns the stretches passed over.
 */
export async function passOver (sql: Connection, numbers: readonly GivenNumbers[], at: number): Promise<readonly PassedOver[]> {
  const stretches: PassedOver[] = []
  for (const given of highest(numbers)) {
    const own = await lastOnDay(sql, given.office, given.date)
    const last = own.get(given.digit)
    if (last !== undefined && given.last > last) stretches.push({ ...given, first: last + 1 })
  }
  for (const { office, date, digit, first, last } of stretches) {
    await sql.run('INSERT INTO given_elsewhere (office_id, service_date, digit, first, last, noted_at) VALUES (?, ?, ?, ?, ?, ?)', [office, date, digit, first, last, at])
  }
  return stretches
}

/** What the witness says was given out, with a reserve where its word may not be the last. */
export function testified ({ offices, complete }: Testimony): readonly GivenNumbers[] {
  const digits = [1, 2, 3, 4, 5, 6, 7, 8, 9]
  return Object.entries(offices).flatMap(([office, { date, last }]) => digits
    .map(digit => ({ office, date, digit, last: (last[digit] ?? 0) + (complete ? 0 : inReserve) }))
    .filter(given => date !== '' && given.last > 0))
}

/** Whether a database knows less than the witness: it has lost its end, or is an older copy that was put in its place. */
export async function knowsLess (sql: Connection, { offices }: Testimony): Promise<boolean> {
  for (const [office, { date, last }] of Object.entries(offices)) {
    const own = await lastOnDay(sql, office, date)
    if (Object.entries(last).some(([digit, given]) => given > (own.get(Number(digit)) ?? Infinity))) return true
  }
  return false
}

/** Digit → last sequence of that day, given out or passed over; 0 before the first. Digits of no field are not there. */
async function lastOnDay (sql: Connection, office: string, date: ServiceDate): Promise<ReadonlyMap<number, number>> {
  const rows = await sql.all<{ digit: number, last: number }>(`
    SELECT digit, max(last) AS last FROM (
      SELECT digit, 0 AS last FROM field WHERE office_id = ?1 AND removed_at IS NULL
      UNION ALL SELECT digit, last FROM (${byKiosks('SELECT office_id AS office, service_date AS date, number FROM ticket WHERE office_id = ?1 AND service_date = ?3')})
      UNION ALL SELECT digit, last FROM given_elsewhere WHERE office_id = ?1 AND service_date = ?3)
    GROUP BY digit`, [office, await reserves(sql), date])
  return new Map(rows.map(({ digit, last }) => [digit, last]))
}
