import { officeFileTexts } from '../../common/i18n/office-file.ts'
import { inBoth } from '../../common/i18n/start.ts'
import type { Blanks } from '../../common/i18n/texts.ts'
import type { DayPattern, Window } from '../domain/office.ts'
import { defaultRatingMinutes, defaultRules } from './office-defaults.ts'
import type { OfficeFile } from './office-file.ts'

const say = (key: keyof typeof officeFileTexts.vi, blanks: Blanks) => inBoth(officeFileTexts, key, blanks)

/** The first thing in a file of the right form that does not fit the rest of it, in both languages, or nothing. */
export function misfitOf (file: OfficeFile): string | undefined {
  return firstOf([strangers, sameDigit, bulkCap, paperNumbers, sameOutcome, dates, hours, windows, rating].map(look => look(file)))
}

/** Rules are stored as one text: nothing further in would notice a field or a counter that is not there. */
function strangers ({ office, fields, counters }: OfficeFile): string | undefined {
  const { booking, bulk } = office.rules ?? {}
  const field = booking?.fields.find(id => !fields.some(known => known.id === id))
  if (field !== undefined) return say('no.field', { place: '/office/rules/booking/fields', name: field, known: fields.map(({ id }) => id).join(', ') })
  const counter = bulk?.counters.find(number => !counters.some(known => known.number === number))
  return counter === undefined ? undefined
    : say('no.counter', { place: '/office/rules/bulk/counters', name: counter, known: counters.map(({ number }) => number).join(', ') })
}

function sameDigit ({ fields }: OfficeFile): string | undefined {
  const firstWith = (digit: number) => fields.find(field => field.digit === digit)!
  const place = fields.findIndex(field => firstWith(field.digit) !== field)
  const field = fields[place]
  if (!field) return undefined
  const free = [1, 2, 3, 4, 5, 6, 7, 8, 9].filter(digit => !fields.some(known => known.digit === digit)).join(', ') || '–'
  return say('digit', { place: `/fields/${place}/digit`, one: firstWith(field.digit).id, other: field.id, digit: field.digit, free })
}

/** An outcome is kept by its id: two of one id could not be told apart afterwards. */
function sameOutcome ({ office }: OfficeFile): string | undefined {
  const ids = office.rules?.outcomes?.map(({ id }) => id) ?? []
  const place = ids.findIndex((id, at) => ids.indexOf(id) < at)
  return place < 0 ? undefined : say('outcome', { place: `/office/rules/outcomes/${place}/id`, id: ids[place]! })
}

function bulkCap ({ office }: OfficeFile): string | undefined {
  const { from, cap } = office.rules?.bulk ?? {}
  return from !== undefined && cap !== undefined && cap < from ? say('cap', { place: '/office/rules/bulk/cap', cap, from }) : undefined
}

/** More than a few hours' worth would only be numbers that no kiosk may give out. */
const mostPaperNumbers = 200

function paperNumbers ({ office }: OfficeFile): string | undefined {
  const { from = 1, to = from } = office.rules?.paperNumbers ?? {}
  const most = from + mostPaperNumbers - 1
  return to < from || to > most ? say('paper', { place: '/office/rules/paperNumbers/to', to, from, most }) : undefined
}

function dates ({ office, holidays }: OfficeFile): string | undefined {
  const makeUpDays = office.hours.makeUpDays ?? []
  const seasons = office.hours.seasons ?? []
  const both = makeUpDays.findIndex(day => holidays.days.includes(day))
  return firstOf([
    ...holidays.days.map((day, i) => noDate(`/holidays/days/${i}`, day, day)),
    ...makeUpDays.map((day, i) => noDate(`/office/hours/makeUpDays/${i}`, day, day)),
    // Every day of a year is one of a leap year.
    ...seasons.flatMap((season, i) => (['from', 'to'] as const).map(end => noDate(`/office/hours/seasons/${i}/${end}`, season[end], `2028-${season[end]}`))),
    both < 0 ? undefined : say('holiday.too', { place: `/office/hours/makeUpDays/${both}`, date: makeUpDays[both]! })
  ])
}

function noDate (place: string, written: string, date: string): string | undefined {
  const at = new Date(`${date}T00:00:00Z`)
  const isReal = !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date)
  return isReal ? undefined : say('no.date', { place, date: written, example: written === date ? '2027-01-01' : '04-16' })
}

function hours ({ office }: OfficeFile): string | undefined {
  return firstOf([sessionsOf('/office/hours', office.hours), ...office.hours.seasons?.map((season, i) => sessionsOf(`/office/hours/seasons/${i}`, season)) ?? []])
}

/** Those who look for the present or the next session take the first that fits: they must stand in order. */
function sessionsOf (place: string, { sessions }: DayPattern): string | undefined {
  return firstOf(sessions.flatMap(({ from, to, ticketsFrom, ticketsTo }, i) => {
    const here = `${place}/sessions/${i}`
    const before = sessions[i - 1]?.to
    return [
      backwards(`${here}/to`, { from, to }), backwards(`${here}/ticketsTo`, { from: ticketsFrom, to: ticketsTo }),
      before !== undefined && from < before ? say('overlap', { place: `${here}/from`, from, to: before }) : undefined
    ]
  }))
}

function windows ({ fields }: OfficeFile): string | undefined {
  return firstOf(fields.flatMap(({ windows = [] }, i) => windows.map((window, j) => backwards(`/fields/${i}/windows/${j}/to`, window))))
}

function backwards (place: string, { from, to }: Window): string | undefined {
  return from < to ? undefined : say('order', { place, from, to })
}

/** A finish that may still be taken back must not have lost its question yet. */
function rating ({ office }: OfficeFile): string | undefined {
  const minutes = office.ratingMinutes ?? defaultRatingMinutes
  const seconds = office.rules?.undoSeconds ?? defaultRules.undoSeconds
  return minutes * 60 < seconds ? say('rating', { place: '/office/ratingMinutes', minutes, seconds, least: Math.ceil(seconds / 60) }) : undefined
}

function firstOf (misfits: readonly (string | undefined)[]): string | undefined {
  return misfits.find(misfit => misfit !== undefined)
}
