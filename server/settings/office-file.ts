import { readFile } from 'node:fs/promises'
import { Type, type Static } from 'typebox'
import { Errors } from 'typebox/value'
import type { Rules } from '../domain/office.ts'
import type { OfficeSeed } from '../ports/seed.ts'

const open = { additionalProperties: true } as const
const WallTime = Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' })
const Id = Type.String({ pattern: '^[A-Za-z0-9_-]{1,32}$' })
const Name = Type.String({ minLength: 1, maxLength: 200 })
const Purpose = Type.Union([Type.Literal('submit'), Type.Literal('collect'), Type.Literal('supplement'), Type.Literal('ask')])

const pattern = {
  days: Type.Array(Type.Integer({ minimum: 1, maximum: 7 })),
  sessions: Type.Array(Type.Object({ from: WallTime, to: WallTime, ticketsFrom: WallTime, ticketsTo: WallTime }, open))
}
const CalendarDate = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const MonthDay = Type.String({ pattern: '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$' })
const count = (minimum: number) => Type.Integer({ minimum })

const OrderPolicy = Type.Union([
  Type.Object({ kind: Type.Literal('strict') }, open),
  Type.Object({ kind: Type.Literal('ratio'), priority: count(1), ordinary: count(1) }, open),
  Type.Object({ kind: Type.Literal('ageing'), headStartMinutes: count(0) }, open)
])

/** What is left out is as the office manager's guide says (docs/office-rules.md). */
const RulesInFile = Type.Object({
  policy: Type.Optional(OrderPolicy),
  helperAfterMinutes: Type.Optional(count(0)),
  reentry: Type.Optional(Type.Union([Type.Object({ kind: Type.Literal('end') }, open), Type.Object({ kind: Type.Literal('after'), numbers: count(1) }, open)])),
  holdMinutes: Type.Optional(Type.Integer({ minimum: 1, maximum: 480 })),
  undoSeconds: Type.Optional(Type.Integer({ minimum: 0, maximum: 600 })),
  bulk: Type.Optional(Type.Object({ from: count(2), counters: Type.Array(Type.Integer()), cap: Type.Optional(count(1)) }, open)),
  booking: Type.Optional(Type.Object({
    fields: Type.Array(Id), slotMinutes: Type.Integer({ minimum: 5, maximum: 240 }), perSlot: count(1), daysAhead: count(0), earlyMinutes: count(0), lateMinutes: count(0)
  }, open))
}, open)

const defaultRules: Rules = { policy: { kind: 'ratio', priority: 1, ordinary: 1 }, reentry: { kind: 'end' }, holdMinutes: 60, undoSeconds: 60 }

/**
 * An office as a file (samples/office.json is one). What is not named here may stand in the file
 * for other programs, such as the simulated day; it is not read.
 */
export const OfficeFile = Type.Object({
  office: Type.Object({
    name: Name, nameEn: Name, timeZone: Type.String(),
    hours: Type.Object({
      ...pattern,
      seasons: Type.Optional(Type.Array(Type.Object({ from: MonthDay, to: MonthDay, ...pattern }, open))),
      makeUpDays: Type.Optional(Type.Array(CalendarDate))
    }, open),
    promiseMinutes: Type.Integer({ minimum: 1 }),
    rules: Type.Optional(RulesInFile),
    /** Where the policy stood before there were other rules. */
    orderPolicy: Type.Optional(OrderPolicy),
    recallLimit: Type.Integer({ minimum: 0 }),
    ratingMinutes: Type.Optional(Type.Integer({ minimum: 1 })),
    contact: Type.Optional(Type.Object({ phone: Type.Optional(Type.String()) }, open))
  }, open),
  fields: Type.Array(Type.Object({
    id: Id, digit: Type.Integer({ minimum: 1, maximum: 9 }), name: Name, nameEn: Name, kioskLabel: Name, kioskLabelEn: Type.Optional(Name),
    purpose: Type.Optional(Purpose), windows: Type.Optional(Type.Array(Type.Object({ from: WallTime, to: WallTime }, open))),
    quota: Type.Optional(count(1)), asksDossiers: Type.Optional(Type.Boolean()),
    notice: Type.Optional(Type.Object({ from: WallTime, text: Name, textEn: Name }, open))
  }, open), { minItems: 1 }),
  procedures: Type.Array(Type.Object({
    id: Id, field: Id, name: Name, nameEn: Type.Optional(Name), kioskLabel: Name, kioskLabelEn: Type.Optional(Name), meanMinutes: Type.Number({ minimum: 0 }),
    resultTime: Type.Union([Type.String(), Type.Null()]), fee: Type.Union([Type.String(), Type.Null()]), papers: Type.Array(Type.String()),
    purpose: Type.Optional(Purpose), solemn: Type.Optional(Type.Boolean()), needsReview: Type.Optional(Type.Boolean())
  }, open)),
  counters: Type.Array(Type.Object({ number: Type.Integer({ minimum: 1, maximum: 999 }), main: Type.Array(Id), helper: Type.Array(Id) }, open), { minItems: 1 }),
  priorityClasses: Type.Array(Type.Object({ id: Id, name: Name, nameEn: Name }, open)),
  lowRatingReasons: Type.Array(Type.Object({ name: Name, nameEn: Name }, open)),
  holidays: Type.Object({ days: Type.Array(CalendarDate) }, open),
  accounts: Type.Array(Type.Object({
    username: Type.String({ pattern: '^[a-z0-9._-]{1,64}$' }), role: Type.Union([Type.Literal('officer'), Type.Literal('guide'), Type.Literal('supervisor'), Type.Literal('observer'), Type.Literal('admin')]),
    name: Name, title: Type.Optional(Name), counter: Type.Optional(Type.Integer())
  }, open)),
  slides: Type.Array(Type.Object({ kind: Name, title: Name, lines: Type.Array(Type.String()) }, open))
}, open)
export type OfficeFile = Static<typeof OfficeFile>

/** Reads and checks an office file. Throws one sentence that names the first thing wrong. */
export async function readOfficeFile (path: string): Promise<OfficeFile> {
  const content = await readJson(path)
  const [wrong] = Errors(OfficeFile, content)
  if (wrong) throw new Error(`MOISO_SEED: ${path}: ${wrong.instancePath || '/'} ${wrong.message}`)
  const file = content as OfficeFile
  const stranger = unknownName(file)
  if (stranger) throw new Error(`MOISO_SEED: ${path}: ${stranger}`)
  return file
}

/** Rules are stored as one text: nothing further in would notice a field or a counter that is not there. */
function unknownName ({ office, fields, counters }: OfficeFile): string | undefined {
  const { booking, bulk } = office.rules ?? {}
  const field = booking?.fields.find(id => !fields.some(known => known.id === id))
  if (field !== undefined) return `/office/rules/booking/fields names ${field}, which is no field`
  const counter = bulk?.counters.find(number => !counters.some(known => known.number === number))
  return counter === undefined ? undefined : `/office/rules/bulk/counters names ${counter}, which is no counter`
}

async function readJson (path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch (error) {
    throw new Error(`MOISO_SEED: ${path} cannot be read as JSON (${error instanceof Error ? error.message : String(error)})`, { cause: error })
  }
}

/** The first office of an empty database. `passwordHash` gives each account its first password. */
export function seedFrom (file: OfficeFile, id: string, passwordHash: (username: string) => string): OfficeSeed {
  const { office } = file
  return {
    id, name: { vi: nfc(office.name), en: office.nameEn }, timeZone: office.timeZone,
    ...office.contact?.phone !== undefined && { phone: office.contact.phone },
    hours: office.hours, holidays: file.holidays.days, promiseMinutes: office.promiseMinutes,
    rules: { ...defaultRules, ...office.orderPolicy && { policy: office.orderPolicy }, ...office.rules },
    recallLimit: office.recallLimit, ratingMinutes: office.ratingMinutes ?? 60,
    fields: file.fields.map(({ id, digit, name, nameEn, kioskLabel, kioskLabelEn, purpose, windows, quota, asksDossiers, notice }) => ({
      id, digit, name: { vi: nfc(name), en: nameEn }, kioskLabel: { vi: nfc(kioskLabel), en: kioskLabelEn ?? nameEn }, purpose: purpose ?? 'submit', ...windows && { windows },
      ...quota !== undefined && { quota }, ...asksDossiers && { asksDossiers }, ...notice && { notice: { from: notice.from, text: { vi: nfc(notice.text), en: notice.textEn } } }
    })),
    procedures: file.procedures.map(({ id, field, name, nameEn, kioskLabel, kioskLabelEn, meanMinutes, resultTime, fee, papers, purpose, solemn, needsReview }) => ({
      id, field, name: { vi: nfc(name), en: nameEn ?? name }, kioskLabel: { vi: nfc(kioskLabel), en: kioskLabelEn ?? kioskLabel }, meanMinutes, papers: papers.map(nfc),
      purpose: purpose ?? file.fields.find(known => known.id === field)?.purpose ?? 'submit', solemn: solemn ?? false, needsReview: needsReview ?? false,
      ...fee !== null && { fee: nfc(fee) }, ...resultTime !== null && { resultTime: nfc(resultTime) }
    })),
    duties: file.counters.map(({ number, main, helper }) => ({ number, main, helper })),
    priorityClasses: file.priorityClasses.map(({ id, name, nameEn }) => ({ id, name: { vi: nfc(name), en: nameEn } })),
    lowRatingReasons: file.lowRatingReasons.map(({ name, nameEn }) => ({ vi: nfc(name), en: nameEn })),
    notices: file.slides.map(({ kind, title, lines }) => ({ kind, title: nfc(title), lines: lines.map(nfc) })),
    people: file.accounts.map(({ username, name, title, role, counter }) => ({
      id: `p_${username.replaceAll('.', '_')}`, username, name: nfc(name), title: nfc(title ?? ''), role, passwordHash: passwordHash(username), ...counter !== undefined && { counter }
    }))
  }
}

/** Vietnamese is stored precomposed (TCVN 6909). */
function nfc (text: string): string {
  return text.normalize('NFC')
}
