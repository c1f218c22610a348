import { readFile } from 'node:fs/promises'
import { Type, type Static } from 'typebox'
import type { Letter as LetterKind, Rules } from '../domain/office.ts'
import type { OfficeSeed } from '../ports/seed.ts'
import { defaultRatingMinutes, defaultRules } from './office-defaults.ts'
import { mistakeIn } from './office-mistakes.ts'
import { misfitOf } from './office-misfits.ts'

const open = { additionalProperties: true } as const
/** Where a key that is not known would be a rule that nobody follows. */
const closed = { additionalProperties: false } as const
/** The examples are what a file that lacks the key, or has it wrong, is told to write. */
const wallTime = (example: string) => Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$', examples: [example] })
const Id = Type.String({ pattern: '^[A-Za-z0-9_-]{1,32}$' })
const Name = Type.String({ minLength: 1, maxLength: 200 })
const Purpose = Type.Union([Type.Literal('submit'), Type.Literal('collect'), Type.Literal('supplement'), Type.Literal('ask')])

/** A congratulation may say on what; to hand it over is the same. */
const Letter = Type.Enum(['congratulation', 'congratulation-birth', 'congratulation-marriage', 'condolence', 'thanks'])

const pattern = {
  days: Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), { examples: [[1, 2, 3, 4, 5]] }),
  sessions: Type.Array(Type.Object({ from: wallTime('07:30'), to: wallTime('11:30'), ticketsFrom: wallTime('07:00'), ticketsTo: wallTime('11:15') }, closed))
}
const CalendarDate = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', examples: ['2027-01-01'] })
const monthDay = (example: string) => Type.String({ pattern: '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$', examples: [example] })
const count = (minimum: number, example = minimum) => Type.Integer({ minimum, examples: [example] })

const OrderPolicy = Type.Union([
  Type.Object({ kind: Type.Literal('strict') }, closed),
  Type.Object({ kind: Type.Literal('ratio'), priority: count(1), ordinary: count(1) }, closed),
  Type.Object({ kind: Type.Literal('ageing'), headStartMinutes: count(0, 20) }, closed)
])

/** What is left out is as the office manager's guide says (docs/office-rules.md). */
const RulesInFile = Type.Object({
  policy: Type.Optional(OrderPolicy),
  helperAfterMinutes: Type.Optional(count(0)),
  reentry: Type.Optional(Type.Union([Type.Object({ kind: Type.Literal('end') }, closed), Type.Object({ kind: Type.Literal('after'), numbers: count(1, 3) }, closed)])),
  holdMinutes: Type.Optional(Type.Integer({ minimum: 1, maximum: 480 })),
  undoSeconds: Type.Optional(Type.Integer({ minimum: 0, maximum: 600 })),
  cutOffPercent: Type.Optional(Type.Integer({ minimum: 0, maximum: 100 })),
  publishAccuracy: Type.Optional(Type.Boolean({ examples: [true] })),
  paperNumbers: Type.Optional(Type.Object({ from: Type.Integer({ minimum: 1, maximum: 9999 }), to: Type.Integer({ minimum: 1, maximum: 9999 }) }, { ...closed, examples: [{ from: 901, to: 949 }] })),
  bulk: Type.Optional(Type.Object({ from: count(2, 10), counters: Type.Array(Type.Integer(), { examples: [[]] }), cap: Type.Optional(count(1, 20)) }, closed)),
  booking: Type.Optional(Type.Object({
    fields: Type.Array(Id, { examples: [['CT']] }), slotMinutes: Type.Integer({ minimum: 5, maximum: 240, examples: [15] }),
    perSlot: count(1, 2), daysAhead: count(0, 7), earlyMinutes: count(0, 10), lateMinutes: count(0, 15)
  }, closed)),
  outcomes: Type.Optional(Type.Array(Type.Object({ id: Id, name: Name, nameEn: Name }, closed), { maxItems: 20, examples: [[{ id: 'received', name: 'Đã tiếp nhận hồ sơ', nameEn: 'Dossier received' }]] }))
}, closed)

/**
 * An office as a file (samples/office.json is one). What is not named here may stand in the file
 * for other programs, such as the simulated day, and is not read; but hours and rules are the server's alone.
 */
export const OfficeFile = Type.Object({
  office: Type.Object({
    name: Name, nameEn: Name, timeZone: Type.String(),
    hours: Type.Object({
      ...pattern,
      seasons: Type.Optional(Type.Array(Type.Object({ from: monthDay('04-16'), to: monthDay('10-15'), ...pattern }, closed))),
      makeUpDays: Type.Optional(Type.Array(CalendarDate))
    }, closed),
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
    purpose: Type.Optional(Purpose), windows: Type.Optional(Type.Array(Type.Object({ from: wallTime('07:30'), to: wallTime('11:00') }, open))),
    quota: Type.Optional(count(1)), asksDossiers: Type.Optional(Type.Boolean()),
    notice: Type.Optional(Type.Object({ from: wallTime('15:00'), text: Name, textEn: Name }, open))
  }, open), { minItems: 1 }),
  procedures: Type.Array(Type.Object({
    id: Id, field: Id, name: Name, nameEn: Type.Optional(Name), kioskLabel: Name, kioskLabelEn: Type.Optional(Name), meanMinutes: Type.Number({ minimum: 0 }),
    resultTime: Type.Union([Type.String(), Type.Null()]), fee: Type.Union([Type.String(), Type.Null()]), papers: Type.Array(Type.String()),
    purpose: Type.Optional(Purpose), solemn: Type.Optional(Type.Boolean()), letter: Type.Optional(Letter), needsReview: Type.Optional(Type.Boolean())
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

/** Reads and checks an office file. Throws, in Vietnamese and English, where the first mistake is and what to write there. */
export async function readOfficeFile (path: string): Promise<OfficeFile> {
  const content = await readJson(path)
  const mistake = mistakeIn(OfficeFile, content) ?? misfitOf(content as OfficeFile)
  if (mistake !== undefined) throw new Error(`MOISO_SEED: ${path}:\n${mistake}`)
  return content as OfficeFile
}

async function readJson (path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch (error) {
    throw new Error(`MOISO_SEED: ${path} cannot be read as JSON (${error instanceof Error ? error.message : String(error)})`, { cause: error })
  }
}

/** The first office of an empty database. `passwordHash` gives each account its first password, `pinHash` its PIN. */
export function seedFrom (file: OfficeFile, id: string, passwordHash: (username: string) => string, pinHash: (username: string) => string | undefined = () => undefined): OfficeSeed {
  const { office } = file
  return {
    id, name: { vi: nfc(office.name), en: office.nameEn }, timeZone: office.timeZone,
    ...office.contact?.phone !== undefined && { phone: office.contact.phone },
    hours: office.hours, holidays: file.holidays.days, promiseMinutes: office.promiseMinutes,
    rules: rulesFrom(office),
    recallLimit: office.recallLimit, ratingMinutes: office.ratingMinutes ?? defaultRatingMinutes,
    fields: file.fields.map(({ id, digit, name, nameEn, kioskLabel, kioskLabelEn, purpose, windows, quota, asksDossiers, notice }) => ({
      id, digit, name: { vi: nfc(name), en: nameEn }, kioskLabel: { vi: nfc(kioskLabel), en: kioskLabelEn ?? nameEn }, purpose: purpose ?? 'submit', ...windows && { windows },
      ...quota !== undefined && { quota }, ...asksDossiers && { asksDossiers }, ...notice && { notice: { from: notice.from, text: { vi: nfc(notice.text), en: notice.textEn } } }
    })),
    procedures: file.procedures.map(({ id, field, name, nameEn, kioskLabel, kioskLabelEn, meanMinutes, resultTime, fee, papers, purpose, solemn, letter, needsReview }) => ({
      id, field, name: { vi: nfc(name), en: nameEn ?? name }, kioskLabel: { vi: nfc(kioskLabel), en: kioskLabelEn ?? kioskLabel }, meanMinutes, papers: papers.map(nfc),
      purpose: purpose ?? file.fields.find(known => known.id === field)?.purpose ?? 'submit', solemn: solemn ?? false, ...letter !== undefined && { letter: letterFrom(letter) }, needsReview: needsReview ?? false,
      ...fee !== null && { fee: nfc(fee) }, ...resultTime !== null && { resultTime: nfc(resultTime) }
    })),
    duties: file.counters.map(({ number, main, helper }) => ({ number, main, helper })),
    priorityClasses: file.priorityClasses.map(({ id, name, nameEn }) => ({ id, name: { vi: nfc(name), en: nameEn } })),
    lowRatingReasons: file.lowRatingReasons.map(({ name, nameEn }) => ({ vi: nfc(name), en: nameEn })),
    notices: file.slides.map(({ kind, title, lines }) => ({ kind, title: nfc(title), lines: lines.map(nfc) })),
    people: file.accounts.map(account => personFrom(account, passwordHash(account.username), pinHash(account.username)))
  }
}

function rulesFrom ({ orderPolicy, rules: { outcomes, ...rules } = {} }: OfficeFile['office']): Rules {
  return {
    ...defaultRules, ...orderPolicy && { policy: orderPolicy }, ...rules,
    ...outcomes && { outcomes: outcomes.map(({ id, name, nameEn }) => ({ id, name: { vi: nfc(name), en: nameEn } })) }
  }
}

function letterFrom (letter: Static<typeof Letter>): LetterKind {
  return letter === 'condolence' || letter === 'thanks' ? letter : 'congratulation'
}

function personFrom ({ username, name, title, role, counter }: OfficeFile['accounts'][number], passwordHash: string, pinHash: string | undefined): OfficeSeed['people'][number] {
  return {
    id: `p_${username.replaceAll('.', '_')}`, username, name: nfc(name), title: nfc(title ?? ''), role, passwordHash,
    ...pinHash !== undefined && { pinHash }, ...counter !== undefined && { counter }
  }
}

/** Vietnamese is stored precomposed (TCVN 6909). */
function nfc (text: string): string {
  return text.normalize('NFC')
}
