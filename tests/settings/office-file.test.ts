import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { defaultRules } from '../../server/settings/office-defaults.ts'
import { readOfficeFile, seedFrom, type OfficeFile } from '../../server/settings/office-file.ts'

const sample = await readOfficeFile(resolve(import.meta.dirname, '../../samples/office.json'))
const seeded = (office: Partial<OfficeFile['office']>) => seedFrom({ ...sample, office: { ...sample.office, ...office } }, 'main', () => 'hash')

const folders: string[] = []
afterEach(() => Promise.all(folders.splice(0).map(folder => rm(folder, { recursive: true }))))

/** The sample with other rules, or another part of it changed, read back from a file. */
async function read (office: object, rest: object = {}): Promise<OfficeFile> {
  const folder = await mkdtemp(join(tmpdir(), 'moiso-office-'))
  folders.push(folder)
  const file = join(folder, 'office.json')
  await writeFile(file, JSON.stringify({ ...sample, ...rest, office: { ...sample.office, ...office } }))
  return readOfficeFile(file)
}

it('reads the rules, seasons and limits of the sample', () => {
  const { rules, hours, fields } = seeded({})
  expect(rules).toEqual({
    policy: { kind: 'ratio', priority: 1, ordinary: 1 }, reentry: { kind: 'end' }, holdMinutes: 60, undoSeconds: 60, bulk: { from: 10, counters: [], cap: 20 },
    booking: { fields: ['CT', 'HT'], slotMinutes: 15, perSlot: 2, daysAhead: 7, earlyMinutes: 10, lateMinutes: 15 },
    outcomes: defaultRules.outcomes
  })
  expect(hours).toMatchObject({ seasons: [{ from: '04-16', to: '10-15' }], makeUpDays: [] })
  expect(fields[0]).toMatchObject({ id: 'CT', asksDossiers: true, notice: { from: '15:00', text: { vi: 'Hồ sơ chứng thực nộp sau 15 giờ có thể trả vào ngày làm việc tiếp theo.' } } })
  expect(fields[1]).not.toHaveProperty('notice')
})

it('goes by the guide where a file leaves rules out, and keeps a policy where it stood before', () => {
  const given = { policy: { kind: 'ratio', priority: 1, ordinary: 1 }, reentry: { kind: 'end' }, holdMinutes: 60, undoSeconds: 60, outcomes: defaultRules.outcomes }
  const { rules: _, ...bare } = sample.office
  const seedOf = (office: OfficeFile['office']) => seedFrom({ ...sample, office }, 'main', () => 'hash').rules
  expect(seedOf(bare)).toEqual(given)
  expect(seedOf({ ...bare, orderPolicy: { kind: 'strict' } })).toEqual({ ...given, policy: { kind: 'strict' } })
  expect(seedOf({ ...bare, rules: { holdMinutes: 30, reentry: { kind: 'after', numbers: 3 } } })).toEqual({ ...given, holdMinutes: 30, reentry: { kind: 'after', numbers: 3 } })
})

const { hours, rules } = sample.office
const [morning, afternoon] = hours.sessions as [OfficeFile['office']['hours']['sessions'][number], OfficeFile['office']['hours']['sessions'][number]]
const withRules = (changed: object) => ({ rules: { ...rules, ...changed } })
const withHours = (changed: object) => ({ hours: { ...hours, ...changed } })
const season = { from: '04-16', to: '10-15', days: [1] }

it.each([
  [withRules({ policy: { kind: 'fair' } }), '/office/rules/policy/kind: "fair" is no such kind. Write one of: "strict", "ratio", "ageing"'],
  [withRules({ policy: { kind: 'ageing', minutes: 20 } }), '/office/rules/policy: "headStartMinutes" is missing, and "minutes" is not known here. Write "headStartMinutes": 20'],
  [withRules({ policy: { kind: 'strict', priority: 2 } }), '/office/rules/policy: "priority" is not known. What is: "kind"'],
  [withRules({ reentry: { kind: 'after' } }), '/office/rules/reentry: "numbers" is missing. Add it, for example "numbers": 3'],
  [withRules({ reentry: { kind: 'after', numbers: 0 } }), '/office/rules/reentry/numbers: a whole number from 1 is needed, not 0'],
  [withRules({ cutOffPercent: 101 }), '/office/rules/cutOffPercent: a whole number from 0 to 100 is needed, not 101'],
  [withRules({ publishAccuracy: 'yes' }), '/office/rules/publishAccuracy: not "yes". Write it like true'],
  [withRules({ undoSeconds: '60' }), '/office/rules/undoSeconds: a whole number from 0 to 600 is needed, not "60"'],
  [withHours({ seasons: [{ ...season, sessions: [{ from: '07:00', to: '11:00' }] }] }), '/office/hours/seasons/0/sessions/0: "ticketsFrom", "ticketsTo" is missing. Add it, for example "ticketsFrom": "07:00", "ticketsTo": "11:15"'],
  [withHours({ seasons: [{ ...season, from: '13-01', sessions: [] }] }), '/office/hours/seasons/0/from: not "13-01". Write it like "04-16"'],
  [withHours({ sessions: [{ ...morning, to: '24:00' }] }), '/office/hours/sessions/0/to: not "24:00". Write it like "11:30"']
])('says where %o is not of the form, and what to write there', async (office, what) => {
  await expect(read(office)).rejects.toThrow(what)
})

it.each([
  [withRules({ holdMinute: 30 }), '/office/rules: "holdMinute" is not known. Did you mean "holdMinutes"?'],
  [withRules({ cutoffPercent: 25 }), '/office/rules: "cutoffPercent" is not known. Did you mean "cutOffPercent"?'],
  [withRules({ greeting: 1 }), '/office/rules: "greeting" is not known. What is: "policy", '],
  [withRules({ bulk: { ...rules?.bulk, caps: 20 } }), '/office/rules/bulk: "caps" is not known. Did you mean "cap"?'],
  [withRules({ booking: { ...rules?.booking, dayAhead: 3 } }), '/office/rules/booking: "dayAhead" is not known. Did you mean "daysAhead"?'],
  [withHours({ makeupDays: [] }), '/office/hours: "makeupDays" is not known. Did you mean "makeUpDays"?'],
  [withRules(Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`rule${i}`, i]))), '/office/rules: "rule0" is not known. What is: '],
  [withHours({ seasons: [{ ...season, sessions: [], makeUpDays: [] }] }), '/office/hours/seasons/0: "makeUpDays" is not known.'],
  [withHours({ sessions: [{ ...morning, ticketFrom: '07:00' }] }), '/office/hours/sessions/0: "ticketFrom" is not known. Did you mean "ticketsFrom"?']
])('passes over no key in rules and hours: %o', async (office, what) => {
  await expect(read(office)).rejects.toThrow(what)
})

it.each([
  [withRules({ bulk: { from: 10, counters: [99] } }), '/office/rules/bulk/counters names 99, which is no counter. Write one of: 1, 2, 3, 4'],
  [withRules({ booking: { ...rules?.booking, fields: ['XX'] } }), '/office/rules/booking/fields names XX, which is no field. Write one of: CT, '],
  [withRules({ bulk: { from: 10, counters: [], cap: 5 } }), '/office/rules/bulk/cap: 5 is less than "from", which is 10'],
  [withRules({ paperNumbers: { from: 901, to: 900 } }), '/office/rules/paperNumbers/to: 900 is not between 901 and 1100'],
  [withRules({ paperNumbers: { from: 901, to: 1101 } }), '/office/rules/paperNumbers/to: 1101 is not between 901 and 1100'],
  [withHours({ makeUpDays: ['2026-13-01'] }), '/office/hours/makeUpDays/0: 2026-13-01 is not in the calendar'],
  [withHours({ makeUpDays: [sample.holidays.days[0]] }), `/office/hours/makeUpDays/0: ${sample.holidays.days[0]} is also a holiday`],
  [withHours({ seasons: [{ ...season, to: '02-30', sessions: [] }] }), '/office/hours/seasons/0/to: 02-30 is not in the calendar'],
  [withHours({ sessions: [{ ...morning, to: '07:00' }] }), '/office/hours/sessions/0/to: 07:00 is not after 07:30'],
  [withHours({ sessions: [{ ...morning, ticketsTo: '06:00' }] }), '/office/hours/sessions/0/ticketsTo: 06:00 is not after 07:00'],
  [withHours({ sessions: [morning, { ...afternoon, from: '11:00' }] }), '/office/hours/sessions/1/from: the session begins at 11:00, before the one above has ended (11:30)'],
  [withHours({ seasons: [{ ...season, sessions: [afternoon, morning] }] }), '/office/hours/seasons/0/sessions/1/from: '],
  [{ ratingMinutes: 1, ...withRules({ undoSeconds: 90 }) }, '/office/ratingMinutes: 1 min is shorter than undo (90 s, rules.undoSeconds). Write at least 2']
])('names what does not fit the rest in %o', async (office, what) => {
  await expect(read(office)).rejects.toThrow(what)
})

it.each([
  [{ holidays: { days: ['2027-01-01', '2027-02-29'] } }, '/holidays/days/1: 2027-02-29 is not in the calendar'],
  [{ fields: sample.fields.map(field => field.id === 'HT' ? { ...field, digit: 1 } : field) }, '/fields/1/digit: fields CT and HT have the same digit 1. Each field needs its own; free: 2'],
  [{ fields: sample.fields.map(field => ({ ...field, windows: [{ from: '09:00', to: '08:00' }] })) }, '/fields/0/windows/0/to: 08:00 is not after 09:00'],
  [{ fields: sample.fields.map(field => ({ ...field, purpose: 'sell' })) }, '/fields/0/purpose: "sell" is no such kind. Write one of: "submit", ']
])('names what is wrong outside the rules in %o', async (rest, what) => {
  await expect(read({}, rest)).rejects.toThrow(what)
})

it('says it in Vietnamese first, then in English', async () => {
  await expect(read(withRules({ reentry: { kind: 'after' } }))).rejects.toThrow(/^MOISO_SEED: .*office\.json:\n\/office\/rules\/reentry: thiếu "numbers"\. .*\n\/office\/rules\/reentry: "numbers" is missing/)
})

it('reads seasons over New Year, a leap day, and afternoons that begin as mornings end', async () => {
  const sessions = [morning, { ...afternoon, from: morning.to }]
  await expect(read(withHours({ sessions, makeUpDays: ['2028-02-29'], seasons: [{ from: '10-16', to: '02-29', days: [1], sessions }] }))).resolves.toBeDefined()
})

it('takes a congratulation on a birth or a marriage for a letter of congratulation, and no letter that it does not know', async () => {
  const withLetter = (letter: string) => read({}, { procedures: [{ ...sample.procedures[0], letter }] })
  expect(seedFrom(await withLetter('congratulation-birth'), 'main', () => 'hash').procedures[0]).toMatchObject({ letter: 'congratulation' })
  expect(seedFrom(await withLetter('thanks'), 'main', () => 'hash').procedures[0]).toMatchObject({ letter: 'thanks' })
  await expect(withLetter('love')).rejects.toThrow('/procedures/0/letter')
})

it('refuses two outcomes of one id', async () => {
  const outcome = { id: 'received', name: 'Đã tiếp nhận', nameEn: 'Received' }
  await expect(read({ rules: { outcomes: [outcome, { ...outcome, name: 'Khác' }] } })).rejects.toThrow('/office/rules/outcomes/1/id')
})
